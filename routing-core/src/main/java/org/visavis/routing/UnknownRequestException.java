package org.visavis.routing;

import java.io.Serial;

/** Thrown when there is no such request, or none of whoever asks: the two are not told apart. */
public final class UnknownRequestException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Makes the exception; it names nothing, since the id or token may be somebody else's. */
  public UnknownRequestException() {
    super("There is no such request");
  }
}
