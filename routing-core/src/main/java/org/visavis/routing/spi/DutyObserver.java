package org.visavis.routing.spi;

import org.visavis.directory.EmployeeId;
import org.visavis.routing.DutyRequest;

/**
 * Writes about requests to departments, within the transaction in which it happens: the place to
 * write an outbox. What somebody has taken on is told by routing. Thread-safe.
 */
public interface DutyObserver {

  /** Tells the customer that it is in, and when it ends at the latest. */
  void received(DutyRequest request);

  /** Asks an employee. */
  void asked(DutyRequest request, EmployeeId employee);

  /** Tells the customer that nobody took it on. */
  void ended(DutyRequest request);
}
