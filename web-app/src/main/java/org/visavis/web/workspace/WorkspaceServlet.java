package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Employee;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.WorkingHours;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.workspace.WorkspaceView.Tab;

/** The employee's own page, with the status that is set by hand. */
@WebServlet(urlPatterns = {"/de/workspace/*", "/en/workspace/*"})
public final class WorkspaceServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final Set<String> DONE = Set.of("status", "status-cleared");

  /** The page says once a minute that it is open; one such word may get lost. */
  private static final Duration HEARTBEAT_COUNTS = Duration.ofMinutes(2).plusSeconds(30);

  @Inject private transient WorkspacePages pages;

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    switch (form(request)) {
      case "" ->
          show(
              request,
              response,
              HttpServletResponse.SC_OK,
              saying(request, "workspace.done.", DONE),
              employee,
              Optional.empty(),
              List.of());
      // A form that came back with mistakes, in another language or loaded again.
      case "status" -> seeOther(request, response, "/workspace");
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    switch (form(request)) {
      case "status" -> setStatus(request, response, employee);
      case "heartbeat" -> response.setStatus(heartbeat(employee));
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void setStatus(
      HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    String[] ends = request.getParameterValues("end");
    if (ends != null && Arrays.asList(ends).contains(StatusForm.CLEAR)) {
      transactions().run(() -> presence().clearStatus(employee.id()));
      seeOther(request, response, "/workspace?done=status-cleared");
      return;
    }
    StatusForm form =
        new StatusForm(
            field(request, "status"),
            field(request, "end"),
            field(request, "time"),
            field(request, "day"),
            field(request, "note"));
    Instant now = clock().instant();
    WorkingHours hours = presence().settings(employee.id()).hours();
    List<FieldError> errors = form.errors(now, employee.timeZone(), hours);
    if (errors.isEmpty()) {
      ManualStatus status = form.toStatus(now, employee.timeZone(), hours);
      transactions().run(() -> presence().setStatus(employee.id(), status));
      seeOther(request, response, "/workspace?done=status");
    } else {
      show(request, response, UNPROCESSABLE, page(request), employee, Optional.of(form), errors);
    }
  }

  private int heartbeat(Employee employee) {
    try {
      identity()
          .browser()
          .ifPresent(
              browser ->
                  transactions()
                      .run(() -> presence().heartbeat(employee.id(), browser, HEARTBEAT_COUNTS)));
      return HttpServletResponse.SC_NO_CONTENT;
    } catch (IllegalArgumentException tooManyBrowsers) {
      return HttpServletResponse.SC_CONFLICT;
    }
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      Page page,
      Employee employee,
      Optional<StatusForm> typed,
      List<FieldError> errors)
      throws IOException {
    Tab tab =
        Arrays.stream(Tab.values())
            .filter(part -> part.code().equals(field(request, "show")))
            .findFirst()
            .orElse(Tab.OPEN);
    send(response, status, page, pages.of(employee, page.language(), tab, typed, errors));
  }
}
