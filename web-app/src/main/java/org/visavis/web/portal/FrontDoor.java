package org.visavis.web.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.visavis.web.guard.Route;
import org.visavis.web.pages.Language;

/**
 * Leads whoever comes without a page to the people, in the language that suits best. The server
 * hands an address such as {@code /de/} to no narrower pattern than these, so whatever no other
 * servlet knows comes here too, and is not found.
 */
@WebServlet(urlPatterns = {"", "/de/*", "/en/*"})
public final class FrontDoor extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    @Nullable String info = request.getPathInfo();
    if (info == null || info.equals("/")) {
      super.service(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    Language language =
        Route.of(request)
            .language()
            .orElseGet(
                () -> {
                  response.setHeader("Vary", "Accept-Language");
                  return preferred(request);
                });
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", "/" + language.tag() + "/people");
  }

  private static Language preferred(HttpServletRequest request) {
    @Nullable String accepted = request.getHeader("Accept-Language");
    return accepted == null ? Language.EN : Language.fromAcceptLanguage(accepted);
  }
}
