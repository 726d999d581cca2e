package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.Asked;
import org.visavis.routing.RequestId;
import org.visavis.routing.Routing;
import org.visavis.routing.Step;
import org.visavis.web.api.RequestAnswer.OwnRequestAnswer;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.wiring.Transactions;

/** Requests that are laid aside, handed over, or merged, in the hands of their employee. */
@RequestScoped
@Path("me/requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own requests")
public class OwnRequestStepsResource {

  @Inject private Identity identity;
  @Inject private Routing routing;
  @Inject private OwnRequestAnswers answers;
  @Inject private Transactions transactions;
  @Inject private Handles handles;

  @PathParam("id")
  private String id = "";

  /** Lays a request aside. */
  @POST
  @Path("{id}/snooze")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Lay a request aside",
      description =
          "It holds none of your points until then, and comes back into its place by when it was"
              + " received. The customer sees when you go on.")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The request is in another state",
      content = @Content(mediaType = "application/problem+json"))
  public OwnRequestAnswer snooze(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Snoozed.class)))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<Instant> until = body.requireValue("until", OwnRequestStepsResource::instant);
    body.end();
    return step("until", () -> routing.snooze(me(), id(), until.orElseThrow()));
  }

  /** Offers a request to a colleague. */
  @POST
  @Path("{id}/hand-over")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Ask a colleague to take the request over",
      description =
          "You keep it until the colleague says yes; then it is the colleague's at once, and the"
              + " customer is told.")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "There is no such colleague, somebody is asked already, or it has ended",
      content = @Content(mediaType = "application/problem+json"))
  public OwnRequestAnswer handOver(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Question.class)))
          InputStream json) {
    return ask(Asked.Purpose.HAND_OVER, json);
  }

  /** Asks a colleague before he or she is proposed to the customer. */
  @POST
  @Path("{id}/ask")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Ask a colleague whether he or she may be offered to the customer",
      description =
          "On a yes the request is declined with these words, and the customer chooses whether it"
              + " goes to the colleague. On a no the customer learns nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "There is no such colleague, somebody is asked already, or it has ended",
      content = @Content(mediaType = "application/problem+json"))
  public OwnRequestAnswer ask(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Question.class)))
          InputStream json) {
    return ask(Asked.Purpose.COUNTER_OFFER, json);
  }

  private OwnRequestAnswer ask(Asked.Purpose purpose, InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<EmployeeId> colleague = body.requireValue("employee", handles::resolve);
    Optional<String> text = body.text("text");
    body.end();
    return step(
        "text",
        () ->
            routing.ask(me(), id(), new Asked(colleague.orElseThrow(), purpose), text.orElse("")));
  }

  /** Takes the question back. */
  @DELETE
  @Path("{id}/ask")
  @Operation(summary = "Take a question to a colleague back")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  public OwnRequestAnswer unask() {
    return step("id", () -> routing.unask(me(), id()));
  }

  /** Makes one request of two. */
  @POST
  @Path("{id}/merge")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make one request of two of the same customer",
      description =
          "The earlier one goes on for both. Both links lead to it, and each reads what was said"
              + " under it and all that is said from now on.")
  @APIResponse(
      responseCode = "200",
      description = "The request that goes on",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "They are of two customers, or one of them has ended",
      content = @Content(mediaType = "application/problem+json"))
  public OwnRequestAnswer merge(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Merged.class)))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<RequestId> with = body.requireValue("with", RequestId::from);
    body.end();
    return step("with", () -> routing.merge(me(), id(), with.orElseThrow()));
  }

  private EmployeeId me() {
    return identity.requireEmployee();
  }

  private RequestId id() {
    return OwnRequestsResource.id(id);
  }

  private OwnRequestAnswer step(String field, Supplier<Step> step) {
    return answers.of(Refusals.taken(transactions.call(() -> Checked.field(field, step))));
  }

  /** Reads a time with its offset. */
  static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is a time with offset, such as 2026-12-01T09:00:00Z", e);
    }
  }

  /** Until when. */
  @Schema(name = "Snooze")
  public record Snoozed(
      @Schema(required = true, description = "From a minute to 90 days ahead") Instant until) {}

  /** Whom to ask. */
  @Schema(name = "Question")
  public record Question(
      @Schema(required = true) String employee,
      @Schema(maxLength = 2_000, nullable = true) @Nullable String text) {}

  /** With which other one. */
  @Schema(name = "Merge")
  public record Merged(@Schema(required = true, description = "Its id") String with) {}
}
