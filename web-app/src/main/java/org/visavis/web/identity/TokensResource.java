package org.visavis.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.web.guard.RateLimit;

/** Tokens with which programs use the API. */
@RequestScoped
@Path("tokens")
@Tag(name = "Sign-in")
public class TokensResource {

  private static final String CHALLENGE = "Bearer realm=\"visavis\"";
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject private SignIn signIn;
  @Inject private HttpServletRequest request;

  /**
   * Answers a new token.
   *
   * @param credentials name and password
   * @throws BadRequestException when one of them is missing
   * @throws NotAuthorizedException when they do not belong together
   * @throws ClientErrorException with status 429 after too many failed tries
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make a bearer token of an account's name and password")
  public Response create(@Nullable Credentials credentials) {
    if (credentials == null || credentials.user() == null || credentials.password() == null) {
      throw new BadRequestException("user and password are needed");
    }
    return signIn
        .attempt(
            credentials.user(),
            credentials.password(),
            request.getRemoteAddr(),
            Tokens.Kind.API,
            "API")
        .fold(
            done ->
                Response.status(Response.Status.CREATED)
                    .entity(new Token(done.token().value(), Tokens.Kind.API.lifetime().toSeconds()))
                    .build(),
            wrong -> {
              throw new NotAuthorizedException("The name or the password is wrong", CHALLENGE);
            },
            tooMany -> {
              throw new ClientErrorException(
                  "Too many tries have failed",
                  Response.status(TOO_MANY_REQUESTS)
                      .header("Retry-After", RateLimit.retryAfter(tooMany.retryAfter()))
                      .build());
            });
  }

  /** A name with its password, as it comes in. */
  public record Credentials(@Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return "Credentials[…]";
    }
  }

  /**
   * A new token.
   *
   * @param token the token itself
   * @param expiresIn how many seconds it works
   */
  public record Token(String token, long expiresIn) {
    @Override
    public String toString() {
      return "Token[…]";
    }
  }
}
