package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.presence.WorkingHours;
import org.visavis.web.pages.FieldError;
import org.visavis.web.workspace.HoursForm.ExceptionRow;

final class HoursFormTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static HoursForm form(Map<String, String> times, ExceptionRow... exceptions) {
    return new HoursForm(HoursForm.EVERY, "2", "", times, List.of(exceptions));
  }

  private static List<String> wrong(HoursForm form) {
    return form.errors().stream().map(FieldError::field).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mon-Thu 08:30-12:30 13:00-17:00, Fri 22:00-06:00",
        "odd Mon-Fri 08:00-12:00, even Mon 12:00-18:00",
        "3 weeks from 2026-01-05, week2 Sat 10:00-14:00",
        "Mon 08:00-12:00, 2026-12-24/2026-12-26 closed, 2026-12-31 09:00-12:00"
      })
  void hoursComeBackFromTheFormAsTheyWere(String text) {
    WorkingHours hours = WorkingHours.parse(BERLIN, text);
    HoursForm form = HoursForm.of(hours);

    assertThat(form.errors()).isEmpty();
    assertThat(form.toHours(BERLIN)).isEqualTo(hours);
  }

  @Test
  void aTimeOfEveryWeekStandsInEachOfThem() {
    WorkingHours hours =
        WorkingHours.parse(BERLIN, "Mon 08:00-12:00, odd Tue 08:00-12:00, even Wed 08:00-12:00");

    assertThat(HoursForm.of(hours).times())
        .containsOnlyKeys("w1-mon", "w2-mon", "w1-tue", "w2-wed");
  }

  @Test
  void mistakesAreSaidAtTheirFields() {
    assertThat(wrong(form(Map.of("w1-fri", "late")))).containsExactly("w1-fri");
    assertThat(wrong(form(Map.of("w1-fri", "8-12 9-10")))).containsExactly("w1-fri");
    assertThat(wrong(form(Map.of("w1-mon", "8-12"), new ExceptionRow("", "", "8-9"))))
        .containsExactly("from-0");
    assertThat(
            wrong(form(Map.of("w1-mon", "8-12"), new ExceptionRow("2026-12-24", "2026-12-23", ""))))
        .containsExactly("to-0");
    assertThat(wrong(form(Map.of(), new ExceptionRow("2026-12-24", "", ""))))
        .containsExactly("w1-mon");
    assertThat(wrong(new HoursForm("sometimes", "2", "", Map.of(), List.of())))
        .containsExactly("cycle");
    assertThat(wrong(new HoursForm("rotation", "13", "2026-01-05", Map.of(), List.of())))
        .containsExactly("weeks");
    assertThat(wrong(new HoursForm("rotation", "3", "", Map.of(), List.of())))
        .containsExactly("anchor");
  }

  @Test
  void aWeekThatIsAddedBeginsAsTheFirst() {
    HoursForm form =
        new HoursForm("rotation", "3", "", Map.of("w1-mon", "8-12", "w2-tue", "9-10"), List.of());

    assertThat(form.filled().times())
        .isEqualTo(Map.of("w1-mon", "8-12", "w2-tue", "9-10", "w3-mon", "8-12"));
  }
}
