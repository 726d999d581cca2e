package org.visavis.routing.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Lease;
import org.visavis.routing.LeaseToken;

/**
 * Keeps leases until they end. Removal decides who gives the points back: exactly one caller is
 * answered the lease. Methods may block, join the caller's transaction where there is one and never
 * begin one. Thread-safe.
 */
public interface LeaseStore {

  /**
   * Keeps a lease under its idempotency key.
   *
   * @return false when the key has a lease already; nothing is kept then
   */
  boolean save(Lease lease, String key);

  /** Answers the lease of a key, ended or not. */
  Optional<Lease> findByKey(String key);

  /** Answers the lease of a token, ended or not. */
  Optional<Lease> find(LeaseToken token);

  /** Removes a lease; answers it to exactly one of all concurrent callers. */
  Optional<Lease> remove(LeaseToken token);

  /**
   * Removes leases that have ended at that instant, of one employee; answers each to exactly one of
   * all concurrent callers.
   */
  List<Lease> removeEnded(EmployeeId employee, Instant now);

  /**
   * Removes up to {@code most} leases that have ended at that instant, of anybody; answers each to
   * exactly one of all concurrent callers.
   */
  List<Lease> removeEnded(Instant now, int most);

  /** Answers when the next lease ends. */
  Optional<Instant> nextEnd();
}
