package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import org.visavis.web.guard.Route;

/**
 * Recognises who is asking: by the session cookie of a browser, or in the API by the bearer token
 * of a program (RFC 6750). Asks nobody to sign in; that is {@link RoleFilter}'s. Thread-safe.
 */
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism {

  private static final String BEARER = "Bearer ";

  @Inject private Tokens tokens;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    Optional<SignedIn> who =
        bearer(request)
            .map(token -> tokens.find(token, Tokens.Kind.API))
            .orElseGet(
                () ->
                    SessionCookie.find(request)
                        .flatMap(token -> tokens.find(token, Tokens.Kind.SESSION)));
    if (who.isEmpty()) {
      return context.doNothing();
    }
    Identity.remember(request, who.get());
    return context.notifyContainerAboutLogin(
        who.get().account(),
        who.get().roles().stream().map(Role::code).collect(Collectors.toSet()));
  }

  private static Optional<Secret> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.startsWith(BEARER) && Route.of(request).isApi())
        .map(header -> new Secret(header.substring(BEARER.length()).strip()));
  }
}
