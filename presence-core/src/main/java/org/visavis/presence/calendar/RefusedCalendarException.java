package org.visavis.presence.calendar;

/** Carries a refusal out of the depth of a file. Never leaves the package. */
final class RefusedCalendarException extends Exception {

  private static final long serialVersionUID = 1L;

  private final CalendarRefusal reason;
  private final int line;

  RefusedCalendarException(CalendarRefusal reason, int line) {
    super(reason.code(), null, false, false);
    this.reason = reason;
    this.line = line;
  }

  CalendarReading.Refused refusal() {
    return new CalendarReading.Refused(reason, line);
  }
}
