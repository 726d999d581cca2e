package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Status;
import org.visavis.web.pages.FieldError;

final class StatusFormTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** Half past midnight in Berlin, still the evening before in New York. */
  private static final Instant NOW = Instant.parse("2026-03-28T23:30:00Z");

  private static StatusForm form(String end, String until) {
    return new StatusForm("busy", end, until, "");
  }

  private static Instant end(StatusForm form, ZoneId zone) {
    assertThat(form.errors(NOW, zone)).isEmpty();
    return form.toStatus(NOW, zone).until();
  }

  @Test
  void aStatusEndsAfterTheChosenTime() {
    assertThat(end(form("30m", ""), BERLIN)).isEqualTo("2026-03-29T00:00:00Z");
    assertThat(end(form("1h", ""), BERLIN)).isEqualTo("2026-03-29T00:30:00Z");
  }

  @Test
  void todayEndsAtThePersonsOwnMidnightAlsoWhereTheClocksChange() {
    // The 29th has 23 hours in Berlin.
    assertThat(end(form("today", ""), BERLIN)).isEqualTo("2026-03-29T22:00:00Z");
    assertThat(end(form("today", ""), NEW_YORK)).isEqualTo("2026-03-29T04:00:00Z");
  }

  @Test
  void aTypedEndIsReadInThePersonsZone() {
    assertThat(end(form("at", "2026-12-02T18:00"), BERLIN)).isEqualTo("2026-12-02T17:00:00Z");
    assertThat(end(form("at", "2026-12-02T18:00"), NEW_YORK)).isEqualTo("2026-12-02T23:00:00Z");
    assertThat(end(form("at", "2026-03-29T02:30"), BERLIN)).isEqualTo("2026-03-29T01:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "at,'',until",
    "at,tomorrow,until",
    "at,2026-02-30T10:00,until",
    "at,2026-03-29T00:30,until",
    "at,2020-01-01T10:00,until",
    "at,2027-04-01T10:00,until",
    "at,+999999999-12-31T23:59,until",
    "'','',end",
    "for ever,'',end"
  })
  void anEndThatIsNoneIsRefusedAtItsField(String end, String until, String field) {
    assertThat(form(end, until).errors(NOW, BERLIN))
        .extracting(FieldError::field)
        .containsExactly(field);
  }

  @ParameterizedTest
  @CsvSource({"''", "unknown", "asleep"})
  void aStatusThatCannotBeSetIsRefused(String status) {
    assertThat(new StatusForm(status, "1h", "", "").errors(NOW, BERLIN))
        .extracting(FieldError::field)
        .containsExactly("status");
  }

  @Test
  void aNoteIsKeptUpToItsBound() {
    ManualStatus status =
        new StatusForm("on-holiday", "1h", "", "n".repeat(80)).toStatus(NOW, BERLIN);

    assertThat(status.status()).isEqualTo(Status.ON_HOLIDAY);
    assertThat(status.note().texts()).containsExactly("n".repeat(80));
    assertThat(new StatusForm("busy", "1h", "", "n".repeat(81)).errors(NOW, BERLIN))
        .extracting(FieldError::field)
        .containsExactly("note");
  }
}
