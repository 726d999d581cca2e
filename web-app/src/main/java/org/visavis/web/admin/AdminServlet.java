package org.visavis.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.visavis.directory.Directory;
import org.visavis.web.pages.PageServlet;

/** Shows what the directory holds, and where it is taken care of. */
@WebServlet(urlPatterns = {"/de/admin", "/en/admin"})
public final class AdminServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Directory directory;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(
        response,
        HttpServletResponse.SC_OK,
        page(request),
        new AdminView(
            directory.everybody().size(),
            directory.departments().size(),
            directory.topics().size()));
  }
}
