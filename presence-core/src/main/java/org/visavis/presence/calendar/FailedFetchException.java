package org.visavis.presence.calendar;

import java.io.IOException;

/** Carries a failure out of a fetch. Never leaves the package, holds no address. */
final class FailedFetchException extends IOException {

  private static final long serialVersionUID = 1L;

  private final FetchFailure reason;

  FailedFetchException(FetchFailure reason) {
    super(reason.code());
    this.reason = reason;
  }

  FetchFailure reason() {
    return reason;
  }
}
