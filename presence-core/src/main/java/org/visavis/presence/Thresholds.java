package org.visavis.presence;

import java.time.Instant;
import java.util.Optional;

/**
 * The thresholds of a rule by load as they hold under a limit: never above it, so that whoever has
 * lowered the limit is relieved no later than there.
 */
record Thresholds(AppearanceRule rule, int taken, int hideAt, int showAgainAt) {

  static Thresholds of(AppearanceRule rule, Workload workload) {
    int hideAt = Math.min(rule.hideAt(), workload.limit());
    return new Thresholds(rule, workload.taken(), hideAt, Math.min(rule.showAgainAt(), hideAt - 1));
  }

  boolean asksForChange(boolean relieved) {
    if (rule.mode() != Mode.BY_LOAD) {
      return false;
    }
    return relieved ? taken <= showAgainAt : taken >= hideAt;
  }

  Instant earliestChange(LoadState state) {
    return Instants.plus(state.since(), rule.dwell());
  }

  /** Answers until when the dwell holds back the change that the load asks for, if it does. */
  Optional<Instant> heldUntil(LoadState state, Instant now) {
    if (!asksForChange(state.relieved())) {
      return Optional.empty();
    }
    Instant until = earliestChange(state);
    return until.isAfter(now) ? Optional.of(until) : Optional.empty();
  }

  Reason reached(Workload workload, LoadState state) {
    return new Reason.LoadReachedThreshold(workload, state.since(), Math.max(0, showAgainAt));
  }
}
