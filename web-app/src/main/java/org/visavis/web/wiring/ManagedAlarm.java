package org.visavis.web.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.visavis.presence.spi.Alarm;

/**
 * Wakes the cores on the server's own threads. An instant that lies further ahead than a timer can
 * count is never reached. Thread-safe.
 */
@ApplicationScoped
@Typed(ManagedAlarm.class)
public class ManagedAlarm implements Alarm {

  private static final Duration FURTHEST = Duration.ofDays(10_000);

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService threads;

  @Inject private Clock clock;

  @Override
  public Cancellation at(Instant instant, Runnable action) {
    Instant now = clock.instant();
    if (instant.isAfter(now.plus(FURTHEST))) {
      return () -> {};
    }
    // Rounded up: an alarm that comes a moment too early finds nothing to do.
    long millis = instant.isAfter(now) ? Duration.between(now, instant).toMillis() + 1 : 0;
    Future<?> timer = threads.schedule(action, millis, TimeUnit.MILLISECONDS);
    return () -> timer.cancel(false);
  }
}
