package org.visavis.web.pages;

import java.util.Locale;

/** Where a request stands. */
public enum RequestState {
  /** Sent, not yet accepted. */
  OPEN,
  /** On the waitlist of the chosen person. */
  WAITLISTED,
  /** The chosen person takes care of it. */
  ACCEPTED,
  /** The employee answered and the customer's word is needed. */
  WAITING,
  /** The employee goes on with it at a time that both know. */
  SNOOZED,
  RESOLVED,
  /** The chosen person cannot; the customer chooses what happens. */
  DECLINED,
  WITHDRAWN,
  EXPIRED;

  /** The word in keys and style sheets, for example {@code accepted}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more will happen by itself. */
  public boolean ended() {
    return this == RESOLVED || this == WITHDRAWN || this == EXPIRED;
  }
}
