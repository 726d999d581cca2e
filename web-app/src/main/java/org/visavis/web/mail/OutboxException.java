package org.visavis.web.mail;

import java.io.Serial;
import java.sql.SQLException;

/** Thrown when the database below the outbox fails. The message carries nothing of a mail. */
public final class OutboxException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  OutboxException(SQLException cause) {
    super("The outbox does not answer", cause);
  }
}
