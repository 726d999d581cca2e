package org.visavis.routing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Concurrently;
import org.visavis.routing.Lease;
import org.visavis.routing.LeaseToken;

/** What every store of leases promises. */
public interface LeaseStoreContract extends Transactional {

  Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");
  EmployeeId ANNA = EmployeeId.of("anna");
  EmployeeId BEN = EmployeeId.of("ben");

  LeaseStore store();

  static Lease lease(EmployeeId employee, int number, Duration left) {
    LeaseToken token = LeaseToken.of("token-of-twenty-two-chars-" + number);
    return new Lease(token, employee, Channel.CHAT, 2, NOW.plus(left));
  }

  default Lease keep(EmployeeId employee, int number, Duration left) {
    Lease lease = lease(employee, number, left);
    assertThat(inTransaction(() -> store().save(lease, "key" + number))).isTrue();
    return lease;
  }

  @Test
  default void aLeaseIsFoundByTokenAndByKeyAsItWasKept() {
    Lease lease = keep(ANNA, 1, Duration.ofMinutes(10));
    assertThat(store().find(lease.token())).contains(lease);
    assertThat(store().findByKey("key1")).contains(lease);
    assertThat(store().findByKey("key2")).isEmpty();
    assertThat(store().find(LeaseToken.of("another-token-of-22-chars"))).isEmpty();
  }

  @Test
  default void theHourThatComesTwiceInAutumnIsKeptApart() {
    for (int hour = 0; hour < 3; hour++) {
      Lease lease = keep(ANNA, hour, Duration.ofHours(hour));
      assertThat(store().find(lease.token()).orElseThrow().until()).isEqualTo(lease.until());
    }
  }

  @Test
  default void aKeyHasOneLease() {
    Lease first = keep(ANNA, 1, Duration.ofMinutes(10));
    Lease second = lease(ANNA, 2, Duration.ofMinutes(10));
    assertThat(inTransaction(() -> store().save(second, "key1"))).isFalse();
    assertThat(store().findByKey("key1")).contains(first);
    assertThat(store().find(second.token())).isEmpty();
    assertThat(inTransaction(() -> store().removeEnded(NOW.plusSeconds(9999), 9)))
        .containsExactly(first);
  }

  @Test
  default void aRemovedLeaseIsGoneAndItsKeyFree() {
    Lease lease = keep(ANNA, 1, Duration.ofMinutes(10));
    assertThat(inTransaction(() -> store().remove(lease.token()))).contains(lease);
    assertThat(inTransaction(() -> store().remove(lease.token()))).isEmpty();
    assertThat(store().find(lease.token())).isEmpty();
    assertThat(store().findByKey("key1")).isEmpty();
    assertThat(inTransaction(() -> store().save(lease, "key1"))).isTrue();
  }

  @Test
  default void aLeaseEndsAtItsEndAndNotBefore() {
    Lease lease = keep(ANNA, 1, Duration.ofMinutes(10));
    Instant justBefore = lease.until().minusNanos(1_000);
    assertThat(inTransaction(() -> store().removeEnded(ANNA, justBefore))).isEmpty();
    assertThat(inTransaction(() -> store().removeEnded(justBefore, 9))).isEmpty();
    assertThat(inTransaction(() -> store().removeEnded(ANNA, lease.until())))
        .containsExactly(lease);
  }

  @Test
  default void endedLeasesOfOneEmployeeAreRemovedWithoutThoseOfOthers() {
    Lease ended = keep(ANNA, 1, Duration.ofMinutes(-2));
    Lease endedToo = keep(ANNA, 2, Duration.ofMinutes(-1));
    Lease live = keep(ANNA, 3, Duration.ofMinutes(1));
    Lease other = keep(BEN, 4, Duration.ofMinutes(-1));
    assertThat(inTransaction(() -> store().removeEnded(ANNA, NOW)))
        .containsExactlyInAnyOrder(ended, endedToo);
    assertThat(inTransaction(() -> store().removeEnded(ANNA, NOW))).isEmpty();
    assertThat(store().find(live.token())).isPresent();
    assertThat(store().find(other.token())).isPresent();
  }

  @Test
  default void anybodysEndedLeasesAreRemovedAFewAtATimeTheEarliestFirst() {
    Lease third = keep(BEN, 1, Duration.ofMinutes(-1));
    Lease first = keep(ANNA, 2, Duration.ofMinutes(-3));
    Lease second = keep(ANNA, 3, Duration.ofMinutes(-2));
    keep(ANNA, 4, Duration.ofMinutes(1));
    assertThat(inTransaction(() -> store().removeEnded(NOW, 2))).containsExactly(first, second);
    assertThat(inTransaction(() -> store().removeEnded(NOW, 2))).containsExactly(third);
    assertThat(inTransaction(() -> store().removeEnded(NOW, 2))).isEmpty();
  }

  @Test
  default void theNextEndIsTheEarliest() {
    assertThat(store().nextEnd()).isEmpty();
    keep(ANNA, 1, Duration.ofMinutes(9));
    Lease next = keep(BEN, 2, Duration.ofMinutes(3));
    assertThat(store().nextEnd()).contains(next.until());
    inTransaction(() -> store().remove(next.token()));
    assertThat(store().nextEnd()).contains(NOW.plus(Duration.ofMinutes(9)));
  }

  @Test
  default void ofManyWhoRemoveALeaseAtOnceExactlyOneGetsIt() {
    for (int round = 0; round < 20; round++) {
      Lease lease = keep(ANNA, round, Duration.ofMinutes(-1));
      List<Integer> winners =
          Concurrently.run(
              6,
              thread ->
                  thread % 2 == 0
                      ? inTransaction(() -> store().remove(lease.token())).isPresent() ? 1 : 0
                      : inTransaction(() -> store().removeEnded(ANNA, NOW)).size());
      assertThat(winners.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }
  }

  @Test
  default void ofManyWhoSaveUnderOneKeyAtOnceExactlyOneDoes() {
    for (int round = 0; round < 10; round++) {
      int first = round * 10;
      String key = "one-key-" + round;
      List<Boolean> saved =
          Concurrently.run(
              6,
              thread -> {
                Lease mine = lease(ANNA, first + thread, Duration.ofMinutes(1));
                return inTransaction(() -> store().save(mine, key));
              });
      assertThat(saved).containsOnlyOnce(true);
      assertThat(Optional.of(key).flatMap(store()::findByKey)).isPresent();
    }
  }
}
