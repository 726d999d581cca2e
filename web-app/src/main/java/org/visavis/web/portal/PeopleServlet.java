package org.visavis.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.visavis.web.pages.ErrorView;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Rotation;

/** The people: an overview for who has no question yet, and who fits for everybody else. */
@WebServlet(urlPatterns = {"/de/people", "/en/people"})
public final class PeopleServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient PeoplePages people;
  @Inject private transient Rotation rotation;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SearchInput input =
        SearchInput.of(name -> field(request, name), rotation.of(request.getRemoteAddr()));
    Page page = page(request);
    if (!input.problems().isEmpty()) {
      response.setHeader("Cache-Control", "no-store");
      int status = HttpServletResponse.SC_BAD_REQUEST;
      send(response, status, page, new ErrorView(status, input.problems(), ""));
      return;
    }
    PeopleView view = people.of(input, page);
    if (view.people().isEmpty() && view.total() > 0) {
      // So many have gone that this page of the result is no more.
      seeOther(request, response, SearchInput.path(input.search()));
      return;
    }
    send(response, HttpServletResponse.SC_OK, page, view);
  }
}
