package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.Guardrails;
import org.visavis.presence.Mode;
import org.visavis.web.pages.FieldError;

final class AppearanceFormTest {

  private static final int LARGEST = 20;
  private static final AppearanceRule BEFORE =
      new AppearanceRule(Mode.BY_LOAD, 7, 4, Duration.ofMinutes(15), AtLimit.SHOW_BUSY);

  @Test
  void aRuleSurvivesItsForm() {
    AppearanceForm form = AppearanceForm.of(BEFORE);

    assertThat(form.errors(LARGEST)).isEmpty();
    assertThat(form.toRule(AppearanceRule.always(), LARGEST)).isEqualTo(BEFORE);
  }

  @ParameterizedTest
  @CsvSource({
    "5,5,1,showAt",
    "5,6,1,showAt",
    "0,0,1,hideAt",
    "21,3,1,hideAt",
    "five,3,1,hideAt",
    "'',3,1,hideAt",
    "5,-1,1,showAt",
    "5,3,-1,dwell",
    "5,3,1441,dwell",
    "5,3,99999999999,dwell"
  })
  void thresholdsThatMakeNoSenseAreRefusedAtTheirField(
      String hideAt, String showAt, String dwell, String field) {
    AppearanceForm form = new AppearanceForm("by-load", hideAt, showAt, dwell, "vanish");

    assertThat(form.errors(LARGEST)).extracting(FieldError::field).containsExactly(field);
  }

  @Test
  void aRuleOrChoiceThatDoesNotExistIsRefused() {
    assertThat(new AppearanceForm("", "5", "3", "1", "explode").errors(LARGEST))
        .extracting(FieldError::field)
        .containsExactly("rule", "atLimit");
  }

  @Test
  void whoeverHidesKeepsTheThresholdsForLater() {
    AppearanceForm form = new AppearanceForm("hidden", "", "9", "x", "waitlist-only");

    assertThat(form.errors(LARGEST)).isEmpty();
    assertThat(form.toRule(BEFORE, LARGEST))
        .isEqualTo(
            new AppearanceRule(Mode.HIDDEN, 7, 4, Duration.ofMinutes(15), AtLimit.WAITLIST_ONLY));
  }

  @ParameterizedTest
  @CsvSource({"1,true", "20,true", "0,false", "21,false", "'',false", "4.5,false", "many,false"})
  void aLimitStaysWithinTheGuardrails(String typed, boolean taken) {
    assertThat(new LimitForm(typed).errors(Guardrails.standard()).isEmpty()).isEqualTo(taken);
  }
}
