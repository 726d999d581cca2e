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
import java.time.Clock;
import java.util.Map;
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
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Presence;
import org.visavis.routing.IdempotencyConflictException;
import org.visavis.web.api.CalendarDocument.CalendarAnswer;
import org.visavis.web.api.CalendarDocument.CalendarsAnswer;
import org.visavis.web.api.CalendarDocument.TimesAnswer;
import org.visavis.web.guard.Problem;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.jobs.Calendars;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Site;
import org.visavis.web.pages.Texts;

/** The calendars that an employee has brought in. Of them only busy times are kept. */
@RequestScoped
@Path("me/calendars")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own calendars")
public class OwnCalendarsResource {

  private static final String EXAMPLE =
      "{\"name\": \"Team\", \"address\": \"https://calendar.example.org/team.ics\", \"rules\":"
          + " [{\"contains\": \"Urlaub\", \"status\": \"on-holiday\"}]}";

  @Inject private Identity identity;
  @Inject private Presence presence;
  @Inject private Calendars calendars;
  @Inject private Site site;
  @Inject private Clock clock;

  @HeaderParam("Accept-Language")
  private @Nullable String accepted;

  /** Answers the calendars. */
  @GET
  @Operation(summary = "Your calendars: how old they are, and why one could not be read")
  @APIResponse(
      responseCode = "200",
      description = "The calendars",
      content = @Content(schema = @Schema(implementation = CalendarsAnswer.class)))
  public CalendarsAnswer all() {
    Map<CalendarId, CalendarEntries> said = presence.calendars(me());
    return new CalendarsAnswer(
        calendars.of(me()).stream().map(each -> answer(each, said)).toList());
  }

  /** Brings a calendar in. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Bring a calendar in",
      description =
          "One with an address is fetched at once and then about every quarter of an hour; one"
              + " without waits for a file. Only busy times, and what your rules make of titles,"
              + " are kept. At most ten readings a minute.")
  @APIResponse(
      responseCode = "201",
      description = "The calendar; error says why it could not be read yet",
      content = @Content(schema = @Schema(implementation = CalendarAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "A field is wrong, nothing is fetched from such an address, or the key was used",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "429",
      description = "Too many readings",
      content = @Content(mediaType = "application/problem+json"))
  public Response add(
      @Parameter(required = true, description = IdempotencyKey.DESCRIPTION)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = CalendarDocument.Wish.class),
                      example = EXAMPLE))
          InputStream json) {
    CalendarId id = CalendarId.of(IdempotencyKey.id(key, me()));
    CalendarSubscription wish = CalendarDocument.read(JsonBody.read(json), id);
    Optional<CalendarSubscription> known = calendars.find(me(), id);
    if (known.filter(each -> !isAlike(each, wish)).isPresent()) {
      throw new IdempotencyConflictException();
    }
    CalendarAnswer answer = known.isPresent() ? answer(known.get()) : subscribed(wish);
    return Response.created(URI.create("/api/v1/me/calendars/" + id)).entity(answer).build();
  }

  private static boolean isAlike(CalendarSubscription known, CalendarSubscription wish) {
    return known.name().equals(wish.name())
        && known.address().equals(wish.address())
        && known.rules().equals(wish.rules());
  }

  /** Changes a calendar. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Give a calendar another name, address or other rules",
      description =
          "The whole of it: what is left out is empty then. With other rules a calendar is fetched"
              + " anew; for an uploaded one they count from the next file on.")
  @APIResponse(
      responseCode = "200",
      description = "The calendar",
      content = @Content(schema = @Schema(implementation = CalendarAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "You have no such calendar",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong, or nothing is fetched from such an address",
      content = @Content(mediaType = "application/problem+json"))
  public CalendarAnswer change(
      @PathParam("id") String id,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = CalendarDocument.Wish.class),
                      example = EXAMPLE))
          InputStream json) {
    CalendarId own =
        known(id)
            .map(CalendarSubscription::calendar)
            .orElseThrow(OwnCalendarsResource::unknownCalendar);
    return subscribed(CalendarDocument.read(JsonBody.read(json), own));
  }

  /** Forgets a calendar. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Forget a calendar and what it said")
  @APIResponse(responseCode = "204", description = "There is none of this id now")
  public void remove(@PathParam("id") String id) {
    id(id).ifPresent(own -> calendars.remove(me(), own));
  }

  /** Reads a file. */
  @PUT
  @Path("{id}/file")
  @Consumes({"text/calendar", MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary = "Upload an iCalendar file, in the place of the last one",
      description =
          "Up to 2 MB. It counts for 30 days. The file itself is not kept, nor any title in it.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = "text/calendar", schema = @Schema(implementation = String.class)))
  @APIResponse(
      responseCode = "200",
      description = "The calendar, and what was left out",
      content = @Content(schema = @Schema(implementation = CalendarAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "You have no such calendar without an address",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "The file is not taken; what was read earlier goes on counting",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "429",
      description = "Too many readings",
      content = @Content(mediaType = "application/problem+json"))
  public CalendarAnswer upload(@PathParam("id") String id, InputStream file) {
    return id(id)
        .flatMap(own -> calendars.upload(me(), own, file))
        .map(this::answer)
        .orElseThrow(OwnCalendarsResource::unknownCalendar);
  }

  /** Fetches a calendar now. */
  @POST
  @Path("{id}/refresh")
  @Operation(summary = "Fetch a calendar now")
  @APIResponse(
      responseCode = "200",
      description = "The calendar; error says why it could not be read",
      content = @Content(schema = @Schema(implementation = CalendarAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "You have no such calendar with an address",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "429",
      description = "Too many readings",
      content = @Content(mediaType = "application/problem+json"))
  public CalendarAnswer refresh(@PathParam("id") String id) {
    return id(id)
        .flatMap(own -> calendars.refresh(me(), own))
        .map(this::answer)
        .orElseThrow(OwnCalendarsResource::unknownCalendar);
  }

  /** Answers what a calendar says. */
  @GET
  @Path("{id}/times")
  @Operation(summary = "The busy times of a calendar: all that is kept of it")
  @APIResponse(
      responseCode = "200",
      description = "The times, ordered by start",
      content = @Content(schema = @Schema(implementation = TimesAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "You have no such calendar, or it was never read",
      content = @Content(mediaType = "application/problem+json"))
  public TimesAnswer times(@PathParam("id") String id) {
    return id(id)
        .flatMap(own -> Optional.ofNullable(presence.calendars(me()).get(own)))
        .map(TimesAnswer::of)
        .orElseThrow(OwnCalendarsResource::unknownCalendar);
  }

  private CalendarAnswer subscribed(CalendarSubscription wish) {
    return answer(Checked.field("name", () -> calendars.subscribe(me(), wish)));
  }

  private Optional<CalendarSubscription> known(String id) {
    return id(id).flatMap(own -> calendars.find(me(), own));
  }

  private static Optional<CalendarId> id(String id) {
    try {
      return Optional.of(CalendarId.of(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ProblemException unknownCalendar() {
    return new ProblemException(
        Problem.of(404, "unknown-calendar", "There is no such calendar", ""));
  }

  private CalendarAnswer answer(CalendarSubscription calendar) {
    return answer(calendar, presence.calendars(me()));
  }

  private CalendarAnswer answer(
      CalendarSubscription calendar, Map<CalendarId, CalendarEntries> said) {
    Texts texts = site.texts(PeopleResource.spoken(accepted, Language.EN));
    return CalendarAnswer.of(calendar, said.get(calendar.calendar()), texts, clock.instant());
  }

  private EmployeeId me() {
    return identity.requireEmployee();
  }
}
