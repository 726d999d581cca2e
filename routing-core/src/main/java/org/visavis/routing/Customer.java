package org.visavis.routing;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Who asks. Immutable; its text form reveals nobody.
 *
 * @param name 1 to 200 characters
 * @param email 3 to 254 characters with an @ inside (RFC 5321, section 4.5.3.1)
 * @param phone a number to call back
 * @param language the language in which the customer is written to
 * @param timeZone the customer's zone, where it is known
 */
public record Customer(
    String name, String email, Optional<String> phone, Locale language, Optional<ZoneId> timeZone) {

  /**
   * @throws IllegalArgumentException when a part is missing or too long; the message names the part
   */
  public Customer {
    name = name.strip();
    if (name.isEmpty() || name.length() > 200) {
      throw new IllegalArgumentException("name has 1 to 200 characters");
    }
    email = Words.requireEmail(email);
    phone = phone.map(String::strip).filter(number -> !number.isEmpty());
    if (phone.filter(number -> !number.matches("[+0-9()/. -]{3,40}")).isPresent()) {
      throw new IllegalArgumentException("phone has 3 to 40 digits, spaces and + ( ) / . -");
    }
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(timeZone, "timeZone");
  }

  /**
   * Answers a customer of whom only name, address and language are known.
   *
   * @throws IllegalArgumentException when a part is missing or too long; the message names the part
   */
  public static Customer of(String name, String email, Locale language) {
    return new Customer(name, email, Optional.empty(), language, Optional.empty());
  }

  @Override
  public String toString() {
    return "Customer[…]";
  }
}
