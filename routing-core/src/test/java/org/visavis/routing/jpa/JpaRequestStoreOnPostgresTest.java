package org.visavis.routing.jpa;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.visavis.routing.spi.RequestStore;
import org.visavis.routing.spi.RequestStoreContract;

class JpaRequestStoreOnPostgresTest implements RequestStoreContract {

  private final TestDatabase database = TestDatabase.postgres();
  private final RequestStore store = new JpaRequestStore(database::entityManager);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public RequestStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }
}
