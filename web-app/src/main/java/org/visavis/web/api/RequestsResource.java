package org.visavis.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.visavis.routing.Appointments;
import org.visavis.routing.Booking;
import org.visavis.routing.BookingOutcome;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Promises;
import org.visavis.routing.Request;
import org.visavis.routing.RequestToken;
import org.visavis.routing.Routing;
import org.visavis.routing.RoutingDecision;
import org.visavis.routing.Step;
import org.visavis.web.api.RequestWish.Words;
import org.visavis.web.pages.Due;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Site;
import org.visavis.web.wiring.Transactions;

/** Requests, in the hands of their customers. */
@RequestScoped
@Path("requests")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Requests")
public class RequestsResource {

  @Inject private Routing routing;
  @Inject private Appointments appointments;
  @Inject private Promises promises;
  @Inject private Clock clock;
  @Inject private Transactions transactions;
  @Inject private Refusals refusals;
  @Inject private AlternativesAnswer alternatives;
  @Inject private Site site;
  @Inject private Handles handles;

  @HeaderParam("Accept-Language")
  private @Nullable String accepted;

  /** Hands a request in. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Hand a request in",
      description =
          "With a lease it is accepted. Without one, or when the lease has ended, room is taken"
              + " anew; where there is none, ifUnavailable says what happens: ask the customer,"
              + " wait for the person, or give it to a colleague. The same Idempotency-Key with the"
              + " same content answers where that request stands.")
  @APIResponse(
      responseCode = "201",
      description = "The request is kept; decision says what becomes of it",
      content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such person, as far as the public may know",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "409",
      description = "The channel is closed: with alternatives",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong, or the key was used for something else",
      content = @Content(mediaType = "application/problem+json"))
  public Response handIn(
      @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = RequestWish.class),
                      example = RequestWish.EXAMPLE))
          InputStream json) {
    String once = IdempotencyKey.require(key);
    JsonBody body = JsonBody.read(json);
    Optional<Instant> slot = RequestWish.slot(body);
    NewRequest wish = RequestWish.read(once, body, reader().locale(), handles);
    if (slot.isPresent() && wish.channel() != Channel.APPOINTMENT) {
      throw ProblemException.field("slot", "is for the channel appointment");
    }
    RoutingDecision decision =
        slot.isPresent()
            ? booked(transactions.call(() -> appointments.book(wish, slot.get(), Audience.PUBLIC)))
            : transactions.call(() -> routing.submit(wish, Audience.PUBLIC));
    if (decision instanceof RoutingDecision.Refused refused) {
      throw refusals.of(refused.reason(), refused.alternatives(), reader());
    }
    RequestAnswer answer = answer(decision);
    return Response.created(URI.create("requests/" + answer.token())).entity(answer).build();
  }

  private RoutingDecision booked(BookingOutcome outcome) {
    return outcome.fold(
        new BookingOutcome.Cases<>() {
          @Override
          public RoutingDecision booked(BookingOutcome.Booked it) {
            return new RoutingDecision.Assigned(it.request());
          }

          @Override
          public RoutingDecision notFree(BookingOutcome.NotFree it) {
            throw Refusals.notFree(it.others(), ZoneOffset.UTC);
          }

          @Override
          public RoutingDecision notAssigned(BookingOutcome.NotAssigned it) {
            return it.decision();
          }

          @Override
          public RoutingDecision notPossible(BookingOutcome.NotPossible it) {
            throw Refusals.noTime(it.request());
          }
        });
  }

  /** Moves the time of a request. */
  @POST
  @Path("{token}/appointment")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Move the appointment to another time, or book one",
      description = "Of a request on the channel appointment that a person cares for.")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The time cannot be had: with slots; or the request is in another state",
      content = @Content(mediaType = "application/problem+json"))
  public RequestAnswer move(
      @PathParam("token") String token,
      @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = RequestWish.SlotWish.class),
                      example = "{\"slot\": \"2030-01-31T09:00:00+01:00\"}"))
          InputStream json) {
    String once = IdempotencyKey.require(key);
    JsonBody body = JsonBody.read(json);
    Optional<Instant> slot = body.requireValue("slot", RequestWish::instant);
    body.end();
    RequestToken known = token(token);
    booked(
        transactions.call(
            () ->
                routing
                    .find(known)
                    .map(request -> appointments.move(known, slot.orElseThrow(), once))
                    .orElseThrow(ProblemException::unknownRequest)));
    return standing(known);
  }

  /** Answers where a request stands. */
  @GET
  @Path("{token}")
  @Operation(summary = "Where a request stands")
  @APIResponse(
      responseCode = "200",
      description = "The request",
      content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such request",
      content = @Content(mediaType = "application/problem+json"))
  public RequestAnswer find(@PathParam("token") String token) {
    return standing(token(token));
  }

  /** Adds the customer's words. */
  @POST
  @Path("{token}/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Write to the person who cares for the request")
  @APIResponse(
      responseCode = "201",
      description = "The words are on the timeline",
      content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The request has ended",
      content = @Content(mediaType = "application/problem+json"))
  public Response write(
      @PathParam("token") String token,
      @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Words.class)))
          InputStream json) {
    String once = IdempotencyKey.require(key);
    String text = Words.read(json);
    RequestToken known = token(token);
    RequestAnswer answer =
        step(known, () -> Checked.field("text", () -> routing.write(known, text, once)));
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }

  /** Chooses to wait, or a colleague. */
  @POST
  @Path("{token}/choose")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Choose to wait, or one of the alternatives",
      description = "Either wait is true, or employee names a colleague.")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The colleague has no room, or the request is in another state",
      content = @Content(mediaType = "application/problem+json"))
  public RequestAnswer choose(
      @PathParam("token") String token,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RequestWish.Choice.class)))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    boolean wait = body.flag("wait");
    Optional<EmployeeId> colleague = body.value("employee", handles::resolve);
    if (wait == colleague.isPresent()) {
      body.wrong("employee", "is needed where wait is not true, and only there");
    }
    body.end();
    RequestToken known = token(token);
    return step(
        known,
        () ->
            colleague
                .map(chosen -> routing.chooseColleague(known, chosen))
                .orElseGet(() -> routing.chooseToWait(known)));
  }

  /** Takes a request back. */
  @POST
  @Path("{token}/withdraw")
  @Operation(summary = "Take the request back")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The request has ended in another way",
      content = @Content(mediaType = "application/problem+json"))
  public RequestAnswer withdraw(@PathParam("token") String token) {
    RequestToken known = token(token);
    return step(known, () -> routing.withdraw(known));
  }

  /** Takes a resolved request up again. */
  @POST
  @Path("{token}/reopen")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take a resolved request up again")
  @APIResponse(
      responseCode = "200",
      description = "The request after it",
      content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The request is not resolved",
      content = @Content(mediaType = "application/problem+json"))
  public RequestAnswer reopen(
      @PathParam("token") String token,
      @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Words.class)))
          InputStream json) {
    String once = IdempotencyKey.require(key);
    String text = Words.read(json);
    RequestToken known = token(token);
    return step(known, () -> Checked.field("text", () -> routing.reopen(known, text, once)));
  }

  /** Says a word to whoever helped. */
  @POST
  @Path("{token}/feedback")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say a word to the person who resolved the request",
      description = "Up to 500 characters, once. Nobody else reads it, and nothing is counted.")
  @APIResponse(
      responseCode = "201",
      description = "The words are with the person",
      content = @Content(schema = @Schema(implementation = RequestAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The request is not resolved, or a word was said already",
      content = @Content(mediaType = "application/problem+json"))
  public Response giveFeedback(
      @PathParam("token") String token,
      @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Words.class)))
          InputStream json) {
    String once = IdempotencyKey.require(key);
    String text = Words.read(json);
    RequestToken known = token(token);
    RequestAnswer answer =
        step(known, () -> Checked.field("text", () -> routing.giveFeedback(known, text, once)));
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }

  private RequestAnswer step(RequestToken token, Supplier<Step> step) {
    Refusals.taken(transactions.call(step));
    return standing(token);
  }

  private RequestAnswer standing(RequestToken token) {
    return answer(
        transactions
            .call(() -> routing.decision(token))
            .orElseThrow(ProblemException::unknownRequest));
  }

  private RequestAnswer answer(RoutingDecision decision) {
    Optional<Booking> booking =
        transactions.call(() -> request(decision).flatMap(it -> appointments.find(it.id())));
    Optional<Due> promise =
        transactions
            .call(() -> request(decision).flatMap(it -> promises.find(it.id())))
            .map(known -> Due.of(known, clock.instant()));
    return RequestAnswer.of(
        decision, booking, promise, site.baseUrl(), alternatives, handles, reader());
  }

  private static Optional<Request> request(RoutingDecision decision) {
    return decision instanceof RoutingDecision.Assigned assigned
        ? Optional.of(assigned.request())
        : Optional.empty();
  }

  private Language reader() {
    return PeopleResource.spoken(accepted, Language.EN);
  }

  /** What never can have been a token is one of a request that is not there. */
  static RequestToken token(String text) {
    return known(text).orElseThrow(ProblemException::unknownRequest);
  }

  /** Answers the token; nothing for what never can have been one. */
  static Optional<RequestToken> known(String text) {
    try {
      return Optional.of(RequestToken.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
