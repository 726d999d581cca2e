package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.CounterOffer;
import org.visavis.routing.Relationships;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestState;
import org.visavis.routing.Routing;
import org.visavis.routing.Step;
import org.visavis.web.api.RequestAnswer.OwnRequestAnswer;
import org.visavis.web.api.RequestWish.Words;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.wiring.Transactions;

/** Requests, in the hands of the employee who cares for them. */
@RequestScoped
@Path("me/requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own requests")
public class OwnRequestsResource {

  private static final int MOST_PROPOSED = 20;

  @Inject private Identity identity;
  @Inject private Routing routing;
  @Inject private Relationships relationships;
  @Inject private OwnRequestAnswers answers;
  @Inject private Transactions transactions;
  @Inject private Handles handles;

  /** Answers the own requests in some states. */
  @GET
  @Operation(summary = "The own requests, the longest waiting first")
  @APIResponse(
      responseCode = "200",
      description = "The requests, each with the first event of its timeline",
      content = @Content(schema = @Schema(implementation = OwnRequestsAnswer.class)))
  public OwnRequestsAnswer all(
      @Parameter(description = "States, separated by commas; all that have not ended by default")
          @QueryParam("state")
          @DefaultValue("")
          String states) {
    EmployeeId me = identity.requireEmployee();
    Set<RequestState> wanted = states(states);
    return transactions.call(() -> new OwnRequestsAnswer(answers.of(routing.inbox(me, wanted))));
  }

  /** Answers one own request. */
  @GET
  @Path("{id}")
  @Operation(summary = "One own request with its timeline")
  @APIResponse(
      responseCode = "200",
      description = "The request",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "You have no such request",
      content = @Content(mediaType = "application/problem+json"))
  public OwnRequestAnswer find(@PathParam("id") String id) {
    return own(identity.requireEmployee(), id(id));
  }

  /** Accepts a request that waits. */
  @POST
  @Path("{id}/accept")
  @Operation(summary = "Accept a request that waits for you, or take up one that is snoozed")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "You have no room, or the request is in another state",
      content = @Content(mediaType = "application/problem+json"))
  public OwnRequestAnswer accept(
      @PathParam("id") String id,
      @Parameter(
              description =
                  "Whether to take it beyond your limit, too; that is recorded on its timeline")
          @QueryParam("beyondLimit")
          @DefaultValue("false")
          boolean beyondLimit) {
    EmployeeId me = identity.requireEmployee();
    RequestId known = id(id);
    return step(() -> routing.accept(me, known, beyondLimit));
  }

  /** Declines a request. */
  @POST
  @Path("{id}/decline")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Decline a request",
      description =
          "The customer is told why, and asked: wait, until the later time where there is one, or"
              + " one of the proposed colleagues.")
  @APIResponse(
      responseCode = "200",
      description = "The request is not yours any more until the customer chooses",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The request is in another state",
      content = @Content(mediaType = "application/problem+json"))
  public OwnRequestAnswer decline(
      @PathParam("id") String id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Declined.class)))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<String> reason = body.requireText("reason");
    CounterOffer colleagues =
        CounterOffer.colleagues(
            body.list("colleagues", handles::resolve).stream().limit(MOST_PROPOSED).toList());
    CounterOffer orLater =
        body.value("later", OwnRequestStepsResource::instant)
            .map(colleagues::later)
            .orElse(colleagues);
    CounterOffer offer = body.flag("appointment") ? orLater.andAppointment() : orLater;
    body.end();
    EmployeeId me = identity.requireEmployee();
    RequestId known = id(id);
    return step(
        () ->
            Checked.field("reason", () -> routing.decline(me, known, reason.orElseThrow(), offer)));
  }

  /** Writes to the customer. */
  @POST
  @Path("{id}/reply")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Write to the customer; it is the customer's turn then")
  @APIResponse(
      responseCode = "201",
      description = "The words are on the timeline",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The request is in another state",
      content = @Content(mediaType = "application/problem+json"))
  public Response reply(
      @PathParam("id") String id,
      @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Words.class)))
          InputStream json) {
    String once = IdempotencyKey.require(key);
    String text = Words.read(json);
    EmployeeId me = identity.requireEmployee();
    RequestId known = id(id);
    OwnRequestAnswer answer =
        step(() -> Checked.field("text", () -> routing.reply(me, known, text, once)));
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }

  /** Ends a request as done. */
  @POST
  @Path("{id}/resolve")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "End a request as done, with last words where there are any")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = OwnRequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The request is in another state",
      content = @Content(mediaType = "application/problem+json"))
  public OwnRequestAnswer resolve(
      @PathParam("id") String id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = LastWords.class)))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<String> text = body.text("text");
    body.end();
    EmployeeId me = identity.requireEmployee();
    RequestId known = id(id);
    return step(() -> Checked.field("text", () -> routing.resolve(me, known, text.orElse(""))));
  }

  /** Ends what the customer of a request is shown of the employee at the next visit. */
  @DELETE
  @Path("{id}/relationship")
  @Operation(
      summary = "Do not be shown to this customer as who helped last",
      description = "For good. Also where you are not, or there is no such request of yours.")
  @APIResponse(responseCode = "204", description = "The customer is not shown you any more")
  public void forget(@PathParam("id") String id) {
    EmployeeId me = identity.requireEmployee();
    RequestId known = id(id);
    transactions.run(() -> relationships.end(me, known));
  }

  private OwnRequestAnswer step(Supplier<Step> step) {
    return answers.of(Refusals.taken(transactions.call(step)));
  }

  private OwnRequestAnswer own(EmployeeId me, RequestId id) {
    return transactions
        .call(() -> routing.find(me, id))
        .map(answers::of)
        .orElseThrow(ProblemException::unknownRequest);
  }

  /** What never can have been an id is one of a request that is not there. */
  static RequestId id(String text) {
    try {
      return RequestId.from(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.unknownRequest();
    }
  }

  private static Set<RequestState> states(String codes) {
    Set<RequestState> states = EnumSet.noneOf(RequestState.class);
    if (codes.isBlank()) {
      Arrays.stream(RequestState.values()).filter(s -> !s.isEnded()).forEach(states::add);
      return states;
    }
    for (String code : codes.split(",", -1)) {
      states.add(
          Arrays.stream(RequestState.values())
              .filter(state -> state.code().equals(code.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      ProblemException.parameter(
                          "state",
                          "is one or more of open, offered, accepted, waiting-for-customer,"
                              + " snoozed, resolved, withdrawn, expired, merged")));
    }
    return states;
  }

  /** The own requests. */
  @Schema(name = "OwnRequests")
  public record OwnRequestsAnswer(List<OwnRequestAnswer> requests) {}

  /** Why a request is declined, and who could care for it. */
  @Schema(name = "Declined")
  public record Declined(
      @Schema(required = true, maxLength = 2_000) String reason,
      @Schema(description = "Up to 20 colleagues") List<String> colleagues,
      @Schema(description = "When you could care for it", nullable = true) @Nullable Instant later,
      @Schema(description = "Whether the customer is shown times to book") boolean appointment) {}

  /** Words at the end, if any. */
  @Schema(name = "LastWords")
  public record LastWords(@Schema(maxLength = 20_000, nullable = true) @Nullable String text) {}
}
