package org.visavis.web.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.visavis.routing.Promises;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * How soon departments are to answer, as it was typed: hours, also parts of them. Immutable.
 *
 * @param hours by the id of the department; nothing for one without a target of its own
 */
public record PoliciesForm(Map<String, String> hours) {

  private static final Pattern HOURS = Pattern.compile("([0-9]{1,3})(?:[.,]([0-9]{1,2}))?");
  private static final int MINUTES = 60;

  /** Copies what comes in. */
  public PoliciesForm {
    hours = Map.copyOf(hours);
  }

  /** Answers how a target is typed, such as {@code 8} or {@code 1.5}. */
  static String typed(Duration target) {
    long hundredths = Math.round(target.toMinutes() * 100.0 / MINUTES);
    String parts = hundredths % 100 == 0 ? "" : "." + String.format("%02d", hundredths % 100);
    return hundredths / 100 + (parts.endsWith("0") ? parts.substring(0, 2) : parts);
  }

  /** Answers the name of a department's field. */
  static String field(String department) {
    return "hours-" + department;
  }

  /** Answers what is wrong. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    hours.forEach(
        (department, typed) -> {
          if (read(typed).isEmpty()) {
            errors.add(
                new FieldError(
                    field(department),
                    Phrase.of("error.policy-hours", Promises.LONGEST_TARGET.toHours())));
          }
        });
    return errors;
  }

  /** Answers the target of a department; empty where it has none of its own, or it is wrong. */
  Optional<Duration> target(String department) {
    return Optional.ofNullable(hours.get(department)).flatMap(PoliciesForm::read);
  }

  private static Optional<Duration> read(String typed) {
    return Optional.of(HOURS.matcher(typed))
        .filter(found -> found.matches())
        .map(found -> Double.parseDouble(typed.replace(',', '.')))
        .map(hours -> Duration.ofMinutes(Math.round(hours * MINUTES)))
        .filter(time -> !time.isZero() && time.compareTo(Promises.LONGEST_TARGET) <= 0);
  }
}
