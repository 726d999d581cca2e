package org.visavis.routing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
  private final InstantSource clock;

  LifeCycle(
      RequestStore requests, Room room, List<RequestObserver> observers, InstantSource clock) {
    this.requests = requests;
    this.room = room;
    this.observers = List.copyOf(observers);
    this.clock = clock;
  }

  /** Answers the time in the precision that every store keeps. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  List<TimelineEvent> events(List<Happening> happenings, Instant at) {
    return happenings.stream()
        .map(h -> new TimelineEvent(h.kind(), at, h.employee(), h.text(), h.proposed()))
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
      Optional<Move.To> possible = withRoom(request, (Move.To) move);
      if (possible.isEmpty()) {
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

  /** Gives waiting requests what room there is, the longest waiting first and none past another. */
  void admit(EmployeeId employee) {
    if (!room.isShown(employee)) {
      return;
    }
    for (Request waiting : requests.waitingFor(employee)) {
      if (isForOthersToo(waiting, employee)
          && room.refusal(employee, waiting.channel(), Audience.PUBLIC).isPresent()) {
        continue;
      }
      Step step =
          take(() -> requests.find(waiting.id()), Optional.empty(), r -> admission(r, employee));
      if (step instanceof Step.NotPossible not && not.reason() == Step.Reason.AT_LIMIT) {
        return;
      }
    }
  }

  private static boolean isForOthersToo(Request request, EmployeeId employee) {
    return !request.employee().equals(employee);
  }

  /** Whoever is one of the others may take it, unless he or she has declined it already. */
  private static Move admission(Request request, EmployeeId employee) {
    if (request.state() != RequestState.OPEN) {
      return Move.wrongState();
    }
    Happening accepted = Happening.of(Kind.ACCEPTED, employee);
    if (!isForOthersToo(request, employee)) {
      return Move.To.of(RequestState.ACCEPTED, employee, accepted);
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
  private Optional<Move.To> withRoom(Request request, Move.To move) {
    if (!takesRoom(request, move)
        || room.tryTake(move.employee(), request.channel(), request.effort())) {
      return Optional.of(move);
    }
    return move.otherwise();
  }

  private Optional<Request> write(Request request, Move.To move, Optional<String> key) {
    Instant now = now();
    List<TimelineEvent> events = events(move.events(), now);
    if (!requests.update(
        request.after(move.state(), move.employee(), now, request.version(), events),
        events,
        key)) {
      if (takesRoom(request, move)) {
        room.giveBack(move.employee(), request.channel(), request.effort());
      }
      return Optional.empty();
    }
    Request written =
        request.after(move.state(), move.employee(), now, request.version() + 1, events);
    tell(written, events);
    if (request.state().holdsEffort() && !move.state().holdsEffort()) {
      room.giveBack(request.employee(), request.channel(), request.effort());
      admit(request.employee());
    }
    return Optional.of(written);
  }

  private static boolean takesRoom(Request request, Move.To move) {
    return move.state().holdsEffort() && !request.state().holdsEffort();
  }
}
