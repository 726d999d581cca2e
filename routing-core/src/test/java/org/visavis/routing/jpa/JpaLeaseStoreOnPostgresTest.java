package org.visavis.routing.jpa;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.LeaseStoreContract;

class JpaLeaseStoreOnPostgresTest implements LeaseStoreContract {

  private final TestDatabase database = TestDatabase.postgres();
  private final LeaseStore store = new JpaLeaseStore(database::entityManager);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public LeaseStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }
}
