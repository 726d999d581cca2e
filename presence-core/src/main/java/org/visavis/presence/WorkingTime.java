package org.visavis.presence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * When a person works: the working hours, without the public holidays of the region. Where no hours
 * are said every day is worked but a holiday. A holiday lasts from midnight to midnight where the
 * person is; a day for which the hours make an exception is worked as they say. Immutable;
 * remembers the last stretch that it was asked for, because most questions are about now.
 * Thread-safe.
 */
public final class WorkingTime {

  /** More interruptions in a row than this have no end that anybody plans with. */
  private static final int MOST_INTERRUPTIONS = 100;

  /** How many returns from absences are remembered: people of the same hours share them. */
  private static final int REMEMBERED = 32;

  private static final WorkingTime UNSPECIFIED =
      new WorkingTime(WorkingHours.unspecified(), ZoneId.of("UTC"), null);

  private final WorkingHours hours;
  private final ZoneId zone;
  private final @Nullable HolidayRegion holidays;
  private volatile @Nullable Stretch last;

  /** Returns that were asked for lately; of two with the same place the later stays. */
  private final AtomicReferenceArray<@Nullable Return> returns;

  private WorkingTime(WorkingHours hours, ZoneId zone, @Nullable HolidayRegion holidays) {
    this.hours = Objects.requireNonNull(hours, "hours");
    this.zone = Objects.requireNonNull(zone, "zone");
    this.holidays = holidays;
    returns = new AtomicReferenceArray<>(hours.spans().isEmpty() ? 1 : REMEMBERED);
  }

  /** Answers the working time of somebody of whom neither hours nor region are known. */
  public static WorkingTime unspecified() {
    return UNSPECIFIED;
  }

  /** Answers the working time of somebody for whom holidays are not looked at. */
  public static WorkingTime of(WorkingHours hours) {
    return new WorkingTime(hours, hours.zone(), null);
  }

  /**
   * Answers the working time of somebody in a region.
   *
   * @param home where days begin for a person without working hours; others have the zone of theirs
   */
  public static WorkingTime of(WorkingHours hours, ZoneId home, Optional<HolidayRegion> holidays) {
    return new WorkingTime(
        hours, hours.spans().isEmpty() ? home : hours.zone(), holidays.orElse(null));
  }

  /** Answers the working hours. */
  public WorkingHours hours() {
    return hours;
  }

  /** Answers the zone in which days begin. */
  public ZoneId zone() {
    return zone;
  }

  /** Answers what holds at that instant, and until when. */
  public Stretch at(Instant now) {
    Stretch known = last;
    if (known != null && known.contains(now)) {
      return known;
    }
    Optional<String> holiday = holidayAt(now);
    boolean working = holiday.isEmpty() && isWithinHours(now);
    Optional<Instant> until = working ? endOfWork(now) : nextWork(now);
    Stretch answer = new Stretch(now, working, until, holiday, reasonEnds(holiday, until, now));
    last = answer;
    return answer;
  }

  /** Answers the first instant from that one on at which the person works, if there is one. */
  public Optional<Instant> nextWork(Instant from) {
    int place = Math.floorMod((from.hashCode() * 31) >>> 8, returns.length());
    Return known = returns.get(place);
    if (known == null || !known.from().equals(from)) {
      known = new Return(from, lookForWork(from));
      returns.set(place, known);
    }
    return known.work();
  }

  private record Return(Instant from, Optional<Instant> work) {}

  private Optional<Instant> lookForWork(Instant from) {
    Instant instant = from;
    for (int i = 0; i < MOST_INTERRUPTIONS; i++) {
      if (holidayAt(instant).isPresent()) {
        instant = startOfDay(LocalDate.ofInstant(instant, zone).plusDays(1));
      } else if (!isWithinHours(instant)) {
        Optional<Instant> next = hours.nextBoundary(instant);
        if (next.isEmpty()) {
          return next;
        }
        instant = next.get();
      } else {
        return Optional.of(instant);
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> endOfWork(Instant now) {
    Optional<Instant> endOfHours =
        hours.spans().isEmpty() ? Optional.empty() : hours.nextBoundary(now);
    if (holidays == null || isOutOfRange(now)) {
      return endOfHours;
    }
    return Instants.earlier(endOfHours, nextHoliday(now));
  }

  /** A reason lasts as long as the stretch, but the name of a holiday only its day. */
  private Optional<Instant> reasonEnds(
      Optional<String> holiday, Optional<Instant> until, Instant now) {
    if (holiday.isPresent()) {
      return Instants.earlier(
          until, Optional.of(startOfDay(LocalDate.ofInstant(now, zone).plusDays(1))));
    }
    if (holidays == null || isOutOfRange(now)) {
      return until;
    }
    return Instants.earlier(until, nextHoliday(now));
  }

  private boolean isWithinHours(Instant now) {
    return hours.spans().isEmpty() || hours.contains(now);
  }

  private Optional<String> holidayAt(Instant now) {
    return isOutOfRange(now) ? Optional.empty() : holidayOn(LocalDate.ofInstant(now, zone));
  }

  private Optional<String> holidayOn(LocalDate date) {
    return holidays == null || hours.exceptions().containsKey(date)
        ? Optional.empty()
        : holidays.on(date);
  }

  private Optional<Instant> nextHoliday(Instant now) {
    Optional<LocalDate> next = Optional.of(LocalDate.ofInstant(now, zone));
    do {
      next = next.flatMap(day -> holidays == null ? Optional.empty() : holidays.nextAfter(day));
    } while (next.filter(day -> holidayOn(day).isEmpty()).isPresent());
    return next.map(this::startOfDay);
  }

  private Instant startOfDay(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  private static boolean isOutOfRange(Instant now) {
    return now.isBefore(Instants.YEAR_1) || !now.isBefore(Instants.YEAR_9999);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkingTime that
        && hours.equals(that.hours)
        && zone.equals(that.zone)
        && Objects.equals(holidays, that.holidays);
  }

  @Override
  public int hashCode() {
    return Objects.hash(hours, zone, holidays);
  }

  @Override
  public String toString() {
    return hours.text() + " " + zone + (holidays == null ? "" : " " + holidays);
  }

  /**
   * A time during which a person works, or does not.
   *
   * @param from an instant in it
   * @param working whether the person works
   * @param until when that ends; empty when nothing is known to end it
   * @param holiday the name of the public holiday, if it is one
   * @param same until when all of this holds, its reason included
   */
  public record Stretch(
      Instant from,
      boolean working,
      Optional<Instant> until,
      Optional<String> holiday,
      Optional<Instant> same) {

    boolean contains(Instant instant) {
      return !instant.isBefore(from)
          && (same.isEmpty() ? instant.equals(from) : instant.isBefore(same.get()));
    }
  }
}
