package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.presence.spi.PublicHolidays;

class WorkingTimeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final PublicHolidays MAY = (region, date) -> may(date);
  private static final Optional<HolidayRegion> BAVARIA =
      Optional.of(HolidayRegion.of("DE-BY", MAY));

  /** Friday 1 May 2026, Thursday 14 May, and Whit Monday 25 May. */
  private static Optional<String> may(LocalDate date) {
    return switch (date.toString()) {
      case "2026-05-01" -> Optional.of("Tag der Arbeit");
      case "2026-05-14" -> Optional.of("Christi Himmelfahrt");
      case "2026-05-25" -> Optional.of("Pfingstmontag");
      default -> Optional.empty();
    };
  }

  private static WorkingTime time(String hours) {
    return WorkingTime.of(WorkingHours.parse(BERLIN, hours), BERLIN, BAVARIA);
  }

  private static Instant berlin(String local) {
    return java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  @Test
  void aHolidayIsNotWorkedAndWorkBeginsAfterTheWeekend() {
    WorkingTime.Stretch holiday = time("Mon-Fri 09:00-17:00").at(berlin("2026-05-01T10:00"));
    assertThat(holiday.working()).isFalse();
    assertThat(holiday.holiday()).contains("Tag der Arbeit");
    assertThat(holiday.until()).contains(berlin("2026-05-04T09:00"));
  }

  @Test
  void theWeekendBeforeAHolidayLastsUntilTheDayAfter() {
    WorkingTime.Stretch weekend = time("Mon-Fri 09:00-17:00").at(berlin("2026-05-23T10:00"));
    assertThat(weekend.holiday()).isEmpty();
    assertThat(weekend.until()).contains(berlin("2026-05-26T09:00"));
    assertThat(weekend.same()).as("then it is the holiday").contains(berlin("2026-05-25T00:00"));
  }

  @Test
  void aNightShiftEndsWhereTheHolidayBegins() {
    WorkingTime.Stretch night = time("Mon-Sun 20:00-06:00").at(berlin("2026-05-13T22:00"));
    assertThat(night.working()).isTrue();
    assertThat(night.until()).contains(berlin("2026-05-14T00:00"));
  }

  @Test
  void aDayOfItsOwnHoursIsWorkedThoughItIsAHoliday() {
    WorkingTime time = time("Mon-Fri 09:00-17:00, 2026-05-14 10:00-12:00");
    assertThat(time.at(berlin("2026-05-14T10:30")).working()).isTrue();
    assertThat(time.at(berlin("2026-05-14T10:30")).until()).contains(berlin("2026-05-14T12:00"));
  }

  @Test
  void withoutHoursEveryDayIsWorkedButAHoliday() {
    WorkingTime time = time("");
    assertThat(time.at(berlin("2026-05-10T03:00")).working()).isTrue();
    assertThat(time.at(berlin("2026-05-10T03:00")).until()).contains(berlin("2026-05-14T00:00"));
    assertThat(time.at(berlin("2026-05-14T03:00")).until()).contains(berlin("2026-05-15T00:00"));
  }

  @Test
  void nothingIsKnownBeyondTheCalendar() {
    WorkingTime time = time("Mon-Fri 09:00-17:00");
    for (Instant end : new Instant[] {Instant.MIN, Instant.MAX, Instant.EPOCH}) {
      assertThat(time.at(end)).isNotNull();
    }
  }

  /** What is remembered of the last question never changes the answer to the next. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mon-Fri 09:00-12:00 13:00-17:00",
        "Mon-Sun 20:00-06:00",
        "Mon-Fri 09:00-17:00, 2026-05-14 10:00-12:00"
      })
  void askedStepByStepItAgreesWithASlowLookAtEveryQuarterOfAnHour(String hours) {
    WorkingTime remembering = time(hours);
    Instant now = berlin("2026-04-28T00:00");
    Instant end = berlin("2026-06-02T00:00");
    boolean before = slow(hours, now);
    Optional<Instant> announced = remembering.at(now).until();
    while (now.isBefore(end)) {
      boolean working = slow(hours, now);
      assertThat(remembering.at(now).working()).as("at %s", now).isEqualTo(working);
      if (working != before) {
        assertThat(announced).as("announced before %s", now).contains(now);
      }
      before = working;
      announced = remembering.at(now).until();
      now = now.plus(Duration.ofMinutes(15));
    }
  }

  private static boolean slow(String hours, Instant now) {
    WorkingHours own = WorkingHours.parse(BERLIN, hours);
    LocalDate date = LocalDate.ofInstant(now, BERLIN);
    boolean holiday = may(date).isPresent() && !own.exceptions().containsKey(date);
    return !holiday && (own.spans().isEmpty() || own.contains(now));
  }
}
