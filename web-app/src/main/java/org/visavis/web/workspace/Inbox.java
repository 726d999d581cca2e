package org.visavis.web.workspace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.routing.Promise;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestState;
import org.visavis.web.workspace.WorkspaceView.Tab;

/**
 * An employee's requests, in the parts and the order in which the page shows them. Immutable.
 *
 * @param requests all of them, the longest waiting first
 * @param promised until when answers are promised
 */
record Inbox(List<Request> requests, Map<RequestId, Promise> promised) {

  Inbox {
    requests = List.copyOf(requests);
    promised = Map.copyOf(promised);
  }

  /**
   * Answers one part: of the open ones, those that wait for the employee's word come before those
   * that wait for room, and what is due first comes first; of the others, the one that changed
   * last.
   */
  List<Request> part(Tab tab) {
    Comparator<Request> order =
        tab == Tab.OPEN
            ? Comparator.<Request, Boolean>comparing(request -> !request.state().holdsEffort())
                .thenComparing(this::due)
            : Comparator.comparing(Request::changedAt).reversed();
    return requests.stream()
        .filter(request -> request.state() != RequestState.MERGED)
        .filter(request -> tab(request.state()) == tab)
        .sorted(order)
        .toList();
  }

  private Instant due(Request request) {
    return promise(request).flatMap(Promise::due).orElse(Instant.MAX);
  }

  /** Answers the promise of a request. */
  Optional<Promise> promise(Request request) {
    return Optional.ofNullable(promised.get(request.id()));
  }

  private static Tab tab(RequestState state) {
    return switch (state) {
      case OPEN, ACCEPTED -> Tab.OPEN;
      case WAITING_FOR_CUSTOMER, SNOOZED, OFFERED -> Tab.WAITING;
      case RESOLVED, WITHDRAWN, EXPIRED, MERGED -> Tab.RESOLVED;
    };
  }
}
