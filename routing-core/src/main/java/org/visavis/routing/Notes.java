package org.visavis.routing;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.RequestStore;

/** Writes on the timeline of a request what leaves the request itself as it is. Thread-safe. */
final class Notes {

  private static final int MOST_ATTEMPTS = 32;

  private final RequestStore requests;
  private final RequestObserver observer;
  private final InstantSource clock;

  Notes(RequestStore requests, RequestObserver observer, InstantSource clock) {
    this.requests = requests;
    this.observer = observer;
    this.clock = clock;
  }

  /**
   * Appends an event, whoever else changes the request at the same time.
   *
   * @param key the idempotency key, where there is one
   * @param possible whether it can be appended to the request as it stands
   * @return the request with it; empty where it is not possible
   */
  Optional<Request> append(
      RequestId id,
      Optional<String> key,
      Predicate<Request> possible,
      TimelineEvent.Kind kind,
      String text) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Request request = requests.find(id).orElseThrow(UnknownRequestException::new);
      if (key.filter(used -> requests.hasStep(id, used)).isPresent()) {
        return Optional.of(request);
      }
      if (!possible.test(request)) {
        return Optional.empty();
      }
      TimelineEvent event =
          TimelineEvent.of(
              kind, clock.instant().truncatedTo(ChronoUnit.MICROS), request.employee(), text);
      if (requests.update(request, List.of(event), key)) {
        Request after = requests.find(id).orElseThrow(UnknownRequestException::new);
        observer.happened(after, List.of(event));
        return Optional.of(after);
      }
    }
    throw new RoutingStoreException(
        "A request was changed by others each time it was read",
        new IllegalStateException(MOST_ATTEMPTS + " attempts"));
  }
}
