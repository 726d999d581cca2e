package org.visavis.web.pages;

import java.util.Locale;

/** What a person is doing now, as customers see it. */
public enum StatusKind {
  AVAILABLE,
  BUSY,
  AWAY,
  ON_HOLIDAY,
  TRAVELLING,
  OFF_DUTY,
  UNKNOWN;

  /** The word in keys, style sheets and the API, for example {@code on-holiday}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
