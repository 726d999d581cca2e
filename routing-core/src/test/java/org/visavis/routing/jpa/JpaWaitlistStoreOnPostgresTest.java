package org.visavis.routing.jpa;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.visavis.routing.spi.WaitlistStore;
import org.visavis.routing.spi.WaitlistStoreContract;

class JpaWaitlistStoreOnPostgresTest implements WaitlistStoreContract {

  private final TestDatabase database = TestDatabase.postgres();
  private final WaitlistStore store = new JpaWaitlistStore(database::entityManager);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public WaitlistStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }
}
