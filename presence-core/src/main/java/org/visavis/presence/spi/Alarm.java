package org.visavis.presence.spi;

import java.time.Instant;

/** Runs something at an instant, so that nothing needs to poll. Thread-safe. */
@FunctionalInterface
public interface Alarm {

  /**
   * Runs the action once, at that instant or soon after, on another thread; at once when the
   * instant has passed.
   *
   * @return cancels it, where it has not run yet
   */
  Cancellation at(Instant instant, Runnable action);

  /** Takes an alarm back. */
  @FunctionalInterface
  interface Cancellation {

    /** Keeps the action from running, where it has not begun; idempotent. */
    void cancel();
  }
}
