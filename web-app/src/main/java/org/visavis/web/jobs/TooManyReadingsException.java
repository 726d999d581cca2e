package org.visavis.web.jobs;

import java.time.Duration;

/** Calendars are read too often, by one person or by all together. Nothing was changed. */
public final class TooManyReadingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyReadingsException(Duration wait) {
    super("Calendars are read too often", null, false, false);
    this.wait = wait;
  }

  /** Answers how long to wait before the next try. */
  public Duration waitFor() {
    return wait;
  }
}
