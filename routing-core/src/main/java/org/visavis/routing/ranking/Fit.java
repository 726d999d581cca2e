package org.visavis.routing.ranking;

import java.util.List;
import org.visavis.routing.Alternative.Reason;

/**
 * How well somebody fits by one rule. Immutable.
 *
 * @param strength how well, from 0; compared with the fits of others by the same rule only
 * @param ground whether this alone is enough to propose somebody; nobody is proposed without a
 *     ground
 * @param reasons what the customer may be told, the strongest first
 */
public record Fit(int strength, boolean ground, List<Reason> reasons) {

  private static final Fit NONE = new Fit(0, false, List.of());

  /**
   * @throws IllegalArgumentException when the strength is negative
   */
  public Fit {
    if (strength < 0) {
      throw new IllegalArgumentException("A strength is at least 0, not " + strength);
    }
    reasons = List.copyOf(reasons);
  }

  /** Answers that the rule has nothing to say for somebody. */
  public static Fit none() {
    return NONE;
  }

  /** Answers a fit that is enough to propose somebody. */
  public static Fit ground(int strength, List<Reason> reasons) {
    return new Fit(strength, true, reasons);
  }

  /** Answers a fit that only orders those who are proposed on another ground. */
  public static Fit preference(int strength, Reason... reasons) {
    return new Fit(strength, false, List.of(reasons));
  }
}
