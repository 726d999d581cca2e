package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.DutyAnswer;
import org.visavis.routing.DutyRota;
import org.visavis.routing.RequestId;
import org.visavis.web.guard.Problem;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.wiring.Transactions;

/** What departments ask of the employee. */
@RequestScoped
@Path("me/duty")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own requests")
public class OwnDutyResource {

  @Inject private Identity identity;
  @Inject private DutyRota rota;
  @Inject private Transactions transactions;

  /** Answers what is asked. */
  @GET
  @Operation(summary = "Whether you are asked for your departments, and for what")
  @APIResponse(
      responseCode = "200",
      description = "What is asked, the earliest due first",
      content = @Content(schema = @Schema(implementation = OwnDutyAnswer.class)))
  public OwnDutyAnswer find() {
    EmployeeId me = identity.requireEmployee();
    return transactions.call(
        () ->
            new OwnDutyAnswer(
                rota.isWilling(me),
                rota.asked(me).stream()
                    .map(
                        one ->
                            new AskedAnswer(
                                one.id().toString(),
                                one.department().value(),
                                one.customer().name(),
                                one.subject(),
                                one.message(),
                                People.seconds(one.due())))
                    .toList()));
  }

  /** Says whether the employee wants to be asked. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say whether you want to be asked",
      description = "Nobody has to. Whoever is being asked and says no passes with it.")
  @APIResponse(
      responseCode = "200",
      description = "How it is now",
      content = @Content(schema = @Schema(implementation = OwnDutyAnswer.class)))
  public OwnDutyAnswer set(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = Willing.class)))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    boolean willing = body.flag("willing");
    body.end();
    EmployeeId me = identity.requireEmployee();
    transactions.run(() -> rota.setWilling(me, willing));
    return find();
  }

  /** Takes a request on. */
  @POST
  @Path("{id}/accept")
  @Operation(summary = "Take a request on; it is in your inbox then")
  @APIResponse(responseCode = "204", description = "It is yours")
  @APIResponse(
      responseCode = "404",
      description = "You are not asked for it, or not any more",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "409",
      description = "Your limit has no room; you are still asked",
      content = @Content(mediaType = "application/problem+json"))
  public void accept(@PathParam("id") String id) {
    EmployeeId me = identity.requireEmployee();
    RequestId known = id(id).orElseThrow(ProblemException::unknownRequest);
    DutyAnswer answer = transactions.call(() -> rota.accept(me, known));
    if (answer == DutyAnswer.NOT_ASKED) {
      throw ProblemException.unknownRequest();
    } else if (answer == DutyAnswer.AT_LIMIT) {
      throw new ProblemException(
          Problem.of(409, "at-limit", "Your limit has no room left", "Nothing was changed."));
    }
  }

  /** Passes. */
  @POST
  @Path("{id}/pass")
  @Operation(
      summary = "Pass, without a reason: somebody else is asked",
      description = "Also when you are not asked for it.")
  @APIResponse(responseCode = "204", description = "You are not asked for it any more")
  public void pass(@PathParam("id") String id) {
    EmployeeId me = identity.requireEmployee();
    id(id).ifPresent(known -> transactions.run(() -> rota.pass(me, known)));
  }

  private static Optional<RequestId> id(String text) {
    try {
      return Optional.of(RequestId.from(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether somebody wants to be asked. */
  @Schema(name = "Willing")
  public record Willing(@Schema(required = true) boolean willing) {}

  /** What is asked of the employee. */
  @Schema(name = "OwnDuty")
  public record OwnDutyAnswer(boolean willing, List<AskedAnswer> asked) {}

  /** One request for which the employee is asked. */
  @Schema(name = "Asked")
  public record AskedAnswer(
      String id,
      String department,
      String customer,
      String subject,
      String message,
      @Schema(description = "When somebody else is asked") Instant due) {}
}
