package org.visavis.routing;

import java.util.List;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.RelationshipStore;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.RequestStore;

/** Keeps who helped a customer last while requests go their way. */
final class Ties implements RequestObserver {

  private final RequestStore requests;
  private final RelationshipStore store;

  Ties(RequestStore requests, RelationshipStore store) {
    this.requests = requests;
    this.store = store;
  }

  /** Answers who helped the customer of a request before. */
  Optional<EmployeeId> helper(Request request) {
    return store.find(request.id()).flatMap(Relationship::helper);
  }

  /** Answers who helped the customer of a request that is being handed in. */
  Optional<EmployeeId> helper(NewRequest wish) {
    return followed(wish).flatMap(Relationship::helper);
  }

  /** Lets the relationship go on to the new request, also one that was ended. */
  void follow(NewRequest wish, Request request) {
    followed(wish)
        .ifPresent(
            earlier ->
                store.save(
                    new Relationship(
                        request.id(), earlier.beginning(), earlier.helper(), earlier.at())));
  }

  private Optional<Relationship> followed(NewRequest wish) {
    return wish.follows().flatMap(requests::find).flatMap(earlier -> store.find(earlier.id()));
  }

  @Override
  public void happened(Request request, List<TimelineEvent> events) {
    for (TimelineEvent event : events) {
      if (event.kind() == TimelineEvent.Kind.RESOLVED) {
        store
            .find(request.id())
            .ifPresentOrElse(
                found -> store.helped(found.beginning(), event.employee(), event.at()),
                () ->
                    store.save(
                        new Relationship(
                            request.id(),
                            request.id(),
                            Optional.of(event.employee()),
                            event.at())));
      }
    }
  }
}
