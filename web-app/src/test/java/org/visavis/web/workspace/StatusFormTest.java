package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;
import org.visavis.web.pages.FieldError;

final class StatusFormTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** Half past midnight in Berlin, still the evening before in New York. */
  private static final Instant NOW = Instant.parse("2026-03-28T23:30:00Z");

  private static final WorkingHours HOURS =
      WorkingHours.parse(BERLIN, "Mon-Fri 08:00-12:00 12:45-16:30, Fri 22:00-02:00");

  private static StatusForm form(String end, String day, String time) {
    return new StatusForm("busy", end, time, day, "");
  }

  private static StatusForm form(String end) {
    return form(end, "", "");
  }

  private static Instant end(StatusForm form, ZoneId zone) {
    assertThat(form.errors(NOW, zone, HOURS)).isEmpty();
    return form.toStatus(NOW, zone, HOURS).until();
  }

  @Test
  void aStatusEndsAfterTheChosenTime() {
    assertThat(end(form("30m"), BERLIN)).isEqualTo("2026-03-29T00:00:00Z");
    assertThat(end(form("1h"), BERLIN)).isEqualTo("2026-03-29T00:30:00Z");
  }

  @Test
  void todayEndsAtThePersonsOwnMidnightAlsoWhereTheClocksChange() {
    // The 29th has 23 hours in Berlin.
    assertThat(end(form("today"), BERLIN)).isEqualTo("2026-03-29T22:00:00Z");
    assertThat(end(form("today"), NEW_YORK)).isEqualTo("2026-03-29T04:00:00Z");
  }

  @Test
  void aTypedEndIsReadInThePersonsZone() {
    assertThat(end(form("at", "2026-12-02", "18:00"), BERLIN)).isEqualTo("2026-12-02T17:00:00Z");
    assertThat(end(form("at", "2026-12-02", "18:00"), NEW_YORK)).isEqualTo("2026-12-02T23:00:00Z");
    assertThat(end(form("at", "2026-03-29", "02:30"), BERLIN)).isEqualTo("2026-03-29T01:30:00Z");
  }

  @Test
  void aTimeWithoutADayIsMeantToday() {
    // It is half past midnight on the 29th in Berlin, half past seven on the 28th in New York.
    assertThat(end(form("at", "", "15:00"), BERLIN)).isEqualTo("2026-03-29T13:00:00Z");
    assertThat(end(form("at", "", "20:00"), NEW_YORK)).isEqualTo("2026-03-29T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    // Before work, in the morning, in the break, in the afternoon: the same evening.
    "2026-03-30T07:00+02:00,2026-03-30T16:30+02:00",
    "2026-03-30T09:00+02:00,2026-03-30T16:30+02:00",
    "2026-03-30T12:20+02:00,2026-03-30T16:30+02:00",
    "2026-03-30T16:00+02:00,2026-03-30T16:30+02:00",
    // A late shift ends on the next day, whether it has begun or not.
    "2026-04-03T09:00+02:00,2026-04-04T02:00+02:00",
    "2026-04-03T23:00+02:00,2026-04-04T02:00+02:00",
    "2026-04-04T01:00+02:00,2026-04-04T02:00+02:00"
  })
  void theWorkingDayEndsWithItsLastHours(OffsetDateTime now, OffsetDateTime end) {
    StatusForm form = form("work");
    assertThat(form.errors(now.toInstant(), BERLIN, HOURS)).isEmpty();
    assertThat(form.toStatus(now.toInstant(), BERLIN, HOURS).until()).isEqualTo(end.toInstant());
  }

  @ParameterizedTest
  @CsvSource({"2026-03-30T17:00+02:00", "2026-03-29T10:00+02:00"})
  void nobodyGoesHomeWhoIsNotAtWork(OffsetDateTime now) {
    assertThat(form("work").errors(now.toInstant(), BERLIN, HOURS))
        .extracting(FieldError::field)
        .containsExactly("end");
    assertThat(form("work").errors(now.toInstant(), BERLIN, WorkingHours.unspecified()))
        .extracting(FieldError::field)
        .containsExactly("end");
  }

  @ParameterizedTest
  @CsvSource({
    "at,'','',time",
    "at,'',noon,time",
    "at,2026-03-30,'',time",
    "at,2026-02-30,10:00,day",
    "at,tomorrow,10:00,day",
    "at,2026-03-29,00:30,time",
    "at,'',00:10,time",
    "at,2020-01-01,10:00,time",
    "at,2027-04-01,10:00,time",
    "at,+999999999-12-31,23:59,time",
    "1h,'',15:00,end",
    "'','','',end",
    "for ever,'','',end"
  })
  void anEndThatIsNoneIsRefusedAtItsField(String end, String day, String time, String field) {
    assertThat(form(end, day, time).errors(NOW, BERLIN, HOURS))
        .extracting(FieldError::field)
        .containsExactly(field);
  }

  @ParameterizedTest
  @CsvSource({"''", "unknown", "asleep"})
  void aStatusThatCannotBeSetIsRefused(String status) {
    assertThat(new StatusForm(status, "1h", "", "", "").errors(NOW, BERLIN, HOURS))
        .extracting(FieldError::field)
        .containsExactly("status");
  }

  @Test
  void aNoteIsKeptUpToItsBound() {
    ManualStatus status =
        new StatusForm("on-holiday", "1h", "", "", "ü".repeat(80)).toStatus(NOW, BERLIN, HOURS);

    assertThat(status.status()).isEqualTo(Status.ON_HOLIDAY);
    assertThat(status.note().texts()).containsExactly("ü".repeat(80));
    assertThat(new StatusForm("busy", "1h", "", "", "n".repeat(81)).errors(NOW, BERLIN, HOURS))
        .extracting(FieldError::field)
        .containsExactly("note");
  }
}
