package org.visavis.presence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.visavis.presence.calendar.RegionalHolidays.Coverage;

class RegionalHolidaysTest {

  private static final RegionalHolidays HOLIDAYS = RegionalHolidays.create();

  private static String on(String region, String date) {
    return HOLIDAYS.holiday(region, LocalDate.parse(date)).orElse("");
  }

  @Test
  void bavariaAndBerlinKeepDifferentDays() {
    assertThat(on("DE-BY", "2026-06-04")).isEqualTo("Fronleichnam");
    assertThat(on("DE-BE", "2026-06-04")).isEmpty();
    assertThat(on("DE-BE", "2026-03-08")).isEqualTo("Internationaler Frauentag");
    assertThat(on("DE", "2026-10-03")).isEqualTo("Tag der Deutschen Einheit");
    assertThat(on("DE-BY", "2026-10-05")).isEmpty();
  }

  @Test
  void aHolidayOnAWeekendIsObservedOnAnotherDay() {
    assertThat(on("US-CA", "2026-07-03")).isEqualTo("Independence Day");
    assertThat(on("US-CA", "2026-07-04")).isEmpty();
    // New Year's Day of 2028 is a Saturday.
    assertThat(on("US", "2027-12-31")).isNotEmpty();
  }

  @Test
  void scotlandHasTheSecondOfJanuary() {
    assertThat(on("GB-SCT", "2026-01-02")).isNotEmpty();
    assertThat(on("GB-ENG", "2026-01-02")).isEmpty();
  }

  @Test
  void whatIsMerelyObservedIsWorked() {
    assertThat(on("AT", "2026-12-24")).isEmpty();
    assertThat(on("AT", "2026-12-25")).isEqualTo("Weihnachten");
  }

  @Test
  void anUnknownRegionHasNoHolidaysAndSaysSo() {
    for (String region : new String[] {"", "de-by", "XX", "QQ-ZZ", "DE-BY-AG", "../de", "TARGET"}) {
      assertThat(HOLIDAYS.coverage(region)).isEqualTo(Coverage.NONE);
      assertThat(on(region, "2026-12-25")).isEmpty();
    }
    assertThat(HOLIDAYS.coverage("DE-ZZ")).isEqualTo(Coverage.COUNTRY_ONLY);
    assertThat(on("DE-ZZ", "2026-12-25")).isNotEmpty();
    assertThat(HOLIDAYS.coverage("DE-BY")).isEqualTo(Coverage.REGION);
    assertThat(HOLIDAYS.coverage("NL")).isEqualTo(Coverage.REGION);
  }

  @Test
  void yearsThatNobodyPlansForHaveNoHolidays() {
    assertThat(on("DE", "1899-12-25")).isEmpty();
    assertThat(on("DE", "2200-12-25")).isEmpty();
  }

  @Test
  void noMoreYearsAreKeptThanTheBound() {
    RegionalHolidays holidays = RegionalHolidays.create();
    for (int i = 0; i < 999; i++) {
      holidays.holiday("NL-" + i, LocalDate.of(2026, 4, 27));
    }
    assertThat(holidays.yearsKept()).isEqualTo(RegionalHolidays.MAX_YEARS);
  }
}
