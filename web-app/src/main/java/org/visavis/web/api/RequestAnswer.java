package org.visavis.web.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.Booking;
import org.visavis.routing.Request;
import org.visavis.routing.RoutingDecision;
import org.visavis.web.api.AlternativesAnswer.AlternativeAnswer;
import org.visavis.web.pages.Due;
import org.visavis.web.pages.Language;

/** A request as its customer sees it. */
@Schema(name = "Request")
public record RequestAnswer(
    String id,
    @Schema(description = "A secret: whoever knows it sees and continues the request") String token,
    @Schema(description = "The page where the customer follows it") String tracking,
    @Schema(
            enumeration = {
              "open",
              "offered",
              "accepted",
              "waiting-for-customer",
              "snoozed",
              "resolved",
              "withdrawn",
              "expired",
              "merged"
            })
        String state,
    String channel,
    String subject,
    Instant receivedAt,
    Instant changedAt,
    @Schema(description = "The time that is booked", nullable = true)
        @Nullable SlotAnswer appointment,
    @Schema(description = "The answer that is promised", nullable = true)
        @Nullable PromiseAnswer promise,
    DecisionAnswer decision,
    List<EventAnswer> timeline) {

  static RequestAnswer of(
      RoutingDecision decision,
      Optional<Booking> booking,
      Optional<Due> promise,
      String baseUrl,
      AlternativesAnswer alternatives,
      Handles handles,
      Language reader) {
    return decision.fold(
        new RoutingDecision.Cases<>() {
          @Override
          public RequestAnswer assigned(RoutingDecision.Assigned it) {
            return of(it.request(), answer("assigned", it.request(), null, List.of()));
          }

          @Override
          public RequestAnswer queued(RoutingDecision.Queued it) {
            return of(it.request(), answer("queued", it.request(), it.position(), List.of()));
          }

          @Override
          public RequestAnswer offered(RoutingDecision.Offered it) {
            List<AlternativeAnswer> others = alternatives.of(it.alternatives(), reader);
            return of(it.request(), answer("offered", it.request(), null, others));
          }

          @Override
          public RequestAnswer refused(RoutingDecision.Refused it) {
            throw new IllegalArgumentException("A refused request is none");
          }

          private DecisionAnswer answer(
              String kind,
              Request request,
              @Nullable Integer position,
              List<AlternativeAnswer> others) {
            return new DecisionAnswer(kind, handles.of(request.employee()), position, others);
          }

          private RequestAnswer of(Request request, DecisionAnswer decision) {
            return RequestAnswer.of(request, booking, promise, baseUrl, decision, handles::of);
          }
        });
  }

  private static RequestAnswer of(
      Request request,
      Optional<Booking> booking,
      Optional<Due> promise,
      String baseUrl,
      DecisionAnswer decision,
      Function<EmployeeId, String> named) {
    String language =
        Language.find(request.customer().language().getLanguage()).orElse(Language.EN).tag();
    return new RequestAnswer(
        request.id().toString(),
        request.token().value(),
        baseUrl + "/" + language + "/requests/" + request.token().value(),
        request.state().code(),
        request.channel().code(),
        request.subject(),
        request.receivedAt(),
        request.changedAt(),
        booking
            .map(
                known ->
                    SlotAnswer.of(
                        known.slot(), request.customer().timeZone().orElse(ZoneOffset.UTC)))
            .orElse(null),
        promise.map(PromiseAnswer::of).orElse(null),
        decision,
        EventAnswer.of(request, named));
  }

  /** An answer that is promised. */
  @Schema(name = "Promise")
  public record PromiseAnswer(
      @Schema(nullable = true, description = "Until when; null while it is the customer's turn")
          @Nullable Instant by,
      @Schema(
              enumeration = {"running", "paused", "overdue"},
              description = "Paused while it is the customer's turn")
          String state) {

    static PromiseAnswer of(Due due) {
      return new PromiseAnswer(due.by().orElse(null), due.standing());
    }
  }

  /** What becomes of the request. */
  @Schema(name = "Decision")
  public record DecisionAnswer(
      @Schema(enumeration = {"assigned", "queued", "offered"}) String kind,
      @Schema(description = "Who cares for it, or was chosen to") String employee,
      @Schema(description = "How many wait up to this one; for queued", nullable = true)
          @Nullable Integer position,
      @Schema(description = "Whom to choose instead; for offered")
          List<AlternativeAnswer> alternatives) {}

  /** One step of a request. */
  @Schema(name = "Event")
  public record EventAnswer(
      String kind,
      Instant at,
      String employee,
      String text,
      @Schema(
              nullable = true,
              description = "The time of which the event speaks: until when, from when, of when")
          @Nullable Instant moment) {

    static List<EventAnswer> of(Request request, Function<EmployeeId, String> named) {
      return request.timeline().stream()
          .map(
              event ->
                  new EventAnswer(
                      event.kind().code(),
                      event.at(),
                      named.apply(event.employee()),
                      event.text(),
                      event.moment().orElse(null)))
          .toList();
    }
  }

  /** A request as its employee sees it. */
  @Schema(name = "OwnRequest")
  public record OwnRequestAnswer(
      String id,
      String state,
      String channel,
      String subject,
      CustomerAnswer customer,
      Instant receivedAt,
      Instant changedAt,
      int effort,
      @Schema(description = "The points of your limit that it holds now") int held,
      @Schema(nullable = true, description = "Until when it is laid aside")
          @Nullable Instant snoozedUntil,
      @Schema(nullable = true, description = "The colleague who is asked about it")
          @Nullable String asked,
      @Schema(nullable = true, description = "The answer that you have promised")
          @Nullable PromiseAnswer promise,
      @Schema(description = "In a list the first event alone") List<EventAnswer> timeline) {

    static OwnRequestAnswer of(Request request, Optional<Due> promise) {
      return new OwnRequestAnswer(
          request.id().toString(),
          request.state().code(),
          request.channel().code(),
          request.subject(),
          new CustomerAnswer(
              request.customer().name(),
              request.customer().email(),
              request.customer().phone().orElse(null),
              request.customer().language().toLanguageTag(),
              request.customer().timeZone().map(Object::toString).orElse(null)),
          request.receivedAt(),
          request.changedAt(),
          request.effort(),
          request.held(),
          request.wakesAt().orElse(null),
          request.asked().map(asked -> asked.colleague().value()).orElse(null),
          promise.map(PromiseAnswer::of).orElse(null),
          EventAnswer.of(request, EmployeeId::value));
    }
  }

  /** Who asks. */
  @Schema(name = "Customer")
  public record CustomerAnswer(
      @Schema(required = true) String name,
      @Schema(required = true) String email,
      @Schema(nullable = true, description = "Needed for a callback") @Nullable String phone,
      @Schema(description = "BCP 47; by default the Accept-Language") String language,
      @Schema(nullable = true, description = "For example Europe/Berlin")
          @Nullable String timeZone) {}
}
