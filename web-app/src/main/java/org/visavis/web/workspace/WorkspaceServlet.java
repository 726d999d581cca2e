package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Presence;
import org.visavis.routing.Routing;
import org.visavis.web.identity.Identity;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;
import org.visavis.web.wiring.Transactions;
import org.visavis.web.workspace.WorkspacePages.Typed;
import org.visavis.web.workspace.WorkspaceView.Tab;

/** The employee's own page, and the forms on it. Everything here is about whoever has signed in. */
@WebServlet(urlPatterns = {"/de/workspace/*", "/en/workspace/*"})
public final class WorkspaceServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final int UNPROCESSABLE = 422;
  private static final Set<String> FORMS = Set.of("status", "limit", "appearance");

  /** The page says once a minute that it is open; one such word may get lost. */
  private static final Duration HEARTBEAT_COUNTS = Duration.ofMinutes(2).plusSeconds(30);

  @Inject private transient Identity identity;
  @Inject private transient Directory directory;
  @Inject private transient Presence presence;
  @Inject private transient Routing routing;
  @Inject private transient Transactions transactions;
  @Inject private transient WorkspacePages pages;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Employee> employee = directory.find(identity.requireEmployee());
    Optional<String> form = segment(request, 0);
    if (employee.isEmpty()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (form.isEmpty()) {
      Page page =
          notice(request, employee.get().id()).map(page(request)::saying).orElse(page(request));
      show(request, response, HttpServletResponse.SC_OK, page, employee.get(), Typed.nothing());
    } else if (FORMS.contains(form.get()) && segment(request, 1).isEmpty()) {
      // A form that came back with mistakes, in another language or loaded again.
      seeOther(request, response, "/workspace");
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Employee> employee = directory.find(identity.requireEmployee());
    if (employee.isEmpty()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    String form = segment(request, 1).isEmpty() ? segment(request, 0).orElse("") : "";
    switch (form) {
      case "status" ->
          answer(request, response, employee.get(), setStatus(request, employee.get()));
      case "limit" -> answer(request, response, employee.get(), setLimit(request, employee.get()));
      case "appearance" ->
          answer(request, response, employee.get(), setAppearance(request, employee.get()));
      case "heartbeat" -> response.setStatus(heartbeat(employee.get()));
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Answers what could not be taken; nothing where all is well. */
  private Typed setStatus(HttpServletRequest request, Employee employee) {
    String[] ends = request.getParameterValues("end");
    boolean clear = ends != null && Arrays.asList(ends).contains(StatusForm.CLEAR);
    if (clear) {
      decide(employee, () -> presence.clearStatus(employee.id()));
      return Typed.nothing();
    }
    StatusForm form =
        new StatusForm(
            field(request, "status"),
            field(request, "end"),
            field(request, "until"),
            field(request, "note"));
    Instant now = clock.instant();
    List<FieldError> errors = form.errors(now, employee.timeZone());
    if (errors.isEmpty()) {
      ManualStatus status = form.toStatus(now, employee.timeZone());
      decide(employee, () -> presence.setStatus(employee.id(), status));
    }
    return Typed.of(form, errors);
  }

  private Typed setLimit(HttpServletRequest request, Employee employee) {
    LimitForm form = new LimitForm(field(request, "limit"));
    List<FieldError> errors = form.errors(presence.guardrails());
    if (errors.isEmpty()) {
      decide(employee, () -> presence.setLimit(employee.id(), form.points()));
    }
    return Typed.of(form, errors);
  }

  private Typed setAppearance(HttpServletRequest request, Employee employee) {
    AppearanceForm form =
        new AppearanceForm(
            field(request, "rule"),
            field(request, "hideAt"),
            field(request, "showAt"),
            field(request, "dwell"),
            field(request, "atLimit"));
    int largest = presence.guardrails().largest();
    List<FieldError> errors = form.errors(largest);
    if (errors.isEmpty()) {
      AppearanceRule rule =
          form.toRule(presence.settings(employee.id()).rule(Audience.PUBLIC), largest);
      decide(employee, () -> presence.setRule(employee.id(), Audience.PUBLIC, rule));
    }
    return Typed.of(form, errors);
  }

  /**
   * Whoever makes room, or shows himself or herself again, takes those who wait: after the commit.
   */
  private void decide(Employee employee, Runnable decision) {
    transactions.run(decision);
    transactions.run(() -> routing.admitWaiting(employee.id()));
  }

  private int heartbeat(Employee employee) {
    try {
      identity
          .browser()
          .ifPresent(
              browser ->
                  transactions.run(
                      () -> presence.heartbeat(employee.id(), browser, HEARTBEAT_COUNTS)));
      return HttpServletResponse.SC_NO_CONTENT;
    } catch (IllegalArgumentException tooManyBrowsers) {
      return HttpServletResponse.SC_CONFLICT;
    }
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, Employee employee, Typed typed)
      throws IOException {
    if (typed.errors().isEmpty()) {
      String done =
          typed.equals(Typed.nothing()) ? "status-cleared" : segment(request, 0).orElse("");
      seeOther(request, response, "/workspace?done=" + done);
    } else {
      show(request, response, UNPROCESSABLE, page(request), employee, typed);
    }
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      Page page,
      Employee employee,
      Typed typed)
      throws IOException {
    Tab tab =
        Arrays.stream(Tab.values())
            .filter(part -> part.code().equals(field(request, "show")))
            .findFirst()
            .orElse(Tab.OPEN);
    send(response, status, page, pages.of(employee, page.language(), tab, typed));
  }

  private Optional<Phrase> notice(HttpServletRequest request, EmployeeId employee) {
    return switch (field(request, "done")) {
      case "status" -> Optional.of(Phrase.of("workspace.done.status"));
      case "status-cleared" -> Optional.of(Phrase.of("workspace.done.status-cleared"));
      case "limit" ->
          Optional.of(Phrase.of("workspace.done.limit", presence.settings(employee).limit()));
      case "appearance" -> Optional.of(Phrase.of("workspace.done.appearance"));
      default -> Optional.empty();
    };
  }
}
