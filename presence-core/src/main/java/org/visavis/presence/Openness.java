package org.visavis.presence;

import java.util.Locale;

/** Whether a channel to a person can be used, from most to least. */
public enum Openness {
  /** It can be used now. */
  OPEN,
  /** The person is at the limit; one can ask to be told when there is room. */
  WAITLIST,
  /** It can be used at another time. */
  LATER,
  /** It cannot be used. */
  CLOSED;

  /** Answers the name used in files and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Answers the one with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static Openness from(String code) {
    for (Openness value : values()) {
      if (value.code().equalsIgnoreCase(code.strip())) {
        return value;
      }
    }
    throw new IllegalArgumentException("An openness is one of open, waitlist, later, closed");
  }
}
