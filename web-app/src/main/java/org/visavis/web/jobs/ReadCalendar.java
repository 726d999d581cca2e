package org.visavis.web.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Presence;
import org.visavis.presence.calendar.CalendarReading;

/**
 * What came of reading a calendar, not kept yet. Immutable.
 *
 * @param at when it was read
 * @param entries what it says; empty when nothing was read, or it has not changed
 * @param version what to say to the server next time
 * @param error why nothing was read, as a code; empty when all went well
 * @param leftOut what was left out
 */
record ReadCalendar(
    Instant at,
    Optional<CalendarEntries> entries,
    Optional<String> version,
    Optional<String> error,
    List<CalendarProblem> leftOut) {

  static ReadCalendar of(CalendarReading reading, Instant at, Optional<String> version) {
    return reading.fold(
        read ->
            new ReadCalendar(
                at, Optional.of(read.entries()), version, Optional.empty(), read.problems()),
        refused -> failed(refused.reason().code(), at));
  }

  static ReadCalendar failed(String code, Instant at) {
    return new ReadCalendar(at, Optional.empty(), Optional.empty(), Optional.of(code), List.of());
  }

  /** It says what it said before: that may be believed for longer. */
  static ReadCalendar unchanged(
      CalendarSubscription calendar, CalendarEntries known, Instant at, Duration believed) {
    return new ReadCalendar(
        at,
        Optional.of(new CalendarEntries(known.entries(), known.readAt(), at.plus(believed))),
        calendar.etag(),
        Optional.empty(),
        calendar.leftOut());
  }

  /** Takes it over, within the caller's transaction. */
  CalendarSubscription keep(Presence presence, EmployeeId employee, CalendarSubscription calendar) {
    CalendarSubscription after =
        error
            .map(code -> calendar.failed(at, code))
            .orElseGet(() -> calendar.read(at, version, leftOut));
    presence.subscribe(employee, after);
    entries.ifPresent(said -> presence.setCalendar(employee, calendar.calendar(), said));
    return after;
  }
}
