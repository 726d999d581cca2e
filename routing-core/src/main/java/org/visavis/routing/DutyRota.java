package org.visavis.routing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.routing.spi.DutyObserver;
import org.visavis.routing.spi.DutyStore;

/**
 * For when nobody of a department is shown: a customer may write to the department, and those who
 * work there are asked one after the other, whoever was asked longest ago first. Only departments
 * that are on duty have this.
 *
 * <p>It asks, and never shows anybody: customers learn whom it asks only from the one who takes the
 * request on. Nobody has to: everybody may pass, without a reason, or not be asked at all. Whoever
 * is absent is not asked. How often somebody has passed is not kept.
 *
 * <p>It always ends, at an instant that the customer is told at the start and that does not depend
 * on who is there: a department where all are hidden looks like one where nobody works.
 *
 * <p>All methods that change something work within the caller's transaction where there is one; the
 * observer is told within it. Thread-safe.
 */
public interface DutyRota {

  /** How long somebody may think it over before the next is asked. */
  Duration ANSWERED_WITHIN = Duration.ofHours(4);

  /** How long a request waits for somebody to take it on. */
  Duration LASTS = Duration.ofDays(2);

  /** How many requests of one mail address may wait at a time. */
  int MOST_OF_ADDRESS = 3;

  /**
   * Answers a duty rota.
   *
   * @param directory says who works where
   * @param presence says who is shown and who is absent
   * @param routing takes over what somebody takes on
   * @param store keeps requests and what was decided
   * @param observer writes to customers and employees
   * @param clock says what time it is
   * @param random where secrets come from
   */
  static DutyRota over(
      Directory directory,
      Presence presence,
      Routing routing,
      DutyStore store,
      DutyObserver observer,
      InstantSource clock,
      SecureRandom random) {
    return new AskingRota(directory, presence, routing, store, observer, clock, random);
  }

  /** Answers the departments that are on duty. */
  Set<DepartmentId> departments();

  /** Says whether a department is on duty. Requests that wait go on. */
  void setOnDuty(DepartmentId department, boolean onDuty);

  /** Answers whether the employee is asked when it is his or her turn. */
  boolean isWilling(EmployeeId employee);

  /**
   * Says whether the employee wants to be asked. It is the employee's own decision. Whoever does
   * not, and is being asked, passes with it.
   */
  void setWilling(EmployeeId employee, boolean willing);

  /** Answers whether customers may write to a department now: it is on duty and nobody is shown. */
  boolean isOffered(DepartmentId department);

  /**
   * Hands a request to a department in. Handing in again with the same key answers the same one.
   *
   * @param key the idempotency key, 1 to 128 printable ASCII characters
   * @return empty where customers may not write to the department now, or this address has {@link
   *     #MOST_OF_ADDRESS} others that wait
   * @throws IdempotencyConflictException when the key was used with other content
   * @throws IllegalArgumentException when a part is missing or too long; the message names the part
   */
  Optional<DutyRequest> submit(
      DepartmentId department, String subject, String message, Customer customer, String key);

  /** Answers the customer's own request. */
  Optional<DutyRequest> find(RequestToken token);

  /** Takes a request back that still asks. Idempotent; others stay as they are. */
  void withdraw(RequestToken token);

  /** Answers what the employee is asked to take on, the earliest due first. */
  List<DutyRequest> asked(EmployeeId employee);

  /** Takes a request on that the employee is asked for, hidden or not, where the limit has room. */
  DutyAnswer accept(EmployeeId employee, RequestId id);

  /** Passes, without a reason: the next is asked. Idempotent. */
  void pass(EmployeeId employee, RequestId id);

  /**
   * Asks the next where somebody has not answered in time, and ends what nobody took on, up to 500
   * at once.
   *
   * @return when the next is due, if any is
   */
  Optional<Instant> turnDue();
}
