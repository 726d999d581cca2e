package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.RequestStore;

/** What time alone does with leases and requests. Thread-safe. */
final class Upkeep {

  private static final int MOST_AT_ONCE = 500;
  private static final Comparator<Request> LONGEST_WAITING_FIRST =
      Comparator.comparing(Request::receivedAt).thenComparing(request -> request.id().value());

  private final LeaseStore leases;
  private final RequestStore requests;
  private final Claims claims;
  private final LifeCycle lifeCycle;
  private final Duration patience;

  Upkeep(
      LeaseStore leases,
      RequestStore requests,
      Claims claims,
      LifeCycle lifeCycle,
      Duration patience) {
    this.leases = leases;
    this.requests = requests;
    this.claims = claims;
    this.lifeCycle = lifeCycle;
    this.patience = patience;
  }

  Optional<Instant> expireDue() {
    Instant now = lifeCycle.now();
    wakeDue(now);
    claims.endEnded(now);
    Instant lastChange = now.minus(patience);
    for (Request request : requests.unansweredSince(lastChange.plusNanos(1_000), MOST_AT_ONCE)) {
      lifeCycle.take(
          () -> requests.find(request.id()),
          Optional.empty(),
          current -> expiry(current, lastChange));
    }
    return Stream.of(
            leases.nextEnd(),
            requests.nextWake(),
            requests.longestUnanswered().map(at -> at.plus(patience)))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** Each comes back into its place in the line: nobody who has waited longer is passed. */
  private void wakeDue(Instant now) {
    requests.dueToWake(now, MOST_AT_ONCE).stream()
        .sorted(LONGEST_WAITING_FIRST)
        .forEach(request -> wake(request, now));
  }

  private void wake(Request due, Instant now) {
    boolean first =
        requests.waitingFor(due.employee()).stream()
            .noneMatch(waiting -> LONGEST_WAITING_FIRST.compare(waiting, due) < 0);
    Step step =
        lifeCycle.take(
            () -> requests.find(due.id()), Optional.empty(), current -> woken(current, now, first));
    if (step instanceof Step.Taken taken && taken.request().state() == RequestState.OPEN) {
      lifeCycle.admit(taken.request().employee());
    }
  }

  private static Move woken(Request request, Instant now, boolean first) {
    EmployeeId employee = request.employee();
    if (request.wakesAt().filter(at -> !at.isAfter(now)).isEmpty()) {
      return Move.wrongState();
    }
    Happening woken = Happening.of(Kind.WOKEN, employee);
    Move.To wait =
        Move.To.same(request, RequestState.OPEN, woken, Happening.of(Kind.QUEUED, employee));
    return first ? Move.To.same(request, RequestState.ACCEPTED, woken).orElse(wait) : wait;
  }

  private static Move expiry(Request request, Instant lastChange) {
    boolean unanswered =
        request.state() == RequestState.OPEN || request.state() == RequestState.OFFERED;
    return unanswered && !request.changedAt().isAfter(lastChange)
        ? Move.To.of(
            RequestState.EXPIRED,
            request.employee(),
            Happening.of(Kind.EXPIRED, request.employee()))
        : Move.wrongState();
  }
}
