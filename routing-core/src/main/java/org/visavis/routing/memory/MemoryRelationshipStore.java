package org.visavis.routing.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Relationship;
import org.visavis.routing.RequestId;
import org.visavis.routing.spi.RelationshipStore;

/** Keeps relationships in memory, behind one lock. Thread-safe. */
public final class MemoryRelationshipStore implements RelationshipStore {

  private final Map<RequestId, Relationship> byRequest = new HashMap<>();

  /** Makes an empty store. */
  public MemoryRelationshipStore() {}

  @Override
  public synchronized void save(Relationship relationship) {
    byRequest.putIfAbsent(relationship.request(), relationship);
  }

  @Override
  public synchronized Optional<Relationship> find(RequestId request) {
    return Optional.ofNullable(byRequest.get(request));
  }

  @Override
  public synchronized void helped(RequestId beginning, EmployeeId employee, Instant at) {
    byRequest.replaceAll(
        (request, one) ->
            one.beginning().equals(beginning) && one.helper().isPresent()
                ? new Relationship(request, beginning, Optional.of(employee), at)
                : one);
  }

  @Override
  public synchronized void end(RequestId beginning, Instant at) {
    byRequest.replaceAll(
        (request, one) ->
            one.beginning().equals(beginning) && one.helper().isPresent()
                ? new Relationship(request, beginning, Optional.empty(), at)
                : one);
  }

  @Override
  public synchronized void forget(Instant before, int most) {
    byRequest.values().stream()
        .filter(one -> one.at().isBefore(before))
        .sorted(Comparator.comparing(Relationship::at).thenComparing(one -> one.request().value()))
        .limit(most)
        .map(Relationship::request)
        .toList()
        .forEach(byRequest::remove);
  }
}
