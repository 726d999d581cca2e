package org.visavis.web.identity;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The name with which a person signs in: lower case, so that nobody needs to remember how it was
 * written. Immutable.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens and underscores of ASCII, beginning with a
 *     letter or digit
 */
record AccountName(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /**
   * @throws IllegalArgumentException when the value has another form
   */
  AccountName {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The name of an account has 1 to 64 letters, digits, dots, hyphens or underscores");
    }
  }

  /**
   * Answers the name as somebody typed it.
   *
   * @throws IllegalArgumentException when it is none
   */
  static AccountName from(String typed) {
    return new AccountName(typed.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
