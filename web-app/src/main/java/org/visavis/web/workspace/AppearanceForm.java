package org.visavis.web.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.Mode;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * The appearance rule as it was typed. The thresholds count under the rule by load alone; under
 * another they are kept where they make sense, so that they are there again when the person comes
 * back to it. Immutable.
 *
 * @param rule the code of the mode, or {@code inherit}
 * @param hideAt points at which the person is hidden
 * @param showAt points at which the person is shown again
 * @param dwell how long either lasts at least, in minutes
 * @param atLimit the code of what happens at the limit
 */
public record AppearanceForm(
    String rule, String hideAt, String showAt, String dwell, String atLimit) {

  /** The longest dwell, in minutes. */
  public static final int MAX_DWELL_MINUTES = (int) AppearanceRule.MAX_DWELL.toMinutes();

  /** What is chosen so that another rule holds: the public's, or the one for the person. */
  static final String INHERIT = "inherit";

  static AppearanceForm from(HttpServletRequest request) {
    return new AppearanceForm(
        OwnPageServlet.typed(request, "rule"),
        OwnPageServlet.typed(request, "hideAt"),
        OwnPageServlet.typed(request, "showAt"),
        OwnPageServlet.typed(request, "dwell"),
        OwnPageServlet.typed(request, "atLimit"));
  }

  /** Answers the form of a scope without a rule of its own, with the one that holds there. */
  static AppearanceForm inherited(AppearanceRule rule) {
    AppearanceForm form = of(rule);
    return new AppearanceForm(INHERIT, form.hideAt, form.showAt, form.dwell, form.atLimit);
  }

  /** Answers whether there is to be no rule of its own. */
  boolean inherits() {
    return rule.equals(INHERIT);
  }

  static AppearanceForm of(AppearanceRule rule) {
    return new AppearanceForm(
        rule.mode().code(),
        Integer.toString(rule.hideAt()),
        Integer.toString(rule.showAgainAt()),
        Long.toString(rule.dwell().toMinutes()),
        rule.atLimit().code());
  }

  /**
   * Answers what is wrong.
   *
   * @param largest the largest limit that the organisation allows, in points
   */
  List<FieldError> errors(int largest) {
    if (inherits()) {
      return List.of();
    }
    List<FieldError> errors = new ArrayList<>();
    if (mode().isEmpty()) {
      errors.add(FieldError.of("rule", "error.rule"));
    }
    if (choice().isEmpty()) {
      errors.add(FieldError.of("atLimit", "error.at-limit"));
    }
    if (mode().equals(Optional.of(Mode.BY_LOAD))) {
      errors.addAll(thresholdErrors(largest));
    }
    return errors;
  }

  private List<FieldError> thresholdErrors(int largest) {
    List<FieldError> errors = new ArrayList<>();
    OptionalInt hide = within(hideAt, 1, largest);
    OptionalInt show = within(showAt, 0, largest);
    if (hide.isEmpty()) {
      errors.add(new FieldError("hideAt", Phrase.of("error.limit", 1, largest)));
    }
    if (show.isEmpty()) {
      errors.add(new FieldError("showAt", Phrase.of("error.limit", 0, largest)));
    } else if (hide.isPresent() && show.getAsInt() >= hide.getAsInt()) {
      errors.add(FieldError.of("showAt", "error.thresholds"));
    }
    if (within(dwell, 0, MAX_DWELL_MINUTES).isEmpty()) {
      errors.add(new FieldError("dwell", Phrase.of("error.dwell", 0, MAX_DWELL_MINUTES)));
    }
    return errors;
  }

  /**
   * Answers the rule to set.
   *
   * @param before the rule so far, whose thresholds stay where the typed ones make no sense
   * @param largest the largest limit that the organisation allows, in points
   * @throws java.util.NoSuchElementException when something is wrong with the form
   */
  AppearanceRule toRule(AppearanceRule before, int largest) {
    Mode mode = mode().orElseThrow();
    AtLimit choice = choice().orElseThrow();
    if (!thresholdErrors(largest).isEmpty()) {
      return new AppearanceRule(
          mode, before.hideAt(), before.showAgainAt(), before.dwell(), choice);
    }
    return new AppearanceRule(
        mode,
        Numbers.read(hideAt).orElseThrow(),
        Numbers.read(showAt).orElseThrow(),
        Duration.ofMinutes(Numbers.read(dwell).orElseThrow()),
        choice);
  }

  private Optional<Mode> mode() {
    return Arrays.stream(Mode.values()).filter(value -> value.code().equals(rule)).findFirst();
  }

  private Optional<AtLimit> choice() {
    return Arrays.stream(AtLimit.values())
        .filter(value -> value.code().equals(atLimit))
        .findFirst();
  }

  private static OptionalInt within(String typed, int least, int most) {
    OptionalInt number = Numbers.read(typed);
    return number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most
        ? number
        : OptionalInt.empty();
  }
}
