package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.directory.EmployeeId;
import org.visavis.postgres.PostgresServer;
import org.visavis.routing.jpa.JpaLeaseStore;
import org.visavis.routing.jpa.JpaLedger;
import org.visavis.routing.jpa.JpaRequestStore;
import org.visavis.routing.jpa.TestDatabase;
import org.visavis.routing.spi.Transactional;

/**
 * Under any concurrency, nobody ever holds more than the limit allows, and what the ledger counts
 * is what lives. {@code -Dvisavis.claims=64000000 -Djunit.jupiter.execution.timeout.mode=disabled}
 * lets each of the 64 threads claim a million times.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class PromiseALimitIsALimitTest {

  private static final int CLAIMS = Integer.getInteger("visavis.claims", 1_000_000);
  private static final int ON_A_DATABASE = CLAIMS / 500;

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
    Crowd crowd =
        new Crowd(test.routing, test.ledger, test.clock, Supplier::get, hire(test.presence, 50));
    int pauses = CLAIMS / 40_000;
    crowd.claim(64, CLAIMS, pauses);
    assertThat(crowd.pauses).hasValue(pauses);
    assertThat(crowd.leased.sum() + crowd.refused.sum()).isEqualTo(CLAIMS);
    assertThatItMeantSomething(crowd);
  }

  @Test
  void claimsByEightThreadsOnAnEmbeddedDatabase(@TempDir Path folder) {
    try (TestDatabase database = TestDatabase.hsqldb(folder)) {
      claim(database);
    }
  }

  @Test
  void claimsByEightThreadsOnPostgres() {
    try (TestDatabase database = TestDatabase.postgres()) {
      claim(database);
    }
  }

  private static void claim(TestDatabase database) {
    JpaLedger ledger = new JpaLedger(database::entityManager);
    StagedPresence presence = new StagedPresence(ledger);
    MovedClock clock = new MovedClock();
    Routing routing =
        Routing.over(
                presence,
                ledger,
                new JpaLeaseStore(database::entityManager),
                new JpaRequestStore(database::entityManager),
                clock)
            .afterCommit(database::afterCommit)
            .build();
    Transactional transactions = database::inTransaction;
    Crowd crowd = new Crowd(routing, ledger, clock, transactions, hire(presence, 8));
    crowd.claim(8, ON_A_DATABASE, 5);
    assertThat(crowd.pauses).hasValue(5);
    assertThat(crowd.leased.sum() + crowd.refused.sum()).isEqualTo(ON_A_DATABASE);
    assertThatItMeantSomething(crowd);
  }

  @Test
  void claimsOfTwoProcessesOnOnePostgres() throws Exception {
    String address = PostgresServer.newDatabase();
    try (TestDatabase database = TestDatabase.at(address);
        AnotherProcess one = AnotherProcess.on(address);
        AnotherProcess two = AnotherProcess.on(address)) {
      JpaLedger ledger = new JpaLedger(database::entityManager);
      for (int round = 0; round < 3; round++) {
        List<AnotherProcess> both = List.of(one, two);
        for (AnotherProcess each : both) {
          each.claim(ON_A_DATABASE / 10);
        }
        int looks = 0;
        while (!one.isDone() || !two.isDone()) {
          Map<EmployeeId, Integer> taken = database.inTransaction(ledger::taken);
          assertThat(taken.values()).allMatch(points -> points <= AnotherProcess.LIMIT);
          looks++;
        }
        assertThat(looks).isPositive();
        Map<EmployeeId, Integer> live = new LinkedHashMap<>();
        for (AnotherProcess each : both) {
          each.held().forEach((who, points) -> live.merge(who, points, Integer::sum));
        }
        live.values().removeIf(points -> points == 0);
        assertThat(live).isNotEmpty();
        Map<EmployeeId, Integer> taken = database.inTransaction(ledger::taken);
        assertThat(taken).isEqualTo(live);
      }
    }
  }

  /**
   * Limits were reached, claims refused, leases ended by themselves, requests were handed in, and
   * somebody looked all the while and saw nobody above the limit.
   */
  private static void assertThatItMeantSomething(Crowd crowd) {
    assertThat(crowd.excesses).hasValue(0);
    assertThat(crowd.fullest).hasValue(5);
    assertThat(crowd.leased.sum()).isGreaterThan(100);
    assertThat(crowd.refused.sum()).isGreaterThan(100);
    assertThat(crowd.assigned.sum()).isPositive();
    assertThat(crowd.ended.sum()).isPositive();
    assertThat(crowd.looks.sum()).isGreaterThan(10);
  }
}
