package org.visavis.web.pages;

import java.util.Locale;

/** Whether a channel can be used now. */
public enum Openness {
  OPEN,
  WAITLIST,
  LATER,
  CLOSED;

  /** The word in keys, style sheets and the API, for example {@code waitlist}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
