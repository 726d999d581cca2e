package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;

/**
 * A time during which somebody plans to work without an interruption. Immutable.
 *
 * @param start its first instant
 * @param end its end, exclusive
 */
public record WorkPeriod(Instant start, Instant end) {

  /**
   * @throws IllegalArgumentException when it does not end after its start
   */
  public WorkPeriod {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("A time of work ends after its start");
    }
  }

  /** Answers how long it is, by the clock that never jumps. */
  public Duration length() {
    return Duration.between(start, end);
  }

  /** Answers whether all of that time lies within it. */
  public boolean covers(Instant from, Instant to) {
    return !from.isBefore(start) && !to.isAfter(end);
  }
}
