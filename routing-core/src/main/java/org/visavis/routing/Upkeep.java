package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.RequestStore;

/** What time alone does with leases and requests. Thread-safe. */
final class Upkeep {

  private static final int MOST_AT_ONCE = 500;

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
    claims.endEnded(now);
    Instant lastChange = now.minus(patience);
    for (Request request : requests.unansweredSince(lastChange.plusNanos(1_000), MOST_AT_ONCE)) {
      lifeCycle.take(
          () -> requests.find(request.id()),
          Optional.empty(),
          current -> expiry(current, lastChange));
    }
    return Stream.of(leases.nextEnd(), requests.longestUnanswered().map(at -> at.plus(patience)))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
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
