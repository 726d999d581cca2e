package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.web.identity.Identity;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.RecordView;
import org.visavis.web.pages.Records;

/** Shows an employee all that the directory knows of him or her. */
@WebServlet(urlPatterns = {"/de/workspace/record", "/en/workspace/record"})
public final class RecordServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Identity identity;
  @Inject private transient Directory directory;
  @Inject private transient Records records;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Employee> me = directory.find(identity.requireEmployee());
    if (me.isEmpty()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    send(
        response,
        HttpServletResponse.SC_OK,
        page(request),
        new RecordView(
            me.get().displayName(), true, "/api/v1/me/record", records.ownLines(me.get())));
  }
}
