package org.visavis.routing.memory;

import java.util.function.Supplier;
import org.visavis.routing.spi.AppointmentStore;
import org.visavis.routing.spi.AppointmentStoreContract;

class MemoryAppointmentStoreTest implements AppointmentStoreContract {

  private final AppointmentStore store = new MemoryAppointmentStore();

  @Override
  public AppointmentStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
