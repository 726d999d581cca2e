package org.visavis.routing.spi;

import org.visavis.directory.EmployeeId;
import org.visavis.presence.spi.WorkloadSource;

/**
 * Counts the effort points that each employee carries, against the limit. The place where a limit
 * is a limit. Methods may block, join the caller's transaction where there is one and never begin
 * one. Thread-safe.
 */
public interface Ledger extends WorkloadSource {

  /**
   * Takes points if the limit leaves room for them: check and taking are one atomic step, on any
   * number of nodes.
   *
   * @param limitIfNew the limit to begin with for an employee who has no entry yet
   * @return whether they were taken
   */
  boolean tryTake(EmployeeId employee, int points, int limitIfNew);

  /**
   * Gives points back.
   *
   * @throws IllegalStateException when more come back than are taken: a defect of the caller
   */
  void giveBack(EmployeeId employee, int points);
}
