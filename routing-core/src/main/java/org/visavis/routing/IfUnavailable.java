package org.visavis.routing;

import java.util.Locale;

/** What the customer wants, should the chosen person have no room when the request arrives. */
public enum IfUnavailable {
  /** To be asked. */
  ASK,
  /** To wait for the chosen person. */
  WAIT,
  /** That a colleague takes it at once. */
  COLLEAGUE;

  /** Answers the name used in forms and the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Answers the one with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static IfUnavailable from(String code) {
    for (IfUnavailable value : values()) {
      if (value.code().equalsIgnoreCase(code.strip())) {
        return value;
      }
    }
    throw new IllegalArgumentException("ifUnavailable is one of ask, wait, colleague");
  }
}
