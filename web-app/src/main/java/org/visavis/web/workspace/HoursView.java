package org.visavis.web.workspace;

import java.util.List;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.View;

/**
 * The working hours. The form posts to {@code …/hours} ({@link HoursForm}); with {@code step=weeks}
 * it comes back with as many weeks as were chosen, and nothing is set.
 *
 * @param form what was typed, or the hours
 * @param weeks the weeks and days of the form
 * @param rows the exceptions, some empty rows at the end
 * @param zone where the employee's days begin
 * @param region where public holidays are looked up; empty where nobody said so
 * @param errors what is wrong with what was sent
 */
public record HoursView(
    HoursForm form,
    List<Week> weeks,
    List<HoursForm.ExceptionRow> rows,
    String zone,
    String region,
    List<FieldError> errors)
    implements View {

  /** Copies the lists. */
  public HoursView {
    weeks = List.copyOf(weeks);
    rows = List.copyOf(rows);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "workspace/hours.jte";
  }

  /** A week by what it is called, with its days. */
  public record Week(Phrase name, List<Day> days) {

    /** Copies the list. */
    public Week {
      days = List.copyOf(days);
    }
  }

  /**
   * A day.
   *
   * @param field the name of its field
   * @param name the key of its name
   * @param times what was typed
   */
  public record Day(String field, String name, String times) {}
}
