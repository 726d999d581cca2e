package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Channel;
import org.visavis.directory.Employee;
import org.visavis.routing.AppointmentSettings;
import org.visavis.routing.Appointments;
import org.visavis.routing.Booking;
import org.visavis.routing.Routing;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Link;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.SlotWords;

/** Whether and how customers can book times with the employee, and what is booked. */
@WebServlet(
    urlPatterns = {"/de/workspace/presence/appointments", "/en/workspace/presence/appointments"})
public final class AppointmentsServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final String PATH = PresenceTab.APPOINTMENTS.path();
  private static final Set<String> DONE = Set.of("saved");
  private static final Duration AHEAD = Duration.ofDays(AppointmentSettings.MAX_HORIZON_DAYS + 1L);

  @Inject private transient Appointments appointments;
  @Inject private transient Routing routing;

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    Page page = saying(request, "appointments.done.", DONE);
    AppointmentSettings settings = transactions().call(() -> appointments.settings(employee.id()));
    show(
        response,
        HttpServletResponse.SC_OK,
        page,
        employee,
        AppointmentsForm.of(settings),
        List.of());
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    AppointmentsForm form =
        new AppointmentsForm(
            !field(request, "offered").isEmpty(),
            field(request, "length"),
            field(request, "before"),
            field(request, "after"),
            field(request, "notice"),
            field(request, "horizon"),
            field(request, "most"));
    List<FieldError> errors = form.errors();
    if (errors.isEmpty()) {
      transactions().run(() -> appointments.decide(employee.id(), form.toSettings()));
      seeOther(request, response, PATH + "?done=saved");
    } else {
      show(response, UNPROCESSABLE, page(request), employee, form, errors);
    }
  }

  private void show(
      HttpServletResponse response,
      int status,
      Page page,
      Employee employee,
      AppointmentsForm form,
      List<FieldError> errors)
      throws IOException {
    send(
        response,
        status,
        page,
        new AppointmentsView(
            !presence().settings(employee.id()).hours().spans().isEmpty(),
            employee.channels().containsKey(Channel.APPOINTMENT),
            form,
            transactions().call(() -> booked(employee, page)),
            errors));
  }

  private List<Link> booked(Employee employee, Page page) {
    Instant now = clock().instant();
    return appointments.bookings(employee.id(), now, now.plus(AHEAD)).stream()
        .map(booking -> link(employee, booking, page))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Link> link(Employee employee, Booking booking, Page page) {
    String when = SlotWords.of(booking.slot(), employee.timeZone(), page.language(), page.now());
    return booking
        .request()
        .flatMap(id -> routing.find(employee.id(), id))
        .map(
            request ->
                new Link(
                    page.t("appointments.with", when, request.customer().name()),
                    page.href("/workspace/requests/" + request.id())));
  }
}
