package org.visavis.web.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.visavis.web.guard.Route;
import org.visavis.web.pages.Language;

/**
 * Lets nobody through to a route whose role he or she does not have: asks people to sign in, and
 * tells programs that they must. Thread-safe.
 */
public final class RoleFilter extends HttpFilter {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Route route = Route.of(request);
    Optional<Role> required = RouteRoles.required(route.path());
    Optional<SignedIn> who = Identity.find(request);
    if (required.isEmpty() || who.filter(found -> found.is(required.get())).isPresent()) {
      chain.doFilter(request, response);
    } else if (who.isPresent()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (route.isApi()) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"visavis\"");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", signIn(route, request));
    }
  }

  private static String signIn(Route route, HttpServletRequest request) {
    String page = "/" + route.language().orElse(Language.EN).tag() + "/sign-in";
    if (!request.getMethod().equals("GET")) {
      return page + "?next=";
    }
    String query = request.getQueryString();
    String next = request.getRequestURI() + (query == null ? "" : "?" + query);
    return page + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }
}
