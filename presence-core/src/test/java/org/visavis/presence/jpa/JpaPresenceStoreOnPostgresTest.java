package org.visavis.presence.jpa;

import org.visavis.postgres.PostgresServer;

class JpaPresenceStoreOnPostgresTest extends JpaPresenceStoreCases {

  @Override
  String newDatabase() {
    return PostgresServer.newDatabase();
  }

  @Override
  String user() {
    return PostgresServer.USER;
  }
}
