package org.visavis.directory.exchange;

import java.io.Serial;

/** Thrown when a directory server cannot be read. The message never holds a password. */
public final class LdapAccessException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  LdapAccessException(String message) {
    super(message);
  }
}
