package org.visavis.routing;

import java.util.Optional;
import java.util.function.Function;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.RequestStore;

/** What a customer can do with the own request, known by its token. Thread-safe. */
final class CustomerSteps {

  private static final int MAX_FEEDBACK_LENGTH = 500;

  private final RequestStore requests;
  private final Room room;
  private final LifeCycle lifeCycle;
  private final Links links;

  CustomerSteps(RequestStore requests, Room room, LifeCycle lifeCycle, Links links) {
    this.requests = requests;
    this.room = room;
    this.lifeCycle = lifeCycle;
    this.links = links;
  }

  Step chooseToWait(RequestToken token) {
    Step step = take(token, Optional.empty(), this::toWaiting);
    if (step instanceof Step.Taken taken && taken.request().state() == RequestState.OPEN) {
      lifeCycle.admit(taken.request().employee());
      return new Step.Taken(links.find(token).orElse(taken.request()));
    }
    return step;
  }

  /** Whoever was offered a later time waits for that time, and else in the line. */
  private Move toWaiting(Request request) {
    EmployeeId employee = request.employee();
    Happening chosen = Happening.of(Kind.CHOSEN, employee);
    return switch (request.state()) {
      case OPEN, SNOOZED -> new Move.Stay();
      case OFFERED ->
          request
              .later()
              .filter(lifeCycle.now()::isBefore)
              .map(
                  later ->
                      Move.To.of(
                              RequestState.SNOOZED,
                              employee,
                              chosen,
                              Happening.of(Kind.SNOOZED, employee).of(later))
                          .with(Situation.holding(0).withWakesAt(later)))
              .orElseGet(
                  () ->
                      Move.To.of(
                          RequestState.OPEN,
                          employee,
                          chosen,
                          Happening.of(Kind.QUEUED, employee)));
      default -> Move.wrongState();
    };
  }

  Step chooseColleague(RequestToken token, EmployeeId colleague) {
    return take(
        token,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case OPEN, OFFERED -> toColleague(request, colleague);
              case ACCEPTED, WAITING_FOR_CUSTOMER ->
                  request.employee().equals(colleague) ? new Move.Stay() : Move.wrongState();
              default -> Move.wrongState();
            });
  }

  /**
   * Somebody hidden looks like somebody full here, and so does somebody who does not exist. Whoever
   * has agreed to take this very request is none of them.
   */
  private Move toColleague(Request request, EmployeeId colleague) {
    Move.To given =
        Move.To.of(
            RequestState.ACCEPTED,
            colleague,
            Happening.of(Kind.CHOSEN, colleague),
            Happening.of(Kind.ACCEPTED, colleague));
    if (request.agreed().contains(colleague)) {
      return given.orBeyondTheLimit();
    }
    return room.refusal(colleague, request.channel(), Audience.PUBLIC).isPresent()
        ? new Move.Not(Step.Reason.AT_LIMIT)
        : given;
  }

  Step write(RequestToken token, String text, String key) {
    String words = Words.require(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    return take(
        token,
        Optional.of(Words.requireKey(key)),
        request -> {
          if (request.state().isEnded()) {
            return Move.wrongState();
          }
          RequestState next =
              request.state() == RequestState.WAITING_FOR_CUSTOMER
                  ? RequestState.ACCEPTED
                  : request.state();
          return Move.To.same(
              request, next, Happening.saying(Kind.CUSTOMER_WROTE, request.employee(), words));
        });
  }

  Step withdraw(RequestToken token) {
    return take(
        token,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case WITHDRAWN -> new Move.Stay();
              case RESOLVED, EXPIRED, MERGED -> Move.wrongState();
              case OPEN, OFFERED, ACCEPTED, WAITING_FOR_CUSTOMER, SNOOZED ->
                  Move.To.of(
                      RequestState.WITHDRAWN,
                      request.employee(),
                      Happening.of(Kind.WITHDRAWN, request.employee()));
            });
  }

  Step reopen(RequestToken token, String text, String key) {
    String words = Words.require(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    return take(
        token,
        Optional.of(Words.requireKey(key)),
        request ->
            request.state() == RequestState.RESOLVED
                ? reopened(request, words)
                : Move.wrongState());
  }

  private Move reopened(Request request, String words) {
    EmployeeId employee = request.employee();
    Happening reopened = Happening.saying(Kind.REOPENED, employee, words);
    Move.To wait =
        Move.To.of(RequestState.OPEN, employee, reopened, Happening.of(Kind.QUEUED, employee));
    if (!room.isShown(employee)) {
      return wait;
    }
    return Move.To.of(
            RequestState.ACCEPTED, employee, reopened, Happening.of(Kind.ACCEPTED, employee))
        .orElse(wait);
  }

  Step giveFeedback(RequestToken token, String text, String key) {
    String words = Words.require(text, MAX_FEEDBACK_LENGTH, "text");
    return take(
        token,
        Optional.of(Words.requireKey(key)),
        request ->
            request.mayGetFeedback()
                ? Move.To.of(
                    RequestState.RESOLVED,
                    request.employee(),
                    Happening.saying(Kind.FEEDBACK, request.employee(), words))
                : Move.wrongState());
  }

  /** A step with a request that has been merged is one with the request that goes on for it. */
  private Step take(RequestToken token, Optional<String> key, Function<Request, Move> decide) {
    Request own = requests.find(token).orElseThrow(UnknownRequestException::new);
    Request whole = links.follow(own);
    if (key.filter(used -> requests.hasStep(own.id(), used)).isPresent()) {
      return new Step.Taken(links.seen(own, whole));
    }
    return lifeCycle
        .take(() -> requests.find(whole.id()).map(links::follow), key, decide)
        .fold(
            taken -> new Step.Taken(seen(token, own, taken.request())),
            not -> new Step.NotPossible(seen(token, own, not.request()), not.reason()));
  }

  private Request seen(RequestToken token, Request own, Request after) {
    return own.id().equals(after.id()) ? links.seen(after, after) : links.find(token).orElse(after);
  }
}
