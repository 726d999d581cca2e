package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.visavis.web.guard.GuardFilter;
import org.visavis.web.wiring.Settings;

/**
 * The cookie with which a browser stays signed in: out of reach for scripts and for other sites.
 * Thread-safe.
 */
@ApplicationScoped
class SessionCookie {

  @Inject private Settings settings;

  static Optional<Secret> find(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    return Arrays.stream(cookies)
        .filter(cookie -> cookie.getName().equals(GuardFilter.SESSION_COOKIE))
        .map(cookie -> new Secret(cookie.getValue()))
        .findFirst();
  }

  void set(HttpServletResponse response, Secret token) {
    add(response, token.value(), (int) Tokens.Kind.SESSION.lifetime().toSeconds());
  }

  void remove(HttpServletResponse response) {
    add(response, "", 0);
  }

  private void add(HttpServletResponse response, String value, int maxAge) {
    Cookie cookie = new Cookie(GuardFilter.SESSION_COOKIE, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(settings.https());
    cookie.setMaxAge(maxAge);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
