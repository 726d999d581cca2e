package org.visavis.presence;

import java.util.List;
import java.util.Objects;

/**
 * Why an employee is seen as he or she is: for the employee alone. Immutable.
 *
 * @param decision what one audience sees, with reasons and the next instant
 * @param sources what the status was made of, in the order in which they are asked
 * @param workload points taken, and the limit as it holds now
 * @param guardrails the bounds within which everybody chooses the limit
 */
public record Explanation(
    Reachability decision, List<Source> sources, Workload workload, Guardrails guardrails) {

  /** Copies the sources. */
  public Explanation {
    Objects.requireNonNull(decision, "decision");
    sources = List.copyOf(sources);
    Objects.requireNonNull(workload, "workload");
    Objects.requireNonNull(guardrails, "guardrails");
  }
}
