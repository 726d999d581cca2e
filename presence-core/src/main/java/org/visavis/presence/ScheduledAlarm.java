package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.visavis.presence.spi.Alarm;

/**
 * An alarm on the threads of an executor that belongs to the caller. It never rings before its
 * instant; a clock that is put forward is noticed within an hour. Thread-safe.
 */
public final class ScheduledAlarm implements Alarm {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final ScheduledExecutorService executor;
  private final InstantSource clock;

  private ScheduledAlarm(ScheduledExecutorService executor, InstantSource clock) {
    this.executor = executor;
    this.clock = clock;
  }

  /** Answers an alarm on that executor, by that clock. */
  public static ScheduledAlarm on(ScheduledExecutorService executor, InstantSource clock) {
    return new ScheduledAlarm(
        Objects.requireNonNull(executor, "executor"), Objects.requireNonNull(clock, "clock"));
  }

  /**
   * {@inheritDoc}
   *
   * @throws java.util.concurrent.RejectedExecutionException when the executor was shut down
   */
  @Override
  public Cancellation at(Instant instant, Runnable action) {
    Waiting waiting = new Waiting(instant, action);
    waiting.goOn();
    return waiting;
  }

  private final class Waiting implements Runnable, Cancellation {

    private final Instant instant;
    private final Runnable action;
    private @Nullable Future<?> step;
    private boolean cancelled;

    Waiting(Instant instant, Runnable action) {
      this.instant = Objects.requireNonNull(instant, "instant");
      this.action = Objects.requireNonNull(action, "action");
    }

    synchronized void goOn() {
      if (!cancelled) {
        Instant now = clock.instant();
        Duration rest = LONGEST_WAIT;
        if (!instant.isAfter(now)) {
          rest = Duration.ZERO;
        } else if (instant.isBefore(Instants.plus(now, LONGEST_WAIT))) {
          rest = Duration.between(now, instant);
        }
        step = executor.schedule(this, rest.toNanos(), TimeUnit.NANOSECONDS);
      }
    }

    @Override
    public void run() {
      if (clock.instant().isBefore(instant)) {
        goOn();
      } else if (!isCancelled()) {
        action.run();
      }
    }

    private synchronized boolean isCancelled() {
      return cancelled;
    }

    @Override
    public synchronized void cancel() {
      cancelled = true;
      if (step != null) {
        step.cancel(false);
      }
    }
  }
}
