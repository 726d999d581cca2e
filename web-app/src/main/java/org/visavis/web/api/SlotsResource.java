package org.visavis.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.Profile;
import org.visavis.presence.Presence;
import org.visavis.routing.Alternative;
import org.visavis.routing.Appointments;
import org.visavis.routing.Routing;
import org.visavis.routing.Slot;
import org.visavis.web.api.AlternativesAnswer.AlternativeAnswer;
import org.visavis.web.pages.Language;
import org.visavis.web.wiring.Transactions;

/** Times that customers can book. */
@RequestScoped
@Path("people/{id}/slots")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "People")
public class SlotsResource {

  private static final Duration USUAL_LOOK = Duration.ofDays(14);

  @Inject private Directory directory;
  @Inject private Presence presence;
  @Inject private Appointments appointments;
  @Inject private Transactions transactions;
  @Inject private Routing routing;
  @Inject private AlternativesAnswer alternatives;
  @Inject private Handles handles;
  @Inject private Clock clock;

  /** Answers the times that can be booked. */
  @GET
  @Operation(
      summary = "Times that can be booked with a person",
      description =
          "Hand a request in on the channel appointment with the start of one of them as slot. They"
              + " follow one another; every full five minutes in between can be booked as well."
              + " Where there is none, reason says why; at the limit of the person a customer can"
              + " choose a colleague, hand the request in to wait, or be told when there is room.")
  @APIResponse(
      responseCode = "200",
      description = "The times, in order",
      content = @Content(schema = @Schema(implementation = SlotsAnswer.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is not understood",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "404",
      description = "There is no such person, as far as the public may know",
      content = @Content(mediaType = "application/problem+json"))
  public SlotsAnswer find(
      @PathParam("id") String id,
      @Parameter(description = "From this instant on (RFC 3339); by default from now on")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description =
                  "Up to this instant (RFC 3339); by default and at most two weeks and 62 days"
                      + " later")
          @QueryParam("to")
          @Nullable String to,
      @Parameter(
              description =
                  "The zone of the offsets, such as Europe/Berlin; by default the" + " person's")
          @QueryParam("zone")
          @Nullable String zone,
      @HeaderParam("Accept-Language") @Nullable String accepted) {
    Instant first = parsed("from", from, SlotsResource::instant).orElseGet(clock::instant);
    Instant last = parsed("to", to, SlotsResource::instant).orElseGet(() -> first.plus(USUAL_LOOK));
    if (last.isBefore(first) || last.isAfter(first.plus(Appointments.LONGEST_LOOK))) {
      throw ProblemException.parameter(
          "to", "is up to " + Appointments.LONGEST_LOOK.toDays() + " days after from");
    }
    Optional<ZoneId> wanted = parsed("zone", zone, ZoneId::of);
    Profile person = shown(id);
    ZoneId shown = wanted.orElse(person.timeZone());
    List<Slot> slots =
        transactions.call(() -> appointments.slots(person.id(), Audience.PUBLIC, first, last));
    return slots.isEmpty()
        ? none(person.id(), PeopleResource.spoken(accepted, Language.EN))
        : new SlotsAnswer(
            slots.stream().map(slot -> SlotAnswer.of(slot, shown)).toList(), null, List.of());
  }

  private SlotsAnswer none(EmployeeId person, Language reader) {
    if (transactions.call(() -> appointments.areFull(person, Audience.PUBLIC))) {
      List<Alternative> instead =
          transactions.call(
              () -> routing.alternatives(person, Channel.APPOINTMENT, reader.locale()));
      return new SlotsAnswer(List.of(), "at-limit", alternatives.of(instead, reader));
    }
    boolean offered = transactions.call(() -> appointments.areOffered(person, Audience.PUBLIC));
    return new SlotsAnswer(List.of(), offered ? "none-free" : "not-offered", List.of());
  }

  private Profile shown(String id) {
    try {
      return Optional.of(handles.resolve(id))
          .filter(known -> presence.reachability(known, Audience.PUBLIC).shown())
          .flatMap(known -> directory.view(known, Audience.PUBLIC))
          .orElseThrow(ProblemException::unknownPerson);
    } catch (IllegalArgumentException e) {
      throw ProblemException.unknownPerson();
    }
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static <T> Optional<T> parsed(
      String name, @Nullable String value, Function<String, T> reading) {
    try {
      return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(reading);
    } catch (DateTimeException e) {
      throw ProblemException.parameter(
          name,
          name.equals("zone")
              ? "is a zone such as Europe/Berlin"
              : "is written like 2030-01-31T09:00:00+01:00, with + as %2B");
    }
  }

  /** Times that can be booked. */
  @Schema(name = "Slots")
  public record SlotsAnswer(
      List<SlotAnswer> slots,
      @Schema(
              nullable = true,
              enumeration = {"at-limit", "not-offered", "none-free"},
              description =
                  "Why there is none: the person has no room now, offers no times, or has none free"
                      + " between from and to; null where there are times")
          @Nullable String reason,
      @Schema(description = "Whom to choose instead; for at-limit")
          List<AlternativeAnswer> alternatives) {}
}
