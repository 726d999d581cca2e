package org.visavis.routing.memory;

import java.util.function.Supplier;
import org.visavis.routing.spi.RelationshipStore;
import org.visavis.routing.spi.RelationshipStoreContract;

class MemoryRelationshipStoreTest implements RelationshipStoreContract {

  private final RelationshipStore store = new MemoryRelationshipStore();

  @Override
  public RelationshipStore store() {
    return store;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
