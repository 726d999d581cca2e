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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.visavis.directory.Match;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Explanation;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Presence;
import org.visavis.presence.Reachability;
import org.visavis.presence.Session;
import org.visavis.presence.Source;
import org.visavis.presence.WorkingHours;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Site;
import org.visavis.web.pages.Texts;
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

  static final String AUDIENCES = "public, known-customer or colleague";

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
      content = @Content(schema = @Schema(implementation = OwnPresence.OwnStatusAnswer.class)))
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
      content = @Content(schema = @Schema(implementation = OwnPresence.OwnStatusAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public OwnPresence.OwnStatusAnswer setStatus(
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
    Optional<ManualStatus> status = PresenceWishes.status(body);
    body.end();
    change("until", () -> presence.setStatus(me(), status.orElseThrow()));
    return presence.settings(me()).manual().map(this::answer).orElseThrow();
  }

  /** Takes the status back that was set by hand. */
  @DELETE
  @Path("status")
  @Operation(summary = "Take back what you have set by hand")
  @APIResponse(responseCode = "204", description = "None is set now")
  public void clearStatus() {
    transactions.run(() -> presence.clearStatus(me()));
  }

  /** Answers the working hours. */
  @GET
  @Path("hours")
  @Operation(summary = "Your working hours")
  @APIResponse(
      responseCode = "200",
      description = "The hours",
      content = @Content(schema = @Schema(implementation = HoursDocument.class)))
  public HoursDocument hours() {
    return HoursDocument.of(presence.settings(me()).hours());
  }

  /** Sets the working hours. */
  @PUT
  @Path("hours")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set your working hours; an empty text says nothing about them",
      description = "Either hours, as people write them, or weeks, in parts.")
  @APIResponse(
      responseCode = "200",
      description = "The hours",
      content = @Content(schema = @Schema(implementation = HoursDocument.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public HoursDocument setHours(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = HoursDocument.class),
                      example =
                          "{\"timeZone\": \"Europe/Berlin\", \"hours\": \"Mon-Fri 09:00-12:30"
                              + " 13:00-17:00\"}"))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<WorkingHours> hours = HoursDocument.read(body);
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
    Reachability decision = presence.reachability(me(), whose);
    return new OwnPresence.PreviewAnswer(
        whose.code(), decision.shown(), person(whose, decision).orElse(null));
  }

  /** Answers how an audience would see the employee. */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "How an audience would see you now, had you decided otherwise",
      description = "Nothing is changed. What is not named stays as it is.")
  @APIResponse(
      responseCode = "200",
      description = "What would be seen, and why",
      content = @Content(schema = @Schema(implementation = OwnPresence.WhatIfAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public OwnPresence.WhatIfAnswer whatIf(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = OwnPresence.PreviewWish.class),
                      example =
                          "{\"audience\": \"public\", \"limit\": 3, \"rule\": {\"mode\":"
                              + " \"always\"}}"))
          InputStream json) {
    PreviewWish wish = PreviewWish.read(JsonBody.read(json), presence.guardrails());
    Reachability decision =
        Checked.field("limit", () -> presence.preview(me(), wish.audience(), wish.change()));
    return new OwnPresence.WhatIfAnswer(
        wish.audience().code(),
        decision.shown(),
        person(wish.audience(), decision).orElse(null),
        sentences(decision),
        decision.nextChange().map(People::seconds).orElse(null));
  }

  /** Answers why an audience sees the employee so. */
  @GET
  @Path("explanation")
  @Operation(
      summary = "Why an audience sees you as it does, and what your status is made of",
      description = "In whole sentences, German or English by Accept-Language. For you alone.")
  @APIResponse(
      responseCode = "200",
      description = "The reasons, the deciding one first",
      content = @Content(schema = @Schema(implementation = OwnPresence.ExplanationAnswer.class)))
  public OwnPresence.ExplanationAnswer explanation(
      @Parameter(description = AUDIENCES) @QueryParam("audience") @DefaultValue("public")
          String audience) {
    Audience whose = audience(audience);
    Explanation why = presence.explanation(me(), whose);
    return new OwnPresence.ExplanationAnswer(
        whose.code(),
        why.decision().shown(),
        sentences(why.decision()),
        why.decision().nextChange().map(People::seconds).orElse(null),
        sources(why.sources()));
  }

  /** Answers the clients that count. */
  @GET
  @Path("sessions")
  @Operation(summary = "The devices and programs that count now")
  @APIResponse(
      responseCode = "200",
      description = "The sessions",
      content = @Content(schema = @Schema(implementation = OwnPresence.SessionsAnswer.class)))
  public OwnPresence.SessionsAnswer sessions() {
    return new OwnPresence.SessionsAnswer(
        presence.sessions(me()).stream().map(OwnPresence.SessionAnswer::of).toList());
  }

  /** Says what a connected device or program reports. */
  @PUT
  @Path("sessions/{client}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say what a device or program reports of you, for a time to live",
      description = "What is not said again in time fades; nothing stays green.")
  @APIResponse(responseCode = "204", description = "It counts until the time is over")
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public void report(
      @Parameter(description = "The name of the device, 1 to 64 characters") @PathParam("client")
          String client,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = OwnPresence.SessionWish.class),
                      example = "{\"timeToLive\": 120, \"state\": \"busy\"}"))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<Integer> seconds = body.requireNumber("timeToLive");
    Optional<Session.State> state = body.value("state", Session.State::from);
    body.end();
    change(
        "timeToLive",
        () ->
            presence.setSession(
                me(),
                client,
                state.orElse(Session.State.IN_USE),
                Duration.ofSeconds(seconds.orElseThrow())));
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

  private OwnPresence.OwnStatusAnswer answer(ManualStatus manual) {
    return OwnPresence.OwnStatusAnswer.of(manual, language());
  }

  private void change(String field, Runnable action) {
    Checked.field(
        field,
        () -> {
          transactions.run(action);
          return field;
        });
  }

  private Optional<PersonAnswer> person(Audience audience, Reachability decision) {
    return directory
        .view(me(), audience)
        .filter(profile -> decision.shown())
        .map(profile -> people.of(new Match(profile, List.of()), decision, audience, language()));
  }

  private List<String> sentences(Reachability decision) {
    Instant now = clock.instant();
    return Explanations.of(decision).stream()
        .map(phrase -> site.texts(language()).of(phrase, now))
        .toList();
  }

  private List<OwnPresence.SourceAnswer> sources(List<Source> sources) {
    Map<String, String> calendars =
        transactions.call(() -> presence.subscriptions(me())).stream()
            .collect(
                Collectors.toMap(
                    calendar -> calendar.calendar().value(), CalendarSubscription::name));
    Texts texts = site.texts(language());
    return sources.stream()
        .map(
            source ->
                OwnPresence.SourceAnswer.of(
                    source,
                    texts.of(Explanations.of(source, name(source, calendars)), clock.instant())))
        .toList();
  }

  /** An absence needs no name, and that of a browser says nothing. */
  private static String name(Source source, Map<String, String> calendars) {
    return switch (source.kind()) {
      case CALENDAR -> calendars.getOrDefault(source.name(), source.name());
      case PUBLIC_HOLIDAY, CONNECTOR -> source.name();
      default -> "";
    };
  }

  static Audience audience(String code) {
    try {
      return Audience.from(code);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter("audience", "is " + AUDIENCES);
    }
  }
}
