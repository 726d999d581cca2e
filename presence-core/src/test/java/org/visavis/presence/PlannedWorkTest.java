package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.UnknownEmployeeException;
import org.visavis.presence.spi.PublicHolidays;

class PlannedWorkTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final PublicHolidays REUNIFICATION =
      (region, date) ->
          date.equals(LocalDate.parse("2026-10-03")) || date.equals(LocalDate.parse("2026-10-26"))
              ? Optional.of("Tag der Deutschen Einheit")
              : Optional.empty();

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static Absence away(int number, Instant from, Instant to) {
    return Absence.between(AbsenceId.of("away-" + number), Absence.Kind.OTHER, from, to, BERLIN);
  }

  @Test
  void aDayHasItsHoursWithoutTheBreak() {
    WorkingTime time =
        WorkingTime.of(WorkingHours.parse(BERLIN, "Mon-Fri 09:00-12:00 13:00-17:00"));
    assertThat(
            PlannedWork.of(
                time,
                List.of(),
                Optional.empty(),
                berlin("2026-06-01T10:00"),
                berlin("2026-06-02T00:00")))
        .containsExactly(
            new WorkPeriod(berlin("2026-06-01T10:00"), berlin("2026-06-01T12:00")),
            new WorkPeriod(berlin("2026-06-01T13:00"), berlin("2026-06-01T17:00")));
  }

  @Test
  void theNightOnWhichAnHourComesTwiceIsAnHourLonger() {
    WorkingTime time = WorkingTime.of(WorkingHours.parse(BERLIN, "Sat 22:00-06:00"));
    List<WorkPeriod> night =
        PlannedWork.of(
            time,
            List.of(),
            Optional.empty(),
            berlin("2026-10-24T12:00"),
            berlin("2026-10-25T12:00"));
    assertThat(night).hasSize(1);
    assertThat(night.get(0).length()).isEqualTo(Duration.ofHours(9));
  }

  @Test
  void whoIsNotKnownHasNoWork() {
    Office office = Office.open();
    Instant now = Office.MONDAY_NOON;
    assertThatThrownBy(() -> office.presence.work(Office.NOBODY, now, now.plusSeconds(60)))
        .isInstanceOf(UnknownEmployeeException.class);
    assertThatThrownBy(() -> office.presence.work(Office.ADA, now, now.plus(Duration.ofDays(401))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void presenceLooksAtHoursAndAbsencesOfThePerson() {
    Office office = Office.open();
    EmployeeId ada = Office.ADA;
    Instant now = Office.MONDAY_NOON;
    assertThat(office.presence.work(ada, now, now.plusSeconds(60)))
        .as("without hours, any time")
        .containsExactly(new WorkPeriod(now, now.plusSeconds(60)));
    office.presence.setHours(ada, WorkingHours.parse(BERLIN, "Mon-Tue 09:00-17:00"));
    office.presence.setAbsence(
        ada, away(1, berlin("2026-06-01T16:00"), berlin("2026-06-02T12:00")));
    assertThat(office.presence.work(ada, now, now.plus(Duration.ofDays(2))))
        .containsExactly(
            new WorkPeriod(now, berlin("2026-06-01T16:00")),
            new WorkPeriod(berlin("2026-06-02T12:00"), berlin("2026-06-02T17:00")));
  }

  /** Every quarter of an hour asked by itself, around the change to winter time. */
  @Property(tries = 300)
  void itAgreesWithASlowLookAtEveryQuarterOfAnHour(
      @ForAll("hours") String hours,
      @ForAll @IntRange(min = 0, max = 1500) int absentFrom,
      @ForAll @IntRange(min = 1, max = 700) int absentFor,
      @ForAll @IntRange(min = 0, max = 3000) int leaves) {
    Instant from = berlin("2026-10-20T00:00");
    Instant to = berlin("2026-11-05T00:00");
    Duration quarter = Duration.ofMinutes(15);
    WorkingHours own = WorkingHours.parse(BERLIN, hours);
    WorkingTime time =
        WorkingTime.of(own, BERLIN, Optional.of(HolidayRegion.of("DE", REUNIFICATION)));
    Absence absence =
        away(
            1,
            from.plus(quarter.multipliedBy(absentFrom)),
            from.plus(quarter.multipliedBy(absentFrom + absentFor)));
    Instant lastDayEnds = from.plus(quarter.multipliedBy(leaves));
    List<WorkPeriod> periods =
        PlannedWork.of(time, List.of(absence), Optional.of(lastDayEnds), from, to);
    for (Instant at = from; at.isBefore(to); at = at.plus(quarter)) {
      Instant now = at;
      LocalDate date = LocalDate.ofInstant(now, BERLIN);
      boolean holiday =
          date.equals(LocalDate.parse("2026-10-26")) && !own.exceptions().containsKey(date);
      boolean works =
          !holiday
              && (own.spans().isEmpty() || own.contains(now))
              && !absence.contains(now)
              && now.isBefore(lastDayEnds);
      assertThat(periods.stream().anyMatch(period -> period.covers(now, now.plusSeconds(1))))
          .as("at %s with %s", now, hours)
          .isEqualTo(works);
    }
    List<WorkPeriod> ordered = new ArrayList<>(periods);
    for (int i = 1; i < ordered.size(); i++) {
      assertThat(ordered.get(i).start()).isAfter(ordered.get(i - 1).end());
    }
  }

  @Provide
  Arbitrary<String> hours() {
    Arbitrary<String> days = Arbitraries.of("Mon-Fri", "Sat", "Mon-Sun", "Sun", "odd Tue");
    Arbitrary<String> times =
        Arbitraries.of(
            "09:00-17:00", "08:30-12:30 13:00-17:00", "22:00-06:00", "00:00-24:00", "02:15-02:45");
    return days.flatMap(day -> times.map(time -> day + " " + time))
        .list()
        .ofMinSize(0)
        .ofMaxSize(3)
        .map(parts -> parts.stream().distinct().collect(Collectors.joining(", ")))
        .map(text -> text.isEmpty() ? text : text + ", 2026-10-26 10:00-11:00")
        .flatMap(text -> Arbitraries.of(text, text.replaceFirst(", 2026-10-26 10:00-11:00", "")));
  }
}
