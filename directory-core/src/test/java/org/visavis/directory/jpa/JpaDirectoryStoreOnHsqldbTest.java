package org.visavis.directory.jpa;

import java.util.UUID;

class JpaDirectoryStoreOnHsqldbTest extends JpaDirectoryStoreCases {

  @Override
  String newDatabase() {
    return "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc";
  }

  @Override
  String user() {
    return "sa";
  }
}
