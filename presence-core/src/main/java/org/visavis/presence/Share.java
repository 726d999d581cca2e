package org.visavis.presence;

import java.time.Instant;
import java.util.Objects;

/**
 * A part of the limit, for a while: <i>60 % today</i>. Immutable.
 *
 * @param percent of the limit, {@link #LEAST} to 100
 * @param until when the limit holds in full again, exclusive
 */
public record Share(int percent, Instant until) {

  /** The smallest share; less is what an absence or a hidden person is for. */
  public static final int LEAST = 10;

  /**
   * @throws IllegalArgumentException when the share is out of its bounds
   */
  public Share {
    requirePercent(percent);
    Objects.requireNonNull(until, "until");
  }

  static void requirePercent(int percent) {
    if (percent < LEAST || percent > 100) {
      throw new IllegalArgumentException(
          "A share of the limit is " + LEAST + " to 100 percent, not " + percent);
    }
  }

  /** Answers that part of a limit in points, rounded down, of one point at least one. */
  static int of(int percent, int limit) {
    return Math.max(Math.min(1, limit), (int) ((long) limit * percent / 100));
  }
}
