package org.visavis.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.Ranking;
import org.visavis.routing.spi.Ranking.Wish;
import org.visavis.routing.spi.RequestStore;

/** Says where a request stands. */
final class Standing {

  private final RequestStore requests;
  private final Ranking ranking;
  private final Ties ties;

  Standing(RequestStore requests, Ranking ranking, Ties ties) {
    this.requests = requests;
    this.ranking = ranking;
    this.ties = ties;
  }

  /**
   * Answers where a request stands.
   *
   * @param seen the request as whoever asks may read it
   */
  RoutingDecision of(Request request, Request seen, Audience audience) {
    return switch (request.state()) {
      case OPEN -> new RoutingDecision.Queued(seen, position(request));
      case OFFERED -> new RoutingDecision.Offered(seen, alternatives(request, audience));
      case ACCEPTED, WAITING_FOR_CUSTOMER, SNOOZED, RESOLVED, WITHDRAWN, EXPIRED, MERGED ->
          new RoutingDecision.Assigned(seen);
    };
  }

  /** Whoever has agreed comes first, though he or she be hidden or full: that was the question. */
  private List<Alternative> alternatives(Request request, Audience audience) {
    List<EmployeeId> agreed = request.agreed();
    return Stream.concat(
            agreed.stream()
                .map(one -> new Alternative(one, List.of(new Alternative.Reason.HasAgreed()))),
            ranked(request, audience).stream().filter(one -> !agreed.contains(one.employee())))
        .toList();
  }

  private List<Alternative> ranked(Request request, Audience audience) {
    Set<EmployeeId> out = new HashSet<>();
    out.add(request.employee());
    List<EmployeeId> proposed = List.of();
    for (TimelineEvent event : request.timeline()) {
      if (event.kind() == Kind.DECLINED) {
        out.add(event.employee());
        proposed = event.proposed();
      }
    }
    return ranking.alternatives(
        new Wish(
            request.timeline().get(0).employee(),
            request.channel(),
            audience,
            request.customer().language(),
            proposed,
            out,
            ties.helper(request)));
  }

  private int position(Request request) {
    List<Request> waiting = requests.ofEmployee(request.employee(), Set.of(RequestState.OPEN));
    int position = 1;
    for (Request other : waiting) {
      if (other.id().equals(request.id())) {
        return position;
      }
      position++;
    }
    return position;
  }
}
