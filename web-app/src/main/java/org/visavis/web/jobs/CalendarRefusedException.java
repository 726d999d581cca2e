package org.visavis.web.jobs;

/** A calendar's address or file is not taken. Nothing was changed, and nothing of it is in here. */
public final class CalendarRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  CalendarRefusedException(String code) {
    super("The calendar is not taken: " + code, null, false, false);
    this.code = code;
  }

  /** Answers why, as a code for which there are words under {@code calendar.error}. */
  public String code() {
    return code;
  }
}
