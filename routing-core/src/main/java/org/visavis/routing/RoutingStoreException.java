package org.visavis.routing;

import java.io.Serial;

/**
 * Thrown by every store of this module when the storage below it fails. The message never carries
 * stored data.
 */
public final class RoutingStoreException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final boolean conflict;

  /** Makes the exception; the message says what was attempted. */
  public RoutingStoreException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private RoutingStoreException(String message, Throwable cause, boolean conflict) {
    super(message, cause);
    this.conflict = conflict;
  }

  /** Makes the exception for a transaction that lost against another. */
  public static RoutingStoreException conflict(String message, Throwable cause) {
    return new RoutingStoreException(message, cause, true);
  }

  /**
   * Answers whether the transaction lost against another one and nothing is wrong otherwise. It has
   * to be rolled back; the same call in a new transaction sees what the other did and can be
   * expected to succeed.
   */
  public boolean isConflict() {
    return conflict;
  }
}
