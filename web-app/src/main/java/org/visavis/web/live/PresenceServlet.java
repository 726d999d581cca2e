package org.visavis.web.live;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.web.pages.Language;

/**
 * {@code GET /api/v1/presence}: the live stream as server-sent events (WHATWG HTML, section 9.2).
 *
 * <p>First comes the state of everybody who is shown, as events {@code presence}, ended by an event
 * {@code shown} with all their ids: whoever is not in it is not shown. Then comes every change. A
 * client that says which revision it has seen ({@code Last-Event-ID}, or {@code since} in the
 * address) gets what has changed since, where that is still known. A comment every quarter of a
 * minute says that the stream is alive.
 */
@WebServlet(urlPatterns = "/api/v1/presence", asyncSupported = true)
public final class PresenceServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final String A_MINUTE = "60";

  @Inject private transient Streams streams;
  @Inject private transient Directory directory;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    @Nullable String department = request.getParameter("department");
    Optional<DepartmentId> known = Optional.ofNullable(department).flatMap(this::department);
    if (department != null && known.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ServletOutputStream out = response.getOutputStream();
    Places.Answer place = streams.reserve(request.getRemoteAddr());
    if (place != Places.Answer.TAKEN) {
      response.setHeader("Retry-After", A_MINUTE);
      response.sendError(
          place == Places.Answer.ALL_TAKEN
              ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
              : TOO_MANY_REQUESTS);
      return;
    }
    describe(response);
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    streams.open(context, out, request.getRemoteAddr(), language(request), known, since(request));
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response) {
    describe(response);
  }

  private static void describe(HttpServletResponse response) {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    // Some proxies keep an answer back until it ends, unless they are told.
    response.setHeader("X-Accel-Buffering", "no");
  }

  private Optional<DepartmentId> department(String id) {
    try {
      return directory.findDepartment(DepartmentId.of(id)).map(found -> found.id());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A browser cannot say in a header of a stream in which language its page is. */
  private static Language language(HttpServletRequest request) {
    @Nullable String page = request.getParameter("lang");
    @Nullable String accepted = request.getHeader("Accept-Language");
    return Optional.ofNullable(page)
        .flatMap(Language::find)
        .orElseGet(() -> accepted == null ? Language.EN : Language.fromAcceptLanguage(accepted));
  }

  private static long since(HttpServletRequest request) {
    @Nullable String last = request.getHeader("Last-Event-ID");
    @Nullable String given = last != null ? last : request.getParameter("since");
    try {
      return given == null ? 0 : Math.max(0, Long.parseLong(given.strip()));
    } catch (NumberFormatException e) {
      // From somewhere else: it begins anew.
      return 0;
    }
  }
}
