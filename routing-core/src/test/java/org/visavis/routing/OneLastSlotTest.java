package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.postgres.PostgresServer;
import org.visavis.routing.jpa.JpaLeaseStore;
import org.visavis.routing.jpa.JpaLedger;
import org.visavis.routing.jpa.JpaRequestStore;
import org.visavis.routing.jpa.TestDatabase;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.Transactional;

/**
 * A thousand contenders want one last slot: in each round one gets it, and all others are told that
 * the person is full. {@code -Dvisavis.rounds=1000} plays a thousand rounds in memory, and a
 * hundredth of that on each database.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class OneLastSlotTest {

  private static final int CONTENDERS = 1_000;
  private static final int LIMIT = 3;
  private static final int ROUNDS = Integer.getInteger("visavis.rounds", 200);
  private static final int ON_A_DATABASE = Math.max(3, ROUNDS / 100);

  @Test
  void inMemoryBetweenAThousandThreads() {
    TestRouting test = new TestRouting();
    EmployeeId anna = test.presence.show("anna", LIMIT);
    Race race = new Race(test.routing, test.ledger, Supplier::get, anna);
    race.run(CONTENDERS, 1, ROUNDS);
  }

  @Test
  void onAnEmbeddedDatabase(@TempDir Path folder) {
    try (TestDatabase database = TestDatabase.hsqldb(folder)) {
      race(database).run(20, CONTENDERS / 20, ON_A_DATABASE);
    }
  }

  @Test
  void onPostgres() {
    try (TestDatabase database = TestDatabase.postgres()) {
      race(database).run(20, CONTENDERS / 20, ON_A_DATABASE);
    }
  }

  @Test
  void onPostgresBetweenTwoProcesses() throws Exception {
    String address = PostgresServer.newDatabase();
    try (TestDatabase database = TestDatabase.at(address);
        AnotherProcess one = AnotherProcess.on(address);
        AnotherProcess two = AnotherProcess.on(address)) {
      JpaLedger ledger = new JpaLedger(database::entityManager);
      EmployeeId person = AnotherProcess.person(0);
      for (int point = 1; point < AnotherProcess.LIMIT; point++) {
        assertThat(database.inTransaction(() -> take(ledger, person))).isTrue();
      }
      for (int round = 0; round < ON_A_DATABASE; round++) {
        one.contend(CONTENDERS / 2);
        two.contend(CONTENDERS / 2);
        int got = one.held().get(person) + two.held().get(person);
        assertThat(got).as("round %d", round).isEqualTo(1);
        one.giveBack();
        two.giveBack();
      }
    }
  }

  private static boolean take(Ledger ledger, EmployeeId person) {
    return ledger.tryTake(person, Channel.MESSAGE, 1, Ledger.Limits.of(AnotherProcess.LIMIT));
  }

  private static Race race(TestDatabase database) {
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
    return new Race(routing, ledger, database::inTransaction, presence.show("anna", LIMIT));
  }

  /** All but one slot of somebody are taken. */
  private static final class Race {

    private final Routing routing;
    private final Ledger ledger;
    private final Transactional transactions;
    private final EmployeeId person;
    private final Queue<Lease> winners = new ConcurrentLinkedQueue<>();
    private final Map<Refusal, LongAdder> told = Map.of(Refusal.AT_LIMIT, new LongAdder());
    private final List<Integer> winnersOfRounds = new ArrayList<>();

    Race(Routing routing, Ledger ledger, Transactional transactions, EmployeeId person) {
      this.routing = routing;
      this.ledger = ledger;
      this.transactions = transactions;
      this.person = person;
      for (int point = 1; point < LIMIT; point++) {
        assertThat(claim("before-" + point)).isInstanceOf(ClaimOutcome.Leased.class);
      }
    }

    void run(int threads, int claimsOfEach, int rounds) {
      CyclicBarrier start = new CyclicBarrier(threads);
      CyclicBarrier end = new CyclicBarrier(threads, this::giveBack);
      Concurrently.run(
          threads,
          thread -> {
            for (int round = 0; round < rounds; round++) {
              Concurrently.meet(start);
              for (int i = 0; i < claimsOfEach; i++) {
                contend(round + "-" + thread + "-" + i);
              }
              Concurrently.meet(end);
            }
            return thread;
          });
      assertThat(winnersOfRounds).hasSize(rounds).containsOnly(1);
      assertThat(told.get(Refusal.AT_LIMIT).sum())
          .isEqualTo((long) rounds * (threads * claimsOfEach - 1));
    }

    private void contend(String key) {
      claim(key)
          .fold(
              leased -> winners.add(leased.lease()),
              refused -> {
                told.get(refused.reason()).increment();
                return false;
              });
    }

    private ClaimOutcome claim(String key) {
      return transactions.inTransaction(
          () -> routing.claim(person, Channel.MESSAGE, Audience.PUBLIC, key));
    }

    private void giveBack() {
      winnersOfRounds.add(winners.size());
      assertThat(transactions.inTransaction(() -> ledger.taken(person))).isEqualTo(LIMIT);
      winners.forEach(
          lease ->
              transactions.inTransaction(
                  () -> {
                    routing.release(lease.token());
                    return lease;
                  }));
      winners.clear();
    }
  }
}
