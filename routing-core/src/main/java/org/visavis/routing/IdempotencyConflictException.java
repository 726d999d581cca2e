package org.visavis.routing;

import java.io.Serial;

/** Thrown when an idempotency key comes back with other content than at first. */
public final class IdempotencyConflictException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public IdempotencyConflictException() {
    super("This idempotency key was used for another request; use a new key");
  }
}
