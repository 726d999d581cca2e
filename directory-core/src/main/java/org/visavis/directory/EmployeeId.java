package org.visavis.directory;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Identifies one employee, for ever, in every module. The value is chosen by the company (a
 * personnel number, a mail name) and appears in addresses, so it is limited to characters that need
 * no escaping there. Immutable.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens and underscores of ASCII, beginning with a
 *     letter or digit
 */
public record EmployeeId(String value) implements Comparable<EmployeeId> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /**
   * @throws IllegalArgumentException when the value has another form
   */
  public EmployeeId {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "An employee id has 1 to 64 letters, digits, dots, hyphens or underscores and begins with a letter or digit");
    }
  }

  /** Answers the id with that value. */
  public static EmployeeId of(String value) {
    return new EmployeeId(value);
  }

  @Override
  public int compareTo(EmployeeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
