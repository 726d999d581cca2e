package org.visavis.web.workspace;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.visavis.directory.Employee;
import org.visavis.presence.WorkingHours;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.Phrase;

/** When the employee works. */
@WebServlet(urlPatterns = {"/de/workspace/presence/hours", "/en/workspace/presence/hours"})
public final class HoursServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final String PATH = PresenceTab.HOURS.path();

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    Page page = saying(request, "hours.done.", Set.of("set"));
    WorkingHours hours = presence().settings(employee.id()).hours();
    show(
        response,
        HttpServletResponse.SC_OK,
        page,
        employee,
        HoursForm.of(hours.withoutExceptionsBefore(today(employee).minusDays(1))),
        List.of());
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    HoursForm form = HoursForm.from(request);
    Page page = page(request);
    if (field(request, "step").equals("weeks")) {
      show(response, HttpServletResponse.SC_OK, page, employee, form.filled(), List.of());
      return;
    }
    List<FieldError> errors = form.errors();
    if (errors.isEmpty()) {
      WorkingHours hours = form.toHours(employee.timeZone());
      transactions().run(() -> presence().setHours(employee.id(), hours));
      seeOther(request, response, PATH + "?done=set");
    } else {
      show(response, UNPROCESSABLE, page, employee, form, errors);
    }
  }

  private LocalDate today(Employee employee) {
    return LocalDate.ofInstant(clock().instant(), employee.timeZone());
  }

  private void show(
      HttpServletResponse response,
      int status,
      Page page,
      Employee employee,
      HoursForm form,
      List<FieldError> errors)
      throws IOException {
    send(
        response,
        status,
        page,
        new HoursView(
            form,
            IntStream.rangeClosed(1, form.shownWeeks()).mapToObj(week -> week(form, week)).toList(),
            form.shownRows(),
            employee.timeZone().getId(),
            employee.region().orElse(""),
            errors));
  }

  private static HoursView.Week week(HoursForm form, int week) {
    String name =
        switch (form.cycle()) {
          case HoursForm.ODD_EVEN -> week == 1 ? "hours.week.odd" : "hours.week.even";
          case HoursForm.ROTATION -> "hours.week.of-rotation";
          default -> "hours.week.every";
        };
    return new HoursView.Week(
        Phrase.of(name, week),
        Arrays.stream(DayOfWeek.values())
            .map(
                day ->
                    new HoursView.Day(
                        HoursForm.field(week, day),
                        "weekday." + HoursForm.code(day),
                        form.times().getOrDefault(HoursForm.field(week, day), "")))
            .toList());
  }
}
