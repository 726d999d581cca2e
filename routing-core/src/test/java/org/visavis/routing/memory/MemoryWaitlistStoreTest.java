package org.visavis.routing.memory;

import java.util.function.Supplier;
import org.visavis.routing.spi.WaitlistStore;
import org.visavis.routing.spi.WaitlistStoreContract;

class MemoryWaitlistStoreTest implements WaitlistStoreContract {

  private final WaitlistStore store = new MemoryWaitlistStore();

  @Override
  public WaitlistStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
