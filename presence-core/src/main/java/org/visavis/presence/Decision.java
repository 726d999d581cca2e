package org.visavis.presence;

import java.time.Instant;

/**
 * The one decision on whether and how a person can be reached. A pure function: no clock, no store,
 * no state.
 */
public final class Decision {

  private Decision() {}

  /**
   * Decides on all channels of a person at once.
   *
   * @param facts everything that is known, with the rule for the audience that is asked about
   * @param now the instant for which the answer holds
   */
  public static Reachability decide(PresenceFacts facts, Instant now) {
    return Reachability.hidden();
  }

  /**
   * Answers on which side of the thresholds a person is now, given where he or she was: the state
   * to keep after the workload, the rule or the time has changed.
   */
  public static LoadState step(
      AppearanceRule rule, Workload workload, LoadState before, Instant now) {
    return before;
  }
}
