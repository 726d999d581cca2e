package org.visavis.routing.jpa;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.visavis.routing.spi.RelationshipStore;
import org.visavis.routing.spi.RelationshipStoreContract;

class JpaRelationshipStoreOnPostgresTest implements RelationshipStoreContract {

  private final TestDatabase database = TestDatabase.postgres();
  private final RelationshipStore store = new JpaRelationshipStore(database::entityManager);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public RelationshipStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }
}
