package org.visavis.web.workspace;

import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.StatusKind;
import org.visavis.web.pages.View;

/**
 * The employee's calendars. Forms: {@code POST …/calendars} ({@link CalendarForm} and {@code file},
 * multipart) and {@code …/calendars/removal} ({@code id}).
 *
 * @param calendars those that were brought in
 * @param form what was typed, or the calendar that is to be changed
 * @param rows the rules, some empty rows at the end
 * @param statuses what a rule can make of an event
 * @param most how many calendars somebody can have
 * @param errors what is wrong with what was sent
 */
public record CalendarsView(
    List<CalendarRow> calendars,
    CalendarForm form,
    List<CalendarForm.RuleRow> rows,
    List<StatusKind> statuses,
    int most,
    List<FieldError> errors)
    implements View {

  /** Copies the lists. */
  public CalendarsView {
    calendars = List.copyOf(calendars);
    rows = List.copyOf(rows);
    statuses = List.copyOf(statuses);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "workspace/calendars.jte";
  }

  /**
   * A calendar.
   *
   * @param id its id
   * @param name what the employee calls it
   * @param host where it is fetched from, without what may be a secret; empty for an uploaded one
   * @param read when it was read last
   * @param says what it says: how many times, or until when it counts
   * @param problem why the last reading failed
   * @param leftOut what was left out at the reading that was just asked for
   * @param rules its rules in words
   */
  public record CalendarRow(
      String id,
      String name,
      String host,
      Phrase read,
      Phrase says,
      Optional<Phrase> problem,
      List<Phrase> leftOut,
      List<Phrase> rules) {

    /** Copies the lists. */
    public CalendarRow {
      leftOut = List.copyOf(leftOut);
      rules = List.copyOf(rules);
    }
  }
}
