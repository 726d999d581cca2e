package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.RuleScope;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.wiring.Transactions;

/** How much an employee takes on, and when he or she appears to whom. */
@RequestScoped
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own presence")
public class OwnRulesResource {

  private static final String CHANNELS =
      "message, chat, phone, callback, video or appointment; without it you as a whole";

  @Inject private Identity identity;
  @Inject private Presence presence;
  @Inject private Transactions transactions;

  /** Answers the limit. */
  @GET
  @Path("limit")
  @Operation(summary = "Your limit in effort points, what is taken, and the bounds for everybody")
  @APIResponse(
      responseCode = "200",
      description = "The limit",
      content = @Content(schema = @Schema(implementation = OwnPresence.LimitAnswer.class)))
  public OwnPresence.LimitAnswer limit() {
    EmployeeId me = me();
    return OwnPresence.LimitAnswer.of(
        presence.settings(me), presence.workload(me), presence.guardrails());
  }

  /** Sets the limit. */
  @PUT
  @Path("limit")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set your limit, a share of it for a while, and limits of channels",
      description =
          "What is not named stays as it is; null takes a share or a channel's limit away.")
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
                      example =
                          "{\"limit\": 6, \"share\": {\"percent\": 60, \"until\":"
                              + " \"2030-01-31T18:00:00+01:00\"}, \"channels\": {\"phone\": 4}}"))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    PresenceWishes.Limits limits = PresenceWishes.Limits.read(body);
    if (limits.isEmpty()) {
      body.requireNumber("limit");
    }
    body.end();
    transactions.run(() -> limits.set(presence, me()));
    return limit();
  }

  /** Answers the appearance rule for an audience. */
  @GET
  @Path("appearance")
  @Operation(
      summary = "Your appearance rule for an audience, or for one channel to it",
      description = "Where nothing is said for an audience, what the public sees holds.")
  @APIResponse(
      responseCode = "200",
      description = "The rule",
      content = @Content(schema = @Schema(implementation = OwnPresence.RuleAnswer.class)))
  @APIResponse(responseCode = "204", description = "The channel has no rule")
  public Response appearance(
      @Parameter(description = OwnPresenceResource.AUDIENCES)
          @QueryParam("audience")
          @DefaultValue("public")
          String audience,
      @Parameter(description = CHANNELS) @QueryParam("channel") @Nullable String channel) {
    RuleScope scope = scope(audience, channel);
    return answer(scope).map(Response::ok).orElseGet(Response::noContent).build();
  }

  /** Sets the appearance rule for an audience. */
  @PUT
  @Path("appearance")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Decide when you, or one of your channels, appear to an audience",
      description =
          "Nobody else can decide it. For by-load both thresholds are needed. The rule of a channel"
              + " only narrows what the rule for you as a whole leaves open.")
  @APIResponse(
      responseCode = "200",
      description = "The rule",
      content = @Content(schema = @Schema(implementation = OwnPresence.RuleAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public OwnPresence.RuleAnswer setAppearance(
      @Parameter(description = OwnPresenceResource.AUDIENCES)
          @QueryParam("audience")
          @DefaultValue("public")
          String audience,
      @Parameter(description = CHANNELS) @QueryParam("channel") @Nullable String channel,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = OwnPresence.RuleWish.class),
                      example =
                          "{\"mode\": \"by-load\", \"hideAt\": 5, \"showAgainAt\": 3, \"dwell\":"
                              + " \"PT1M\", \"atLimit\": \"show-busy\"}"))
          InputStream json) {
    RuleScope scope = scope(audience, channel);
    JsonBody body = JsonBody.read(json);
    Optional<AppearanceRule> rule = PresenceWishes.rule(body);
    body.end();
    Checked.run("mode", () -> transactions.run(() -> presence.setRule(me(), scope, rule)));
    return answer(scope).orElseThrow();
  }

  /** Takes a rule away. */
  @DELETE
  @Path("appearance")
  @Operation(
      summary = "Take a rule away, so that what the public sees holds again",
      description = "The public's own rule for you as a whole can be changed, and not taken away.")
  @APIResponse(responseCode = "204", description = "There is none now")
  @APIResponse(
      responseCode = "400",
      description = "It is the rule that holds for all who have none",
      content = @Content(mediaType = "application/problem+json"))
  public void removeAppearance(
      @Parameter(description = OwnPresenceResource.AUDIENCES)
          @QueryParam("audience")
          @DefaultValue("public")
          String audience,
      @Parameter(description = CHANNELS) @QueryParam("channel") @Nullable String channel) {
    RuleScope scope = scope(audience, channel);
    if (scope.equals(RuleScope.of(Audience.PUBLIC))) {
      throw ProblemException.parameter(
          "audience", "is another one than the public, whose rule can only be changed");
    }
    transactions.run(() -> presence.setRule(me(), scope, Optional.empty()));
  }

  private Optional<OwnPresence.RuleAnswer> answer(RuleScope scope) {
    PresenceSettings settings = presence.settings(me());
    return scope.channel().isEmpty()
        ? Optional.of(OwnPresence.RuleAnswer.of(scope.audience(), settings))
        : scope
            .channel()
            .flatMap(
                channel ->
                    settings
                        .rule(scope.audience(), channel)
                        .map(rule -> OwnPresence.RuleAnswer.of(scope.audience(), channel, rule)));
  }

  private static RuleScope scope(String audience, @Nullable String channel) {
    Audience whose = OwnPresenceResource.audience(audience);
    if (channel == null) {
      return RuleScope.of(whose);
    }
    try {
      return RuleScope.of(whose, Channel.from(channel));
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter("channel", String.valueOf(e.getMessage()));
    }
  }

  private EmployeeId me() {
    return identity.requireEmployee();
  }
}
