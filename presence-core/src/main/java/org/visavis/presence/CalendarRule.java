package org.visavis.presence;

import java.util.Locale;
import java.util.Objects;

/**
 * An employee's rule on what an event of a calendar means: <i>contains "Urlaub": on holiday</i>.
 * The title is looked at while the calendar is read, and not kept. Immutable.
 *
 * @param contains what the title contains, in any case; 1 to 100 characters
 * @param status what the employee is doing then; {@link Status#AVAILABLE} for an event during which
 *     the employee can be reached
 */
public record CalendarRule(String contains, Status status) {

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
    return title.toLowerCase(Locale.ROOT).contains(contains.toLowerCase(Locale.ROOT));
  }
}
