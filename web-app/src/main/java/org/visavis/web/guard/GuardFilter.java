package org.visavis.web.guard;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.visavis.web.wiring.Settings;

/**
 * The first filter of every route: sets the headers of the answer, and refuses what comes from a
 * foreign page, is too large, comes too often or cannot be read. Thread-safe.
 */
public final class GuardFilter extends HttpFilter {

  @Serial private static final long serialVersionUID = 1L;

  /** The cookie of those who have signed in. */
  public static final String SESSION_COOKIE = "visavis";

  private static final int TOO_MANY_REQUESTS = 429;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject private transient Settings settings;
  private transient RateLimit posts = RateLimit.of(0, MINUTE);

  @PostConstruct
  void initialize() {
    posts = RateLimit.of(settings.postsPerMinute(), MINUTE);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Route route = Route.of(request);
    Headers.of(
            route, request.getQueryString(), request.getUserPrincipal() != null, settings.https())
        .forEach(response::setHeader);
    OptionalInt refusal = refusal(route, request, response);
    if (refusal.isPresent()) {
      response.sendError(refusal.getAsInt());
    } else {
      chain.doFilter(request, response);
    }
  }

  private OptionalInt refusal(
      Route route, HttpServletRequest request, HttpServletResponse response) {
    String method = request.getMethod();
    if (method.equals("TRACE")) {
      return OptionalInt.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
    if (!isOwn(route, request)) {
      return OptionalInt.of(HttpServletResponse.SC_FORBIDDEN);
    }
    OptionalInt size =
        BodyLimit.refusal(
            route, request.getContentLengthLong(), request.getHeader("Transfer-Encoding") != null);
    if (size.isPresent()) {
      return size;
    }
    if (method.equals("POST")) {
      Duration wait = posts.count(request.getRemoteAddr());
      if (!wait.isZero()) {
        response.setHeader("Retry-After", RateLimit.retryAfter(wait));
        return OptionalInt.of(TOO_MANY_REQUESTS);
      }
    }
    return isReadable(request)
        ? OptionalInt.empty()
        : OptionalInt.of(HttpServletResponse.SC_BAD_REQUEST);
  }

  private static boolean isOwn(Route route, HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (route.isApi() && authorization != null && authorization.startsWith("Bearer ")) {
      // No browser sends such a header by itself.
      return true;
    }
    String cookies = request.getHeader("Cookie");
    return OriginPolicy.permits(
        request.getMethod(),
        header(request, "Sec-Fetch-Site"),
        header(request, "Origin"),
        header(request, "Host"),
        cookies != null && cookies.contains(SESSION_COOKIE + "="));
  }

  /** Reads the parameters once, so that what is malformed is refused here and fails nobody else. */
  private static boolean isReadable(HttpServletRequest request) {
    String type = request.getContentType();
    if (type != null && !BodyLimit.isForm(type)) {
      return true;
    }
    try {
      return request.getParameterMap().entrySet().stream()
          .noneMatch(field -> hasNul(field.getKey()) || hasNul(field.getValue()));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  private static boolean hasNul(String... values) {
    for (String value : values) {
      if (value.indexOf('\0') >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> header(HttpServletRequest request, String name) {
    @Nullable String value = request.getHeader(name);
    return Optional.ofNullable(value);
  }
}
