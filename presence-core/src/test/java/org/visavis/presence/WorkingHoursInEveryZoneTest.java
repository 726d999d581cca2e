package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Holds working hours against a wall calendar on which every worked minute is marked by hand,
 * minute by minute, in every zone that the platform knows.
 *
 * <p>Of the ten years 2021 to 2030 this covers: in each zone every day on which its clock is
 * changed, with a day before and after; in each zone three turns of the year, on which odd and even
 * weeks and the exceptions change; and in Berlin every minute of two years. Zones with the same
 * rules are looked at once.
 */
class WorkingHoursInEveryZoneTest {

  private static final LocalDateTime FROM = LocalDateTime.parse("2021-01-01T00:00");
  private static final LocalDateTime TO = LocalDateTime.parse("2031-01-01T00:00");

  /** A usual one, one with exceptions, and one after 53 weeks. */
  private static final List<Integer> TURNS = List.of(2022, 2026, 2027);

  private static final String ODD_AND_EVEN =
      "Mon-Fri 08:00-12:00 12:45-16:30, odd Sat-Sun 00:00-02:30 03:15-09:00, even Sat 22:15-06:45,"
          + " Sun 23:30-02:10, 2025-12-31/2026-01-02 closed, 2026-03-29 01:30-02:45 02:50-24:00";
  private static final String ROTATION =
      "3 weeks from 2026-01-05, week1 Mon-Sun 00:00-24:00, week2 Thu-Sun 01:15-02:15 20:00-03:30,"
          + " week3 Fri 10:00-11:00, 2027-12-30 closed, 2028-01-01 00:00-00:30 23:00-01:00";

  private static final BitSet ODD_AND_EVEN_WORKED = marked(WorkingHoursInEveryZoneTest::oddAndEven);
  private static final BitSet ROTATION_WORKED = marked(WorkingHoursInEveryZoneTest::rotation);

  @Test
  void everyMinuteNearAChangeOfTheClockIsRight() {
    Map<ZoneRules, ZoneId> zones = zonesThatDiffer();
    assertThat(zones.size()).isGreaterThan(250);
    int nights = 0;
    for (ZoneId zone : zones.values()) {
      WorkingHours oddAndEven = WorkingHours.parse(zone, ODD_AND_EVEN);
      WorkingHours rotation = WorkingHours.parse(zone, ROTATION);
      for (ZoneOffsetTransition change : transitions(zone)) {
        Instant from = change.getInstant().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        compare(oddAndEven, ODD_AND_EVEN_WORKED, from, 3);
        compare(rotation, ROTATION_WORKED, from, 3);
        nights++;
      }
    }
    assertThat(nights).isGreaterThan(1_000);
  }

  @Test
  void everyMinuteOfTheTurnsOfYearsIsRightInEveryZone() {
    for (ZoneId zone : zonesThatDiffer().values()) {
      for (int year : TURNS) {
        Instant from = LocalDate.of(year, 1, 1).minusDays(1).atStartOfDay(zone).toInstant();
        compare(WorkingHours.parse(zone, ODD_AND_EVEN), ODD_AND_EVEN_WORKED, from, 5);
      }
    }
  }

  @Test
  void everyMinuteOfTwoYearsIsRightInBerlin() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant from = Instant.parse("2025-06-01T00:00:00Z");
    compare(WorkingHours.parse(berlin, ODD_AND_EVEN), ODD_AND_EVEN_WORKED, from, 730);
    compare(WorkingHours.parse(berlin, ROTATION), ROTATION_WORKED, from, 730);
  }

  /** What looks at the rules alone gives every zone of the same rules the same answers. */
  private static Map<ZoneRules, ZoneId> zonesThatDiffer() {
    Map<ZoneRules, ZoneId> zones = new LinkedHashMap<>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(id);
      zones.putIfAbsent(zone.getRules(), zone);
    }
    return zones;
  }

  private static List<ZoneOffsetTransition> transitions(ZoneId zone) {
    List<ZoneOffsetTransition> found = new ArrayList<>();
    Instant to = TO.minusDays(10).toInstant(ZoneOffset.UTC);
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(FROM.plusDays(10).toInstant(ZoneOffset.UTC));
    while (next != null && next.getInstant().isBefore(to)) {
      found.add(next);
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return found;
  }

  /** Asks every minute, and that the boundaries in between are exactly where the answer changes. */
  private static void compare(WorkingHours hours, BitSet worked, Instant from, int days) {
    ZoneRules rules = hours.zone().getRules();
    boolean before = hours.contains(from);
    Instant expected = hours.nextBoundary(from).orElseThrow();
    Instant to = from.plus(days, ChronoUnit.DAYS);
    for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
      long wall = minute.getEpochSecond() + rules.getOffset(minute).getTotalSeconds();
      boolean now = worked.get((int) ((wall - FROM.toEpochSecond(ZoneOffset.UTC)) / 60));
      if (now != hours.contains(minute)) {
        throw new AssertionError(minute + " in " + hours.zone() + " is worked: " + now);
      }
      if (now != before) {
        if (!minute.equals(expected)) {
          throw new AssertionError(minute + " in " + hours.zone() + " and not " + expected);
        }
        expected = hours.nextBoundary(minute).orElseThrow();
        before = now;
      }
    }
    assertThat(expected).as("%s", hours.zone()).isAfterOrEqualTo(to);
  }

  private interface Plan {
    /** Marks what is worked from that day on. */
    void mark(LocalDate date, Marker marker);
  }

  private interface Marker {
    void mark(int fromHour, int fromMinute, int toHour, int toMinute);
  }

  private static BitSet marked(Plan plan) {
    BitSet minutes = new BitSet();
    for (LocalDate date = FROM.toLocalDate();
        date.isBefore(TO.toLocalDate());
        date = date.plusDays(1)) {
      int midnight = (int) ChronoUnit.MINUTES.between(FROM, date.atStartOfDay());
      plan.mark(
          date,
          (fromHour, fromMinute, toHour, toMinute) ->
              minutes.set(
                  midnight + fromHour * 60 + fromMinute, midnight + toHour * 60 + toMinute));
    }
    return minutes;
  }

  private static void oddAndEven(LocalDate date, Marker marker) {
    String day = date.toString();
    if (day.equals("2025-12-31") || day.equals("2026-01-01") || day.equals("2026-01-02")) {
      return;
    }
    if (day.equals("2026-03-29")) {
      marker.mark(1, 30, 2, 45);
      marker.mark(2, 50, 24, 0);
      return;
    }
    boolean odd = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 1;
    DayOfWeek weekday = date.getDayOfWeek();
    if (weekday.getValue() <= 5) {
      marker.mark(8, 0, 12, 0);
      marker.mark(12, 45, 16, 30);
    } else if (odd) {
      marker.mark(0, 0, 2, 30);
      marker.mark(3, 15, 9, 0);
    } else if (weekday == DayOfWeek.SATURDAY) {
      marker.mark(22, 15, 24 + 6, 45);
    }
    if (weekday == DayOfWeek.SUNDAY) {
      marker.mark(23, 30, 24 + 2, 10);
    }
  }

  private static void rotation(LocalDate date, Marker marker) {
    String day = date.toString();
    if (day.equals("2027-12-30")) {
      return;
    }
    if (day.equals("2028-01-01")) {
      marker.mark(0, 0, 0, 30);
      marker.mark(23, 0, 25, 0);
      return;
    }
    // 5 January 2026 is day 20,458 since 1970, a Monday, and begins week 1.
    long week = Math.floorMod(Math.floorDiv(date.toEpochDay() - 20_458, 7), 3);
    DayOfWeek weekday = date.getDayOfWeek();
    if (week == 0) {
      marker.mark(0, 0, 24, 0);
    } else if (week == 1 && weekday.getValue() >= 4) {
      marker.mark(1, 15, 2, 15);
      marker.mark(20, 0, 27, 30);
    } else if (week == 2 && weekday == DayOfWeek.FRIDAY) {
      marker.mark(10, 0, 11, 0);
    }
  }
}
