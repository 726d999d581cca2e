package org.visavis.presence;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one absence among those of an employee. Immutable.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens and underscores
 */
public record AbsenceId(String value) implements Comparable<AbsenceId> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * @throws IllegalArgumentException when the value has another form
   */
  public AbsenceId {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An absence's id has 1 to 64 letters, digits, dots, hyphens and underscores");
    }
  }

  /**
   * Answers the id of that value.
   *
   * @throws IllegalArgumentException when the value has another form
   */
  public static AbsenceId of(String value) {
    return new AbsenceId(value);
  }

  @Override
  public int compareTo(AbsenceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
