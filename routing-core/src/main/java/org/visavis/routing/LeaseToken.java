package org.visavis.routing;

import java.security.SecureRandom;
import java.util.Objects;

/**
 * Proves that its owner holds a lease. Immutable; its text form does not reveal it.
 *
 * @param value 22 to 64 characters that are safe in an address
 */
public record LeaseToken(String value) {

  /**
   * @throws IllegalArgumentException when the value has another form
   */
  public LeaseToken {
    Objects.requireNonNull(value, "value");
    Secret.requireValid(value);
  }

  /** Answers the token with that value. */
  public static LeaseToken of(String value) {
    return new LeaseToken(value);
  }

  /** Answers a new token of 144 random bits. */
  public static LeaseToken random(SecureRandom random) {
    return new LeaseToken(Secret.random(random));
  }

  @Override
  public String toString() {
    return "LeaseToken[secret]";
  }
}
