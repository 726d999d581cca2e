package org.visavis.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.visavis.directory.Channel;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.DutyRota;
import org.visavis.routing.IdempotencyConflictException;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.portal.RequestFormView.Input;
import org.visavis.web.wiring.Transactions;

/** Where customers write to a department of which nobody is shown. */
@WebServlet(urlPatterns = {"/de/departments/*", "/en/departments/*"})
public final class DepartmentServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Directory directory;
  @Inject private transient DutyRota rota;
  @Inject private transient Transactions transactions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Department> department = department(request);
    if (department.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (transactions.call(() -> rota.isOffered(department.get().id()))) {
      String key = "duty-" + UUID.randomUUID();
      show(request, response, 200, department.get(), Input.empty(), List.of(), key);
    } else {
      // Somebody can be chosen again, or nobody is on duty: the people of the department say so.
      seeOther(request, response, "/people?department=" + department.get().id());
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Department> found = department(request);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Department department = found.get();
    Page page = page(request);
    Input input = RequestInput.of(name -> field(request, name), List.of());
    String sent = field(request, "key");
    String key = sent.matches("duty-[\\x21-\\x7e]{8,100}") ? sent : "duty-" + UUID.randomUUID();
    List<FieldError> errors = RequestInput.errors(input, Channel.MESSAGE);
    if (!errors.isEmpty()) {
      show(request, response, UNPROCESSABLE, department, input, errors, key);
      return;
    }
    try {
      Optional<DutyRequest> kept =
          transactions.call(
              () ->
                  rota.submit(
                      department.id(),
                      input.subject(),
                      input.message(),
                      RequestInput.customer(
                          input.name(), input.email(), input.phone(), RequestForms.language(page)),
                      key));
      if (kept.isPresent()) {
        seeOther(request, response, "/requests/" + kept.get().token().value());
      } else {
        FieldError error = FieldError.of("main", "duty.not-now");
        show(request, response, 409, department, input, List.of(error), key);
      }
    } catch (IdempotencyConflictException e) {
      send(
          response,
          HttpServletResponse.SC_CONFLICT,
          page,
          new KeptView(KeptView.Reason.SENT_BEFORE, input.subject(), input.message()));
    }
  }

  private Optional<Department> department(HttpServletRequest request) {
    return segment(request, 1).isPresent()
        ? Optional.empty()
        : segment(request, 0)
            .flatMap(id -> Ids.read(id, DepartmentId::of))
            .flatMap(directory::findDepartment);
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      Department department,
      Input input,
      List<FieldError> errors,
      String key)
      throws IOException {
    Page page = page(request);
    send(
        response,
        status,
        page,
        new DepartmentView(
            department.id().value(),
            department.name().text(page.language().locale()),
            input,
            errors,
            key));
  }
}
