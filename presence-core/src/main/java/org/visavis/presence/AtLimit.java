package org.visavis.presence;

import java.util.Locale;

/**
 * What others see of an employee whose workload has reached the hiding threshold or the limit,
 * while the rule holds. {@link Decision} says how it meets the rule and the status.
 */
public enum AtLimit {
  /**
   * Nothing: the person is hidden. Under {@link Mode#ALWAYS}, and while the dwell keeps the person
   * in view, the same as {@link #WAITLIST_ONLY}.
   */
  VANISH,
  /** The person, shown as busy, with every channel closed until there is room. */
  SHOW_BUSY,
  /** The person, never as available, with a waitlist in the place of every open channel. */
  WAITLIST_ONLY;

  /** Answers the name used in files and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Answers the one with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static AtLimit from(String code) {
    for (AtLimit value : values()) {
      if (value.code().equalsIgnoreCase(code.strip())) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "A choice at the limit is one of vanish, show-busy, waitlist-only");
  }
}
