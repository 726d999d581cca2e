package org.visavis.presence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * When a person works, week by week, in his or her zone. Spans may run past midnight and belong to
 * the day on which they begin; a break is the room between two spans. Weeks may alternate, and a
 * single day may have other hours or none. Immutable.
 *
 * <p>The clock on the wall decides: a person works while it shows a time within a span. So on the
 * night on which an hour is skipped, what lies in it is not worked (a span from 2:15 to 2:45 does
 * not take place, one from 2:30 on begins when the clock jumps to 3:00); and on the night on which
 * an hour is repeated, its spans and its breaks take place twice.
 *
 * @param zone the zone, with its rules for daylight saving
 * @param spans the working spans, at most {@link #MAX_SPANS}; they may touch or overlap; empty when
 *     nothing is said
 * @param cycle after how many weeks they repeat
 * @param exceptions the days that are not as their week says: what is worked from that day on,
 *     empty where it is closed; at most {@link #MAX_EXCEPTIONS}. A span that began the day before
 *     runs on into such a day
 */
public record WorkingHours(
    ZoneId zone, List<Span> spans, WeekCycle cycle, SortedMap<LocalDate, List<Times>> exceptions) {

  /** The largest number of spans: ten a day. */
  public static final int MAX_SPANS = 70;

  /** The largest number of exceptional days. */
  public static final int MAX_EXCEPTIONS = 366;

  /** A span that a skipped hour swallows, and room for a skipped day and a 53rd week. */
  private static final int SLACK_DAYS = 10;

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * Copies what comes in, ordered by week, day and time. Without spans nothing is said at all, and
   * the cycle is that of every week.
   *
   * @throws IllegalArgumentException when a bound is exceeded, a span is of a week that the cycle
   *     does not have, there are exceptions but no spans, or the {@link #text} were longer than
   *     2,000 characters
   */
  public WorkingHours {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(cycle, "cycle");
    spans = spans.stream().distinct().sorted(Span.ORDER).toList();
    SortedMap<LocalDate, List<Times>> days = new TreeMap<>();
    exceptions.forEach(
        (date, times) -> days.put(date, times.stream().distinct().sorted(Times.ORDER).toList()));
    exceptions = Collections.unmodifiableSortedMap(days);
    checkSpans(spans, cycle);
    if (spans.isEmpty()) {
      cycle = WeekCycle.everyWeek();
    }
    checkExceptions(spans, exceptions);
    if (cycle.weeks() > 1 || !exceptions.isEmpty()) {
      HoursText.checkLength(HoursText.format(spans, cycle, exceptions));
    }
  }

  /** Answers hours that are alike every week, without exceptions. */
  public WorkingHours(ZoneId zone, List<Span> spans) {
    this(zone, spans, WeekCycle.everyWeek(), Collections.emptySortedMap());
  }

  private static void checkSpans(List<Span> spans, WeekCycle cycle) {
    if (spans.size() > MAX_SPANS) {
      throw new IllegalArgumentException(
          "Working hours have at most " + MAX_SPANS + " spans, not " + spans.size());
    }
    int weeks = cycle.weeks() == 1 ? 0 : cycle.weeks();
    if (spans.stream().anyMatch(span -> span.week() > weeks)) {
      throw new IllegalArgumentException("A span is of a week that the cycle does not have");
    }
  }

  private static void checkExceptions(
      List<Span> spans, SortedMap<LocalDate, List<Times>> exceptions) {
    if (!exceptions.isEmpty() && spans.isEmpty()) {
      throw new IllegalArgumentException("An exception needs working hours to be an exception of");
    }
    if (exceptions.size() > MAX_EXCEPTIONS
        || exceptions.values().stream().anyMatch(times -> times.size() > 10)) {
      throw new IllegalArgumentException(
          "Working hours have at most "
              + MAX_EXCEPTIONS
              + " exceptional days of at most 10 spans each");
    }
    if (exceptions.keySet().stream()
        .anyMatch(date -> date.getYear() < 1 || date.getYear() > 9998)) {
      throw new IllegalArgumentException("Exceptional days lie in the years 1 to 9998");
    }
  }

  /** Answers hours that say nothing. */
  public static WorkingHours unspecified() {
    return new WorkingHours(ZoneId.of("UTC"), List.of());
  }

  /**
   * Reads hours as people write them. The parts are separated by commas, semicolons or line breaks:
   *
   * <ul>
   *   <li>{@code Mon-Thu 08:30-12:30 13:00-17:00}, {@code Fri 22:00-06:00}: days by the first three
   *       letters of their English names, in any case; times from 00:00 to 24:00;
   *   <li>{@code odd Mon-Fri 08:00-12:00}, {@code even Mon 12:00-18:00}: in odd or even calendar
   *       weeks only;
   *   <li>{@code 3 weeks from 2026-01-05} with {@code week2 Sat 10:00-14:00}: in the second week of
   *       a rotation of three whose first week is that of the date;
   *   <li>{@code 2026-12-24 closed}, {@code 2026-12-24/2027-01-01 closed}, {@code 2026-12-31
   *       09:00-12:00}: what is worked from a day on, or from each of several days, instead of what
   *       its week says. A later part replaces an earlier one.
   * </ul>
   *
   * <p>Days without {@code odd}, {@code even} or {@code week…} are of every week. A blank text says
   * nothing.
   *
   * @throws IllegalArgumentException when the text has another form or more than 2,000 characters;
   *     the message names the part
   */
  public static WorkingHours parse(ZoneId zone, String text) {
    return new HoursText().parse(zone, text);
  }

  /** Answers the hours as {@link #parse} reads them. */
  public String text() {
    return HoursText.format(spans, cycle, exceptions);
  }

  /**
   * Answers these hours without the exceptions of days before that one. Times of the day before
   * reach into a day, so that only those of earlier days say nothing more.
   */
  public WorkingHours withoutExceptionsBefore(LocalDate date) {
    if (exceptions.isEmpty() || !exceptions.firstKey().isBefore(date)) {
      return this;
    }
    return new WorkingHours(zone, spans, cycle, exceptions.tailMap(date));
  }

  /**
   * Answers whether the person works at that instant: whether the wall clock shows a time within a
   * span. False where there are no spans, and before the year 1 and after the year 9998.
   */
  public boolean contains(Instant instant) {
    if (spans.isEmpty() || isOutOfRange(instant)) {
      return false;
    }
    LocalDateTime wall = LocalDateTime.ofInstant(instant, zone);
    LocalDate date = wall.toLocalDate();
    LocalTime time = wall.toLocalTime();
    return anyOn(
            date,
            (start, end) -> !time.isBefore(start) && (time.isBefore(end) || runsOn(start, end)))
        || anyOn(date.minusDays(1), (start, end) -> runsOn(start, end) && time.isBefore(end));
  }

  private boolean anyOn(LocalDate date, BiPredicate<LocalTime, LocalTime> test) {
    List<Times> exception = exceptions.isEmpty() ? null : exceptions.get(date);
    if (exception != null) {
      for (Times times : exception) {
        if (test.test(times.start(), times.end())) {
          return true;
        }
      }
      return false;
    }
    DayOfWeek day = date.getDayOfWeek();
    int week = cycle.weekOf(date);
    for (Span span : spans) {
      if (span.isOn(week, day) && test.test(span.start(), span.end())) {
        return true;
      }
    }
    return false;
  }

  private static boolean runsOn(LocalTime start, LocalTime end) {
    return !end.isAfter(start);
  }

  /**
   * Answers the first instant after this one at which {@link #contains} answers differently; empty
   * when it never does. Spans that touch or overlap have no boundary between them.
   */
  public Optional<Instant> nextBoundary(Instant after) {
    if (spans.isEmpty() || isOutOfRange(after)) {
      return Optional.empty();
    }
    boolean now = contains(after);
    // What does not change within two cycles without an exception changes at the next exception.
    int enough = cycle.weeks() * 14 + SLACK_DAYS;
    LocalDate date = LocalDate.ofInstant(after, zone).minusDays(1);
    LocalDate last = date.plusDays(enough);
    while (true) {
      Instant found = firstOn(date, after, now);
      if (found != null) {
        // A clock that is put back over midnight can show the day before once more.
        Instant next =
            earlier(firstOn(date.plusDays(1), after, now), firstOn(date.plusDays(2), after, now));
        return Optional.of(Objects.requireNonNull(earlier(found, next)));
      }
      if (exceptions.containsKey(date)) {
        last = date.plusDays(enough);
      }
      if (!date.isBefore(last)) {
        SortedMap<LocalDate, List<Times>> later = exceptions.tailMap(date.plusDays(1));
        if (later.isEmpty()) {
          return Optional.empty();
        }
        date = later.firstKey().minusDays(2);
        last = later.firstKey();
      }
      date = date.plusDays(1);
    }
  }

  /** Answers the first change after that instant that a span of that day makes. */
  private @Nullable Instant firstOn(LocalDate date, Instant after, boolean now) {
    List<Instant> changes = new ArrayList<>(4);
    anyOn(
        date,
        (start, end) -> {
          LocalDate lastDay = runsOn(start, end) ? date.plusDays(1) : date;
          addIfPresent(changes, change(date.atTime(start), after, now));
          addIfPresent(changes, change(lastDay.atTime(end), after, now));
          return false;
        });
    return changes.stream().min(Comparator.naturalOrder()).orElse(null);
  }

  private static void addIfPresent(List<Instant> changes, @Nullable Instant change) {
    if (change != null) {
      changes.add(change);
    }
  }

  /** Answers when the wall clock comes to that moment with a change, after that instant. */
  private @Nullable Instant change(LocalDateTime moment, Instant after, boolean now) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition transition = rules.getTransition(moment);
    if (transition == null) {
      return ifChanged(moment.toInstant(rules.getOffset(moment)), after, now);
    }
    Instant jump = ifChanged(transition.getInstant(), after, now);
    if (transition.isGap()) {
      return jump;
    }
    Instant first = ifChanged(moment.toInstant(transition.getOffsetBefore()), after, now);
    Instant second = ifChanged(moment.toInstant(transition.getOffsetAfter()), after, now);
    return earlier(first, earlier(jump, second));
  }

  private @Nullable Instant ifChanged(Instant candidate, Instant after, boolean now) {
    return candidate.isAfter(after) && contains(candidate) != now ? candidate : null;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.isBefore(one) ? other : one;
  }

  private static boolean isOutOfRange(Instant instant) {
    return instant.isBefore(EARLIEST) || !instant.isBefore(LATEST);
  }

  /**
   * What is worked on one day.
   *
   * @param start its first moment, to the minute
   * @param end its end, exclusive, to the minute; one that is not after the start lies on the next
   *     day
   */
  public record Times(LocalTime start, LocalTime end) {

    private static final Comparator<Times> ORDER =
        Comparator.comparing(Times::start).thenComparing(Times::end);

    /**
     * @throws IllegalArgumentException when a time has seconds
     */
    public Times {
      checkMinute(start, "start");
      checkMinute(end, "end");
    }
  }

  /**
   * One working span.
   *
   * @param week the week of the cycle that it belongs to, from 1 on; 0 when it is of every week
   * @param day the day on which it begins
   * @param start its first moment, to the minute
   * @param end its end, exclusive, to the minute; one that is not after the start lies on the next
   *     day
   */
  public record Span(int week, DayOfWeek day, LocalTime start, LocalTime end) {

    private static final Comparator<Span> ORDER =
        Comparator.comparing(Span::week)
            .thenComparing(Span::day)
            .thenComparing(Span::start)
            .thenComparing(Span::end);

    /**
     * @throws IllegalArgumentException when a time has seconds, or the week is negative
     */
    public Span {
      Objects.requireNonNull(day, "day");
      checkMinute(start, "start");
      checkMinute(end, "end");
      if (week < 0) {
        throw new IllegalArgumentException("Weeks are counted from 1; 0 is every week");
      }
    }

    /** Answers a span of every week. */
    public Span(DayOfWeek day, LocalTime start, LocalTime end) {
      this(0, day, start, end);
    }

    boolean isOn(int inWeek, DayOfWeek onDay) {
      return day == onDay && (week == 0 || week == inWeek);
    }
  }

  private static void checkMinute(LocalTime time, String name) {
    if (!Objects.requireNonNull(time, name).equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("Working hours are given to the minute");
    }
  }
}
