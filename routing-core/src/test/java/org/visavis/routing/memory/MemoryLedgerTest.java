package org.visavis.routing.memory;

import java.util.function.Supplier;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.LedgerContract;

class MemoryLedgerTest implements LedgerContract {

  private final Ledger ledger = new MemoryLedger();

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }
}
