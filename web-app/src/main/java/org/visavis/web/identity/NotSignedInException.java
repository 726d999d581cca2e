package org.visavis.web.identity;

/** Something needs a person who has signed in, and in a role, and there is none. */
public final class NotSignedInException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotSignedInException(String message) {
    super(message);
  }
}
