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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a person works, week by week, in his or her zone. Spans may run past midnight; a break is
 * the room between two spans. Immutable.
 *
 * <p>The clock on the wall decides: a person works while it shows a time within a span. So on the
 * night on which an hour is skipped, what lies in it is not worked (a span from 2:15 to 2:45 does
 * not take place, one from 2:30 on begins when the clock jumps to 3:00); and on the night on which
 * an hour is repeated, its spans and its breaks take place twice.
 *
 * @param zone the zone, with its rules for daylight saving
 * @param spans the working spans, at most {@link #MAX_SPANS}; they may touch or overlap; empty when
 *     nothing is said
 */
public record WorkingHours(ZoneId zone, List<Span> spans) {

  /** The largest number of spans: ten a day. */
  public static final int MAX_SPANS = 70;

  /** A week, the next one for a span that a skipped hour swallows, and room for a skipped day. */
  private static final int DAYS_AHEAD = 17;

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * Copies what comes in, ordered by day and time.
   *
   * @throws IllegalArgumentException when there are more than {@link #MAX_SPANS} spans
   */
  public WorkingHours {
    Objects.requireNonNull(zone, "zone");
    spans = spans.stream().distinct().sorted(Span.ORDER).toList();
    if (spans.size() > MAX_SPANS) {
      throw new IllegalArgumentException(
          "Working hours have at most " + MAX_SPANS + " spans, not " + spans.size());
    }
  }

  /** Answers hours that say nothing. */
  public static WorkingHours unspecified() {
    return new WorkingHours(ZoneId.of("UTC"), List.of());
  }

  /**
   * Reads hours such as {@code Mon-Thu 08:30-12:30 13:00-17:00, Fri 22:00-06:00}: days by the first
   * three letters of their English names, in any case; times from 00:00 to 24:00. A blank text says
   * nothing.
   *
   * @throws IllegalArgumentException when the text has another form; the message names the part
   */
  public static WorkingHours parse(ZoneId zone, String text) {
    return new WorkingHours(zone, HoursText.parse(text));
  }

  /** Answers the spans as {@link #parse} reads them. */
  public String text() {
    return HoursText.format(spans);
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
    DayOfWeek day = wall.getDayOfWeek();
    LocalTime time = wall.toLocalTime();
    for (Span span : spans) {
      if (span.contains(day, time)) {
        return true;
      }
    }
    return false;
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
    LocalDate today = LocalDate.ofInstant(after, zone);
    Instant earliest = null;
    int last = DAYS_AHEAD;
    for (int i = -1; i <= last; i++) {
      Instant found = firstOn(today.plusDays(i), after, now);
      if (found != null && (earliest == null || found.isBefore(earliest))) {
        earliest = found;
        // A clock that is put back over midnight can show the day before once more.
        last = Math.min(last, i + 1);
      }
    }
    return Optional.ofNullable(earliest);
  }

  private @Nullable Instant firstOn(LocalDate date, Instant after, boolean now) {
    DayOfWeek day = date.getDayOfWeek();
    Instant earliest = null;
    for (Span span : spans) {
      if (span.day() == day) {
        earliest = earlier(earliest, change(date.atTime(span.start()), after, now));
      }
      if (span.lastDay() == day) {
        earliest = earlier(earliest, change(date.atTime(span.end()), after, now));
      }
    }
    return earliest;
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
   * One working span.
   *
   * @param day the day on which it begins
   * @param start its first moment, to the minute
   * @param end its end, exclusive, to the minute; one that is not after the start lies on the next
   *     day
   */
  public record Span(DayOfWeek day, LocalTime start, LocalTime end) {

    private static final Comparator<Span> ORDER =
        Comparator.comparing(Span::day).thenComparing(Span::start).thenComparing(Span::end);

    /**
     * @throws IllegalArgumentException when a time has seconds
     */
    public Span {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(start, "start");
      Objects.requireNonNull(end, "end");
      if (!start.equals(start.truncatedTo(ChronoUnit.MINUTES))
          || !end.equals(end.truncatedTo(ChronoUnit.MINUTES))) {
        throw new IllegalArgumentException("Working hours are given to the minute");
      }
    }

    DayOfWeek lastDay() {
      return end.isAfter(start) ? day : day.plus(1);
    }

    boolean contains(DayOfWeek onDay, LocalTime time) {
      boolean started = onDay == day && !time.isBefore(start);
      if (end.isAfter(start)) {
        return started && time.isBefore(end);
      }
      return started || (onDay == day.plus(1) && time.isBefore(end));
    }
  }
}
