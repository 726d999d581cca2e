package org.visavis.directory;

import java.util.Locale;

/** Who is looking. */
public enum Audience {
  /** Anybody. */
  PUBLIC,
  /** A customer whom the employee has cared for. */
  KNOWN_CUSTOMER,
  /** Somebody of the same company. */
  COLLEAGUE;

  /** Answers the name used in files and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Answers the one with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static Audience from(String code) {
    for (Audience value : values()) {
      if (value.code().equalsIgnoreCase(code.strip())) {
        return value;
      }
    }
    throw new IllegalArgumentException("An audience is one of public, known-customer, colleague");
  }
}
