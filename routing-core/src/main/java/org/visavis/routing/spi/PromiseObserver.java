package org.visavis.routing.spi;

import org.visavis.routing.Promise;

/**
 * Is told what becomes of promises, within the transaction in which it happens: the place to write
 * an outbox. An exception takes the step back. Thread-safe.
 */
public interface PromiseObserver {

  /** A promise is due soon. Told once of each. */
  void dueSoon(Promise promise);

  /** A promise was not kept in time. Told once of each. */
  void overdue(Promise promise);
}
