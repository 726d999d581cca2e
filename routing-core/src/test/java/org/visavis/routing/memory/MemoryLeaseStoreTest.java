package org.visavis.routing.memory;

import java.util.function.Supplier;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.LeaseStoreContract;

class MemoryLeaseStoreTest implements LeaseStoreContract {

  private final LeaseStore store = new MemoryLeaseStore();

  @Override
  public LeaseStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
