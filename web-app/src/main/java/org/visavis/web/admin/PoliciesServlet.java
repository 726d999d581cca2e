package org.visavis.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Department;
import org.visavis.directory.Directory;
import org.visavis.routing.Promises;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;
import org.visavis.web.wiring.Transactions;

/** Says how soon the people of each department are to answer. */
@WebServlet(urlPatterns = {"/de/admin/policies", "/en/admin/policies"})
public final class PoliciesServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Directory directory;
  @Inject private transient Promises promises;
  @Inject private transient Transactions transactions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page page =
        field(request, "done").equals("set")
            ? page(request).saying(Phrase.of("admin.policies.done"))
            : page(request);
    PoliciesForm form =
        new PoliciesForm(
            transactions.call(promises::targets).entrySet().stream()
                .collect(
                    Collectors.toMap(
                        target -> target.getKey().value(),
                        target -> PoliciesForm.typed(target.getValue()))));
    show(response, HttpServletResponse.SC_OK, page, form, List.of());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<Department> departments = directory.departments();
    Map<String, String> typed = new HashMap<>();
    for (Department department : departments) {
      String hours = field(request, PoliciesForm.field(department.id().value()));
      if (!hours.isEmpty()) {
        typed.put(department.id().value(), hours);
      }
    }
    PoliciesForm form = new PoliciesForm(typed);
    List<FieldError> errors = form.errors();
    if (!errors.isEmpty()) {
      show(response, UNPROCESSABLE, page(request), form, errors);
      return;
    }
    transactions.run(
        () -> {
          Map<?, Duration> before = promises.targets();
          departments.stream()
              .map(Department::id)
              // What is shown rounded stays as it is, unless somebody types something else.
              .filter(id -> !shown(before.get(id)).equals(typed.getOrDefault(id.value(), "")))
              .forEach(id -> promises.setTarget(id, form.target(id.value())));
        });
    seeOther(request, response, "/admin/policies?done=set");
  }

  private static String shown(@Nullable Duration target) {
    return target == null ? "" : PoliciesForm.typed(target);
  }

  private void show(
      HttpServletResponse response,
      int status,
      Page page,
      PoliciesForm form,
      List<FieldError> errors)
      throws IOException {
    send(
        response,
        status,
        page,
        new PoliciesView(
            directory.departments().stream()
                .map(
                    one ->
                        new PoliciesView.Line(
                            PoliciesForm.field(one.id().value()),
                            one.name().text(page.language().locale()),
                            form.hours().getOrDefault(one.id().value(), "")))
                .sorted(Comparator.comparing(PoliciesView.Line::name))
                .toList(),
            errors));
  }
}
