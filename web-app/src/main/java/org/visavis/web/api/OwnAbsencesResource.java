package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneId;
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
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.DeputyCycleException;
import org.visavis.presence.DeputyRequest;
import org.visavis.presence.Presence;
import org.visavis.routing.IdempotencyConflictException;
import org.visavis.web.api.AbsenceDocument.AbsenceAnswer;
import org.visavis.web.api.AbsenceDocument.AbsencesAnswer;
import org.visavis.web.api.AbsenceDocument.DeputyRequestAnswer;
import org.visavis.web.api.AbsenceDocument.DeputyRequestsAnswer;
import org.visavis.web.guard.Problem;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.pages.Language;
import org.visavis.web.wiring.Transactions;

/** Absences: the own ones, and those of colleagues in which an employee stands in. */
@RequestScoped
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own absences")
public class OwnAbsencesResource {

  private static final String EXAMPLE =
      "{\"kind\": \"holiday\", \"firstDay\": \"2030-07-01\", \"lastDay\": \"2030-07-19\", \"note\":"
          + " \"In the mountains\", \"notePublic\": false, \"deputy\": \"greta.mayer\", \"ramp\":"
          + " [40, 70]}";

  @Inject private Identity identity;
  @Inject private Presence presence;
  @Inject private Directory directory;
  @Inject private Handles handles;
  @Inject private Transactions transactions;

  @HeaderParam("Accept-Language")
  private @Nullable String accepted;

  /** Answers the absences. */
  @GET
  @Path("absences")
  @Operation(summary = "Your absences, ordered by start; those that are over are gone")
  @APIResponse(
      responseCode = "200",
      description = "The absences",
      content = @Content(schema = @Schema(implementation = AbsencesAnswer.class)))
  public AbsencesAnswer absences() {
    return new AbsencesAnswer(
        presence.settings(me()).absences().stream().map(this::answer).toList());
  }

  /** Plans an absence. */
  @POST
  @Path("absences")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Plan an absence",
      description =
          "Others see the status and when you are back; the note only where it is public. A deputy"
              + " is asked, and shown to customers after he or she has agreed.")
  @APIResponse(
      responseCode = "201",
      description = "The absence",
      content = @Content(schema = @Schema(implementation = AbsenceAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong, or the key was used for something else",
      content = @Content(mediaType = "application/problem+json"))
  public Response plan(
      @Parameter(required = true, description = IdempotencyKey.DESCRIPTION)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = AbsenceDocument.Wish.class),
                      example = EXAMPLE))
          InputStream json) {
    AbsenceId id = AbsenceId.of(IdempotencyKey.id(key, me()));
    Absence wish = AbsenceDocument.read(JsonBody.read(json), id, here(), handles);
    Optional<Absence> known = presence.settings(me()).absence(id);
    if (known.filter(planned -> !isAlike(planned, wish)).isPresent()) {
      throw new IdempotencyConflictException();
    }
    if (known.isEmpty()) {
      set(wish);
    }
    return Response.created(URI.create("/api/v1/me/absences/" + id)).entity(planned(id)).build();
  }

  /** Whether the deputy has agreed meanwhile is no part of the wish. */
  private static boolean isAlike(Absence known, Absence wish) {
    return known
            .deputy()
            .map(deputy -> deputy.employee())
            .equals(wish.deputy().map(deputy -> deputy.employee()))
        && known.withDeputy(Optional.empty()).equals(wish.withDeputy(Optional.empty()));
  }

  /** Changes an absence. */
  @PUT
  @Path("absences/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Change an absence",
      description = "The whole of it: what is left out is empty then. A new deputy is asked.")
  @APIResponse(
      responseCode = "200",
      description = "The absence",
      content = @Content(schema = @Schema(implementation = AbsenceAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "You have no such absence",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public AbsenceAnswer change(
      @PathParam("id") String id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = AbsenceDocument.Wish.class),
                      example = EXAMPLE))
          InputStream json) {
    AbsenceId own = known(id).map(Absence::id).orElseThrow(OwnAbsencesResource::unknownAbsence);
    Absence wish = AbsenceDocument.read(JsonBody.read(json), own, here(), handles);
    set(wish);
    return planned(own);
  }

  /** Takes an absence back. */
  @DELETE
  @Path("absences/{id}")
  @Operation(summary = "Take an absence back, or end it early")
  @APIResponse(responseCode = "204", description = "There is none of this id now")
  public void remove(@PathParam("id") String id) {
    known(id)
        .ifPresent(absence -> transactions.run(() -> presence.removeAbsence(me(), absence.id())));
  }

  /** Answers what colleagues ask. */
  @GET
  @Path("deputy-requests")
  @Operation(summary = "What colleagues ask you to stand in for: the time, and not the reason")
  @APIResponse(
      responseCode = "200",
      description = "The requests, ordered by start",
      content = @Content(schema = @Schema(implementation = DeputyRequestsAnswer.class)))
  public DeputyRequestsAnswer deputyRequests() {
    return new DeputyRequestsAnswer(
        presence.deputyRequests(me()).stream().map(this::answer).toList());
  }

  /** Agrees to stand in. */
  @POST
  @Path("deputy-requests/{absent}/{absence}/agree")
  @Operation(summary = "Agree to stand in; customers are told so while the colleague is away")
  @APIResponse(responseCode = "204", description = "You stand in")
  @APIResponse(
      responseCode = "404",
      description = "Nobody asks you for that",
      content = @Content(mediaType = "application/problem+json"))
  public void agree(@PathParam("absent") String absent, @PathParam("absence") String absence) {
    answer(absent, absence, true);
  }

  /** Declines to stand in. */
  @POST
  @Path("deputy-requests/{absent}/{absence}/decline")
  @Operation(summary = "Decline to stand in, or take back that you agreed")
  @APIResponse(responseCode = "204", description = "You do not stand in")
  @APIResponse(
      responseCode = "404",
      description = "Nobody asks you for that",
      content = @Content(mediaType = "application/problem+json"))
  public void decline(@PathParam("absent") String absent, @PathParam("absence") String absence) {
    answer(absent, absence, false);
  }

  private void answer(String absent, String absence, boolean agrees) {
    Optional<EmployeeId> colleague = colleague(absent);
    Optional<AbsenceId> id = absenceId(absence);
    boolean asked =
        colleague.isPresent()
            && id.isPresent()
            && transactions.call(
                () -> presence.answerDeputyRequest(me(), colleague.get(), id.get(), agrees));
    if (!asked) {
      throw new ProblemException(
          Problem.of(
              404, "unknown-deputy-request", "Nobody asks you to stand in for this absence", ""));
    }
  }

  private void set(Absence wish) {
    wish.deputy()
        .filter(deputy -> directory.find(deputy.employee()).isEmpty())
        .ifPresent(
            nobody -> {
              throw ProblemException.field("deputy", "is the id of a colleague");
            });
    transactions.run(
        () -> {
          try {
            presence.setAbsence(me(), wish);
          } catch (DeputyCycleException e) {
            throw ProblemException.field("deputy", String.valueOf(e.getMessage()));
          } catch (IllegalArgumentException e) {
            throw ProblemException.field("end", String.valueOf(e.getMessage()));
          }
        });
  }

  private AbsenceAnswer planned(AbsenceId id) {
    return presence
        .settings(me())
        .absence(id)
        .map(this::answer)
        .orElseThrow(OwnAbsencesResource::unknownAbsence);
  }

  private Optional<Absence> known(String id) {
    return absenceId(id).flatMap(own -> presence.settings(me()).absence(own));
  }

  private Optional<EmployeeId> colleague(String id) {
    try {
      return Optional.of(handles.resolve(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<AbsenceId> absenceId(String id) {
    try {
      return Optional.of(AbsenceId.of(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ProblemException unknownAbsence() {
    return new ProblemException(Problem.of(404, "unknown-absence", "There is no such absence", ""));
  }

  private AbsenceAnswer answer(Absence absence) {
    return AbsenceAnswer.of(
        absence, handles, this::name, PeopleResource.spoken(accepted, Language.EN));
  }

  private DeputyRequestAnswer answer(DeputyRequest request) {
    return new DeputyRequestAnswer(
        handles.of(request.absent()),
        name(request.absent()),
        request.absence().value(),
        People.seconds(request.start()),
        People.seconds(request.end()),
        request.agreed());
  }

  private String name(EmployeeId colleague) {
    return directory.find(colleague).map(Employee::displayName).orElse(colleague.value());
  }

  private ZoneId here() {
    return directory.require(me()).timeZone();
  }

  private EmployeeId me() {
    return identity.requireEmployee();
  }
}
