package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.routing.spi.PromiseObserver;
import org.visavis.routing.spi.PromiseStore;
import org.visavis.routing.spi.RequestObserver;

/**
 * Answers that are due by a time. A promise is made when an employee accepts a request, by the
 * target of the department: so much time in which the employee works, by working hours, public
 * holidays and absences as they are known then. The clock stands still while it is the customer's
 * turn. Without a target nothing is promised.
 *
 * <p>Each promise is reminded of once, when a quarter of its time is left, and is overdue once;
 * both within the caller's transaction, and on any number of nodes. Thread-safe.
 */
public interface Promises {

  /** The longest target: working time, not days. */
  Duration LONGEST_TARGET = Duration.ofHours(400);

  /**
   * Answers promises. The routing has {@link #keeping} among its observers.
   *
   * @param directory knows the departments of people, and which is a part of which
   * @param presence knows when somebody works
   * @param store keeps targets and promises
   * @param observer is told of what is due, within the transaction
   */
  static Promises over(
      Directory directory,
      Presence presence,
      PromiseStore store,
      PromiseObserver observer,
      InstantSource clock) {
    return new KeptPromises(directory, presence, store, observer, clock);
  }

  /** Answers an observer that makes, stops and ends promises as requests go on. */
  RequestObserver keeping();

  /** Answers the targets of the departments that have one of their own. */
  Map<DepartmentId, Duration> targets();

  /**
   * Sets the target of a department, or takes it away, so that the one of the department above
   * holds. Promises that were made stay as they are.
   *
   * @param target whole minutes of working time, up to {@link #LONGEST_TARGET}
   * @throws IllegalArgumentException when it is out of its bounds
   */
  void setTarget(DepartmentId department, Optional<Duration> target);

  /**
   * Answers until when an answer would be due if the employee accepted a request now; nothing where
   * nothing would be promised, or there is no such employee.
   */
  Optional<Instant> dueIfAcceptedNow(EmployeeId employee);

  /** Answers the promise of a request, running or not. */
  Optional<Promise> find(RequestId request);

  /** Answers the promises of requests; those without one are left out. */
  Map<RequestId, Promise> find(Collection<RequestId> requests);

  /**
   * Reminds of what is due soon and says what is overdue, up to 100 at once.
   *
   * @return when the next comes, if any will
   */
  Optional<Instant> seeToDue();
}
