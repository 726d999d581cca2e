package org.visavis.routing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.RelationshipStore;
import org.visavis.routing.spi.RequestStore;

/** Relationships as a store keeps them. */
final class StoredRelationships implements Relationships {

  private static final int MOST_AT_ONCE = 500;

  private final RequestStore requests;
  private final RelationshipStore store;
  private final InstantSource clock;

  StoredRelationships(RequestStore requests, RelationshipStore store, InstantSource clock) {
    this.requests = Objects.requireNonNull(requests, "requests");
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Optional<EmployeeId> helpedLast(RequestToken token) {
    return requests
        .find(token)
        .flatMap(request -> store.find(request.id()))
        .flatMap(Relationship::helper);
  }

  @Override
  public boolean isHelper(EmployeeId employee, RequestId request) {
    return own(employee, request).isPresent();
  }

  @Override
  public void end(RequestToken token) {
    requests
        .find(token)
        .flatMap(request -> store.find(request.id()))
        .ifPresent(found -> store.end(found.beginning(), now()));
  }

  @Override
  public void end(EmployeeId employee, RequestId request) {
    own(employee, request).ifPresent(found -> store.end(found.beginning(), now()));
  }

  @Override
  public void forgetDue() {
    store.forget(now().minus(REMEMBERED), MOST_AT_ONCE);
  }

  private Optional<Relationship> own(EmployeeId employee, RequestId request) {
    return store.find(request).filter(found -> found.helper().filter(employee::equals).isPresent());
  }

  /** The time in the precision that every store keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
