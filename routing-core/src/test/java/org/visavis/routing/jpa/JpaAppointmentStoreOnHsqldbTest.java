package org.visavis.routing.jpa;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.visavis.routing.spi.AppointmentStore;
import org.visavis.routing.spi.AppointmentStoreContract;

class JpaAppointmentStoreOnHsqldbTest implements AppointmentStoreContract {

  private final TestDatabase database = TestDatabase.hsqldb();
  private final AppointmentStore store = new JpaAppointmentStore(database::entityManager);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public AppointmentStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }
}
