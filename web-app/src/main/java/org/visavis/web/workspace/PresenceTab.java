package org.visavis.web.workspace;

import java.util.Locale;

/** A page on the own presence, in the order in which they are offered. */
public enum PresenceTab {
  OVERVIEW,
  ABSENCES,
  HOURS,
  CALENDARS,
  APPOINTMENTS,
  LIMITS,
  APPEARANCE;

  /** The word in keys and addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The address after the language. */
  public String path() {
    return "/workspace/presence" + (this == OVERVIEW ? "" : "/" + code());
  }
}
