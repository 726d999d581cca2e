package org.visavis.routing.memory;

import java.util.function.Supplier;
import org.visavis.routing.spi.PromiseStore;
import org.visavis.routing.spi.PromiseStoreContract;

class MemoryPromiseStoreTest implements PromiseStoreContract {

  private final PromiseStore store = new MemoryPromiseStore();

  @Override
  public PromiseStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
