package org.visavis.routing.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.DepartmentId;
import org.visavis.routing.Promise;
import org.visavis.routing.RequestId;

/**
 * Keeps targets and promises. Methods may block, join the caller's transaction where there is one
 * and never begin one. Thread-safe.
 */
public interface PromiseStore {

  /** Answers the targets of departments, in whole minutes. */
  Map<DepartmentId, Duration> targets();

  /** Keeps the target of a department, or forgets it. */
  void saveTarget(DepartmentId department, Optional<Duration> target);

  /** Keeps a promise, in the place of the one of the same request. */
  void save(Promise promise);

  /** Forgets the promise of a request. Idempotent. */
  void remove(RequestId request);

  /** Answers the promise of a request. */
  Optional<Promise> find(RequestId request);

  /** Answers the promises of requests; those without one are left out. */
  Map<RequestId, Promise> find(Collection<RequestId> requests);

  /** Answers up to {@code most} promises whose next instant has come, the earliest first. */
  List<Promise> due(Instant now, int most);

  /** Answers the earliest next instant. */
  Optional<Instant> nextDue();

  /**
   * Takes a promise to a later stage, if it still is as it was read; to exactly one of all
   * concurrent callers.
   *
   * @return whether it was taken there
   */
  boolean advance(Promise before, Promise after);
}
