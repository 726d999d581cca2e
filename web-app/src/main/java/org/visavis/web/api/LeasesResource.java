package org.visavis.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.ClaimOutcome;
import org.visavis.routing.Lease;
import org.visavis.routing.LeaseToken;
import org.visavis.routing.Routing;
import org.visavis.web.pages.Language;
import org.visavis.web.wiring.Transactions;

/** Room within a person's limit, held for ten minutes while a customer writes. */
@RequestScoped
@Path("leases")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Requests")
public class LeasesResource {

  @Inject private Routing routing;
  @Inject private Transactions transactions;
  @Inject private Refusals refusals;
  @Inject private Handles handles;

  /** Takes a lease. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Hold room with a person while a customer writes",
      description = "The lease lasts ten minutes. The same Idempotency-Key answers the same lease.")
  @APIResponse(
      responseCode = "201",
      description = "The room is held",
      content = @Content(schema = @Schema(implementation = LeaseAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such person, as far as the public may know",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "409",
      description = "The channel is closed or the person has no room: with alternatives",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong, or the key was used for something else",
      content = @Content(mediaType = "application/problem+json"))
  public Response take(
      @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @HeaderParam("Accept-Language") @Nullable String accepted,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = LeaseWish.class),
                      example = "{\"employee\": \"greta.mayer\", \"channel\": \"message\"}"))
          InputStream json) {
    String once = IdempotencyKey.require(key);
    JsonBody body = JsonBody.read(json);
    Optional<EmployeeId> employee = body.requireValue("employee", handles::resolve);
    Optional<Channel> channel = body.requireValue("channel", Channel::from);
    body.end();
    ClaimOutcome outcome =
        transactions.call(
            () ->
                routing.claim(
                    employee.orElseThrow(), channel.orElseThrow(), Audience.PUBLIC, once));
    return outcome.fold(
        leased -> created(leased.lease()),
        refused -> {
          throw refusals.of(
              refused.reason(),
              refused.alternatives(),
              PeopleResource.spoken(accepted, Language.EN));
        });
  }

  private Response created(Lease lease) {
    return Response.created(URI.create("leases/" + lease.token().value()))
        .entity(
            new LeaseAnswer(
                lease.token().value(),
                handles.of(lease.employee()),
                lease.channel().code(),
                People.seconds(lease.until())))
        .build();
  }

  /** Gives a lease back. */
  @DELETE
  @Path("{lease}")
  @Operation(
      summary = "Give the room back",
      description = "Also when it has been given back already, or has ended, or never was.")
  @APIResponse(responseCode = "204", description = "The room is not held any more")
  public void release(@PathParam("lease") String lease) {
    token(lease).ifPresent(known -> transactions.run(() -> routing.release(known)));
  }

  /** Answers the token; nothing for what never can have been one. */
  static Optional<LeaseToken> token(String text) {
    try {
      return Optional.of(LeaseToken.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What a lease is wanted for. */
  @Schema(name = "LeaseWish")
  public record LeaseWish(
      @Schema(required = true) String employee,
      @Schema(
              required = true,
              enumeration = {"message", "chat", "phone", "callback", "video", "appointment"})
          String channel) {}

  /** A lease that was taken. */
  @Schema(name = "Lease")
  public record LeaseAnswer(
      @Schema(description = "A secret: whoever knows it holds the room") String lease,
      String employee,
      String channel,
      Instant until) {}
}
