package org.visavis.presence;

import java.time.Instant;
import java.util.Objects;

/**
 * Which side of the two thresholds a person is on: the memory that hysteresis needs, and nothing
 * more. Immutable.
 *
 * @param relieved whether the rule by load holds, so that the person is hidden, busy or on the
 *     waitlist
 * @param since when it last changed; the dwell counts from here
 */
public record LoadState(boolean relieved, Instant since) {

  private static final LoadState INITIAL = new LoadState(false, Instant.EPOCH);

  /** Checks what comes in. */
  public LoadState {
    Objects.requireNonNull(since, "since");
  }

  /** Answers the state of a person whose load has never reached the threshold. */
  public static LoadState initial() {
    return INITIAL;
  }
}
