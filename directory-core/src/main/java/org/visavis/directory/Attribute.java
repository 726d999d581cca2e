package org.visavis.directory;

import java.net.URI;
import java.util.Locale;

/**
 * A part of a person that is shown only to those to whom the person, or somebody on a stated legal
 * basis, has disclosed it. What is no attribute (the given name, roles, topics, region, and which
 * channels are offered) belongs to the work and is shown to whoever sees the person at all.
 */
public enum Attribute {
  /** The portrait. */
  PHOTO,
  /** The family name, and with it the shown name and the form of address. */
  SURNAME,
  /** Telephone numbers that are not known to be mobile ones. */
  TELEPHONE,
  /** Mobile telephone numbers. */
  MOBILE,
  /** The mail address, and links that begin with {@code mailto:}. */
  MAIL,
  /** Every other link and address, such as a home page. */
  LINKS,
  /** The free text about the person. */
  ABOUT,
  /** The office. */
  OFFICE,
  /** The pronouns. */
  PRONOUNS,
  /** The languages that the person speaks. */
  LANGUAGES,
  /** When the person is busy, by calendar and absences, and not why. */
  CALENDAR;

  /** Answers the name used in files and the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Answers the attribute with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static Attribute from(String code) {
    for (Attribute attribute : values()) {
      if (attribute.name().equalsIgnoreCase(code.strip())) {
        return attribute;
      }
    }
    throw new IllegalArgumentException(
        "An attribute is one of photo, surname, telephone, mobile, mail, links, about, office,"
            + " pronouns, languages, calendar");
  }

  /** Answers what an address belongs to: telephone, mobile, mail or links. */
  public static Attribute of(URI address) {
    return switch (LinkKind.of(address)) {
      case TELEPHONE -> Telephone.isMobile(address) ? MOBILE : TELEPHONE;
      case MAIL -> MAIL;
      default -> LINKS;
    };
  }
}
