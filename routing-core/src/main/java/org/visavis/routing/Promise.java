package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.EmployeeId;

/**
 * An answer that is due by a time. Immutable.
 *
 * @param request the request that is to be answered
 * @param employee who promised it
 * @param left how much working time of the employee was left when the clock last began to run
 * @param since when the clock last began to run, or was stopped
 * @param due until when the answer is due; empty while it is the customer's turn
 * @param stage what has become of it
 * @param next when the employee is reminded, or the promise is overdue; empty when neither comes
 */
public record Promise(
    RequestId request,
    EmployeeId employee,
    Duration left,
    Instant since,
    Optional<Instant> due,
    Stage stage,
    Optional<Instant> next) {

  /**
   * @throws IllegalArgumentException when the time left is negative
   */
  public Promise {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(next, "next");
    if (left.isNegative()) {
      throw new IllegalArgumentException("The time left is counted from 0");
    }
  }

  /** Answers whether the clock runs: it is the employee's turn. */
  public boolean isRunning() {
    return due.isPresent();
  }

  /** Answers this promise at another stage. */
  Promise at(Stage reached, Optional<Instant> following) {
    return new Promise(request, employee, left, since, due, reached, following);
  }

  /** Answers this promise, whose clock stands still from then on. */
  Promise stopped(Duration leftThen, Instant at) {
    return new Promise(request, employee, leftThen, at, Optional.empty(), stage, Optional.empty());
  }

  /** What has become of a promise; later ones follow on earlier ones only. */
  public enum Stage {
    /** It was made. */
    MADE,
    /** The employee was reminded. */
    REMINDED,
    /** The time is over; deputy or lead know, and the customer. */
    OVERDUE
  }
}
