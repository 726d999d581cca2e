package org.visavis.directory;

import java.util.Locale;

/** In which order the parts of a name are said. */
public enum NameOrder {
  /** The given name first, as in most of Europe. */
  GIVEN_FIRST,
  /** The family name first, as in Hungary or Japan. */
  FAMILY_FIRST;

  /** Answers the name used in files and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Answers the one with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static NameOrder from(String code) {
    for (NameOrder value : values()) {
      if (value.code().equalsIgnoreCase(code.strip())) {
        return value;
      }
    }
    throw new IllegalArgumentException("A name order is one of given-first, family-first");
  }

  /** Answers the two parts in this order; one that is empty leaves no gap. */
  String join(String givenName, String familyName) {
    String joined =
        this == GIVEN_FIRST ? givenName + " " + familyName : familyName + " " + givenName;
    return joined.strip();
  }
}
