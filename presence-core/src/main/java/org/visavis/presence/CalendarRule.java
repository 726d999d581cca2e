package org.visavis.presence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An employee's rule on what an event of a calendar means: <i>contains "Urlaub": on holiday</i>.
 * The title is looked at while the calendar is read, and not kept. Immutable.
 *
 * @param contains what the title contains, in any case and with or without umlauts (ü, ue and u are
 *     alike); 1 to 100 characters
 * @param status what the employee is doing then; {@link Status#AVAILABLE} for an event during which
 *     the employee can be reached
 */
public record CalendarRule(String contains, Status status) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** The largest number of rules of one calendar. */
  public static final int MAX_RULES = 50;

  /**
   * Strips the text.
   *
   * @throws IllegalArgumentException when the text has no or too many characters, or the status is
   *     unknown
   */
  public CalendarRule {
    contains = contains.strip();
    Objects.requireNonNull(status, "status");
    if (contains.isEmpty() || contains.length() > 100) {
      throw new IllegalArgumentException("A rule looks for 1 to 100 characters in the title");
    }
    if (status == Status.UNKNOWN) {
      throw new IllegalArgumentException("A rule says what you are doing; unknown says nothing");
    }
  }

  /** Answers whether an event of that title is meant. */
  public boolean matches(String title) {
    return folded(title).contains(folded(contains));
  }

  /** Writes ä, ae and a alike, and ß as ss, in lower case and without accents. */
  private static String folded(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return MARKS
        .matcher(plain)
        .replaceAll("")
        .replace("ß", "ss")
        .replace("ae", "a")
        .replace("oe", "o")
        .replace("ue", "u");
  }
}
