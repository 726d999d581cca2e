package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.routing.DutyAnswer;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.DutyRota;
import org.visavis.routing.RequestId;
import org.visavis.web.pages.Page;

/** What a department asks of the employee. Nobody has to take anything on, or say why not. */
@WebServlet(urlPatterns = {"/de/workspace/duty/*", "/en/workspace/duty/*"})
public final class DutyServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final Set<String> DONE = Set.of("passed", "willing", "unwilling", "too-late");

  @Inject private transient DutyRota rota;

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    if (form(request).isEmpty()) {
      show(request, response, HttpServletResponse.SC_OK, employee, false);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    String act = form(request);
    Optional<RequestId> id = id(typed(request, "id"));
    if (act.equals("willing")) {
      boolean willing = typed(request, "willing").equals("true");
      transactions().run(() -> rota.setWilling(employee.id(), willing));
      done(request, response, willing ? "willing" : "unwilling");
    } else if (act.equals("pass") && id.isPresent()) {
      transactions().run(() -> rota.pass(employee.id(), id.get()));
      done(request, response, "passed");
    } else if (act.equals("accept") && id.isPresent()) {
      accept(request, response, employee, id.get());
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void accept(
      HttpServletRequest request, HttpServletResponse response, Employee employee, RequestId id)
      throws IOException {
    DutyAnswer answer = transactions().call(() -> rota.accept(employee.id(), id));
    switch (answer) {
      case TAKEN -> seeOther(request, response, "/workspace?show=open");
      case NOT_ASKED -> done(request, response, "too-late");
      case AT_LIMIT -> show(request, response, HttpServletResponse.SC_CONFLICT, employee, true);
    }
  }

  private static void done(HttpServletRequest request, HttpServletResponse response, String what) {
    seeOther(request, response, "/workspace/duty?done=" + what);
  }

  private static Optional<RequestId> id(String text) {
    try {
      return Optional.of(RequestId.from(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      Employee employee,
      boolean full)
      throws IOException {
    Page page = saying(request, "duty.done.", DONE);
    DutyView view =
        transactions()
            .call(
                () ->
                    new DutyView(
                        rota.isWilling(employee.id()),
                        employee.departments().stream()
                            .filter(rota.departments()::contains)
                            .map(id -> name(id, page))
                            .toList(),
                        items(employee, page),
                        full));
    send(response, status, page, view);
  }

  private List<DutyView.Item> items(Employee employee, Page page) {
    return rota.asked(employee.id()).stream().map(request -> item(request, page)).toList();
  }

  private DutyView.Item item(DutyRequest request, Page page) {
    return new DutyView.Item(
        request.id().toString(),
        name(request.department(), page),
        request.customer().name(),
        request.subject(),
        request.message(),
        request.due());
  }

  private String name(DepartmentId id, Page page) {
    return directory()
        .findDepartment(id)
        .map(Department::name)
        .map(name -> name.text(page.language().locale()))
        .orElse(id.value());
  }
}
