package org.visavis.directory.memory;

import org.visavis.directory.spi.DirectoryStore;
import org.visavis.directory.spi.DirectoryStoreContract;

class MemoryDirectoryStoreTest implements DirectoryStoreContract {

  private final DirectoryStore store = new MemoryDirectoryStore();

  @Override
  public DirectoryStore store() {
    return store;
  }

  @Override
  public void inTransaction(Runnable work) {
    work.run();
  }
}
