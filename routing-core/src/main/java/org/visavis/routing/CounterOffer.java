package org.visavis.routing;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.EmployeeId;

/**
 * What an employee who declines offers instead. The customer chooses, and may choose none of it.
 * Immutable.
 *
 * @param colleagues who could care for it, the best first, at most 20; those who are hidden are
 *     left out where the customer looks
 * @param later when the employee could care for it
 * @param appointment whether the customer is shown times to book
 */
public record CounterOffer(
    List<EmployeeId> colleagues, Optional<Instant> later, boolean appointment) {

  private static final int MOST_COLLEAGUES = 20;

  /**
   * Copies what comes in; nobody is kept twice.
   *
   * @throws IllegalArgumentException when there are more than 20 colleagues
   */
  public CounterOffer {
    colleagues = List.copyOf(new LinkedHashSet<>(colleagues));
    Objects.requireNonNull(later, "later");
    if (colleagues.size() > MOST_COLLEAGUES) {
      throw new IllegalArgumentException("colleagues are at most " + MOST_COLLEAGUES);
    }
  }

  /** Answers that nothing is offered. */
  public static CounterOffer none() {
    return colleagues(List.of());
  }

  /** Answers colleagues. */
  public static CounterOffer colleagues(List<EmployeeId> colleagues) {
    return new CounterOffer(colleagues, Optional.empty(), false);
  }

  /** Answers this offer with a later time. */
  public CounterOffer later(Instant instant) {
    return new CounterOffer(colleagues, Optional.of(instant), appointment);
  }

  /** Answers this offer with times to book. */
  public CounterOffer andAppointment() {
    return new CounterOffer(colleagues, later, true);
  }
}
