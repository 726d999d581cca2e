package org.visavis.routing.jpa;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.LedgerContract;

class JpaLedgerOnPostgresTest implements LedgerContract {

  private final TestDatabase database = TestDatabase.postgres();
  private final Ledger ledger = new JpaLedger(database::entityManager);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return database.inTransaction(work);
  }
}
