package org.visavis.routing;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a request to the employee who cares for it. Not a secret: it opens nothing by itself.
 * Immutable.
 *
 * @param value a UUID
 */
public record RequestId(UUID value) {

  /** Checks what comes in. */
  public RequestId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Answers the id with that text form.
   *
   * @throws IllegalArgumentException when it is no UUID
   */
  public static RequestId from(String text) {
    return new RequestId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
