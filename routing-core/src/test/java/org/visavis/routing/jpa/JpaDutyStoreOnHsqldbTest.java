package org.visavis.routing.jpa;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.visavis.routing.spi.DutyStore;
import org.visavis.routing.spi.DutyStoreContract;

class JpaDutyStoreOnHsqldbTest implements DutyStoreContract {

  private final TestDatabase database = TestDatabase.hsqldb();
  private final DutyStore store = new JpaDutyStore(database::entityManager);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public DutyStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }
}
