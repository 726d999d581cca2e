package org.visavis.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.visavis.web.guard.Route;

/**
 * The first filter of every route. Recognises who is asking: by the session cookie of a browser, or
 * in the API by the bearer token of a program (RFC 6750). Asks nobody to sign in; that is {@link
 * RoleFilter}'s. An error page, which the server asks for anew, keeps who it was. Thread-safe.
 */
public final class SignInFilter extends HttpFilter {

  @Serial private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  @Inject private transient Tokens tokens;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<SignedIn> who = Identity.find(request).or(() -> find(request));
    if (who.isPresent()) {
      Identity.remember(request, who.get());
      chain.doFilter(new SignedInRequest(request, who.get()), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private Optional<SignedIn> find(HttpServletRequest request) {
    return bearer(request)
        .map(token -> tokens.find(token, Tokens.Kind.API))
        .orElseGet(
            () ->
                SessionCookie.find(request)
                    .flatMap(token -> tokens.find(token, Tokens.Kind.SESSION)));
  }

  private static Optional<Secret> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.startsWith(BEARER) && Route.of(request).isApi())
        .map(header -> new Secret(header.substring(BEARER.length()).strip()));
  }
}
