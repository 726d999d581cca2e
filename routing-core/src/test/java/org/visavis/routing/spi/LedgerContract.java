package org.visavis.routing.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Concurrently;
import org.visavis.routing.spi.Ledger.Limits;

/** What every ledger promises. */
public interface LedgerContract extends Transactional {

  EmployeeId ANNA = EmployeeId.of("anna");
  EmployeeId BEN = EmployeeId.of("ben");

  Ledger ledger();

  /** Takes points of somebody whose limit holds in full. */
  default boolean take(EmployeeId employee, int points, int limitIfNew) {
    return take(employee, points, new Limits(limitIfNew, Limits.UNLIMITED, Limits.UNLIMITED));
  }

  default boolean take(EmployeeId employee, int points, Limits limits) {
    return inTransaction(() -> ledger().tryTake(employee, Channel.MESSAGE, points, limits));
  }

  default void giveBack(EmployeeId employee, int points) {
    inTransaction(
        () -> {
          ledger().giveBack(employee, Channel.MESSAGE, points);
          return null;
        });
  }

  default void limit(EmployeeId employee, int points) {
    inTransaction(
        () -> {
          ledger().limitChanged(employee, points);
          return null;
        });
  }

  @Test
  default void pointsAreTakenUpToTheLimitAndNoFurther() {
    assertThat(take(ANNA, 2, 5)).isTrue();
    assertThat(take(ANNA, 3, 5)).isTrue();
    assertThat(take(ANNA, 1, 5)).isFalse();
    assertThat(ledger().taken(ANNA)).isEqualTo(5);
  }

  @Test
  default void moreThanIsLeftIsRefusedWhole() {
    assertThat(take(ANNA, 4, 5)).isTrue();
    assertThat(take(ANNA, 2, 5)).isFalse();
    assertThat(ledger().taken(ANNA)).isEqualTo(4);
  }

  @Test
  default void aFirstClaimBeyondTheLimitIsRefused() {
    assertThat(take(ANNA, 6, 5)).isFalse();
    assertThat(ledger().taken(ANNA)).isZero();
  }

  @Test
  default void theLimitOfSomebodyKnownIsNotTheOneThatComesWithTheClaim() {
    take(ANNA, 1, 1);
    assertThat(take(ANNA, 1, 9)).isFalse();
  }

  @Test
  default void aPartOfTheLimitHoldsForNowAndIsNotKept() {
    assertThat(take(ANNA, 3, new Limits(5, 3, Limits.UNLIMITED))).isTrue();
    assertThat(take(ANNA, 1, new Limits(5, 3, Limits.UNLIMITED))).isFalse();
    assertThat(take(BEN, 4, new Limits(5, 3, Limits.UNLIMITED))).isFalse();
    assertThat(take(ANNA, 2, 5)).as("in full again").isTrue();
    assertThat(take(ANNA, 1, new Limits(5, 9, Limits.UNLIMITED))).as("never more").isFalse();
  }

  @Test
  default void whatIsGivenBackCanBeTakenAgain() {
    take(ANNA, 5, 5);
    giveBack(ANNA, 3);
    assertThat(ledger().taken(ANNA)).isEqualTo(2);
    assertThat(take(ANNA, 4, 5)).isFalse();
    assertThat(take(ANNA, 3, 5)).isTrue();
  }

  @Test
  default void givingBackMoreThanIsTakenIsADefectAndChangesNothing() {
    take(ANNA, 2, 5);
    assertThatThrownBy(() -> giveBack(ANNA, 3)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> giveBack(BEN, 1)).isInstanceOf(IllegalStateException.class);
    assertThat(ledger().taken(ANNA)).isEqualTo(2);
  }

  default void takeBeyond(EmployeeId employee, int points, int limitIfNew) {
    inTransaction(
        () -> {
          ledger().takeBeyond(employee, Channel.MESSAGE, points, limitIfNew);
          return null;
        });
  }

  @Test
  default void whatIsTakenBeyondTheLimitLetsNothingInUntilThereIsRoom() {
    take(ANNA, 2, 2);
    takeBeyond(ANNA, 2, 2);
    assertThat(ledger().taken(ANNA)).isEqualTo(4);
    assertThat(ledger().takenByChannel(ANNA).getOrDefault(Channel.CHAT, 0)).isZero();
    giveBack(ANNA, 2);
    assertThat(take(ANNA, 1, 2)).isFalse();
    giveBack(ANNA, 1);
    assertThat(take(ANNA, 1, 2)).isTrue();
    assertThat(take(ANNA, 1, 2)).isFalse();
  }

  @Test
  default void somebodyUnknownCanTakeBeyondTheLimitToo() {
    takeBeyond(ANNA, 3, 2);
    assertThat(ledger().taken(ANNA)).isEqualTo(3);
    limit(ANNA, 4);
    assertThat(take(ANNA, 1, 9)).isTrue();
    assertThat(take(ANNA, 1, 9)).isFalse();
    assertThatThrownBy(() -> takeBeyond(ANNA, 0, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void aRaisedLimitMakesRoom() {
    take(ANNA, 2, 2);
    limit(ANNA, 3);
    assertThat(take(ANNA, 1, 2)).isTrue();
    assertThat(take(ANNA, 1, 2)).isFalse();
  }

  @Test
  default void aLimitBelowWhatIsTakenLetsNothingInUntilThereIsRoom() {
    take(ANNA, 5, 5);
    limit(ANNA, 2);
    assertThat(take(ANNA, 1, 5)).isFalse();
    giveBack(ANNA, 2);
    assertThat(ledger().taken(ANNA)).isEqualTo(3);
    assertThat(take(ANNA, 1, 5)).isFalse();
    giveBack(ANNA, 2);
    assertThat(take(ANNA, 1, 5)).isTrue();
    assertThat(take(ANNA, 1, 5)).isFalse();
  }

  @Test
  default void aLimitCanBeSetBeforeAnythingIsTaken() {
    limit(ANNA, 1);
    assertThat(take(ANNA, 1, 9)).isTrue();
    assertThat(take(ANNA, 1, 9)).isFalse();
  }

  @Test
  default void onlyThoseWhoCarryAnythingAreListed() {
    take(ANNA, 2, 5);
    take(BEN, 1, 5);
    giveBack(BEN, 1);
    assertThat(ledger().taken()).containsExactly(entry(ANNA, 2));
    giveBack(ANNA, 2);
    assertThat(ledger().taken()).isEqualTo(Map.of());
  }

  @Test
  default void pointsBelowOneAreACallersMistake() {
    assertThatThrownBy(() -> ledger().tryTake(ANNA, Channel.MESSAGE, 0, Limits.of(5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ledger().giveBack(ANNA, Channel.MESSAGE, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ledger().limitChanged(ANNA, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void manyWhoTakeAtOnceGetAsMuchAsTheLimitAllows() {
    long got =
        Concurrently.run(
                8,
                thread -> {
                  int mine = 0;
                  for (int i = 0; i < 20; i++) {
                    mine += take(ANNA, 1, 7) ? 1 : 0;
                  }
                  return mine;
                })
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    assertThat(got).isEqualTo(7);
    assertThat(ledger().taken(ANNA)).isEqualTo(7);
  }
}
