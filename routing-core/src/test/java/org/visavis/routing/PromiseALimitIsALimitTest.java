package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.jpa.JpaLeaseStore;
import org.visavis.routing.jpa.JpaLedger;
import org.visavis.routing.jpa.JpaRequestStore;
import org.visavis.routing.jpa.TestDatabase;
import org.visavis.routing.spi.Transactional;

/** Under any concurrency, nobody ever holds more than the limit allows. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PromiseALimitIsALimitTest {

  private static Map<EmployeeId, Integer> hire(StagedPresence presence, int people) {
    Map<EmployeeId, Integer> limits = new LinkedHashMap<>();
    for (int i = 0; i < people; i++) {
      int limit = 1 + i % 5;
      limits.put(presence.show("person-" + i, limit), limit);
    }
    return limits;
  }

  @Test
  void aMillionClaimsBySixtyFourThreadsInMemory() {
    TestRouting test = new TestRouting();
    Crowd crowd = new Crowd(test.routing, test.ledger, Supplier::get, hire(test.presence, 50));
    crowd.claim(64, 1_000_000);
    assertThat(crowd.leased.sum() + crowd.refused.sum()).isEqualTo(1_000_000);
    assertThatItMeantSomething(crowd);
    assertThat(crowd.excesses).hasValue(0);
    crowd.assertThatEverythingAgrees();
  }

  @Test
  void claimsByEightThreadsOnADatabase(@TempDir Path folder) {
    try (TestDatabase database = TestDatabase.hsqldb(folder)) {
      JpaLedger ledger = new JpaLedger(database::entityManager);
      StagedPresence presence = new StagedPresence(ledger);
      Routing routing =
          Routing.over(
                  presence,
                  ledger,
                  new JpaLeaseStore(database::entityManager),
                  new JpaRequestStore(database::entityManager),
                  new MovedClock())
              .afterCommit(database::afterCommit)
              .build();
      Transactional transactions = database::inTransaction;
      Crowd crowd = new Crowd(routing, ledger, transactions, hire(presence, 8));
      crowd.claim(8, 1_000);
      assertThat(crowd.leased.sum() + crowd.refused.sum()).isEqualTo(1_000);
      assertThatItMeantSomething(crowd);
      assertThat(crowd.excesses).hasValue(0);
      crowd.assertThatEverythingAgrees();
    }
  }

  /** Limits were reached, claims refused, requests handed in, and somebody looked all the while. */
  private static void assertThatItMeantSomething(Crowd crowd) {
    assertThat(crowd.fullest).hasValue(5);
    assertThat(crowd.leased.sum()).isGreaterThan(100);
    assertThat(crowd.refused.sum()).isGreaterThan(100);
    assertThat(crowd.assigned.sum()).isPositive();
    assertThat(crowd.looks.sum()).isGreaterThan(10);
  }
}
