package org.visavis.routing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Concurrently;
import org.visavis.routing.Customer;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.DutyRequest.State;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestToken;

/** What every store of a duty rota promises. */
public interface DutyStoreContract extends Transactional {

  Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");
  EmployeeId ANNA = EmployeeId.of("anna");
  EmployeeId BEN = EmployeeId.of("ben");
  DepartmentId BILLING = DepartmentId.of("billing");

  DutyStore store();

  static DutyRequest request(int number, Optional<EmployeeId> asked, Duration due) {
    return new DutyRequest(
        new RequestId(new UUID(7, number)),
        RequestToken.of("token-of-twenty-two-chars-" + number),
        BILLING,
        "Betreff " + number,
        "Guten Tag\n\n— 🙂 " + number,
        new Customer(
            "Zoë",
            "Zoe@post.example",
            Optional.of("+49 89 123"),
            Locale.GERMAN,
            Optional.of(ZoneId.of("Europe/Berlin"))),
        State.ASKING,
        asked,
        asked.map(one -> List.of(BEN, one)).orElse(List.of()),
        NOW.plus(due),
        NOW.plus(Duration.ofDays(2)),
        Optional.empty(),
        0);
  }

  static DutyRequest in(State state, DutyRequest request, long version) {
    return new DutyRequest(
        request.id(),
        request.token(),
        request.department(),
        request.subject(),
        request.message(),
        request.customer(),
        state,
        Optional.empty(),
        request.tried(),
        request.due(),
        request.until(),
        Optional.of(RequestToken.of("another-token-of-22-chars")),
        version);
  }

  default DutyRequest keep(int number, EmployeeId asked, Duration due) {
    DutyRequest request = request(number, Optional.of(asked), due);
    assertThat(inTransaction(() -> store().create(request, "key" + number))).isTrue();
    return request;
  }

  default void run(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return 0;
        });
  }

  @Test
  default void aRequestIsFoundByTokenIdAndKeyAsItWasKept() {
    DutyRequest one = keep(1, ANNA, Duration.ofHours(1));
    DutyRequest two = request(2, Optional.empty(), Duration.ofHours(2));
    assertThat(inTransaction(() -> store().create(two, "key1"))).isFalse();
    assertThat(inTransaction(() -> store().create(two, "key2"))).isTrue();
    for (DutyRequest each : List.of(one, two)) {
      assertThat(store().find(each.token())).contains(each);
      assertThat(store().find(each.id())).contains(each);
    }
    assertThat(store().findByKey("key1")).contains(one);
    assertThat(store().findByKey("key3")).isEmpty();
  }

  @Test
  default void aRequestChangesOnceForEachVersion() {
    DutyRequest one = keep(1, ANNA, Duration.ofHours(1));
    DutyRequest taken = in(State.TAKEN, one, 0);
    assertThat(inTransaction(() -> store().update(taken))).isTrue();
    assertThat(inTransaction(() -> store().update(in(State.ENDED, one, 0)))).isFalse();
    assertThat(store().find(one.id())).contains(taken.as(1));
  }

  @Test
  default void ofManyWhoChangeARequestAtOnceExactlyOneDoes() {
    for (int round = 0; round < 10; round++) {
      DutyRequest one = keep(round, ANNA, Duration.ofHours(1));
      List<Boolean> changed =
          Concurrently.run(
              6, thread -> inTransaction(() -> store().update(in(State.TAKEN, one, 0))));
      assertThat(changed).containsOnlyOnce(true);
    }
  }

  @Test
  default void onlyWhatStillAsksIsAskedDueAndCounted() {
    DutyRequest later = keep(1, ANNA, Duration.ofHours(2));
    DutyRequest sooner = keep(2, ANNA, Duration.ofHours(1));
    DutyRequest others = keep(3, BEN, Duration.ofHours(3));
    DutyRequest taken = keep(4, ANNA, Duration.ofMinutes(1));
    run(() -> store().update(in(State.TAKEN, taken, 0)));
    assertThat(store().asked(ANNA)).containsExactly(sooner, later);
    assertThat(store().due(NOW.plus(Duration.ofHours(3)), 9))
        .containsExactly(sooner, later, others);
    assertThat(store().due(NOW.plus(Duration.ofHours(3)), 1)).containsExactly(sooner);
    assertThat(store().due(sooner.due().minusNanos(1_000), 9)).isEmpty();
    assertThat(store().nextDue()).contains(sooner.due());
    assertThat(store().countOfAddress("zoe@POST.example")).isEqualTo(3);
    assertThat(store().countOfAddress("mo@post.example")).isZero();
  }

  @Test
  default void departmentsGoOnDutyAndOff() {
    assertThat(store().onDuty()).isEmpty();
    run(() -> store().setOnDuty(BILLING, true));
    run(() -> store().setOnDuty(BILLING, true));
    assertThat(store().onDuty()).containsExactly(BILLING);
    run(() -> store().setOnDuty(BILLING, false));
    run(() -> store().setOnDuty(BILLING, false));
    assertThat(store().onDuty()).isEmpty();
  }

  @Test
  default void everybodyIsWillingWhoHasNotSaidNoAndWhenSomebodyWasAskedIsKept() {
    assertThat(store().isWilling(ANNA)).isTrue();
    run(() -> store().noteAsked(ANNA, NOW));
    run(() -> store().setWilling(ANNA, false));
    run(() -> store().setWilling(BEN, false));
    run(() -> store().setWilling(BEN, true));
    assertThat(store().isWilling(ANNA)).isFalse();
    assertThat(store().isWilling(BEN)).isTrue();
    run(() -> store().noteAsked(ANNA, NOW.plusSeconds(1)));
    assertThat(store().isWilling(ANNA)).isFalse();
    assertThat(store().lastAsked()).isEqualTo(Map.of(ANNA, NOW.plusSeconds(1)));
  }
}
