package org.visavis.routing;

import java.io.Serial;

/**
 * Thrown by every store of this module when the storage below it fails. The message never carries
 * stored data.
 */
public final class RoutingStoreException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Makes the exception; the message says what was attempted. */
  public RoutingStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
