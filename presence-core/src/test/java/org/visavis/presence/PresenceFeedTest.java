package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.presence.Office.ADA;
import static org.visavis.presence.Office.BEN;
import static org.visavis.presence.Office.MONDAY_NOON;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;

@Timeout(60)
class PresenceFeedTest {

  private final Office office = Office.open();
  private final Presence presence = office.presence;
  private final PresenceFeed feed = presence.feed();

  /** Remembers what it was told, as somebody at the other end would. */
  private static final class Mirror implements PresenceFeed.Watcher {

    final Map<EmployeeId, Reachability> people = new HashMap<>();
    final List<Boolean> snapshots = new ArrayList<>();
    final List<Integer> sizes = new ArrayList<>();
    long revision;

    @Override
    public synchronized void changed(Collection<PresenceChange> changes, boolean snapshot) {
      if (snapshot) {
        people.clear();
      }
      long last = 0;
      for (PresenceChange change : changes) {
        assertThat(change.revision()).isGreaterThanOrEqualTo(last);
        last = change.revision();
        if (change.reachability().shown()) {
          people.put(change.employee(), change.reachability());
        } else {
          people.remove(change.employee());
        }
        revision = Math.max(revision, change.revision());
      }
      snapshots.add(snapshot);
      sizes.add(changes.size());
    }

    synchronized Map<EmployeeId, Reachability> people() {
      return Map.copyOf(people);
    }
  }

  private void hide(EmployeeId employee) {
    presence.setRule(employee, Audience.PUBLIC, AppearanceRule.hidden());
  }

  private void show(EmployeeId employee) {
    presence.setRule(employee, Audience.PUBLIC, AppearanceRule.always());
  }

  @Test
  void aNewWatcherGetsTheWholeStateAndThenTheChanges() {
    hide(BEN);
    Mirror mirror = new Mirror();
    feed.watch(0, mirror);
    assertThat(mirror.people).isEqualTo(presence.shown(Audience.PUBLIC)).containsOnlyKeys(ADA);
    show(BEN);
    hide(ADA);
    assertThat(mirror.people).isEqualTo(presence.shown(Audience.PUBLIC)).containsOnlyKeys(BEN);
    assertThat(mirror.snapshots).containsExactly(true, false, false);
    assertThat(mirror.revision).isEqualTo(feed.revision());
  }

  @Test
  void whatThePublicCannotSeeIsNoChange() {
    hide(ADA);
    long revision = feed.revision();
    presence.setStatus(ADA, ManualStatus.until(Status.BUSY, MONDAY_NOON.plusSeconds(60)));
    presence.setLimit(ADA, 9);
    presence.heartbeat(ADA, "web", Duration.ofMinutes(1));
    office.load(ADA, 3);
    presence.setRule(ADA, Audience.COLLEAGUE, AppearanceRule.always());
    office.directory.remove(ADA);
    assertThat(feed.revision()).isEqualTo(revision);
  }

  @Test
  void oneDeliveryIsMadeForAllWhoHaveSeenTheSame() {
    List<Collection<PresenceChange>> deliveries = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      feed.watch(feed.revision(), (changes, snapshot) -> deliveries.add(changes));
    }
    deliveries.clear();
    hide(ADA);
    assertThat(deliveries).hasSize(3);
    assertThat(deliveries.get(1)).isSameAs(deliveries.get(0));
    assertThat(deliveries.get(2)).isSameAs(deliveries.get(0));
    deliveries.clear();
    show(ADA);
    assertThat(deliveries)
        .hasSize(3)
        .allSatisfy(
            changes ->
                assertThat(changes).extracting(PresenceChange::employee).containsExactly(ADA));
  }

  @Test
  void aWatcherResumesFromARecentRevision() {
    Mirror mirror = new Mirror();
    feed.watch(0, mirror).close();
    hide(ADA);
    long seen = feed.revision();
    show(ADA);
    hide(ADA);
    hide(BEN);
    show(BEN);
    Mirror resumed = new Mirror();
    feed.watch(seen, resumed);
    assertThat(resumed.snapshots).containsExactly(false);
    assertThat(resumed.sizes).as("each person once, in the last state").containsExactly(2);
    assertThat(resumed.people).isEqualTo(Map.of(BEN, office.face(BEN).forOthers()));
  }

  @Test
  void theFirstCallComesEvenWithoutAChange() {
    hide(ADA);
    Mirror mirror = new Mirror();
    feed.watch(feed.revision(), mirror);
    assertThat(mirror.sizes).containsExactly(0);
    assertThat(mirror.snapshots).containsExactly(false);
  }

  @Test
  void aRevisionOfAnotherLifeGetsASnapshot() {
    Mirror future = new Mirror();
    feed.watch(Long.MAX_VALUE, future);
    assertThat(future.snapshots).containsExactly(true);
    hide(ADA);
    long old = feed.revision();
    office.clock.advance(Duration.ofSeconds(1));
    office.restart();
    Mirror past = new Mirror();
    office.presence.feed().watch(old, past);
    assertThat(past.snapshots).containsExactly(true);
    assertThat(past.people).containsOnlyKeys(BEN);
  }

  @Test
  void whoeverLeavesIsAChangeToNotShown() {
    Mirror mirror = new Mirror();
    feed.watch(0, mirror);
    office.directory.remove(ADA);
    assertThat(mirror.people).containsOnlyKeys(BEN);
  }

  @Test
  void aSlowWatcherGetsTheLastStateOnce() {
    Queue<Runnable> later = new ArrayDeque<>();
    try (Presence slow = office.builder().watchers(later::add).open()) {
      Mirror mirror = new Mirror();
      slow.feed().watch(0, mirror);
      later.remove().run();
      for (int i = 0; i < 1_000; i++) {
        slow.setRule(
            ADA, Audience.PUBLIC, i % 2 == 0 ? AppearanceRule.hidden() : AppearanceRule.always());
      }
      assertThat(later).as("one task, however many changes").hasSize(1);
      later.remove().run();
      assertThat(mirror.sizes).containsExactly(2, 1);
      assertThat(mirror.people).isEqualTo(slow.shown(Audience.PUBLIC));
    }
  }

  @Test
  void aWatcherThatFailsIsDroppedAndHurtsNobody() {
    AtomicInteger calls = new AtomicInteger();
    feed.watch(
        0,
        (changes, snapshot) -> {
          calls.incrementAndGet();
          throw new IllegalStateException("broken on purpose");
        });
    Mirror mirror = new Mirror();
    feed.watch(0, mirror);
    hide(ADA);
    assertThat(calls).hasValue(1);
    assertThat(mirror.people).containsOnlyKeys(BEN);
  }

  @Test
  void anExecutorThatRefusesDropsTheWatcherAndHurtsNobody() {
    ExecutorService ended = Executors.newSingleThreadExecutor();
    ended.shutdown();
    try (Presence other = office.builder().watchers(ended).open()) {
      other.feed().watch(0, (changes, snapshot) -> {});
      other.setLimit(ADA, 3);
      assertThat(other.workload(ADA).limit()).isEqualTo(3);
    }
  }

  @Test
  void closingStopsTheDeliveries() {
    Mirror mirror = new Mirror();
    PresenceFeed.Subscription subscription = feed.watch(0, mirror);
    subscription.close();
    subscription.close();
    hide(ADA);
    assertThat(mirror.sizes).hasSize(1);
  }

  @Test
  void aWatcherMayChangeSomethingItself() {
    List<Integer> sizes = new ArrayList<>();
    feed.watch(
        0,
        (changes, snapshot) -> {
          sizes.add(changes.size());
          if (sizes.size() == 1) {
            hide(ADA);
          }
        });
    assertThat(sizes).containsExactly(2, 1);
  }

  @Test
  void aWatcherThatDoesNotReturnDelaysNobodyElse() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    CountDownLatch release = new CountDownLatch(1);
    try (Presence other = office.builder().watchers(threads).open()) {
      other.feed().watch(0, (changes, snapshot) -> await(release));
      CountDownLatch seen = new CountDownLatch(100);
      for (int i = 0; i < 100; i++) {
        Mirror mirror = new Mirror();
        AtomicInteger once = new AtomicInteger();
        other
            .feed()
            .watch(
                0,
                (changes, snapshot) -> {
                  mirror.changed(changes, snapshot);
                  if (!mirror.people().containsKey(ADA) && once.getAndIncrement() == 0) {
                    seen.countDown();
                  }
                });
      }
      other.setRule(ADA, Audience.PUBLIC, AppearanceRule.hidden());
      await(seen);
    } finally {
      release.countDown();
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @RepeatedTest(50)
  void noChangeIsLostBetweenRegistrationAndSnapshot() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (Presence busy = office.builder().watchers(threads).open()) {
      int watchers = 4;
      CyclicBarrier start = new CyclicBarrier(watchers + 1);
      List<Mirror> mirrors = new ArrayList<>();
      CountDownLatch registered = new CountDownLatch(watchers);
      for (int i = 0; i < watchers; i++) {
        Mirror mirror = new Mirror();
        mirrors.add(mirror);
        threads.execute(
            () -> {
              await(start);
              busy.feed().watch(0, mirror);
              registered.countDown();
            });
      }
      await(start);
      for (int i = 0; i < 20; i++) {
        busy.setRule(
            ADA, Audience.PUBLIC, i % 2 == 0 ? AppearanceRule.hidden() : AppearanceRule.always());
        busy.setRule(
            BEN, Audience.PUBLIC, i % 3 == 0 ? AppearanceRule.hidden() : AppearanceRule.always());
      }
      await(registered);
      // Nothing is submitted after a shutdown; what was submitted still runs.
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      for (Mirror mirror : mirrors) {
        assertThat(mirror.people()).isEqualTo(busy.shown(Audience.PUBLIC));
      }
    }
  }

  @Test
  void everyWorkloadThatIsToldFromManyThreadsEndsInTheLastOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CyclicBarrier start = new CyclicBarrier(8);
    AtomicInteger points = new AtomicInteger();
    for (int i = 0; i < 8; i++) {
      threads.execute(
          () -> {
            await(start);
            for (int n = 0; n < 500; n++) {
              office.work.taken.put(ADA, points.incrementAndGet() % 4);
              presence.workloadChanged(ADA);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(presence.workload(ADA).taken()).isEqualTo(office.work.taken.get(ADA));
    assertThat(presence.shown(Audience.PUBLIC).get(ADA)).isEqualTo(office.face(ADA).forOthers());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
