package org.visavis.presence;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one calendar among those of an employee. Immutable.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens and underscores
 */
public record CalendarId(String value) implements Comparable<CalendarId> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * @throws IllegalArgumentException when the value has another form
   */
  public CalendarId {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A calendar's id has 1 to 64 letters, digits, dots, hyphens and underscores");
    }
  }

  /**
   * Answers the id of that value.
   *
   * @throws IllegalArgumentException when the value has another form
   */
  public static CalendarId of(String value) {
    return new CalendarId(value);
  }

  @Override
  public int compareTo(CalendarId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
