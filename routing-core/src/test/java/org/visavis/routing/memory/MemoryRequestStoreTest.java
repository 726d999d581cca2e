package org.visavis.routing.memory;

import java.util.function.Supplier;
import org.visavis.routing.spi.RequestStore;
import org.visavis.routing.spi.RequestStoreContract;

class MemoryRequestStoreTest implements RequestStoreContract {

  private final RequestStore store = new MemoryRequestStore();

  @Override
  public RequestStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
