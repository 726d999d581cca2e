package org.visavis.routing;

import java.security.SecureRandom;
import java.util.Objects;

/**
 * Opens an entry of a waitlist to whoever asked for it. Immutable; its text form does not reveal
 * it.
 *
 * @param value 22 to 64 characters that are safe in an address
 */
public record WaitlistToken(String value) {

  /**
   * @throws IllegalArgumentException when the value has another form
   */
  public WaitlistToken {
    Objects.requireNonNull(value, "value");
    Secret.requireValid(value);
  }

  /** Answers the token with that value. */
  public static WaitlistToken of(String value) {
    return new WaitlistToken(value);
  }

  /** Answers a new token of 144 random bits. */
  public static WaitlistToken random(SecureRandom random) {
    return new WaitlistToken(Secret.random(random));
  }

  @Override
  public String toString() {
    return "WaitlistToken[secret]";
  }
}
