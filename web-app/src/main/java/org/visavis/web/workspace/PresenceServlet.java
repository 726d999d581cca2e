package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.visavis.directory.Employee;
import org.visavis.web.pages.Page;

/** How the employee is seen, by whom, and why. */
@WebServlet(urlPatterns = {"/de/workspace/presence", "/en/workspace/presence"})
public final class PresenceServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient PresencePages pages;

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    Page page = page(request);
    send(response, HttpServletResponse.SC_OK, page, pages.of(employee, page.language()));
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }
}
