package org.visavis.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Asked.Purpose;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.RequestStore;

/**
 * What colleagues settle among themselves: one asks, the other says yes or no. Until there is a
 * yes, the request stays where it is, and its customer learns nothing. Thread-safe.
 */
final class ColleagueSteps {

  private final RequestStore requests;
  private final Room room;
  private final LifeCycle lifeCycle;
  private final EmployeeSteps ofEmployee;

  ColleagueSteps(RequestStore requests, Room room, LifeCycle lifeCycle, EmployeeSteps ofEmployee) {
    this.requests = requests;
    this.room = room;
    this.lifeCycle = lifeCycle;
    this.ofEmployee = ofEmployee;
  }

  Step ask(EmployeeId employee, RequestId id, Asked asked, String text) {
    String words =
        asked.purpose() == Purpose.COUNTER_OFFER
            ? Words.require(text, Words.MAX_REASON_LENGTH, "text")
            : Words.optional(text, Words.MAX_REASON_LENGTH, "text");
    if (asked.colleague().equals(employee)) {
      throw new IllegalArgumentException("colleague is somebody else");
    }
    boolean known = room.isShownToColleagues(asked.colleague());
    return lifeCycle.take(
        () -> ofEmployee.find(employee, id),
        Optional.empty(),
        request -> {
          if (!known) {
            return new Move.Not(Step.Reason.UNKNOWN_COLLEAGUE);
          }
          if (request.asked().filter(asked::equals).isPresent()) {
            return new Move.Stay();
          }
          if (request.asked().isPresent() || !isInQuestion(request)) {
            return Move.wrongState();
          }
          Move.To same =
              Move.To.same(
                  request, request.state(), Happening.saying(Kind.ASKED, asked.colleague(), words));
          return same.with(same.situation().withAsked(Optional.of(asked)));
        });
  }

  Step unask(EmployeeId employee, RequestId id) {
    return lifeCycle.take(
        () -> ofEmployee.find(employee, id),
        Optional.empty(),
        request ->
            request
                .asked()
                .<Move>map(
                    asked -> answered(request, Happening.of(Kind.UNASKED, asked.colleague())))
                .orElseGet(Move.Stay::new));
  }

  List<Request> asked(EmployeeId colleague) {
    return requests.askedOf(colleague);
  }

  Optional<Request> findAsked(EmployeeId colleague, RequestId id) {
    return requests.find(id).filter(request -> isAsked(request, colleague));
  }

  Step agree(EmployeeId colleague, RequestId id) {
    return answer(
        colleague,
        id,
        request -> {
          if (!isAsked(request, colleague)) {
            return hasAgreed(request, colleague) ? new Move.Stay() : Move.wrongState();
          }
          return request.asked().map(Asked::purpose).filter(Purpose.HAND_OVER::equals).isPresent()
              ? handOver(request, colleague)
              : offer(request, colleague);
        });
  }

  Step refuse(EmployeeId colleague, RequestId id, String text) {
    String words = Words.optional(text, Words.MAX_REASON_LENGTH, "text");
    return answer(
        colleague,
        id,
        request -> {
          if (!isAsked(request, colleague)) {
            int no = request.last(Kind.SAID_NO);
            return no > request.last(Kind.ASKED)
                    && request.timeline().get(no).employee().equals(colleague)
                ? new Move.Stay()
                : Move.wrongState();
          }
          return answered(request, Happening.saying(Kind.SAID_NO, colleague, words));
        });
  }

  /** The limit of whoever says yes does not stand in the way; passing it is recorded. */
  private static Move handOver(Request request, EmployeeId colleague) {
    RequestState next =
        request.state() == RequestState.WAITING_FOR_CUSTOMER
            ? RequestState.WAITING_FOR_CUSTOMER
            : RequestState.ACCEPTED;
    return Move.To.of(next, colleague, Happening.of(Kind.HANDED_OVER, colleague))
        .orBeyondTheLimit();
  }

  /** The words with which the colleague was asked are those for the customer. */
  private static Move offer(Request request, EmployeeId colleague) {
    String reason = request.timeline().get(request.last(Kind.ASKED)).text();
    return Move.To.of(
        RequestState.OFFERED,
        request.employee(),
        Happening.saying(Kind.DECLINED, request.employee(), reason).proposing(List.of(colleague)),
        Happening.of(Kind.AGREED, colleague));
  }

  private static Move.To answered(Request request, Happening answer) {
    Move.To same = Move.To.same(request, request.state(), answer);
    return same.with(same.situation().withAsked(Optional.empty()));
  }

  private Step answer(EmployeeId colleague, RequestId id, Function<Request, Move> decide) {
    return lifeCycle.take(
        () -> requests.find(id).filter(request -> wasAsked(request, colleague)),
        Optional.empty(),
        decide);
  }

  private static boolean isInQuestion(Request request) {
    return request.state() == RequestState.OPEN || request.state().isInCare();
  }

  private static boolean isAsked(Request request, EmployeeId colleague) {
    return request.asked().filter(asked -> asked.colleague().equals(colleague)).isPresent();
  }

  private static boolean wasAsked(Request request, EmployeeId colleague) {
    return request.timeline().stream()
        .anyMatch(event -> event.kind() == Kind.ASKED && event.employee().equals(colleague));
  }

  private static boolean hasAgreed(Request request, EmployeeId colleague) {
    int handedOver = request.last(Kind.HANDED_OVER);
    return request.agreed().contains(colleague)
        || (request.employee().equals(colleague)
            && handedOver > request.last(Kind.ASKED)
            && request.timeline().get(handedOver).employee().equals(colleague));
  }
}
