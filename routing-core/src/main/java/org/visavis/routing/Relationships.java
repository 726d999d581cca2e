package org.visavis.routing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.RelationshipStore;
import org.visavis.routing.spi.RequestStore;

/**
 * Who helped a customer last. A customer is whoever holds the secret of a request: nobody is
 * recognised by a typed address, which anybody can type, or by a cookie.
 *
 * <p>A relationship begins when a request is resolved, and goes on to those that the customer hands
 * in {@linkplain NewRequest#following(RequestToken) following} it. It is forgotten after a year
 * without help. Either of the two can end it at any time, and that is for good. Routing keeps it
 * when it is built with {@link RoutingBuilder#relationships}. Thread-safe.
 */
public interface Relationships {

  /** How long it is remembered who helped. */
  Duration REMEMBERED = Duration.ofDays(365);

  /**
   * Answers the relationships that routing keeps in those stores.
   *
   * @param clock says what time it is
   */
  static Relationships over(RequestStore requests, RelationshipStore store, InstantSource clock) {
    return new StoredRelationships(requests, store, clock);
  }

  /**
   * Answers who helped the holder of that secret last. Whether that person may be shown now is
   * presence's to say.
   */
  Optional<EmployeeId> helpedLast(RequestToken token);

  /** Answers whether the customer of a request is shown the employee as who helped last. */
  boolean isHelper(EmployeeId employee, RequestId request);

  /** Ends a relationship in the customer's name. Idempotent; unknown ones are nothing to do. */
  void end(RequestToken token);

  /**
   * Ends a relationship in the employee's name, if it is his or her own. Idempotent; those of
   * others and unknown ones are nothing to do.
   */
  void end(EmployeeId employee, RequestId request);

  /** Forgets relationships without help for a year, up to 500 requests at once. */
  void forgetDue();
}
