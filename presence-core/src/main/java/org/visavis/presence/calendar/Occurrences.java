package org.visavis.presence.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.presence.CalendarProblem;

/**
 * When something takes place that has a start, an end or a length, and perhaps repetitions (RFC
 * 5545, section 3.8.5): an event, or the time at which somebody is available.
 */
final class Occurrences {

  /** How many times one event takes place within the window, at most. */
  private static final int MOST_OF_ONE = 2_000;

  /** Those that lie before the window and do not reach into it are worked out with them. */
  private static final int MOST_WORKED_OUT = 3_000;

  private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);

  /**
   * One time.
   *
   * @param original the moment that the rule gives it, by which an overriding part names it
   */
  record Occurrence(Moment original, Instant start, Instant end) {}

  private final Component component;
  private final CalendarZones zones;
  private final Problems problems;
  private final Budget budget;
  private final Moment start;
  private final Optional<Instant> givenEnd;
  private final Length length;

  /**
   * @throws BrokenPartException when it has no start, or an end that is none
   */
  Occurrences(Component component, CalendarZones zones, Problems problems, Budget budget)
      throws BrokenPartException {
    this.component = component;
    this.zones = zones;
    this.problems = problems;
    this.budget = budget;
    ContentLine from =
        component
            .first("DTSTART")
            .filter(line -> !component.isBroken())
            .orElseThrow(() -> new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE));
    start = Moment.parse(from, from.value(), zones);
    if (start.local().isBefore(FIRST)) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE);
    }
    Optional<ContentLine> to = component.first("DTEND");
    Moment end = to.isPresent() ? Moment.parse(to.get(), to.get().value(), zones) : start;
    if (end.instant().isBefore(start.instant())) {
      throw new BrokenPartException(CalendarProblem.Reason.ENDS_BEFORE_START);
    }
    boolean days = start.isDate() && end.isDate();
    givenEnd = to.isPresent() && !days ? Optional.of(end.instant()) : Optional.empty();
    length = length(to.isPresent(), end);
  }

  private Length length(boolean hasEnd, Moment end) throws BrokenPartException {
    if (hasEnd && start.isDate() && end.isDate()) {
      // Some write the same day as the end of a whole day.
      long days = end.local().toLocalDate().toEpochDay() - start.local().toLocalDate().toEpochDay();
      return new Length(Math.max(days, 1), Duration.ZERO);
    }
    if (hasEnd) {
      return new Length(0, Duration.between(start.instant(), end.instant()));
    }
    Optional<ContentLine> duration = component.first("DURATION");
    if (duration.isPresent()) {
      return Length.parse(duration.get().value());
    }
    return start.isDate() ? Length.DAY : Length.NONE;
  }

  Moment start() {
    return start;
  }

  /** Answers the first time alone. */
  Occurrence first() throws BrokenPartException {
    return new Occurrence(
        start, start.instant(), givenEnd.isPresent() ? givenEnd.get() : length.endOf(start));
  }

  /** Answers the time of this length that begins at that moment instead. */
  Occurrence at(Moment original, Moment moved) throws BrokenPartException {
    return new Occurrence(original, moved.instant(), length.endOf(moved));
  }

  /**
   * Answers all times that end after the one instant and start before the other. Those that are
   * excepted are not among them.
   */
  List<Occurrence> between(Instant from, Instant to)
      throws BrokenPartException, RefusedCalendarException {
    if (budget.isFull()) {
      problems.add(CalendarProblem.Reason.TOO_MANY_TIMES, component.line());
      return List.of();
    }
    List<Occurrence> found = new ArrayList<>();
    Exceptions exceptions = new Exceptions();
    List<Moment> moments = new ArrayList<>();
    Optional<ContentLine> rule = component.first("RRULE");
    if (rule.isPresent()) {
      for (LocalDateTime local : repeated(rule.get(), from, to)) {
        moments.add(start.at(local));
      }
    } else {
      moments.add(start);
    }
    for (Moment moment : moments) {
      if (!exceptions.contain(moment)) {
        add(moment.equals(start) ? first() : at(moment, moment), from, to, found);
      }
    }
    addDates(exceptions, from, to, found);
    int kept = Math.min(found.size(), MOST_OF_ONE);
    budget.take(kept);
    if (kept < found.size() || moments.size() == MOST_WORKED_OUT) {
      problems.add(CalendarProblem.Reason.TOO_MANY_TIMES, component.line());
    }
    return found.subList(0, kept);
  }

  private List<LocalDateTime> repeated(ContentLine rule, Instant from, Instant to)
      throws RefusedCalendarException, BrokenPartException {
    try {
      Repetition repetition = Repetition.parse(rule.value(), start.rules());
      // What has begun before the window may reach into it; a day of slack covers all zones.
      LocalDateTime earliest =
          LocalDateTime.ofInstant(from, ZoneOffset.UTC)
              .minusDays(Math.min(length.days() + length.time().toDays(), 1_000) + 2);
      LocalDateTime latest = LocalDateTime.ofInstant(to, ZoneOffset.UTC).plusDays(2);
      if (!budget.spend(repetition.steps(start.local(), earliest, latest))) {
        throw new RefusedCalendarException(CalendarRefusal.TOO_COSTLY, rule.number());
      }
      return repetition.between(start.local(), start.isDate(), earliest, latest, MOST_WORKED_OUT);
    } catch (BrokenPartException e) {
      problems.add(e.reason(), rule.number());
      return List.of(start.local());
    }
  }

  private static void add(Occurrence one, Instant from, Instant to, List<Occurrence> found) {
    if (one.start().isBefore(to) && one.end().isAfter(from)) {
      found.add(one);
    }
  }

  /** Adds the dates that are given one by one. */
  private void addDates(Exceptions exceptions, Instant from, Instant to, List<Occurrence> found)
      throws BrokenPartException {
    for (ContentLine dates : component.all("RDATE").toList()) {
      for (String date : dates.value().split(",", -1)) {
        int slash = date.indexOf('/');
        String begin = slash < 0 ? date : date.substring(0, slash);
        Moment moment = Moment.parse(dates, begin, zones);
        if (exceptions.contain(moment) || moment.equals(start)) {
          continue;
        }
        Instant end =
            slash < 0 ? length.endOf(moment) : periodEnd(moment, date.substring(slash + 1), dates);
        add(new Occurrence(moment, moment.instant(), end), from, to, found);
      }
    }
  }

  private Instant periodEnd(Moment start, String end, ContentLine line) throws BrokenPartException {
    return end.strip().startsWith("P")
        ? Length.parse(end).endOf(start)
        : Moment.parse(line, end, zones).instant();
  }

  /** The times that do not take place; a date excepts the whole day. */
  private final class Exceptions {

    private final Set<Instant> instants = new HashSet<>();
    private final Set<LocalDate> dates = new HashSet<>();

    Exceptions() throws BrokenPartException {
      for (ContentLine line : component.all("EXDATE").toList()) {
        for (String date : line.value().split(",", -1)) {
          Moment moment = Moment.parse(line, date, zones);
          if (moment.isDate() || start.isDate()) {
            dates.add(moment.local().toLocalDate());
          } else {
            instants.add(moment.instant());
          }
        }
      }
    }

    boolean contain(Moment moment) {
      return dates.contains(moment.local().toLocalDate())
          || (!instants.isEmpty() && instants.contains(moment.instant()));
    }
  }
}
