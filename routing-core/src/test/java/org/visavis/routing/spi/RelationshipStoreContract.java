package org.visavis.routing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Relationship;
import org.visavis.routing.RequestId;

/** What every store of relationships promises. */
public interface RelationshipStoreContract extends Transactional {

  Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");
  EmployeeId ANNA = EmployeeId.of("anna");
  EmployeeId BEN = EmployeeId.of("ben");

  RelationshipStore store();

  static RequestId id(int number) {
    return new RequestId(new UUID(7, number));
  }

  static Relationship with(EmployeeId helper, int request, int beginning, Instant at) {
    return new Relationship(id(request), id(beginning), Optional.of(helper), at);
  }

  default void run(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return 0;
        });
  }

  @Test
  default void aRelationshipIsFoundByItsRequestAsItWasKept() {
    Relationship one = with(ANNA, 1, 1, NOW);
    run(() -> store().save(one));
    assertThat(store().find(id(1))).contains(one);
    assertThat(store().find(id(2))).isEmpty();
  }

  @Test
  default void aRequestKeepsTheRelationshipThatItHas() {
    Relationship one = with(ANNA, 1, 1, NOW);
    run(() -> store().save(one));
    run(() -> store().save(with(BEN, 1, 2, NOW)));
    assertThat(store().find(id(1))).contains(one);
  }

  @Test
  default void whoeverHelpsIsTheHelperInAllOfOneRelationship() {
    run(() -> store().save(with(ANNA, 1, 1, NOW)));
    run(() -> store().save(with(ANNA, 2, 1, NOW)));
    run(() -> store().save(with(ANNA, 3, 3, NOW)));
    run(() -> store().helped(id(1), BEN, NOW.plusSeconds(1)));
    assertThat(store().find(id(1))).contains(with(BEN, 1, 1, NOW.plusSeconds(1)));
    assertThat(store().find(id(2))).contains(with(BEN, 2, 1, NOW.plusSeconds(1)));
    assertThat(store().find(id(3))).contains(with(ANNA, 3, 3, NOW));
  }

  @Test
  default void whatIsEndedIsEndedForGoodAndInAllOfIt() {
    run(() -> store().save(with(ANNA, 1, 1, NOW)));
    run(() -> store().save(with(ANNA, 2, 1, NOW)));
    run(() -> store().save(with(ANNA, 3, 3, NOW)));
    run(() -> store().end(id(1), NOW.plusSeconds(1)));
    run(() -> store().helped(id(1), BEN, NOW.plusSeconds(2)));
    for (int request = 1; request <= 2; request++) {
      assertThat(store().find(id(request)))
          .contains(new Relationship(id(request), id(1), Optional.empty(), NOW.plusSeconds(1)));
    }
    assertThat(store().find(id(3)).orElseThrow().helper()).contains(ANNA);
  }

  @Test
  default void oldOnesAreForgottenAFewAtATimeTheOldestFirst() {
    for (int number = 1; number <= 3; number++) {
      Relationship one = with(ANNA, number, number, NOW.minus(Duration.ofDays(4 - number)));
      run(() -> store().save(one));
    }
    run(() -> store().forget(NOW.minus(Duration.ofDays(1)), 1));
    assertThat(store().find(id(1))).isEmpty();
    assertThat(store().find(id(2))).isPresent();
    run(() -> store().forget(NOW.minus(Duration.ofDays(1)), 9));
    assertThat(store().find(id(2))).isEmpty();
    assertThat(store().find(id(3))).isPresent();
  }
}
