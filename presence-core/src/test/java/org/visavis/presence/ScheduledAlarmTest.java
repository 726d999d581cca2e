package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.visavis.presence.spi.Alarm;

@Timeout(30)
class ScheduledAlarmTest {

  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
  private final Clock clock = Clock.systemUTC();
  private final Alarm alarm = ScheduledAlarm.on(executor, clock);

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  @Test
  void itRingsAtItsInstantAndNotBefore() throws Exception {
    Instant instant = clock.instant().plusMillis(40);
    CompletableFuture<Instant> rung = new CompletableFuture<>();
    alarm.at(instant, () -> rung.complete(clock.instant()));
    assertThat(rung.get(20, TimeUnit.SECONDS)).isAfterOrEqualTo(instant);
  }

  @Test
  void whatHasPassedRingsAtOnceOnAnotherThread() throws Exception {
    CompletableFuture<Thread> rung = new CompletableFuture<>();
    alarm.at(Instant.MIN, () -> rung.complete(Thread.currentThread()));
    assertThat(rung.get(20, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
  }

  @Test
  void aCancelledAlarmDoesNotRing() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CompletableFuture<Boolean> rung = new CompletableFuture<>();
    executor.execute(
        () -> {
          try {
            busy.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    Alarm.Cancellation cancellation = alarm.at(Instant.EPOCH, () -> rung.complete(true));
    cancellation.cancel();
    cancellation.cancel();
    busy.countDown();
    executor.shutdown();
    assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(rung).isNotDone();
  }

  @Test
  void theFarFutureIsWaitedForInSteps() {
    Alarm.Cancellation cancellation = alarm.at(Instant.MAX, () -> {});
    assertThat(executor.getQueue()).hasSize(1);
    cancellation.cancel();
  }
}
