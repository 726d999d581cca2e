package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.RequestStore;

/** What an employee can do with the own requests. Thread-safe. */
final class EmployeeSteps {

  private static final Duration SOONEST = Duration.ofMinutes(1);
  private static final Duration LATEST = Duration.ofDays(90);

  private final RequestStore requests;
  private final LifeCycle lifeCycle;
  private final Links links;

  EmployeeSteps(RequestStore requests, LifeCycle lifeCycle, Links links) {
    this.requests = requests;
    this.lifeCycle = lifeCycle;
    this.links = links;
  }

  List<Request> inbox(EmployeeId employee, Set<RequestState> states) {
    return states.isEmpty() ? List.of() : requests.ofEmployee(employee, states);
  }

  /** What customers say of somebody else is that person's alone. */
  Optional<Request> find(EmployeeId employee, RequestId id) {
    return requests
        .find(id)
        .map(links::follow)
        .filter(request -> request.employee().equals(employee))
        .map(
            request ->
                request.as(
                    request.version(),
                    request.timeline().stream()
                        .filter(
                            event ->
                                event.kind() != Kind.FEEDBACK || event.employee().equals(employee))
                        .toList()));
  }

  Step accept(EmployeeId employee, RequestId id, boolean beyondLimit) {
    return take(
        employee,
        id,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case OPEN -> accepted(request, Kind.ACCEPTED, beyondLimit);
              case SNOOZED -> accepted(request, Kind.WOKEN, beyondLimit);
              case ACCEPTED, WAITING_FOR_CUSTOMER -> new Move.Stay();
              case OFFERED, RESOLVED, WITHDRAWN, EXPIRED, MERGED -> Move.wrongState();
            });
  }

  private static Move accepted(Request request, Kind kind, boolean beyondLimit) {
    Move.To accepted =
        Move.To.same(request, RequestState.ACCEPTED, Happening.of(kind, request.employee()));
    return beyondLimit ? accepted.orBeyondTheLimit() : accepted;
  }

  /** Words are never refused for want of room: what is snoozed stays so where there is none. */
  Step reply(EmployeeId employee, RequestId id, String text, String key) {
    String words = Words.require(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    Happening replied = Happening.saying(Kind.REPLIED, employee, words);
    return take(
        employee,
        id,
        Optional.of(Words.requireKey(key)),
        request ->
            request.state().isInCare()
                ? Move.To.same(request, RequestState.WAITING_FOR_CUSTOMER, replied)
                    .orElse(Move.To.same(request, request.state(), replied))
                : Move.wrongState());
  }

  Step resolve(EmployeeId employee, RequestId id, String text) {
    String words = Words.optional(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    return take(
        employee,
        id,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case ACCEPTED, WAITING_FOR_CUSTOMER, SNOOZED ->
                  Move.To.of(
                      RequestState.RESOLVED,
                      employee,
                      Happening.saying(Kind.RESOLVED, employee, words));
              case RESOLVED -> new Move.Stay();
              case OPEN, OFFERED, WITHDRAWN, EXPIRED, MERGED -> Move.wrongState();
            });
  }

  Step snooze(EmployeeId employee, RequestId id, Instant until) {
    Instant wakesAt = requireSoon(until, "until");
    return take(
        employee,
        id,
        Optional.empty(),
        request -> {
          if (request.wakesAt().filter(wakesAt::equals).isPresent()) {
            return new Move.Stay();
          }
          return request.state().isInCare()
              ? Move.To.of(
                      RequestState.SNOOZED,
                      employee,
                      Happening.of(Kind.SNOOZED, employee).of(wakesAt))
                  .with(Situation.holding(0).withAsked(request.asked()).withWakesAt(wakesAt))
              : Move.wrongState();
        });
  }

  Step decline(EmployeeId employee, RequestId id, String reason, CounterOffer offer) {
    String words = Words.require(reason, Words.MAX_REASON_LENGTH, "reason");
    List<EmployeeId> colleagues =
        offer.colleagues().stream().filter(one -> !one.equals(employee)).toList();
    List<Happening> events = new ArrayList<>();
    events.add(Happening.saying(Kind.DECLINED, employee, words).proposing(colleagues));
    offer
        .later()
        .map(later -> requireSoon(later, "later"))
        .ifPresent(later -> events.add(Happening.of(Kind.LATER_PROPOSED, employee).of(later)));
    if (offer.appointment()) {
      events.add(Happening.of(Kind.TIMES_PROPOSED, employee));
    }
    return take(
        employee,
        id,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case OPEN, ACCEPTED, WAITING_FOR_CUSTOMER, SNOOZED ->
                  Move.To.of(RequestState.OFFERED, employee, events.toArray(Happening[]::new));
              case OFFERED -> request.isDeclined() ? new Move.Stay() : Move.wrongState();
              case RESOLVED, WITHDRAWN, EXPIRED, MERGED -> Move.wrongState();
            });
  }

  /** Time runs on until a wish arrives; what is wished for is always ahead of the next upkeep. */
  private Instant requireSoon(Instant instant, String name) {
    Instant now = lifeCycle.now();
    if (instant.isBefore(now.plus(SOONEST)) || instant.isAfter(now.plus(LATEST))) {
      throw new IllegalArgumentException(name + " is from a minute to 90 days ahead");
    }
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private Step take(
      EmployeeId employee, RequestId id, Optional<String> key, Function<Request, Move> decide) {
    return lifeCycle.take(() -> find(employee, id), key, decide);
  }
}
