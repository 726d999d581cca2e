package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;

final class AbsenceFormTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
  private static final AbsenceId ID = AbsenceId.of("a1");

  private static AbsenceForm form(
      String kind, String first, String last, String from, String until, String ramp) {
    return new AbsenceForm("", kind, first, last, from, until, "By the sea", true, "", "", ramp);
  }

  @Test
  void wholeDaysLastFromMidnightToMidnightWhereThePersonLives() {
    Absence absence =
        form("holiday", "2026-12-01", "2026-12-03", "", "", "40; 70 %")
            .toAbsence(ID, BERLIN, Optional.of(EmployeeId.of("anna")));

    assertThat(absence.start()).isEqualTo("2026-11-30T23:00:00Z");
    assertThat(absence.end()).isEqualTo("2026-12-03T23:00:00Z");
    assertThat(absence.ramp().percents()).containsExactly(40, 70);
    assertThat(absence.deputy().orElseThrow().agreed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'',''", "09:30,''", "'',14:00", "09:30,14:00"})
  void anAbsenceComesBackFromTheFormAsItWas(String from, String until) {
    Absence absence =
        form("travelling", "2026-12-01", "2026-12-03", from, until, "40")
            .toAbsence(ID, BERLIN, Optional.empty());
    AbsenceForm again = AbsenceForm.of(absence, "", Language.EN);

    assertThat(again.from()).isEqualTo(from);
    assertThat(again.until()).isEqualTo(until);
    assertThat(again.toAbsence(ID, BERLIN, Optional.empty())).isEqualTo(absence);
  }

  @ParameterizedTest
  @CsvSource({
    "nap,2026-12-01,2026-12-01,'','','',kind",
    "holiday,'',2026-12-01,'','','',first",
    "holiday,2026-12-01,soon,'','','',last",
    "holiday,2026-12-02,2026-12-01,'','','',last",
    "holiday,2026-11-01,2026-11-23,'','','',last",
    "holiday,2026-11-24,2026-11-24,'',13:59,'',last",
    "holiday,2036-12-01,2036-12-01,'','','',last",
    "holiday,2026-12-01,2036-12-01,'','','',last",
    "holiday,2026-12-01,2026-12-01,noon,'','',from",
    "holiday,2026-12-01,2026-12-01,'',late,'',until",
    "holiday,2026-12-01,2026-12-01,'','',slowly,ramp",
    "holiday,2026-12-01,2026-12-01,'','',5,ramp",
    "holiday,2026-12-01,2026-12-01,'','',101,ramp"
  })
  void mistakesAreSaidAtTheirFields(
      String kind,
      String first,
      String last,
      String from,
      String until,
      String ramp,
      String field) {
    List<FieldError> errors = form(kind, first, last, from, until, ramp).errors(NOW, BERLIN);

    assertThat(errors).extracting(FieldError::field).containsExactly(field);
  }
}
