package org.visavis.routing.ranking;

import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Employee;
import org.visavis.presence.Reachability;

/**
 * Somebody who may be proposed: shown to the audience and open on the channel. Immutable.
 *
 * @param employee who
 * @param reachability the decision on this person for the audience of the wish
 * @param chosen the person instead of whom this one may be chosen; empty when that person has left
 */
public record Candidate(Employee employee, Reachability reachability, Optional<Employee> chosen) {

  /** Checks what comes in. */
  public Candidate {
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(reachability, "reachability");
    Objects.requireNonNull(chosen, "chosen");
  }
}
