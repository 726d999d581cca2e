package org.visavis.directory;

import java.util.Locale;

/** Who may see an attribute of a person. Each circle holds the ones after it. */
public enum Disclosure {
  /** Anybody. */
  PUBLIC,
  /** Customers whom the person has cared for, and colleagues. */
  KNOWN_CUSTOMERS,
  /** People of the same company. */
  COLLEAGUES,
  /** Nobody but the person. */
  NOBODY;

  /** Answers whether an audience belongs to those who may see. */
  public boolean includes(Audience audience) {
    return switch (audience) {
      case PUBLIC -> this == PUBLIC;
      case KNOWN_CUSTOMER -> this == PUBLIC || this == KNOWN_CUSTOMERS;
      case COLLEAGUE -> this != NOBODY;
    };
  }

  /** Answers the name used in files and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Answers the one with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static Disclosure from(String code) {
    for (Disclosure value : values()) {
      if (value.code().equalsIgnoreCase(code.strip())) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "A disclosure is one of public, known-customers, colleagues, nobody");
  }
}
