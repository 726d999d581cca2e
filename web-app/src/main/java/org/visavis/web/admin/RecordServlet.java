package org.visavis.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.web.identity.Identity;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.RecordView;
import org.visavis.web.pages.Records;

/**
 * Shows an administrator all that the directory knows of one person, so that a request for it can
 * be answered. The log notes who looked at whom.
 */
@WebServlet(urlPatterns = {"/de/admin/records/*", "/en/admin/records/*"})
public final class RecordServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Identity identity;
  @Inject private transient Directory directory;
  @Inject private transient Records records;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Employee> person =
        segment(request, 1).isPresent()
            ? Optional.empty()
            : segment(request, 0).flatMap(this::find);
    if (person.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String account = identity.require().account();
    send(
        response,
        HttpServletResponse.SC_OK,
        page(request),
        new RecordView(
            person.get().displayName(),
            false,
            "/api/v1/admin/export/" + person.get().id(),
            records.linesToAdministrator(person.get(), account)));
  }

  private Optional<Employee> find(String id) {
    try {
      return directory.find(EmployeeId.of(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
