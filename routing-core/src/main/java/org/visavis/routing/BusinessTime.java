package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.Presence;
import org.visavis.presence.WorkPeriod;

/** Counts the time that somebody works, by what presence knows of it now. Thread-safe. */
final class BusinessTime {

  /** How far ahead is looked in one step: mostly it is enough. */
  private static final Duration STEP = Duration.ofDays(20);

  private final Presence presence;

  BusinessTime(Presence presence) {
    this.presence = presence;
  }

  /**
   * Answers when somebody has worked for that long; the end of a time of work, not the beginning of
   * the next, where it falls there. Empty where it never comes within {@link
   * CalendarEntries#AHEAD}.
   *
   * @param amount positive
   */
  Optional<Instant> after(EmployeeId employee, Instant from, Duration amount) {
    Duration left = amount;
    Instant end = from.plus(CalendarEntries.AHEAD);
    for (Instant at = from; at.isBefore(end); at = at.plus(STEP)) {
      for (WorkPeriod period : presence.work(employee, at, at.plus(STEP))) {
        if (left.compareTo(period.length()) <= 0) {
          return Optional.of(period.start().plus(left));
        }
        left = left.minus(period.length());
      }
    }
    return Optional.empty();
  }

  /** Answers how long somebody works between two instants. */
  Duration between(EmployeeId employee, Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    for (Instant at = from; at.isBefore(to); at = at.plus(STEP)) {
      Instant end = at.plus(STEP).isBefore(to) ? at.plus(STEP) : to;
      for (WorkPeriod period : presence.work(employee, at, end)) {
        sum = sum.plus(period.length());
      }
    }
    return sum;
  }
}
