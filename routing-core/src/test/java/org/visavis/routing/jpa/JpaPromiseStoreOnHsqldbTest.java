package org.visavis.routing.jpa;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.visavis.routing.spi.PromiseStore;
import org.visavis.routing.spi.PromiseStoreContract;

class JpaPromiseStoreOnHsqldbTest implements PromiseStoreContract {

  private final TestDatabase database = TestDatabase.hsqldb();
  private final PromiseStore store = new JpaPromiseStore(database::entityManager);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public PromiseStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }
}
