package org.visavis.presence.jpa;

import java.util.UUID;

class JpaPresenceStoreOnHsqldbTest extends JpaPresenceStoreCases {

  @Override
  String newDatabase() {
    return "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc";
  }

  @Override
  String user() {
    return "sa";
  }
}
