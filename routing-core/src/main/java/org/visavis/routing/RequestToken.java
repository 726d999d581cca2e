package org.visavis.routing;

import java.security.SecureRandom;
import java.util.Objects;

/**
 * Lets the customer see and continue the own request: the secret part of the tracking link.
 * Immutable; its text form does not reveal it.
 *
 * @param value 22 to 64 characters that are safe in an address
 */
public record RequestToken(String value) {

  /**
   * @throws IllegalArgumentException when the value has another form
   */
  public RequestToken {
    Objects.requireNonNull(value, "value");
    Secret.requireValid(value);
  }

  /** Answers the token with that value. */
  public static RequestToken of(String value) {
    return new RequestToken(value);
  }

  /** Answers a new token of 144 random bits. */
  public static RequestToken random(SecureRandom random) {
    return new RequestToken(Secret.random(random));
  }

  @Override
  public String toString() {
    return "RequestToken[secret]";
  }
}
