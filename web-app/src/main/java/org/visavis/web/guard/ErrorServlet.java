package org.visavis.web.guard;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.visavis.web.pages.ErrorView;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.Pages;
import org.visavis.web.pages.SignedIn;
import org.visavis.web.pages.Site;

/**
 * Says what went wrong: a page for people, a problem document (RFC 9457) for programs, and never
 * more than whoever asks may know. The server comes here for every error that nobody answered; the
 * address itself is nothing to be found.
 */
@WebServlet(urlPatterns = ErrorServlet.PATH)
public final class ErrorServlet extends HttpServlet {

  static final String PATH = "/error";

  @Serial private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(ErrorServlet.class.getName());
  private static final int LANGUAGE_LENGTH = 3;

  @Inject private transient Site site;
  @Inject private transient Pages pages;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = status(request);
    String reference = isFailure(status) ? log(request) : "";
    String address = address(request);
    // An error is never cached, and nothing of what a handler said about its content holds.
    response.setHeader("Cache-Control", "no-store");
    Route route = new Route(address);
    if (route.isApi()) {
      problem(route, response, status, reference);
    } else {
      Page page = page(request, address);
      pages.send(response, status, page, new ErrorView(status, List.of(), reference));
    }
  }

  /** Having no room is no failure. */
  private static boolean isFailure(int status) {
    return status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
        && status != HttpServletResponse.SC_SERVICE_UNAVAILABLE;
  }

  private static int status(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
  }

  private static String address(HttpServletRequest request) {
    Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return address instanceof String uri ? uri : request.getRequestURI();
  }

  private Page page(HttpServletRequest request, String address) {
    Language language = new Route(address).language().orElseGet(() -> preferred(request));
    boolean hasLanguage = new Route(address).language().isPresent();
    Page page = site.page(language, hasLanguage ? address.substring(LANGUAGE_LENGTH) : "/people");
    if (request.getUserPrincipal() == null) {
      return page;
    }
    return page.forUser(
        new SignedIn(
            request.getUserPrincipal().getName(),
            request.isUserInRole("employee"),
            request.isUserInRole("admin")));
  }

  private static Language preferred(HttpServletRequest request) {
    @Nullable String accepted = request.getHeader("Accept-Language");
    return accepted == null ? Language.EN : Language.fromAcceptLanguage(accepted);
  }

  private static void problem(
      Route route, HttpServletResponse response, int status, String reference) throws IOException {
    Problem problem = Problem.of(status);
    Problem referred = reference.isEmpty() ? problem : problem.with("reference", reference);
    String json = route.isScim() ? ScimError.of(problem).json() : referred.json();
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(route.isScim() ? ScimError.MEDIA_TYPE : Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String log(HttpServletRequest request) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    // The path alone: queries and tokens are nobody's business.
    LOG.log(
        ERROR,
        "Error " + reference + " in " + request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME),
        cause);
    return reference;
  }
}
