package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.RoutingDecision.Assigned;
import org.visavis.routing.RoutingDecision.Queued;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.jpa.JpaLeaseStore;
import org.visavis.routing.jpa.JpaLedger;
import org.visavis.routing.jpa.JpaRequestStore;
import org.visavis.routing.jpa.TestDatabase;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.Transactional;

/**
 * A request or reply that was acknowledged is there, once, however often and by how many at once it
 * was sent. What {@code kill -9} makes of it is tested where there is a server.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PromiseNothingAcknowledgedIsLostTest {

  private static final int THREADS = 8;

  /** A network that fails: the work is done or undone, and the customer learns nothing of it. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void inMemoryEachKeyIsOneRequestAndOneReply() {
    TestRouting test = new TestRouting();
    EmployeeId anna = test.presence.show("anna", 40);
    sendAllSeveralTimes(test.routing, test.ledger, Supplier::get, anna, 400);
    assertThat(test.observed.stream().filter(event -> event.kind() == Kind.RECEIVED)).hasSize(400);
    assertThat(test.observed.stream().filter(event -> event.kind() == Kind.CUSTOMER_WROTE))
        .hasSize(400);
  }

  @Test
  void onADatabaseEachKeyIsOneRequestThoughTransactionsFailInBetween() {
    try (TestDatabase database = TestDatabase.hsqldb()) {
      JpaLedger ledger = new JpaLedger(database::entityManager);
      StagedPresence presence = new StagedPresence(ledger);
      AtomicInteger told = new AtomicInteger();
      Map<String, Integer> mails = new ConcurrentHashMap<>();
      Routing routing =
          Routing.over(
                  presence,
                  ledger,
                  new JpaLeaseStore(database::entityManager),
                  new JpaRequestStore(database::entityManager),
                  new MovedClock())
              .afterCommit(database::afterCommit)
              .observer(
                  (request, events) -> {
                    if (told.incrementAndGet() % 5 == 0) {
                      throw new Lost();
                    }
                    String what = request.id() + " " + events.get(0).kind();
                    database.afterCommit(() -> mails.merge(what, 1, Integer::sum));
                  })
              .build();
      EmployeeId anna = presence.show("anna", 10);
      sendAllSeveralTimes(routing, ledger, new Stubborn(database), anna, 60);
      assertThat(mails.values()).allMatch(times -> times == 1);
      assertThat(mails.keySet().stream().filter(what -> what.endsWith("RECEIVED"))).hasSize(60);
    }
  }

  /** Tries again until it is acknowledged, as the portal's form and its customers do. */
  private record Stubborn(TestDatabase database) implements Transactional {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
      while (true) {
        try {
          return database.inTransaction(work);
        } catch (Lost e) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private static void sendAllSeveralTimes(
      Routing routing, Ledger ledger, Transactional transactions, EmployeeId employee, int keys) {
    Map<String, Set<RequestId>> acknowledged = new ConcurrentHashMap<>();
    Map<RequestId, RequestToken> tokens = new ConcurrentHashMap<>();
    Concurrently.run(
        THREADS,
        thread -> {
          for (int i = 0; i < keys; i++) {
            String key = "key-" + (thread % 2 == 0 ? i : keys - 1 - i);
            Request request =
                request(
                    transactions.inTransaction(
                        () ->
                            routing.submit(
                                TestRouting.wish(employee, IfUnavailable.WAIT, key),
                                Audience.PUBLIC)));
            acknowledged.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(request.id());
            tokens.put(request.id(), request.token());
            transactions.inTransaction(
                () -> routing.write(request.token(), "Noch etwas", "words-of-" + key));
          }
          return thread;
        });

    assertThat(acknowledged).hasSize(keys);
    assertThat(acknowledged.values()).allMatch(ids -> ids.size() == 1);
    List<Request> kept =
        transactions.inTransaction(
            () -> routing.inbox(employee, EnumSet.allOf(RequestState.class)));
    assertThat(kept).hasSize(keys);
    List<RequestId> ids = new ArrayList<>();
    int points = 0;
    for (Request one : kept) {
      ids.add(one.id());
      Request whole = transactions.inTransaction(() -> routing.find(one.token()).orElseThrow());
      assertThat(TestRouting.kinds(whole)).containsOnlyOnce(Kind.RECEIVED, Kind.CUSTOMER_WROTE);
      points += whole.held();
    }
    assertThat(ids).containsExactlyInAnyOrderElementsOf(tokens.keySet());
    int taken = transactions.inTransaction(() -> ledger.taken(employee));
    assertThat(taken).isEqualTo(points);
  }

  private static Request request(RoutingDecision decision) {
    return decision instanceof Queued queued ? queued.request() : ((Assigned) decision).request();
  }
}
