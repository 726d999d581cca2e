package org.visavis.web.workspace;

import java.util.Comparator;
import java.util.List;
import org.visavis.routing.Request;
import org.visavis.routing.RequestState;
import org.visavis.web.workspace.WorkspaceView.Tab;

/**
 * An employee's requests, in the parts and the order in which the page shows them. Immutable.
 *
 * @param requests all of them, the longest waiting first
 */
record Inbox(List<Request> requests) {

  Inbox {
    requests = List.copyOf(requests);
  }

  /**
   * Answers one part: of the open ones, those that wait for the employee's word come before those
   * that wait for room; of the others, the one that changed last comes first.
   */
  List<Request> part(Tab tab) {
    Comparator<Request> order =
        tab == Tab.OPEN
            ? Comparator.comparing(request -> !request.state().holdsEffort())
            : Comparator.comparing(Request::changedAt).reversed();
    return requests.stream()
        .filter(request -> request.state() != RequestState.MERGED)
        .filter(request -> tab(request.state()) == tab)
        .sorted(order)
        .toList();
  }

  private static Tab tab(RequestState state) {
    return switch (state) {
      case OPEN, ACCEPTED -> Tab.OPEN;
      case WAITING_FOR_CUSTOMER, SNOOZED, OFFERED -> Tab.WAITING;
      case RESOLVED, WITHDRAWN, EXPIRED, MERGED -> Tab.RESOLVED;
    };
  }
}
