package org.visavis.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesFormTest {

  @ParameterizedTest
  @CsvSource({"8,480", "1.5,90", "'0,25',15", "0.02,1", "400,24000", "007,420"})
  void hoursAreReadAsPeopleWriteThem(String typed, int minutes) {
    PoliciesForm form = new PoliciesForm(Map.of("bills", typed));

    assertThat(form.errors()).isEmpty();
    assertThat(form.target("bills")).contains(Duration.ofMinutes(minutes));
    assertThat(form.target("bikes")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "400.1", "1e2", "8 h", "٣", "1.234", "9999"})
  void whatIsNoTimeIsSaidAtItsField(String typed) {
    PoliciesForm form = new PoliciesForm(Map.of("bills", typed));

    assertThat(form.errors()).extracting("field").containsExactly("hours-bills");
    assertThat(form.target("bills")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"480,8", "90,1.5", "15,0.25", "1,0.02", "100,1.67", "24000,400"})
  void targetsAreShownAsTheyAreTyped(int minutes, String typed) {
    assertThat(PoliciesForm.typed(Duration.ofMinutes(minutes))).isEqualTo(typed);
  }

  @Test
  void everyQuarterOfAnHourComesBackAsItWasTyped() {
    for (int minutes = 15; minutes <= 24_000; minutes += 15) {
      Duration target = Duration.ofMinutes(minutes);
      PoliciesForm form = new PoliciesForm(Map.of("bills", PoliciesForm.typed(target)));
      assertThat(form.target("bills")).contains(target);
    }
  }
}
