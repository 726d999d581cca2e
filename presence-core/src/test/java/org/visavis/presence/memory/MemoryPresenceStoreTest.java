package org.visavis.presence.memory;

import org.visavis.presence.spi.PresenceStore;
import org.visavis.presence.spi.PresenceStoreContract;

class MemoryPresenceStoreTest implements PresenceStoreContract {

  private final PresenceStore store = new MemoryPresenceStore();

  @Override
  public PresenceStore store() {
    return store;
  }

  @Override
  public void inTransaction(Runnable work) {
    work.run();
  }
}
