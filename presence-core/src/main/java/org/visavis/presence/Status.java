package org.visavis.presence;

import java.util.Locale;

/** What an employee is doing, as far as others need to know. */
public enum Status {
  /** At work and free to talk. */
  AVAILABLE,
  /** At work and occupied. */
  BUSY,
  /** At work, but not at the desk. */
  AWAY,
  /** On holiday. */
  ON_HOLIDAY,
  /** Travelling for work. */
  TRAVELLING,
  /** Not working now. */
  OFF_DUTY,
  /** Nothing recent is known. */
  UNKNOWN;

  /** Answers the name used in files and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Answers the one with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static Status from(String code) {
    for (Status value : values()) {
      if (value.code().equalsIgnoreCase(code.strip())) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "A status is one of available, busy, away, on-holiday, travelling, off-duty, unknown");
  }
}
