package org.visavis.web.pages;

import java.util.Locale;

/** How much room a person has for another request, in one word. */
public enum LoadWord {
  FREE,
  SOME,
  BUSY,
  FULL;

  /** The word in keys, style sheets and the API, for example {@code free}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
