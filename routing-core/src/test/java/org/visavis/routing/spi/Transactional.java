package org.visavis.routing.spi;

import java.util.function.Supplier;

/** Says how a store's test runs something within a transaction of its own. */
public interface Transactional {

  /** Answers what the work answers; a conflict with another transaction is tried again. */
  <T> T inTransaction(Supplier<T> work);
}
