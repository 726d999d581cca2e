package org.visavis.presence;

/**
 * How much an employee carries and may carry, in effort points. Immutable.
 *
 * @param taken points that leases and open requests hold, at least 0; may exceed the limit after
 *     the limit was lowered
 * @param limit the employee's own limit, at least 0
 */
public record Workload(int taken, int limit) {

  /**
   * @throws IllegalArgumentException when a number is negative
   */
  public Workload {
    if (taken < 0 || limit < 0) {
      throw new IllegalArgumentException(
          "Workload is counted from 0: taken " + taken + ", limit " + limit);
    }
  }

  /** Answers the points that are left, at least 0. */
  public int free() {
    return Math.max(0, limit - taken);
  }
}
