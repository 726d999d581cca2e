package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.AppointmentSettings;
import org.visavis.routing.Appointments;
import org.visavis.routing.Booking;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.wiring.Transactions;

/** What an employee offers in appointments, and what is booked. */
@RequestScoped
@Path("me/appointments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own presence")
public class OwnAppointmentsResource {

  private static final String EXAMPLE =
      "{\"offered\": true, \"lengthMinutes\": 30, \"beforeMinutes\": 0, \"afterMinutes\": 10,"
          + " \"noticeMinutes\": 1440, \"horizonDays\": 28, \"mostADay\": 4}";

  @Inject private Identity identity;
  @Inject private Directory directory;
  @Inject private Appointments appointments;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  /** Answers what is offered and booked. */
  @GET
  @Operation(summary = "Whether and how customers can book times with you, and what is booked")
  @APIResponse(
      responseCode = "200",
      description = "The settings, and the bookings to come",
      content = @Content(schema = @Schema(implementation = OwnAppointmentsAnswer.class)))
  public OwnAppointmentsAnswer find() {
    EmployeeId me = identity.requireEmployee();
    Instant now = clock.instant();
    ZoneId zone = directory.require(me).timeZone();
    return transactions.call(
        () ->
            OwnAppointmentsAnswer.of(
                appointments.settings(me),
                appointments.bookings(
                    me, now, now.plus(Duration.ofDays(AppointmentSettings.MAX_HORIZON_DAYS + 1L))),
                zone));
  }

  /** Sets what is offered. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set whether and how customers can book times with you",
      description = "What is booked stays as it is. Without working hours nothing can be booked.")
  @APIResponse(
      responseCode = "200",
      description = "The settings, and the bookings to come",
      content = @Content(schema = @Schema(implementation = OwnAppointmentsAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A value is out of its bounds",
      content = @Content(mediaType = "application/problem+json"))
  public OwnAppointmentsAnswer set(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = AppointmentsWish.class),
                      example = EXAMPLE))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    boolean offered = body.flag("offered");
    Optional<Integer> length = body.requireNumber("lengthMinutes");
    Optional<Integer> before = body.requireNumber("beforeMinutes");
    Optional<Integer> after = body.requireNumber("afterMinutes");
    Optional<Integer> notice = body.requireNumber("noticeMinutes");
    Optional<Integer> horizon = body.requireNumber("horizonDays");
    Optional<Integer> most = body.requireNumber("mostADay");
    body.end();
    EmployeeId me = identity.requireEmployee();
    AppointmentSettings settings;
    try {
      settings =
          new AppointmentSettings(
              offered,
              minutes(length),
              minutes(before),
              minutes(after),
              minutes(notice),
              horizon.orElseThrow(),
              most.orElseThrow());
    } catch (IllegalArgumentException e) {
      throw named(String.valueOf(e.getMessage()));
    }
    transactions.run(() -> appointments.decide(me, settings));
    return find();
  }

  private static Duration minutes(Optional<Integer> number) {
    return Duration.ofMinutes(number.orElseThrow());
  }

  /** The core's message begins with the name of the value. */
  private static ProblemException named(String message) {
    String name = message.substring(0, message.indexOf(' '));
    String field = name.equals("horizonDays") || name.equals("mostADay") ? name : name + "Minutes";
    return ProblemException.field(field, message.substring(name.length()).strip());
  }

  /** What is offered, as it comes in. */
  @Schema(name = "AppointmentSettings")
  public record AppointmentsWish(
      @Schema(description = "Whether customers can book times at all") boolean offered,
      @Schema(required = true, description = "5 to 480, in steps of 5") int lengthMinutes,
      @Schema(required = true, description = "Kept free before each; up to 240, in steps of 5")
          int beforeMinutes,
      @Schema(required = true, description = "Kept free after each; up to 240, in steps of 5")
          int afterMinutes,
      @Schema(required = true, description = "How long ahead at least; up to 43200")
          int noticeMinutes,
      @Schema(required = true, description = "How many days ahead at most; 1 to 365")
          int horizonDays,
      @Schema(required = true, description = "How many on a day at most; 1 to 50") int mostADay) {}

  /** What is offered and booked. */
  @Schema(name = "OwnAppointments")
  public record OwnAppointmentsAnswer(AppointmentsWish settings, List<BookingAnswer> bookings) {

    static OwnAppointmentsAnswer of(
        AppointmentSettings settings, List<Booking> bookings, ZoneId zone) {
      return new OwnAppointmentsAnswer(
          new AppointmentsWish(
              settings.offered(),
              (int) settings.length().toMinutes(),
              (int) settings.before().toMinutes(),
              (int) settings.after().toMinutes(),
              (int) settings.notice().toMinutes(),
              settings.horizonDays(),
              settings.mostADay()),
          bookings.stream()
              .flatMap(
                  booking ->
                      booking
                          .request()
                          .map(
                              request ->
                                  new BookingAnswer(
                                      request.toString(), SlotAnswer.of(booking.slot(), zone)))
                          .stream())
              .toList());
    }
  }

  /** A time that is booked. */
  @Schema(name = "Booking")
  public record BookingAnswer(
      @Schema(description = "The id of the request") String request, SlotAnswer slot) {}
}
