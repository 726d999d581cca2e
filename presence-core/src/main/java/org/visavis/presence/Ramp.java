package org.visavis.presence;

import java.util.Arrays;
import java.util.List;

/**
 * How capacity comes back after an absence, day by day. Immutable.
 *
 * @param percents the share of the limit on the first day after the return, the second and so on,
 *     each {@link Share#LEAST} to 100; after the last the limit holds in full; at most {@link
 *     #MAX_DAYS}
 */
public record Ramp(List<Integer> percents) {

  /** The longest ramp, in days. */
  public static final int MAX_DAYS = 20;

  private static final Ramp NONE = new Ramp(List.of());

  /**
   * Copies what comes in.
   *
   * @throws IllegalArgumentException when there are too many days or a share is out of its bounds
   */
  public Ramp {
    percents = List.copyOf(percents);
    percents.forEach(Share::requirePercent);
    if (percents.size() > MAX_DAYS) {
      throw new IllegalArgumentException("A ramp has at most " + MAX_DAYS + " days");
    }
  }

  /** Answers the ramp of those who come back in full. */
  public static Ramp none() {
    return NONE;
  }

  /**
   * Answers a ramp of these shares, a day each.
   *
   * @throws IllegalArgumentException when there are too many days or a share is out of its bounds
   */
  public static Ramp of(Integer... percents) {
    return new Ramp(Arrays.asList(percents));
  }

  /** Answers how many days it takes. */
  public int days() {
    return percents.size();
  }
}
