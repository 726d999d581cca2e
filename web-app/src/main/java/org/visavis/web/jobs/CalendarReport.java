package org.visavis.web.jobs;

import java.util.List;
import java.util.Objects;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.calendar.CalendarProblem;

/**
 * How the reading of a calendar went: for the employee alone. Immutable.
 *
 * @param calendar as it is now; its last error says why nothing was read, where that is so
 * @param leftOut what was left out of a calendar that was read; told this once and not kept
 */
public record CalendarReport(CalendarSubscription calendar, List<CalendarProblem> leftOut) {

  /** Copies the list. */
  public CalendarReport {
    Objects.requireNonNull(calendar, "calendar");
    leftOut = List.copyOf(leftOut);
  }
}
