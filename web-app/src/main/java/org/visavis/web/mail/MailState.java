package org.visavis.web.mail;

import java.util.Locale;

/** What has become of a mail. */
public enum MailState {
  /** It is to be sent. */
  WAITING,
  /** The mail server took it. */
  SENT,
  /** It was refused for good, or nobody took it for days. */
  FAILED,
  /** No mail server was configured when it was written; it stays here. */
  KEPT;

  /** Answers the name used in the table: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
