package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.visavis.presence.WorkPeriod;

/**
 * The free times of one employee within a window, at one moment. Instants throughout, so that no
 * change of the clocks makes a slot longer or shorter. Immutable.
 */
final class FreeTimes {

  private static final long STEP = AppointmentSettings.STEP.toSeconds();

  private final AppointmentSettings settings;
  private final List<WorkPeriod> work;
  private final ZoneId zone;
  private final Instant earliest;
  private final Instant latest;
  private final List<Slot> blocked;
  private final Map<LocalDate, Integer> booked = new HashMap<>();

  /**
   * Takes what stands against being free.
   *
   * @param work when the employee works
   * @param zone where days begin for the employee
   * @param busy what calendars and statuses say, in any order
   * @param bookings the bookings, without the one that is to be moved
   */
  FreeTimes(
      AppointmentSettings settings,
      List<WorkPeriod> work,
      ZoneId zone,
      List<Slot> busy,
      List<Booking> bookings,
      Instant now) {
    this.settings = settings;
    this.work = work;
    this.zone = zone;
    this.earliest = now.plus(settings.notice());
    this.latest = now.plus(Duration.ofDays(settings.horizonDays()));
    List<Slot> all = new ArrayList<>(busy);
    bookings.forEach(
        booking -> {
          all.add(booking.kept());
          booked.merge(day(booking.slot().start()), 1, Integer::sum);
        });
    this.blocked = merged(all);
  }

  private static List<Slot> merged(List<Slot> times) {
    List<Slot> merged = new ArrayList<>(times.size());
    for (Slot time : times.stream().sorted().toList()) {
      int last = merged.size() - 1;
      if (last >= 0 && !time.start().isAfter(merged.get(last).end())) {
        Instant end = merged.get(last).end();
        merged.set(
            last, new Slot(merged.get(last).start(), time.end().isAfter(end) ? time.end() : end));
      } else {
        merged.add(time);
      }
    }
    return merged;
  }

  /** Answers the slots that begin between two instants, one after the other. */
  List<Slot> slots(Instant from, Instant to) {
    List<Slot> slots = new ArrayList<>();
    for (WorkPeriod period : work) {
      Instant start = roundedUp(period.start());
      while (!start.plus(settings.length()).isAfter(period.end()) && start.isBefore(to)) {
        Slot blocker = blocker(start);
        if (blocker != null) {
          start = roundedUp(blocker.end().plus(settings.before()));
        } else {
          if (!start.isBefore(from) && isInReach(start)) {
            slots.add(Slot.of(start, settings.length()));
          }
          start = start.plus(settings.length());
        }
      }
    }
    return slots;
  }

  /** Answers whether a slot that begins then can be had. */
  boolean isFree(Instant start) {
    return start.getNano() == 0
        && Math.floorMod(start.getEpochSecond(), STEP) == 0
        && isInReach(start)
        && work.stream().anyMatch(period -> period.covers(start, start.plus(settings.length())))
        && blocker(start) == null;
  }

  private boolean isInReach(Instant start) {
    return !start.isBefore(earliest)
        && !start.isAfter(latest)
        && booked.getOrDefault(day(start), 0) < settings.mostADay();
  }

  /** Answers what is kept free for a slot that begins then. */
  Slot kept(Instant start) {
    return new Slot(
        start.minus(settings.before()), start.plus(settings.length()).plus(settings.after()));
  }

  /** Answers the day on which an instant falls, where the employee is. */
  Slot dayOf(Instant instant) {
    LocalDate day = day(instant);
    return new Slot(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** Answers the first time that stands against a slot that begins then. */
  private @Nullable Slot blocker(Instant start) {
    Slot kept = kept(start);
    int low = 0;
    int high = blocked.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocked.get(middle).end().isAfter(kept.start())) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < blocked.size() && blocked.get(low).start().isBefore(kept.end())
        ? blocked.get(low)
        : null;
  }

  private static Instant roundedUp(Instant instant) {
    long seconds = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    return Instant.ofEpochSecond(Math.floorDiv(seconds + STEP - 1, STEP) * STEP);
  }
}
