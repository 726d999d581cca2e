package org.visavis.presence.calendar;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarRule;

/**
 * Reads when somebody is busy out of an iCalendar file (RFC 5545), as Exchange, Google, Apple and
 * others write them: events with repetitions, exceptions and overriding parts; whole days, floating
 * times and foreign zones; published busy times (VFREEBUSY) and availability (RFC 7953). Immutable
 * and thread-safe.
 *
 * <p>Only times, what they mean and the status of a matching rule are taken. Titles, places, people
 * and texts are dropped line by line, and appear in no result, problem, exception or log.
 *
 * <p>Whatever the file holds, reading it ends, in about a second of work and within 64 MB of heap:
 * at most {@link #MAX_BYTES} are read, parts lie in each other eight deep at most, nothing repeats
 * more often than hourly, an event takes place 2,000 times at most and all together about 100,000
 * times, and finding those takes four million steps at most. Times that are past, or lie more than
 * {@link CalendarEntries#AHEAD} ahead, are not taken.
 *
 * <pre>{@code
 * CalendarReader reader = CalendarReader.create();
 * CalendarOwner owner = CalendarOwner.in(ZoneId.of("Europe/Berlin"));
 * List<CalendarRule> rules = List.of(new CalendarRule("Urlaub", Status.ON_HOLIDAY));
 * CalendarReading reading =
 *     reader.read(file, owner, rules, clock.instant(), Duration.ofDays(1));
 * String told =
 *     reading.fold(
 *         read -> read.entries().entries().size() + " busy times",
 *         refused -> "refused: " + refused.reason().code());
 * }</pre>
 */
public final class CalendarReader {

  /** The largest file, in bytes. */
  public static final int MAX_BYTES = 2_000_000;

  private CalendarReader() {}

  /** Answers a reader. One is enough for an application. */
  public static CalendarReader create() {
    return new CalendarReader();
  }

  /**
   * Reads a calendar.
   *
   * @param file is read to its end or to the bound, and not closed
   * @param owner whose calendar it is: where that person is, and which invitations are meant
   * @param rules what titles mean, the first that matches; also where the event says free
   * @param now when it is read
   * @param freshFor how long what is read may be believed, up to {@link CalendarEntries#AHEAD}
   * @throws IllegalArgumentException when it is to be believed for no time, or for longer
   */
  public CalendarReading read(
      InputStream file,
      CalendarOwner owner,
      List<CalendarRule> rules,
      Instant now,
      Duration freshFor) {
    Objects.requireNonNull(owner, "owner");
    if (freshFor.isNegative()
        || freshFor.isZero()
        || freshFor.compareTo(CalendarEntries.AHEAD) > 0) {
      throw new IllegalArgumentException(
          "A calendar is believed for up to " + CalendarEntries.AHEAD.toDays() + " days");
    }
    Problems problems = new Problems();
    Instant to = now.plus(CalendarEntries.AHEAD);
    BusySink sink = new BusySink(now, to);
    try {
      Component calendars = new CalendarFile(owner, List.copyOf(rules), problems).read(file);
      Budget budget = new Budget();
      CalendarZones zones = new CalendarZones(owner.zone(), to, problems, budget);
      List<Component> availabilities = new ArrayList<>();
      for (Component calendar : calendars.parts("VCALENDAR").toList()) {
        zones.describe(calendar);
        if (!calendar.word("METHOD").equals("CANCEL")) {
          for (Series series : series(calendar, zones, problems, budget, sink)) {
            series.expand(now, to);
          }
        }
        calendar.parts("VFREEBUSY").forEach(each -> FreeBusy.read(each, problems, sink));
        calendar.parts("VAVAILABILITY").forEach(availabilities::add);
      }
      new Availability(zones, problems, budget, now, to).read(availabilities, sink);
    } catch (RefusedCalendarException e) {
      return e.refusal();
    }
    CalendarEntries entries = new CalendarEntries(sink.entries(problems), now, now.plus(freshFor));
    return new CalendarReading.Read(entries, problems.inOrder());
  }

  private static Iterable<Series> series(
      Component calendar, CalendarZones zones, Problems problems, Budget budget, BusySink sink) {
    Map<String, Series> byUid = new LinkedHashMap<>();
    for (Component event : calendar.parts("VEVENT").toList()) {
      // An event without a UID is one of its own.
      String uid = event.first("UID").map(ContentLine::value).orElse("\n" + event.line());
      byUid.computeIfAbsent(uid, any -> new Series(zones, problems, budget, sink)).add(event);
    }
    return byUid.values();
  }
}
