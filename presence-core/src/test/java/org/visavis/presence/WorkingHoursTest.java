package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Instant berlin(String local) {
    return ZonedDateTime.parse(local + "[Europe/Berlin]").toInstant();
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  @Test
  void aBreakIsTheRoomBetweenTwoSpans() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "Mon-Fri 08:00-12:00 12:45-16:30");
    assertThat(hours.contains(berlin("2026-06-01T11:59:59+02:00"))).isTrue();
    assertThat(hours.contains(berlin("2026-06-01T12:00:00+02:00"))).isFalse();
    assertThat(hours.nextBoundary(berlin("2026-06-01T12:00:00+02:00")))
        .contains(berlin("2026-06-01T12:45:00+02:00"));
    assertThat(hours.nextBoundary(berlin("2026-06-05T16:30:00+02:00")))
        .contains(berlin("2026-06-08T08:00:00+02:00"));
  }

  @Test
  void spansThatTouchOrOverlapHaveNoBoundaryBetweenThem() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "Mon 08:00-12:00 11:00-13:00 13:00-14:00");
    assertThat(hours.nextBoundary(berlin("2026-06-01T09:00:00+02:00")))
        .contains(berlin("2026-06-01T14:00:00+02:00"));
  }

  @Test
  void aSpanPastMidnightBelongsToTheDayOnWhichItBegins() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "Fri 22:00-06:00");
    assertThat(hours.contains(berlin("2026-06-06T05:59:00+02:00"))).isTrue();
    assertThat(hours.contains(berlin("2026-06-05T05:59:00+02:00"))).isFalse();
    assertThat(hours.nextBoundary(berlin("2026-06-05T23:00:00+02:00")))
        .contains(berlin("2026-06-06T06:00:00+02:00"));
  }

  @Test
  void whoAlwaysWorksHasNoBoundary() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "Mon-Sun 00:00-24:00");
    assertThat(hours.contains(at("2026-10-25T01:30:00Z"))).isTrue();
    assertThat(hours.nextBoundary(at("2026-10-20T01:30:00Z"))).isEmpty();
  }

  @Test
  void aSpanInTheSkippedHourDoesNotTakePlace() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "Sun 02:15-02:45");
    assertThat(hours.nextBoundary(at("2026-03-28T12:00:00Z"))).contains(at("2026-04-05T00:15:00Z"));
  }

  @Test
  void aSpanThatBeginsInTheSkippedHourBeginsWhenTheClockJumps() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "Sun 02:30-04:00");
    assertThat(hours.nextBoundary(at("2026-03-29T00:00:00Z"))).contains(at("2026-03-29T01:00:00Z"));
    assertThat(hours.nextBoundary(at("2026-03-29T01:00:00Z"))).contains(at("2026-03-29T02:00:00Z"));
  }

  @Test
  void theRepeatedHourIsWorkedTwiceWithItsBreaks() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "Sun 02:30-04:00");
    assertThat(hours.nextBoundary(at("2026-10-25T00:00:00Z"))).contains(at("2026-10-25T00:30:00Z"));
    assertThat(hours.nextBoundary(at("2026-10-25T00:30:00Z"))).contains(at("2026-10-25T01:00:00Z"));
    assertThat(hours.nextBoundary(at("2026-10-25T01:00:00Z"))).contains(at("2026-10-25T01:30:00Z"));
    assertThat(hours.nextBoundary(at("2026-10-25T01:30:00Z"))).contains(at("2026-10-25T03:00:00Z"));
  }

  @Test
  void aDayThatAnIslandSkippedIsNotWorked() {
    WorkingHours hours = WorkingHours.parse(ZoneId.of("Pacific/Apia"), "Fri 09:00-17:00");
    // Samoa had no 30 December 2011, a Friday.
    assertThat(hours.nextBoundary(at("2011-12-28T12:00:00Z"))).contains(at("2012-01-05T19:00:00Z"));
  }

  @Test
  void theEndsOfTimeHaveAnAnswer() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "Mon-Fri 08:00-12:00");
    assertThat(hours.contains(Instant.MAX)).isFalse();
    assertThat(hours.nextBoundary(Instant.MIN)).isEmpty();
  }

  @Test
  void writtenHoursAreReadBack() {
    String text = "Mon-Thu 08:30-12:30 13:00-17:00, Fri 22:00-06:00";
    assertThat(WorkingHours.parse(BERLIN, text).text()).isEqualTo(text);
    assertThat(WorkingHours.parse(BERLIN, "fri-mon 10:00-24:00").text())
        .isEqualTo("Mon 10:00-00:00, Fri-Sun 10:00-00:00");
    String alternating =
        "Mon-Thu 08:30-12:30, odd Fri 08:00-12:00, even Fri 22:00-06:00,"
            + " 2026-12-24/2026-12-26 closed, 2026-12-31 09:00-12:00";
    assertThat(WorkingHours.parse(BERLIN, alternating).text()).isEqualTo(alternating);
    assertThat(WorkingHours.parse(BERLIN, "  ").spans()).isEmpty();
  }

  @Test
  void brokenTextsAreRefusedWithTheirPart() {
    for (String text :
        List.of(
            "Mon",
            "Someday 08:00-12:00",
            "Mon 8-12",
            "Mon-Tue-Wed 08:00-12:00",
            "Mon 25:00-26:00",
            "Mon 08:00",
            "odd",
            "week2 Mon 08:00-09:00",
            "2 weeks from 2026-01-05, week3 Mon 08:00-09:00",
            "99 weeks from 2026-01-05, week3 Mon 08:00-09:00",
            "2 weeks from 2026-01-05, odd Mon 08:00-09:00",
            "2026-12-24 closed",
            "Mon 08:00-09:00, 2026-13-24 closed",
            "Mon 08:00-09:00, 2026-12-24",
            "Mon 08:00-09:00, 2026-12-24/2020-12-24 closed",
            "Mon 08:00-09:00, 2020-12-24/9026-12-24 closed",
            "x".repeat(1_000_000))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WorkingHours.parse(BERLIN, text))
          .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(250));
    }
    StringBuilder many = new StringBuilder("Mon-Sun");
    for (int hour = 10; hour < 21; hour++) {
      many.append(' ').append(hour).append(":00-").append(hour).append(":30");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkingHours.parse(BERLIN, many.toString()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkingHours.parse(BERLIN, "Mon 08:00:30-09:00"));
  }

  @Test
  void aClosedDayIsNotWorkedButTheNightBeforeRunsIntoIt() {
    WorkingHours hours =
        WorkingHours.parse(BERLIN, "Mon-Sun 22:00-06:00, 2026-12-24/2026-12-25 closed");
    assertThat(hours.contains(berlin("2026-12-24T05:59:00+01:00"))).isTrue();
    assertThat(hours.contains(berlin("2026-12-24T22:00:00+01:00"))).isFalse();
    assertThat(hours.nextBoundary(berlin("2026-12-24T06:00:00+01:00")))
        .contains(berlin("2026-12-26T22:00:00+01:00"));
  }

  @Test
  void aDayCanHaveOtherHours() {
    WorkingHours hours =
        WorkingHours.parse(
            BERLIN, "Mon-Fri 08:00-16:00, 2026-12-31 09:00-12:00, 2026-06-06 10:00-11:00");
    assertThat(hours.contains(berlin("2026-12-31T08:30:00+01:00"))).isFalse();
    assertThat(hours.nextBoundary(berlin("2026-12-31T09:00:00+01:00")))
        .contains(berlin("2026-12-31T12:00:00+01:00"));
    assertThat(hours.contains(berlin("2026-06-06T10:30:00+02:00"))).isTrue();
  }

  @Test
  void afterAYearOfClosedDaysTheNextDayOfWorkIsFound() {
    WorkingHours hours =
        WorkingHours.parse(BERLIN, "Mon 08:00-16:00, 2026-01-01/2026-12-31 closed");
    assertThat(hours.nextBoundary(berlin("2026-01-01T00:00:00+01:00")))
        .contains(berlin("2027-01-04T08:00:00+01:00"));
  }

  @Test
  void whoAlwaysWorksIsInterruptedByAClosedDayFarAhead() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "Mon-Sun 00:00-24:00, 2094-05-01 closed");
    assertThat(hours.nextBoundary(berlin("2026-01-01T00:00:00+01:00")))
        .contains(berlin("2094-05-01T00:00:00+02:00"));
    assertThat(hours.nextBoundary(berlin("2094-05-02T00:00:00+02:00"))).isEmpty();
  }

  @Test
  void afterFiftyThreeWeeksTwoOddOnesFollowEachOther() {
    WorkingHours hours = WorkingHours.parse(BERLIN, "odd Mon 08:00-12:00, even Mon 13:00-17:00");
    // 28 December 2026 begins week 53, 4 January 2027 week 1.
    assertThat(hours.contains(berlin("2026-12-28T09:00:00+01:00"))).isTrue();
    assertThat(hours.contains(berlin("2027-01-04T09:00:00+01:00"))).isTrue();
    assertThat(hours.contains(berlin("2027-01-11T14:00:00+01:00"))).isTrue();
  }

  @Test
  void aRotationRunsFromItsAnchorInBothDirections() {
    WorkingHours hours =
        WorkingHours.parse(
            BERLIN, "3 weeks from 2026-06-03, week1 Mon 08:00-09:00, week2 Mon 10:00-11:00");
    assertThat(hours.nextBoundary(berlin("2026-06-08T11:00:00+02:00")))
        .contains(berlin("2026-06-22T08:00:00+02:00"));
    assertThat(hours.contains(berlin("2026-05-18T10:30:00+02:00"))).isTrue();
    assertThat(hours.text())
        .isEqualTo("3 weeks from 2026-06-01, week1 Mon 08:00-09:00, week2 Mon 10:00-11:00");
  }

  @Test
  void exceptionsThatArePastAreDropped() {
    WorkingHours hours =
        WorkingHours.parse(BERLIN, "Mon 08:00-16:00, 2026-01-01/2026-01-03 closed");
    assertThat(hours.withoutExceptionsBefore(LocalDate.parse("2026-01-03")).text())
        .isEqualTo("Mon 08:00-16:00, 2026-01-03 closed");
  }

  /** Compares the scan with asking every single minute. */
  @Property(tries = 150)
  void theNextBoundaryIsTheFirstMinuteThatDiffers(
      @ForAll("hours") WorkingHours hours, @ForAll("minutes") Instant start) {
    boolean now = hours.contains(start);
    Optional<Instant> expected = Optional.empty();
    for (Instant minute = start.plus(1, ChronoUnit.MINUTES);
        minute.isBefore(start.plus(40, ChronoUnit.DAYS));
        minute = minute.plus(1, ChronoUnit.MINUTES)) {
      if (hours.contains(minute) != now) {
        expected = Optional.of(minute);
        break;
      }
    }
    if (expected.isPresent()) {
      assertThat(hours.nextBoundary(start)).isEqualTo(expected);
    } else {
      assertThat(hours.nextBoundary(start))
          .satisfies(
              next ->
                  assertThat(next.orElse(Instant.MAX))
                      .isAfterOrEqualTo(start.plus(40, ChronoUnit.DAYS)));
    }
  }

  @Provide
  static Arbitrary<WorkingHours> hours() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers()
            .between(0, 95)
            .map(quarter -> LocalTime.MIN.plusMinutes(quarter * 15L));
    Arbitrary<WorkingHours.Span> spans =
        Combinators.combine(Arbitraries.of(DayOfWeek.values()), times, times)
            .as(WorkingHours.Span::new);
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "Asia/Beirut",
                "Australia/Lord_Howe",
                "America/Havana",
                "UTC")
            .map(ZoneId::of);
    Arbitrary<WeekCycle> cycles =
        Arbitraries.of(
            WeekCycle.oddAndEven(), WeekCycle.rotation(2, LocalDate.parse("2026-03-28")));
    Arbitrary<WorkingHours.Span> alternating =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(DayOfWeek.values()),
                times,
                times)
            .as(WorkingHours.Span::new);
    Arbitrary<SortedMap<LocalDate, List<WorkingHours.Times>>> exceptions =
        Arbitraries.maps(
                Arbitraries.integers().between(60, 320).map(day -> LocalDate.ofYearDay(2026, day)),
                Combinators.combine(times, times).as(WorkingHours.Times::new).list().ofMaxSize(3))
            .ofMaxSize(20)
            .map(TreeMap::new);
    return Arbitraries.oneOf(
        Combinators.combine(zones, spans.list().ofMaxSize(8)).as(WorkingHours::new),
        Combinators.combine(zones, alternating.list().ofMinSize(1).ofMaxSize(8), cycles, exceptions)
            .as(WorkingHours::new));
  }

  /** Minutes around the nights on which clocks are changed. */
  @Provide
  static Arbitrary<Instant> minutes() {
    Arbitrary<Instant> nights =
        Arbitraries.of(
            at("2026-03-08T00:00:00Z"),
            at("2026-03-28T22:00:00Z"),
            at("2026-04-04T12:00:00Z"),
            at("2026-10-03T12:00:00Z"),
            at("2026-10-24T18:00:00Z"),
            at("2026-11-01T00:00:00Z"),
            at("2026-07-01T00:00:00Z"));
    return Combinators.combine(nights, Arbitraries.integers().between(-600, 900))
        .as((night, minutes) -> night.plus(minutes, ChronoUnit.MINUTES));
  }
}
