package org.visavis.presence;

import java.util.stream.IntStream;

/**
 * How much an employee carries and may carry, in effort points. Immutable.
 *
 * @param taken points that leases and open requests hold, at least 0; may exceed the limit after
 *     the limit was lowered
 * @param limit the employee's own limit, at least 0
 */
public record Workload(int taken, int limit) {

  /** Most people carry less than this, and may; their workloads exist once. */
  private static final int USUAL = 32;

  private static final Workload[] SHARED =
      IntStream.range(0, USUAL * USUAL)
          .mapToObj(i -> new Workload(i / USUAL, i % USUAL))
          .toArray(Workload[]::new);

  /**
   * @throws IllegalArgumentException when a number is negative
   */
  public Workload {
    if (taken < 0 || limit < 0) {
      throw new IllegalArgumentException(
          "Workload is counted from 0: taken " + taken + ", limit " + limit);
    }
  }

  /** Answers an equal workload that others have, too, so that it is in a cache already. */
  Workload shared() {
    return taken < USUAL && limit < USUAL ? SHARED[taken * USUAL + limit] : this;
  }

  /** Answers the points that are left, at least 0. */
  public int free() {
    return Math.max(0, limit - taken);
  }
}
