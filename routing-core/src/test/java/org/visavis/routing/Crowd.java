package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.Transactional;

/**
 * Many customers at once who claim, give back, let run out, hand in and are cared for. It counts
 * for itself what each employee holds: up after an acknowledged claim, down before anything is
 * given back, so that its count is never above the truth, and one above the limit is one too many.
 *
 * <p>Now and then everybody pauses; then the ledger, the leases and requests that live, and the own
 * count must agree to the point. Only in a pause does time go on, so that it is known which leases
 * have ended; they are given back afterwards, while the others claim.
 */
final class Crowd {

  private static final int MOST_KEPT = 3;
  private static final Duration LONGEST_STEP = Duration.ofMinutes(6);

  private final Routing routing;
  private final Ledger ledger;
  private final MovedClock clock;
  private final Transactional transactions;
  private final List<EmployeeId> people;
  private final Map<EmployeeId, Integer> limits;
  private final Map<EmployeeId, AtomicInteger> held = new HashMap<>();
  private final List<Customer> customers = new ArrayList<>();
  private final Random steps = new Random(1);
  private final AtomicBoolean over = new AtomicBoolean();

  final LongAdder leased = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder assigned = new LongAdder();
  final LongAdder ended = new LongAdder();
  final LongAdder looks = new LongAdder();
  final AtomicInteger pauses = new AtomicInteger();
  final AtomicInteger excesses = new AtomicInteger();
  final AtomicInteger fullest = new AtomicInteger();

  Crowd(
      Routing routing,
      Ledger ledger,
      MovedClock clock,
      Transactional transactions,
      Map<EmployeeId, Integer> limits) {
    this.routing = routing;
    this.ledger = ledger;
    this.clock = clock;
    this.transactions = transactions;
    this.limits = limits;
    people = List.copyOf(limits.keySet());
    people.forEach(employee -> held.put(employee, new AtomicInteger()));
  }

  /**
   * Claims that often in all, with a number of pauses; another thread looks at the ledger all the
   * while.
   */
  void claim(int threads, int claims, int pauses) {
    for (int thread = 0; thread < threads; thread++) {
      customers.add(new Customer(thread));
    }
    Thread observer = new Thread(this::observe, "observer");
    observer.start();
    CyclicBarrier pause = new CyclicBarrier(threads, this::pause);
    Concurrently.run(
        threads,
        thread -> {
          for (int round = 0; round < pauses; round++) {
            customers.get(thread).claim(claims / threads / pauses);
            Concurrently.meet(pause);
          }
          return thread;
        });
    over.set(true);
    try {
      observer.join(60_000);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void observe() {
    while (!over.get()) {
      Map<EmployeeId, Integer> taken = transactions.inTransaction(ledger::taken);
      taken.forEach(this::check);
      looks.increment();
    }
  }

  private void check(EmployeeId employee, int points) {
    if (points > limits.get(employee)) {
      excesses.incrementAndGet();
    }
    fullest.accumulateAndGet(points, Math::max);
  }

  /** Runs while nobody else does anything. */
  private void pause() {
    transactions.inTransaction(routing::expireDue);
    assertThatEverythingAgrees();
    clock.move(Duration.ofMillis(steps.nextLong(LONGEST_STEP.toMillis())));
    customers.forEach(Customer::dropEnded);
    pauses.incrementAndGet();
  }

  /** The ledger, the leases and requests that are left, and this crowd's own count agree. */
  private void assertThatEverythingAgrees() {
    Map<EmployeeId, Integer> live = new HashMap<>();
    people.forEach(employee -> live.put(employee, requested(employee)));
    for (Customer customer : customers) {
      for (Lease lease : customer.all()) {
        Lease found =
            transactions.inTransaction(() -> routing.findLease(lease.token())).orElseThrow();
        live.merge(found.employee(), found.effort(), Integer::sum);
      }
    }
    for (EmployeeId employee : people) {
      int taken = transactions.inTransaction(() -> ledger.taken(employee));
      assertThat(held.get(employee)).as("counted for %s", employee).hasValue(taken);
      assertThat(live.get(employee)).as("live claims on %s", employee).isEqualTo(taken);
    }
  }

  private int requested(EmployeeId employee) {
    Supplier<Integer> effort =
        () ->
            routing
                .inbox(employee, Set.of(RequestState.ACCEPTED, RequestState.WAITING_FOR_CUSTOMER))
                .stream()
                .mapToInt(Request::held)
                .sum();
    return transactions.inTransaction(effort);
  }

  /** One customer after the other, on one thread. */
  private final class Customer {

    private final int thread;
    private final Random random;
    private final Deque<Lease> leases = new ArrayDeque<>();
    private final Deque<Lease> forgotten = new ArrayDeque<>();
    private final Deque<Request> requests = new ArrayDeque<>();
    private int number;

    Customer(int thread) {
      this.thread = thread;
      random = new Random(thread);
    }

    void claim(int times) {
      for (int i = 0; i < times; i++) {
        claim("claim-" + thread + "-" + number++);
        if (isEnough(leases)) {
          giveBack(leases.removeFirst());
        }
        if (isEnough(requests)) {
          end(requests.removeFirst());
        }
        if (random.nextInt(200) == 0) {
          transactions.inTransaction(routing::expireDue);
        }
      }
    }

    /** Where everybody kept a few for good, nobody would get any. */
    private boolean isEnough(Deque<?> kept) {
      return kept.size() > MOST_KEPT || (!kept.isEmpty() && random.nextInt(4) == 0);
    }

    private void claim(String key) {
      EmployeeId employee = people.get(random.nextInt(people.size()));
      Channel channel = random.nextInt(4) == 0 ? Channel.PHONE : Channel.MESSAGE;
      ClaimOutcome outcome = claim(employee, channel, key);
      if (outcome instanceof ClaimOutcome.Refused) {
        refused.increment();
        return;
      }
      Lease lease = ((ClaimOutcome.Leased) outcome).lease();
      leased.increment();
      check(employee, held.get(employee).addAndGet(lease.effort()));
      int next = random.nextInt(40);
      if (next == 0) {
        handIn(lease, key);
      } else if (next < 4) {
        leases.addLast(((ClaimOutcome.Leased) claim(employee, channel, key)).lease());
      } else if (next < 19) {
        leases.addLast(lease);
      } else if (next == 19 && forgotten.isEmpty()) {
        forgotten.addLast(lease);
      } else {
        giveBack(lease);
      }
    }

    private ClaimOutcome claim(EmployeeId employee, Channel channel, String key) {
      return transactions.inTransaction(
          () -> routing.claim(employee, channel, Audience.PUBLIC, key));
    }

    private void giveBack(Lease lease) {
      held.get(lease.employee()).addAndGet(-lease.effort());
      transactions.inTransaction(
          () -> {
            routing.release(lease.token());
            return lease;
          });
    }

    private void handIn(Lease lease, String key) {
      NewRequest wish =
          TestRouting.on(
              lease.channel(), TestRouting.wish(lease.employee(), IfUnavailable.ASK, key));
      RoutingDecision decision =
          transactions.inTransaction(
              () -> routing.submit(TestRouting.with(wish, lease.token()), Audience.PUBLIC));
      requests.addLast(((RoutingDecision.Assigned) decision).request());
      assigned.increment();
    }

    private void end(Request request) {
      held.get(request.employee()).addAndGet(-request.held());
      transactions.inTransaction(
          () ->
              random.nextBoolean()
                  ? routing.resolve(request.employee(), request.id(), "")
                  : routing.withdraw(request.token()));
    }

    List<Lease> all() {
      List<Lease> all = new ArrayList<>(leases);
      all.addAll(forgotten);
      return all;
    }

    void dropEnded() {
      for (Deque<Lease> kept : List.of(leases, forgotten)) {
        for (Iterator<Lease> each = kept.iterator(); each.hasNext(); ) {
          Lease lease = each.next();
          if (!clock.instant().isBefore(lease.until())) {
            each.remove();
            held.get(lease.employee()).addAndGet(-lease.effort());
            ended.increment();
          }
        }
      }
    }
  }
}
