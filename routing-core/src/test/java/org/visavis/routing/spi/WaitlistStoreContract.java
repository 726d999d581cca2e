package org.visavis.routing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Concurrently;
import org.visavis.routing.WaitlistEntry;
import org.visavis.routing.WaitlistToken;

/** What every store of waitlists promises. */
public interface WaitlistStoreContract extends Transactional {

  Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");
  EmployeeId ANNA = EmployeeId.of("anna");
  EmployeeId BEN = EmployeeId.of("ben");
  Duration DAY = Duration.ofDays(1);

  WaitlistStore store();

  static WaitlistEntry entry(EmployeeId employee, String email, int number, Duration left) {
    return new WaitlistEntry(
        WaitlistToken.of("token-of-twenty-two-chars-" + number),
        employee,
        Channel.MESSAGE,
        email,
        Locale.GERMAN,
        Optional.empty(),
        NOW.plus(left));
  }

  default WaitlistEntry keep(EmployeeId employee, String email, int number, Duration left) {
    WaitlistEntry entry = entry(employee, email, number, left);
    assertThat(inTransaction(() -> store().save(entry))).isTrue();
    return entry;
  }

  default void confirm(WaitlistEntry entry, Instant since, Instant until) {
    inTransaction(
        () -> {
          store().confirm(entry.token(), since, until);
          return 0;
        });
  }

  default void removeEnded(Instant now, int most) {
    inTransaction(
        () -> {
          store().removeEnded(now, most);
          return 0;
        });
  }

  @Test
  default void anEntryIsFoundByItsTokenAsItWasKept() {
    WaitlistEntry entry = keep(ANNA, "Zoe@post.example", 1, DAY);
    assertThat(store().find(entry.token())).contains(entry);
    assertThat(store().find(WaitlistToken.of("another-token-of-22-chars"))).isEmpty();
  }

  @Test
  default void anAddressWaitsOnceForAPersonAndChannelHoweverItIsWritten() {
    keep(ANNA, "zoe@post.example", 1, DAY);
    WaitlistEntry again = entry(ANNA, "ZOE@Post.example", 2, DAY);
    assertThat(inTransaction(() -> store().save(again))).isFalse();
    assertThat(store().find(again.token())).isEmpty();
    keep(BEN, "zoe@post.example", 3, DAY);
    keep(ANNA, "mo@post.example", 4, DAY);
    assertThat(store().countOfAddress("Zoe@post.example")).isEqualTo(2);
    assertThat(store().countOfEmployee(ANNA)).isEqualTo(2);
  }

  @Test
  default void onlyConfirmedEntriesWaitInTheOrderOfTheirConfirmation() {
    WaitlistEntry first = keep(ANNA, "a@post.example", 1, DAY);
    WaitlistEntry second = keep(ANNA, "b@post.example", 2, DAY);
    keep(ANNA, "c@post.example", 3, DAY);
    assertThat(store().waiting(ANNA, NOW)).isEmpty();
    assertThat(store().waitedFor()).isEmpty();
    confirm(second, NOW, NOW.plus(DAY));
    confirm(first, NOW.plusNanos(1_000), NOW.plus(DAY));
    assertThat(store().waiting(ANNA, NOW))
        .containsExactly(
            second.confirmed(NOW, NOW.plus(DAY)),
            first.confirmed(NOW.plusNanos(1_000), NOW.plus(DAY)));
    assertThat(store().waiting(BEN, NOW)).isEmpty();
    assertThat(store().waitedFor()).containsExactly(ANNA);
  }

  @Test
  default void aConfirmedEntryKeepsItsPlace() {
    WaitlistEntry entry = keep(ANNA, "a@post.example", 1, DAY);
    confirm(entry, NOW, NOW.plus(DAY));
    confirm(entry, NOW.plusSeconds(9), NOW.plus(DAY.multipliedBy(2)));
    assertThat(store().find(entry.token())).contains(entry.confirmed(NOW, NOW.plus(DAY)));
  }

  @Test
  default void whatHasEndedIsNeitherConfirmedNorWaits() {
    WaitlistEntry late = keep(ANNA, "a@post.example", 1, DAY);
    confirm(late, late.until(), NOW.plus(DAY.multipliedBy(9)));
    assertThat(store().find(late.token()).orElseThrow().isConfirmed()).isFalse();
    confirm(late, NOW, NOW.plus(DAY));
    assertThat(store().waiting(ANNA, NOW.plus(DAY).minusNanos(1_000))).hasSize(1);
    assertThat(store().waiting(ANNA, NOW.plus(DAY))).isEmpty();
  }

  @Test
  default void endedEntriesAreRemovedAFewAtATimeTheEarliestFirst() {
    assertThat(store().nextEnd()).isEmpty();
    WaitlistEntry second = keep(ANNA, "a@post.example", 1, Duration.ofMinutes(2));
    WaitlistEntry first = keep(BEN, "b@post.example", 2, Duration.ofMinutes(1));
    WaitlistEntry third = keep(BEN, "c@post.example", 3, Duration.ofMinutes(3));
    assertThat(store().nextEnd()).contains(first.until());
    removeEnded(NOW.plus(Duration.ofMinutes(2)), 1);
    assertThat(store().find(first.token())).isEmpty();
    assertThat(store().find(second.token())).isPresent();
    removeEnded(NOW.plus(Duration.ofMinutes(2)), 9);
    assertThat(store().find(second.token())).isEmpty();
    assertThat(store().find(third.token())).isPresent();
    assertThat(store().nextEnd()).contains(third.until());
  }

  @Test
  default void ofManyWhoRemoveAnEntryAtOnceExactlyOneGetsIt() {
    for (int round = 0; round < 20; round++) {
      WaitlistEntry entry = keep(ANNA, "a@post.example", round, DAY);
      List<Boolean> winners =
          Concurrently.run(
              6, thread -> inTransaction(() -> store().remove(entry.token())).isPresent());
      assertThat(winners).containsOnlyOnce(true);
      assertThat(store().find(entry.token())).isEmpty();
    }
  }

  @Test
  default void ofManyWhoAskForTheSameAtOnceExactlyOneIsKept() {
    for (int round = 0; round < 10; round++) {
      int first = round * 10;
      String email = "a" + round + "@post.example";
      List<Boolean> kept =
          Concurrently.run(
              6,
              thread -> {
                WaitlistEntry mine = entry(ANNA, email, first + thread, DAY);
                return inTransaction(() -> store().save(mine));
              });
      assertThat(kept).containsOnlyOnce(true);
    }
  }
}
