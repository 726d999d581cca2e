package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.DeputyCycleException;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.Phrase;

/** The employee's absences, and who stands in for whom. */
@WebServlet(
    urlPatterns = {"/de/workspace/presence/absences/*", "/en/workspace/presence/absences/*"})
public final class AbsencesServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final String PATH = PresenceTab.ABSENCES.path();
  private static final Set<String> DONE = Set.of("planned", "removed", "agreed", "declined");

  @Inject private transient AbsencePages pages;
  @Inject private transient Colleagues colleagues;

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    if (form(request).isEmpty()) {
      Page page = saying(request, "absence.done.", DONE);
      send(
          response,
          HttpServletResponse.SC_OK,
          page,
          pages.of(employee, page, field(request, "change")));
    } else {
      // A form that came back with mistakes, in another language or loaded again.
      seeOther(request, response, PATH);
    }
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    switch (form(request)) {
      case "" -> plan(request, response, employee);
      case "removal" -> {
        absenceId(field(request, "id"))
            .ifPresent(id -> transactions().run(() -> presence().removeAbsence(employee.id(), id)));
        seeOther(request, response, PATH + "?done=removed");
      }
      case "answer" -> answer(request, response, employee);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void plan(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    Page page = page(request);
    AbsenceForm form = AbsenceForm.from(request);
    List<FieldError> errors = new ArrayList<>(form.errors(clock().instant(), employee.timeZone()));
    List<Profile> candidates = candidates(employee, form);
    deputyError(form, candidates).ifPresent(errors::add);
    Optional<Absence> before = pages.find(employee, form.id());
    if (before.isEmpty()
        && presence().settings(employee.id()).absences().size() >= Absence.MAX_ABSENCES) {
      errors.add(new FieldError("first", Phrase.of("error.too-many", Absence.MAX_ABSENCES)));
    }
    if (errors.isEmpty()) {
      AbsenceId id =
          before.map(Absence::id).orElseGet(() -> AbsenceId.of(UUID.randomUUID().toString()));
      Optional<EmployeeId> deputy = candidates.stream().map(Profile::id).findFirst();
      Absence absence = form.toAbsence(id, employee.timeZone(), deputy);
      try {
        transactions().run(() -> presence().setAbsence(employee.id(), absence));
        seeOther(request, response, PATH + "?done=planned");
        return;
      } catch (DeputyCycleException cycle) {
        errors.add(new FieldError("deputy", cycle(cycle)));
      }
    }
    send(
        response,
        UNPROCESSABLE,
        page,
        pages.of(
            employee, page, form, candidates.size() > 1 ? some(candidates) : List.of(), errors));
  }

  private static List<Profile> some(List<Profile> candidates) {
    return candidates.stream().limit(Colleagues.MOST_CHOICES).toList();
  }

  /** Answers who may be meant: one at most where all is well. */
  private List<Profile> candidates(Employee employee, AbsenceForm form) {
    if (form.deputy().isEmpty()) {
      return List.of();
    }
    List<Profile> named = colleagues.named(employee.id(), form.deputy());
    List<Profile> chosen =
        named.stream().filter(one -> one.id().value().equals(form.deputyId())).toList();
    if (!chosen.isEmpty()) {
      return chosen;
    }
    // Who stands in already may be hidden from colleagues since, and stays all the same.
    Optional<Profile> before =
        pages
            .find(employee, form.id())
            .flatMap(Absence::deputy)
            .flatMap(deputy -> colleagues.known(deputy.employee()))
            .filter(profile -> profile.displayName().equals(form.deputy()));
    return named.isEmpty() ? before.stream().toList() : named;
  }

  private static Optional<FieldError> deputyError(AbsenceForm form, List<Profile> candidates) {
    if (!form.deputy().isEmpty() && candidates.isEmpty()) {
      return Optional.of(new FieldError("deputy", Phrase.of("error.deputy", form.deputy())));
    }
    return candidates.size() > 1
        ? Optional.of(FieldError.of("deputyId", "error.deputy-several"))
        : Optional.empty();
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    boolean agrees = field(request, "agrees").equals("true");
    Optional<AbsenceId> absence = absenceId(field(request, "absence"));
    Optional<EmployeeId> absent = employeeId(field(request, "absent"));
    if (absence.isEmpty() || absent.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      boolean asked =
          transactions()
              .call(
                  () ->
                      presence()
                          .answerDeputyRequest(employee.id(), absent.get(), absence.get(), agrees));
      if (asked) {
        seeOther(request, response, PATH + "?done=" + (agrees ? "agreed" : "declined"));
      } else {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
      }
    } catch (DeputyCycleException cycle) {
      Page page = page(request);
      FieldError error = new FieldError("asked", cycle(cycle));
      send(
          response,
          UNPROCESSABLE,
          page,
          pages.of(employee, page, AbsenceForm.empty(), List.of(), List.of(error)));
    }
  }

  private Phrase cycle(DeputyCycleException cycle) {
    String names =
        cycle.chain().stream()
            .flatMap(id -> colleagues.known(id).stream())
            .map(Profile::displayName)
            .collect(Collectors.joining(" → "));
    return Phrase.of("error.deputy-cycle", names);
  }

  private static Optional<AbsenceId> absenceId(String typed) {
    try {
      return Optional.of(AbsenceId.of(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<EmployeeId> employeeId(String typed) {
    try {
      return Optional.of(EmployeeId.of(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
