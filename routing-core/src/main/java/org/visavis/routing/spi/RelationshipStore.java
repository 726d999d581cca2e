package org.visavis.routing.spi;

import java.time.Instant;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Relationship;
import org.visavis.routing.RequestId;

/**
 * Keeps who helped customers last. Methods may block, join the caller's transaction where there is
 * one and never begin one. Thread-safe.
 */
public interface RelationshipStore {

  /** Keeps a relationship of a request that has none; one that has keeps it. */
  void save(Relationship relationship);

  /** Answers the relationship of a request. */
  Optional<Relationship> find(RequestId request);

  /**
   * Notes who helped, in all of one relationship that has not been ended.
   *
   * @param beginning the request with which it began
   */
  void helped(RequestId beginning, EmployeeId employee, Instant at);

  /**
   * Ends a relationship for good; its requests stay known as ended.
   *
   * @param beginning the request with which it began
   */
  void end(RequestId beginning, Instant at);

  /** Forgets up to {@code most} requests' relationships of before that instant, ended or not. */
  void forget(Instant before, int most);

  /** Answers a store that keeps nothing. */
  static RelationshipStore nothing() {
    return new RelationshipStore() {
      @Override
      public void save(Relationship relationship) {}

      @Override
      public Optional<Relationship> find(RequestId request) {
        return Optional.empty();
      }

      @Override
      public void helped(RequestId beginning, EmployeeId employee, Instant at) {}

      @Override
      public void end(RequestId beginning, Instant at) {}

      @Override
      public void forget(Instant before, int most) {}
    };
  }
}
