package org.visavis.directory.jpa;

import org.visavis.postgres.PostgresServer;

class JpaDirectoryStoreOnPostgresTest extends JpaDirectoryStoreCases {

  @Override
  String newDatabase() {
    return PostgresServer.newDatabase();
  }

  @Override
  String user() {
    return PostgresServer.USER;
  }
}
