package org.visavis.routing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Concurrently;
import org.visavis.routing.Promise;
import org.visavis.routing.Promise.Stage;
import org.visavis.routing.RequestId;

/** What every store of promises promises. */
public interface PromiseStoreContract extends Transactional {

  /** The hour before the one that comes twice in Berlin. */
  Instant NOW = Instant.parse("2026-10-25T00:00:00.123456Z");

  DepartmentId BILLING = DepartmentId.of("billing");

  PromiseStore store();

  static Promise promise(int hours) {
    return new Promise(
        new RequestId(UUID.randomUUID()),
        EmployeeId.of("anna"),
        Duration.ofHours(hours).plusNanos(1_000),
        NOW,
        Optional.of(NOW.plus(Duration.ofHours(hours))),
        Stage.MADE,
        Optional.of(NOW.plus(Duration.ofHours(hours)).minusSeconds(60)));
  }

  static Promise with(Promise promise, Stage stage, Optional<Instant> next) {
    return new Promise(
        promise.request(),
        promise.employee(),
        promise.left(),
        promise.since(),
        promise.due(),
        stage,
        next);
  }

  default Promise save(Promise promise) {
    return inTransaction(
        () -> {
          store().save(promise);
          return promise;
        });
  }

  default void target(Optional<Duration> target) {
    inTransaction(
        () -> {
          store().saveTarget(BILLING, target);
          return target;
        });
  }

  @Test
  default void targetsAreKeptAndForgotten() {
    assertThat(store().targets()).isEmpty();
    target(Optional.of(Duration.ofMinutes(90)));
    target(Optional.of(Duration.ofMinutes(480)));
    assertThat(store().targets()).isEqualTo(Map.of(BILLING, Duration.ofHours(8)));
    target(Optional.empty());
    target(Optional.empty());
    assertThat(store().targets()).isEmpty();
  }

  @Test
  default void aPromiseIsFoundAsItWasKeptLast() {
    for (int hours = 1; hours < 4; hours++) {
      Promise promise = save(promise(hours));
      assertThat(store().find(promise.request())).contains(promise);
    }
    Promise running = save(promise(5));
    Promise stopped =
        save(
            new Promise(
                running.request(),
                running.employee(),
                Duration.ofMinutes(7),
                NOW.plusSeconds(1),
                Optional.empty(),
                Stage.REMINDED,
                Optional.empty()));
    assertThat(store().find(running.request())).contains(stopped);
    assertThat(store().find(List.of(running.request(), new RequestId(UUID.randomUUID()))))
        .isEqualTo(Map.of(running.request(), stopped));
    inTransaction(
        () -> {
          store().remove(running.request());
          store().remove(running.request());
          return true;
        });
    assertThat(store().find(running.request())).isEmpty();
    assertThat(store().find(List.of())).isEmpty();
  }

  @Test
  default void whatIsDueComesInItsOrderAndNotBefore() {
    assertThat(store().nextDue()).isEmpty();
    Promise second = save(promise(2));
    Promise first = save(promise(1));
    save(with(promise(1), Stage.OVERDUE, Optional.empty()));
    Instant firstNext = first.next().orElseThrow();
    assertThat(store().nextDue()).contains(firstNext);
    assertThat(store().due(firstNext.minusNanos(1_000), 9)).isEmpty();
    assertThat(store().due(firstNext, 9)).containsExactly(first);
    Instant later = NOW.plus(Duration.ofDays(1));
    assertThat(store().due(later, 9)).containsExactly(first, second);
    assertThat(store().due(later, 1)).containsExactly(first);
  }

  @Test
  default void aStageIsReachedOnceHoweverManyTry() {
    Promise made = save(promise(1));
    Promise reminded = with(made, Stage.REMINDED, made.due());
    List<Boolean> won =
        Concurrently.run(8, i -> inTransaction(() -> store().advance(made, reminded)));
    assertThat(IntStream.range(0, 8).filter(won::get).count()).isEqualTo(1);
    assertThat(store().find(made.request())).contains(reminded);
    Promise overdue = with(made, Stage.OVERDUE, Optional.empty());
    assertThat(inTransaction(() -> store().advance(reminded, overdue))).isTrue();
    assertThat(store().nextDue()).isEmpty();
  }

  @Test
  default void whatWasStoppedOrForgottenMeanwhileIsNotTakenOn() {
    Promise made = save(promise(1));
    Promise reminded = with(made, Stage.REMINDED, made.due());
    save(
        new Promise(
            made.request(),
            made.employee(),
            made.left(),
            made.since(),
            Optional.empty(),
            Stage.MADE,
            Optional.empty()));
    assertThat(inTransaction(() -> store().advance(made, reminded))).isFalse();
    Promise gone = promise(1);
    assertThat(inTransaction(() -> store().advance(gone, with(gone, Stage.REMINDED, gone.due()))))
        .isFalse();
  }
}
