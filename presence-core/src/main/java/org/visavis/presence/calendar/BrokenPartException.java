package org.visavis.presence.calendar;

import org.visavis.presence.CalendarProblem;

/** One part of a calendar is not what it should be. Never leaves the package, holds no text. */
final class BrokenPartException extends Exception {

  private static final long serialVersionUID = 1L;

  private final CalendarProblem.Reason reason;

  BrokenPartException(CalendarProblem.Reason reason) {
    super(reason.code(), null, false, false);
    this.reason = reason;
  }

  CalendarProblem.Reason reason() {
    return reason;
  }
}
