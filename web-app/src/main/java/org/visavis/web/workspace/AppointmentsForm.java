package org.visavis.web.workspace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.visavis.routing.AppointmentSettings;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * What an employee typed about appointments.
 *
 * @param offered whether they are offered
 * @param length minutes of an appointment
 * @param before minutes kept free before it
 * @param after minutes kept free after it
 * @param notice hours ahead at least
 * @param horizon days ahead at most
 * @param most how many on a day at most
 */
public record AppointmentsForm(
    boolean offered,
    String length,
    String before,
    String after,
    String notice,
    String horizon,
    String most) {

  static AppointmentsForm of(AppointmentSettings settings) {
    return new AppointmentsForm(
        settings.offered(),
        Long.toString(settings.length().toMinutes()),
        Long.toString(settings.before().toMinutes()),
        Long.toString(settings.after().toMinutes()),
        Long.toString(settings.notice().toHours()),
        Integer.toString(settings.horizonDays()),
        Integer.toString(settings.mostADay()));
  }

  /** Answers what is to be corrected, in the order of the fields. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    int step = (int) AppointmentSettings.STEP.toMinutes();
    check(errors, "length", length, step, (int) AppointmentSettings.MAX_LENGTH.toMinutes(), step);
    int buffer = (int) AppointmentSettings.MAX_BUFFER.toMinutes();
    check(errors, "before", before, 0, buffer, step);
    check(errors, "after", after, 0, buffer, step);
    check(errors, "notice", notice, 0, (int) AppointmentSettings.MAX_NOTICE.toHours(), 1);
    check(errors, "horizon", horizon, 1, AppointmentSettings.MAX_HORIZON_DAYS, 1);
    check(errors, "most", most, 1, AppointmentSettings.MAX_A_DAY, 1);
    return errors;
  }

  private static void check(
      List<FieldError> errors, String field, String typed, int least, int greatest, int step) {
    Optional<Integer> number = number(typed);
    if (number
        .filter(value -> value >= least && value <= greatest && value % step == 0)
        .isEmpty()) {
      errors.add(
          new FieldError(field, Phrase.of("error.appointment-number", least, greatest, step)));
    }
  }

  private static Optional<Integer> number(String typed) {
    return typed.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
  }

  /** Answers the settings; the form has no errors. */
  AppointmentSettings toSettings() {
    return new AppointmentSettings(
        offered,
        Duration.ofMinutes(Integer.parseInt(length)),
        Duration.ofMinutes(Integer.parseInt(before)),
        Duration.ofMinutes(Integer.parseInt(after)),
        Duration.ofHours(Integer.parseInt(notice)),
        Integer.parseInt(horizon),
        Integer.parseInt(most));
  }
}
