package org.visavis.routing.ranking;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Says whose turn it is among equals: each number stands for another order, and the same number
 * always for the same. Thread-safe.
 */
@FunctionalInterface
public interface Turn {

  /** Answers the number of the present turn. */
  long number();

  /**
   * Answers turns that change with the time. Within one turn everybody sees the same order, so that
   * a page that is loaded again does not shuffle.
   *
   * @param length how long a turn lasts, at least a millisecond
   * @throws IllegalArgumentException when it is shorter
   */
  static Turn every(Duration length, InstantSource clock) {
    long millis = length.toMillis();
    if (millis < 1) {
      throw new IllegalArgumentException("A turn lasts at least a millisecond, not " + length);
    }
    return () -> Math.floorDiv(clock.millis(), millis);
  }
}
