package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Openness;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.jpa.JpaLeaseStore;
import org.visavis.routing.jpa.JpaLedger;
import org.visavis.routing.jpa.JpaRequestStore;
import org.visavis.routing.jpa.TestDatabase;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.RequestStore;
import org.visavis.routing.spi.Transactional;

/**
 * An employee accepts at the very moment at which waiting ends: one of the two happens, whole, and
 * an employee who was too late is told. {@code -Dvisavis.races=100000} races as often on databases
 * as in memory.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class AcceptAgainstTimeoutTest {

  private static final int ON_A_DATABASE = Integer.getInteger("visavis.races", 300);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void inMemoryAHundredThousandTimes() {
    Race race =
        new Race(
            new MemoryLedger(), new MemoryLeaseStore(), new MemoryRequestStore(), Supplier::get);
    race.run(100_000);
  }

  @Test
  void onAnEmbeddedDatabase(@TempDir Path folder) {
    try (TestDatabase database = TestDatabase.hsqldb(folder)) {
      race(database).run(ON_A_DATABASE);
    }
  }

  @Test
  void onPostgres() {
    try (TestDatabase database = TestDatabase.postgres()) {
      race(database).run(ON_A_DATABASE);
    }
  }

  private static Race race(TestDatabase database) {
    return new Race(
        new JpaLedger(database::entityManager),
        new JpaLeaseStore(database::entityManager),
        new JpaRequestStore(database::entityManager),
        database::inTransaction);
  }

  /** One request after the other waits for somebody who has room and is about to look. */
  private static final class Race {

    private final MovedClock clock = new MovedClock();
    private final Ledger ledger;
    private final Transactional transactions;
    private final StagedPresence presence;
    private final Routing routing;
    private final EmployeeId anna;
    private final CyclicBarrier begin = new CyclicBarrier(2);
    private final CyclicBarrier end = new CyclicBarrier(2);
    private int accepted;
    private int expired;

    Race(Ledger ledger, LeaseStore leases, RequestStore requests, Transactional transactions) {
      this.ledger = ledger;
      this.transactions = transactions;
      presence = new StagedPresence(ledger);
      routing = Routing.over(presence, ledger, leases, requests, clock).patience(PATIENCE).build();
      anna = presence.show("anna", 1);
      presence.stage(anna, Openness.WAITLIST);
    }

    void run(int races) {
      Concurrently.run(
          2,
          thread -> {
            for (int race = 0; race < races; race++) {
              if (thread == 0) {
                accept(race);
              } else {
                timeOut();
              }
            }
            return thread;
          });
      assertThat(accepted + expired).isEqualTo(races);
      assertThat(accepted).as("accepted in time").isPositive();
      assertThat(expired).as("told that it was too late").isPositive();
    }

    private void accept(int race) {
      NewRequest wish = TestRouting.wish(anna, IfUnavailable.WAIT, "race-" + race);
      Request request =
          ((RoutingDecision.Queued)
                  transactions.inTransaction(() -> routing.submit(wish, Audience.PUBLIC)))
              .request();
      clock.move(PATIENCE);
      Concurrently.meet(begin);
      spin(race % 64);
      Step step = transactions.inTransaction(() -> routing.accept(anna, request.id()));
      Concurrently.meet(end);
      Request after = transactions.inTransaction(() -> routing.find(request.token()).orElseThrow());
      if (step instanceof Step.Taken taken) {
        accepted++;
        assertThat(taken.request().state()).isEqualTo(RequestState.ACCEPTED);
        assertItEnded(after, RequestState.ACCEPTED, Kind.ACCEPTED, Kind.EXPIRED, 1);
        transactions.inTransaction(() -> routing.resolve(anna, request.id(), ""));
      } else {
        expired++;
        Step.NotPossible not = (Step.NotPossible) step;
        assertThat(not.reason()).isEqualTo(Step.Reason.WRONG_STATE);
        assertThat(not.request().state()).isEqualTo(RequestState.EXPIRED);
        assertItEnded(after, RequestState.EXPIRED, Kind.EXPIRED, Kind.ACCEPTED, 0);
      }
    }

    private void assertItEnded(
        Request request, RequestState state, Kind happened, Kind not, int points) {
      assertThat(request.state()).isEqualTo(state);
      assertThat(TestRouting.kinds(request)).containsOnlyOnce(happened).doesNotContain(not);
      assertThat(transactions.inTransaction(() -> ledger.taken(anna))).isEqualTo(points);
    }

    private void timeOut() {
      Concurrently.meet(begin);
      transactions.inTransaction(routing::expireDue);
      Concurrently.meet(end);
    }

    /** Lets now the one, now the other be a little earlier. */
    private static void spin(int times) {
      for (int i = 0; i < times; i++) {
        Thread.onSpinWait();
      }
    }
  }
}
