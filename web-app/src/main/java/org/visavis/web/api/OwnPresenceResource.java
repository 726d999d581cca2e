package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Match;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Presence;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;
import org.visavis.presence.Workload;
import org.visavis.web.api.PersonAnswer.StatusAnswer;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Site;
import org.visavis.web.wiring.Transactions;
import org.visavis.web.workspace.Explanations;

/** What an employee decides about the own presence, and how it looks. */
@RequestScoped
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own presence")
public class OwnPresenceResource {

  private static final String AUDIENCES = "public, known-customer or colleague";

  @Inject private Identity identity;
  @Inject private Presence presence;
  @Inject private Directory directory;
  @Inject private Transactions transactions;
  @Inject private People people;
  @Inject private Site site;
  @Inject private Clock clock;

  @HeaderParam("Accept-Language")
  private @Nullable String accepted;

  /** Answers the status that was set by hand. */
  @GET
  @Path("status")
  @Operation(summary = "The status that you have set by hand")
  @APIResponse(
      responseCode = "200",
      description = "The status",
      content = @Content(schema = @Schema(implementation = StatusAnswer.class)))
  @APIResponse(responseCode = "204", description = "None is set")
  public Response status() {
    return presence
        .settings(me())
        .manual()
        .filter(manual -> manual.until().isAfter(clock.instant()))
        .map(manual -> Response.ok(answer(manual)).build())
        .orElseGet(() -> Response.noContent().build());
  }

  /** Sets the status by hand. */
  @PUT
  @Path("status")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set your status by hand, until a time within 366 days")
  @APIResponse(
      responseCode = "200",
      description = "The status",
      content = @Content(schema = @Schema(implementation = StatusAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public StatusAnswer setStatus(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = OwnPresence.StatusWish.class),
                      example =
                          "{\"code\": \"busy\", \"until\": \"2030-01-31T17:00:00+01:00\","
                              + " \"note\": \"Month-end closing\"}"))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<Status> code = body.requireValue("code", Status::from);
    Optional<Instant> until = body.requireValue("until", OwnPresenceResource::time);
    Label note = body.value("note", Label::of).orElse(Label.empty());
    body.end();
    ManualStatus status =
        Checked.field(
            "code", () -> new ManualStatus(code.orElseThrow(), until.orElseThrow(), note));
    change("until", () -> presence.setStatus(me(), status));
    return answer(status);
  }

  /** Takes the status back that was set by hand. */
  @DELETE
  @Path("status")
  @Operation(summary = "Take back what you have set by hand")
  @APIResponse(responseCode = "204", description = "None is set now")
  public void clearStatus() {
    transactions.run(() -> presence.clearStatus(me()));
  }

  /** Answers the limit. */
  @GET
  @Path("limit")
  @Operation(summary = "Your limit in effort points, what is taken, and the bounds for everybody")
  @APIResponse(
      responseCode = "200",
      description = "The limit",
      content = @Content(schema = @Schema(implementation = OwnPresence.LimitAnswer.class)))
  public OwnPresence.LimitAnswer limit() {
    Workload workload = presence.workload(me());
    return new OwnPresence.LimitAnswer(
        workload.limit(),
        workload.taken(),
        presence.guardrails().smallest(),
        presence.guardrails().largest());
  }

  /** Sets the limit. */
  @PUT
  @Path("limit")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set your limit")
  @APIResponse(
      responseCode = "200",
      description = "The limit",
      content = @Content(schema = @Schema(implementation = OwnPresence.LimitAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "It is outside the bounds",
      content = @Content(mediaType = "application/problem+json"))
  public OwnPresence.LimitAnswer setLimit(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = OwnPresence.LimitWish.class),
                      example = "{\"limit\": 6}"))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<Integer> limit = body.requireNumber("limit");
    body.end();
    change("limit", () -> presence.setLimit(me(), limit.orElseThrow()));
    return limit();
  }

  /** Answers the appearance rule for an audience. */
  @GET
  @Path("appearance")
  @Operation(summary = "Your appearance rule for an audience")
  @APIResponse(
      responseCode = "200",
      description = "The rule",
      content = @Content(schema = @Schema(implementation = OwnPresence.RuleAnswer.class)))
  public OwnPresence.RuleAnswer appearance(
      @Parameter(description = AUDIENCES) @QueryParam("audience") @DefaultValue("public")
          String audience) {
    Audience whose = audience(audience);
    return OwnPresence.RuleAnswer.of(whose, presence.settings(me()).rule(whose));
  }

  /** Sets the appearance rule for an audience. */
  @PUT
  @Path("appearance")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Decide when you appear to an audience",
      description = "Nobody else can decide it. For by-load both thresholds are needed.")
  @APIResponse(
      responseCode = "200",
      description = "The rule",
      content = @Content(schema = @Schema(implementation = OwnPresence.RuleAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public OwnPresence.RuleAnswer setAppearance(
      @Parameter(description = AUDIENCES) @QueryParam("audience") @DefaultValue("public")
          String audience,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = OwnPresence.RuleWish.class),
                      example =
                          "{\"mode\": \"by-load\", \"hideAt\": 5, \"showAgainAt\": 3, \"dwell\":"
                              + " \"PT1M\", \"atLimit\": \"show-busy\"}"))
          InputStream json) {
    Audience whose = audience(audience);
    AppearanceRule rule = OwnPresence.rule(JsonBody.read(json));
    change("mode", () -> presence.setRule(me(), whose, rule));
    return OwnPresence.RuleAnswer.of(whose, rule);
  }

  /** Answers the working hours. */
  @GET
  @Path("hours")
  @Operation(summary = "Your working hours")
  @APIResponse(
      responseCode = "200",
      description = "The hours",
      content = @Content(schema = @Schema(implementation = OwnPresence.Hours.class)))
  public OwnPresence.Hours hours() {
    WorkingHours hours = presence.settings(me()).hours();
    return new OwnPresence.Hours(hours.zone().getId(), hours.text());
  }

  /** Sets the working hours. */
  @PUT
  @Path("hours")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set your working hours; an empty text says nothing about them")
  @APIResponse(
      responseCode = "200",
      description = "The hours",
      content = @Content(schema = @Schema(implementation = OwnPresence.Hours.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public OwnPresence.Hours setHours(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = OwnPresence.Hours.class),
                      example =
                          "{\"timeZone\": \"Europe/Berlin\", \"hours\": \"Mon-Fri 09:00-12:30"
                              + " 13:00-17:00\"}"))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<ZoneId> zone = body.requireValue("timeZone", ZoneId::of);
    Optional<WorkingHours> hours =
        body.requireValue("hours", text -> WorkingHours.parse(zone.orElse(ZoneId.of("UTC")), text));
    body.end();
    change("hours", () -> presence.setHours(me(), hours.orElseThrow()));
    return hours();
  }

  /** Answers how an audience sees the employee. */
  @GET
  @Path("preview")
  @Operation(summary = "How an audience sees you now")
  @APIResponse(
      responseCode = "200",
      description = "The preview",
      content = @Content(schema = @Schema(implementation = OwnPresence.PreviewAnswer.class)))
  public OwnPresence.PreviewAnswer preview(
      @Parameter(description = AUDIENCES) @QueryParam("audience") @DefaultValue("public")
          String audience) {
    Audience whose = audience(audience);
    EmployeeId me = me();
    Reachability decision = presence.reachability(me, whose);
    PersonAnswer person =
        directory
            .view(me, whose)
            .filter(profile -> decision.shown())
            .map(profile -> people.of(new Match(profile, List.of()), decision, language()))
            .orElse(null);
    return new OwnPresence.PreviewAnswer(whose.code(), decision.shown(), person);
  }

  /** Answers why an audience sees the employee so. */
  @GET
  @Path("explanation")
  @Operation(
      summary = "Why an audience sees you as it does",
      description = "In whole sentences, German or English by Accept-Language. For you alone.")
  @APIResponse(
      responseCode = "200",
      description = "The reasons, the deciding one first",
      content = @Content(schema = @Schema(implementation = OwnPresence.ExplanationAnswer.class)))
  public OwnPresence.ExplanationAnswer explanation(
      @Parameter(description = AUDIENCES) @QueryParam("audience") @DefaultValue("public")
          String audience) {
    Audience whose = audience(audience);
    Reachability decision = presence.reachability(me(), whose);
    Instant now = clock.instant();
    return new OwnPresence.ExplanationAnswer(
        whose.code(),
        decision.shown(),
        Explanations.of(decision).stream()
            .map(phrase -> site.texts(language()).of(phrase, now))
            .toList(),
        decision.nextChange().map(People::seconds).orElse(null));
  }

  /** Says that a connected device or program is in use. */
  @PUT
  @Path("sessions/{client}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say that you are at a device or program, for a time to live",
      description = "What is not said again in time fades; nothing stays green.")
  @APIResponse(responseCode = "204", description = "It counts until the time is over")
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public void heartbeat(
      @Parameter(description = "The name of the device, 1 to 64 characters") @PathParam("client")
          String client,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = OwnPresence.SessionWish.class),
                      example = "{\"timeToLive\": 120}"))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<Integer> seconds = body.requireNumber("timeToLive");
    body.end();
    change(
        "timeToLive",
        () -> presence.heartbeat(me(), client, Duration.ofSeconds(seconds.orElseThrow())));
  }

  /** Says that a device is not in use any more. */
  @DELETE
  @Path("sessions/{client}")
  @Operation(summary = "Say that you have left a device or program")
  @APIResponse(responseCode = "204", description = "It does not count any more")
  public void signOff(@PathParam("client") String client) {
    transactions.run(() -> presence.signOff(me(), client));
  }

  private EmployeeId me() {
    return identity.requireEmployee();
  }

  private Language language() {
    return PeopleResource.spoken(accepted, Language.EN);
  }

  private StatusAnswer answer(ManualStatus manual) {
    return new StatusAnswer(
        manual.status().code(),
        People.seconds(manual.until()),
        manual.note().text(language().locale()));
  }

  private void change(String field, Runnable action) {
    Checked.field(
        field,
        () -> {
          transactions.run(action);
          return field;
        });
  }

  private static Audience audience(String code) {
    try {
      return Audience.from(code);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter("audience", "is " + AUDIENCES);
    }
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(
          "is a time with its offset, such as 2030-01-31T17:00:00+01:00", e);
    }
  }
}
