package org.visavis.routing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.RequestStore;

/**
 * Carries steps out: reads, decides, takes room where the new state holds some, writes if nobody
 * was quicker, gives room back where the old state held some. Whoever takes room takes it before
 * the request is written, and whoever gives it back does so afterwards: the counter is never below
 * what requests hold.
 */
final class LifeCycle {

  private static final int MOST_ATTEMPTS = 32;

  private final RequestStore requests;
  private final Room room;
  private final List<RequestObserver> observers;
  private final Effort effort;
  private final InstantSource clock;

  LifeCycle(
      RequestStore requests,
      Room room,
      Effort effort,
      List<RequestObserver> observers,
      InstantSource clock) {
    this.requests = requests;
    this.room = room;
    this.effort = effort;
    this.observers = List.copyOf(observers);
    this.clock = clock;
  }

  /** Answers the time in the precision that every store keeps. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  List<TimelineEvent> events(List<Happening> happenings, Instant at) {
    return happenings.stream()
        .map(h -> new TimelineEvent(h.kind(), at, h.employee(), h.text(), h.proposed(), h.moment()))
        .toList();
  }

  void tell(Request request, List<TimelineEvent> events) {
    observers.forEach(observer -> observer.happened(request, events));
  }

  /** Takes a step with a request, whoever else takes one at the same time. */
  Step take(
      Supplier<Optional<Request>> reader, Optional<String> key, Function<Request, Move> decide) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Request request = reader.get().orElseThrow(UnknownRequestException::new);
      if (key.filter(used -> requests.hasStep(request.id(), used)).isPresent()) {
        return new Step.Taken(request);
      }
      Move move = decide.apply(request);
      if (move instanceof Move.Stay) {
        return new Step.Taken(request);
      }
      if (move instanceof Move.Not not) {
        return new Step.NotPossible(request, not.reason());
      }
      Optional<Possible> possible = withRoom(request, (Move.To) move);
      if (possible.filter(found -> found.changes(request)).isEmpty()) {
        return new Step.NotPossible(request, Step.Reason.AT_LIMIT);
      }
      Optional<Request> written = write(request, possible.get(), key);
      if (written.isPresent()) {
        return new Step.Taken(written.get());
      }
    }
    throw new RoutingStoreException(
        "A request was changed by others each time it was read",
        new IllegalStateException(MOST_ATTEMPTS + " attempts"));
  }

  /**
   * Gives requests what room there is. What came back to the employee with less than it weighs
   * comes first; then those that wait, the longest waiting first and none past another.
   */
  void admit(EmployeeId employee) {
    if (!room.isShown(employee)) {
      return;
    }
    for (Request one : requests.ofEmployee(employee, Set.of(RequestState.ACCEPTED))) {
      if (one.held() < one.effort() && isFull(one, employee)) {
        return;
      }
    }
    for (Request one : requests.waitingFor(employee)) {
      if (isForOthersToo(one, employee)
          && room.refusal(employee, one.channel(), Audience.PUBLIC).isPresent()) {
        continue;
      }
      if (isFull(one, employee)) {
        return;
      }
    }
  }

  /** Gives a request room, and answers whether there was none. */
  private boolean isFull(Request one, EmployeeId employee) {
    Step step =
        take(() -> requests.find(one.id()), Optional.empty(), now -> admission(now, employee));
    return step instanceof Step.NotPossible not && not.reason() == Step.Reason.AT_LIMIT;
  }

  private static boolean isForOthersToo(Request request, EmployeeId employee) {
    return !request.employee().equals(employee);
  }

  /** Whoever is one of the others may take it, unless he or she has declined it already. */
  private static Move admission(Request request, EmployeeId employee) {
    Happening accepted = Happening.of(Kind.ACCEPTED, employee);
    boolean own = !isForOthersToo(request, employee);
    if (own && request.state() == RequestState.ACCEPTED) {
      return request.held() < request.effort()
          ? Move.To.same(request, RequestState.ACCEPTED)
          : new Move.Stay();
    }
    if (request.state() != RequestState.OPEN) {
      return Move.wrongState();
    }
    if (own) {
      return Move.To.same(request, RequestState.ACCEPTED, accepted);
    }
    boolean declined =
        request.timeline().stream()
            .anyMatch(event -> event.kind() == Kind.DECLINED && event.employee().equals(employee));
    return declined
        ? Move.wrongState()
        : Move.To.of(
            RequestState.ACCEPTED, employee, Happening.of(Kind.CHOSEN, employee), accepted);
  }

  /** Answers the move, or its alternative, for which there is room; the room is taken then. */
  private Optional<Possible> withRoom(Request request, Move.To move) {
    boolean stays = move.employee().equals(request.employee());
    boolean atIt = stays && request.state().holdsEffort();
    int held = stays ? request.held() : 0;
    int weight = weight(request, move.state());
    if (atIt && move.state() == request.state()) {
      weight = Math.max(weight, held);
    }
    if (weight <= held) {
      return Optional.of(new Possible(move, weight, 0));
    }
    if (atIt && move.state() != RequestState.ACCEPTED) {
      return Optional.of(new Possible(move, held, 0));
    }
    int more = weight - held;
    int got = tryTake(request, move, atIt, more);
    if (got == 0 && move.beyondLimit()) {
      room.takeBeyond(move.employee(), request.channel(), more);
      got = more;
    }
    // Whoever has it in hand already never loses a word of the customer for want of room.
    return got > 0 || atIt
        ? Optional.of(new Possible(move, held + got, got))
        : move.otherwise().flatMap(other -> withRoom(request, other));
  }

  private int tryTake(Request request, Move.To move, boolean atIt, int points) {
    return atIt || move.state() != RequestState.ACCEPTED
        ? (room.tryTake(move.employee(), request.channel(), points) ? points : 0)
        : room.tryTakeWhole(move.employee(), request.channel(), points);
  }

  private int weight(Request request, RequestState state) {
    return switch (state) {
      case ACCEPTED -> request.effort();
      case WAITING_FOR_CUSTOMER -> effort.whileWaiting(request.effort());
      case SNOOZED -> effort.whileSnoozed(request.effort());
      case OPEN, OFFERED, RESOLVED, WITHDRAWN, EXPIRED, MERGED -> 0;
    };
  }

  private Optional<Request> write(Request request, Possible possible, Optional<String> key) {
    Move.To move = possible.move();
    Instant now = now();
    List<TimelineEvent> events = events(move.events(), now);
    Request next =
        request.after(
            move.state(),
            move.employee(),
            move.situation().withHeld(possible.held()),
            events.isEmpty() ? request.changedAt() : now,
            request.version(),
            events);
    if (!requests.update(next, events, key)) {
      if (possible.taken() > 0) {
        room.giveBack(move.employee(), request.channel(), possible.taken());
      }
      return Optional.empty();
    }
    Request written = next.as(request.version() + 1, next.timeline());
    if (!events.isEmpty()) {
      tell(written, events);
    }
    int left =
        request.held()
            + possible.takenFrom(request.employee())
            - possible.leftWith(request.employee());
    if (left > 0) {
      room.giveBack(request.employee(), request.channel(), left);
      admit(request.employee());
    }
    return Optional.of(written);
  }

  /**
   * A move for which there is room.
   *
   * @param move the move
   * @param held the points that the request holds after it
   * @param taken how many of them were taken for it just now
   */
  private record Possible(Move.To move, int held, int taken) {

    /** Not where a request without enough room was to be given more, and there is none. */
    boolean changes(Request request) {
      return !move.events().isEmpty() || held != request.held();
    }

    int takenFrom(EmployeeId employee) {
      return move.employee().equals(employee) ? taken : 0;
    }

    int leftWith(EmployeeId employee) {
      return move.employee().equals(employee) ? held : 0;
    }
  }
}
