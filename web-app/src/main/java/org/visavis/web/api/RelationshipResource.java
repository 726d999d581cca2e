package org.visavis.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.routing.Relationships;
import org.visavis.routing.RequestToken;
import org.visavis.routing.Routing;
import org.visavis.web.pages.Language;
import org.visavis.web.wiring.Transactions;

/** Who helped a customer last, for the holder of a request's token. */
@RequestScoped
@Path("requests/{token}/relationship")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Requests")
public class RelationshipResource {

  @Inject private Routing routing;
  @Inject private Relationships relationships;
  @Inject private People people;
  @Inject private Transactions transactions;

  /** Answers who helped. */
  @GET
  @Operation(
      summary = "Who helped the customer last",
      description =
          "null where nobody did, where one of the two has ended it, or where the person is not"
              + " shown now.")
  @APIResponse(
      responseCode = "200",
      description = "The person, if there is one",
      content = @Content(schema = @Schema(implementation = RelationshipAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such request",
      content = @Content(mediaType = "application/problem+json"))
  public RelationshipAnswer find(
      @PathParam("token") String token, @HeaderParam("Accept-Language") @Nullable String accepted) {
    RequestToken known = known(token);
    Language reader = PeopleResource.spoken(accepted, Language.EN);
    return new RelationshipAnswer(
        transactions
            .call(() -> relationships.helpedLast(known))
            .flatMap(helper -> people.find(helper, reader))
            .orElse(null));
  }

  /** Ends the relationship. */
  @DELETE
  @Operation(
      summary = "Forget who helped the customer last",
      description = "For good, and for all requests that followed each other.")
  @APIResponse(responseCode = "204", description = "Nobody is remembered any more")
  @APIResponse(
      responseCode = "404",
      description = "There is no such request",
      content = @Content(mediaType = "application/problem+json"))
  public void end(@PathParam("token") String token) {
    RequestToken known = known(token);
    transactions.run(() -> relationships.end(known));
  }

  private RequestToken known(String token) {
    RequestToken known = RequestsResource.token(token);
    return transactions
        .call(() -> routing.find(known))
        .orElseThrow(ProblemException::unknownRequest)
        .token();
  }

  /** Who helped last. */
  @Schema(name = "Relationship")
  public record RelationshipAnswer(@Schema(nullable = true) @Nullable PersonAnswer helpedLast) {}
}
