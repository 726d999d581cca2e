package org.visavis.routing.memory;

import java.util.function.Supplier;
import org.visavis.routing.spi.DutyStore;
import org.visavis.routing.spi.DutyStoreContract;

class MemoryDutyStoreTest implements DutyStoreContract {

  private final DutyStore store = new MemoryDutyStore();

  @Override
  public DutyStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
