package org.visavis.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.routing.DutyRota;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;
import org.visavis.web.wiring.Transactions;

/** Says which departments may be written to when nobody of them is shown. */
@WebServlet(urlPatterns = {"/de/admin/duty", "/en/admin/duty"})
public final class DutyServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Directory directory;
  @Inject private transient DutyRota rota;
  @Inject private transient Transactions transactions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page page =
        field(request, "done").equals("set")
            ? page(request).saying(Phrase.of("admin.duty.done"))
            : page(request);
    Set<DepartmentId> onDuty = transactions.call(rota::departments);
    send(
        response,
        HttpServletResponse.SC_OK,
        page,
        new DutyView(
            directory.departments().stream()
                .map(
                    one ->
                        new DutyView.Line(
                            one.id().value(),
                            one.name().text(page.language().locale()),
                            onDuty.contains(one.id())))
                .sorted(Comparator.comparing(DutyView.Line::name))
                .toList()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String @Nullable [] ticked = request.getParameterValues("department");
    Set<String> wanted = ticked == null ? Set.of() : Set.copyOf(Arrays.asList(ticked));
    transactions.run(
        () ->
            directory.departments().stream()
                .map(Department::id)
                .forEach(id -> rota.setOnDuty(id, wanted.contains(id.value()))));
    seeOther(request, response, "/admin/duty?done=set");
  }
}
