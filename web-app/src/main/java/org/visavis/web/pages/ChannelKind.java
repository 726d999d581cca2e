package org.visavis.web.pages;

import java.util.Locale;

/** A way to reach a person. */
public enum ChannelKind {
  MESSAGE,
  CHAT,
  PHONE,
  CALLBACK,
  VIDEO,
  APPOINTMENT;

  /** The word in keys, form fields and the API, for example {@code callback}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
