package org.visavis.presence.calendar;

import java.util.Locale;

/** Why a file is not taken as a calendar. */
public enum CalendarRefusal {
  /** It does not begin as an iCalendar file does; often it is a page that asks to sign in. */
  NOT_A_CALENDAR,
  /** It is written in the form of 1996 (vCalendar 1.0), whose repetitions mean something else. */
  OLD_VERSION,
  /** It ends in the middle: the rest was lost on the way. */
  INCOMPLETE,
  /** It has more than {@link CalendarReader#MAX_BYTES} bytes. */
  TOO_LARGE,
  /** Its parts lie in each other deeper than any calendar's. */
  TOO_DEEP,
  /** To work out its repetitions takes longer than is granted to a file. */
  TOO_COSTLY,
  /** It could not be read to its end from where it comes from. */
  UNREADABLE;

  /** Answers the name used in files and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
