package org.visavis.presence;

import java.time.Duration;
import java.util.Objects;

/**
 * The employee's own rule on when to appear. Under {@link Mode#BY_LOAD} two thresholds and a
 * smallest dwell keep a person from flickering: at {@code hideAt} points or more the rule takes
 * hold, at {@code showAgainAt} points or fewer it lets go, and neither sooner than the dwell after
 * the last change. Immutable.
 *
 * @param mode always, by load, or hidden
 * @param hideAt points taken at which the person is no longer offered, at least 1
 * @param showAgainAt points taken at which the person is offered again, at least 0 and less than
 *     {@code hideAt}
 * @param dwell the least time between two changes by load, 0 to 24 hours
 * @param atLimit what others see meanwhile
 */
public record AppearanceRule(
    Mode mode, int hideAt, int showAgainAt, Duration dwell, AtLimit atLimit) {

  /** The longest dwell. */
  public static final Duration MAX_DWELL = Duration.ofHours(24);

  private static final Duration USUAL_DWELL = Duration.ofMinutes(1);
  private static final AppearanceRule ALWAYS =
      new AppearanceRule(Mode.ALWAYS, 1, 0, Duration.ZERO, AtLimit.WAITLIST_ONLY);
  private static final AppearanceRule HIDDEN =
      new AppearanceRule(Mode.HIDDEN, 1, 0, Duration.ZERO, AtLimit.VANISH);

  /**
   * @throws IllegalArgumentException when a number is out of its bounds
   */
  public AppearanceRule {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(atLimit, "atLimit");
    if (hideAt < 1) {
      throw new IllegalArgumentException("Hiding begins at 1 point or more, not at " + hideAt);
    }
    if (showAgainAt < 0 || showAgainAt >= hideAt) {
      throw new IllegalArgumentException(
          "Showing again begins below the " + hideAt + " points of hiding, not at " + showAgainAt);
    }
    if (dwell.isNegative() || dwell.compareTo(MAX_DWELL) > 0) {
      throw new IllegalArgumentException("The dwell is 0 to 24 hours, not " + dwell);
    }
  }

  /**
   * Answers the rule of those who appear whatever the workload; at the limit they are shown as busy
   * and offer the waitlist.
   */
  public static AppearanceRule always() {
    return ALWAYS;
  }

  /** Answers the rule of those who do not appear. */
  public static AppearanceRule hidden() {
    return HIDDEN;
  }

  /**
   * Answers a rule by load, with a dwell of one minute.
   *
   * @throws IllegalArgumentException when a number is out of its bounds
   */
  public static AppearanceRule byLoad(int hideAt, int showAgainAt, AtLimit atLimit) {
    return new AppearanceRule(Mode.BY_LOAD, hideAt, showAgainAt, USUAL_DWELL, atLimit);
  }
}
