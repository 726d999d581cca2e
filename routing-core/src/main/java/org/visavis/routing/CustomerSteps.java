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

  private final RequestStore requests;
  private final Room room;
  private final LifeCycle lifeCycle;

  CustomerSteps(RequestStore requests, Room room, LifeCycle lifeCycle) {
    this.requests = requests;
    this.room = room;
    this.lifeCycle = lifeCycle;
  }

  Step chooseToWait(RequestToken token) {
    Step step =
        take(
            token,
            Optional.empty(),
            request ->
                switch (request.state()) {
                  case OPEN -> new Move.Stay();
                  case OFFERED ->
                      Move.To.of(
                          RequestState.OPEN,
                          request.employee(),
                          Happening.of(Kind.CHOSEN, request.employee()),
                          Happening.of(Kind.QUEUED, request.employee()));
                  default -> Move.wrongState();
                });
    if (step instanceof Step.Taken taken && taken.request().state() == RequestState.OPEN) {
      lifeCycle.admit(taken.request().employee());
      return new Step.Taken(requests.find(token).orElse(taken.request()));
    }
    return step;
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

  /** Somebody hidden looks like somebody full here, and so does somebody who does not exist. */
  private Move toColleague(Request request, EmployeeId colleague) {
    if (room.refusal(colleague, request.channel(), Audience.PUBLIC).isPresent()) {
      return new Move.Not(Step.Reason.AT_LIMIT);
    }
    return Move.To.of(
        RequestState.ACCEPTED,
        colleague,
        Happening.of(Kind.CHOSEN, colleague),
        Happening.of(Kind.ACCEPTED, colleague));
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
          return Move.To.of(
              next,
              request.employee(),
              Happening.saying(Kind.CUSTOMER_WROTE, request.employee(), words));
        });
  }

  Step withdraw(RequestToken token) {
    return take(
        token,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case WITHDRAWN -> new Move.Stay();
              case RESOLVED, EXPIRED -> Move.wrongState();
              default ->
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

  private Step take(
      RequestToken token, Optional<String> key, Function<Request, Move> decide) {
    return lifeCycle.take(() -> requests.find(token), key, decide);
  }
}
