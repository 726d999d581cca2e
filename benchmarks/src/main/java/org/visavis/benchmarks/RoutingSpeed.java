package org.visavis.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Presence;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.routing.ClaimOutcome;
import org.visavis.routing.Routing;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;

/**
 * Routing decisions in memory, by one thread: claims on people in random order, of whom as many are
 * full as a busy company has, and giving back, with the real presence told of every change.
 * Argument: employees (10,000).
 */
public final class RoutingSpeed {

  private static final int ROUNDS = 7;
  private static final int CLAIMS = 200_000;
  private static final int LIMIT = 5;
  private static final double GATE = 200_000;
  private static final double GATE_P99 = 50_000;

  private RoutingSpeed() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    int number = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    Clock clock = Clock.systemUTC();
    Directory directory =
        Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
    EmployeeId[] people = DurableRouting.hire(directory, number);
    MemoryLedger ledger = new MemoryLedger();
    Presence presence =
        Presence.over(directory, new MemoryPresenceStore(), clock, (at, action) -> () -> {})
            .workload(ledger)
            .open();
    Random random = new Random(1);
    Routing routing =
        Routing.over(presence, ledger, new MemoryLeaseStore(), new MemoryRequestStore(), clock)
            .build();
    int key = 0;
    for (EmployeeId person : people) {
      presence.setLimit(person, LIMIT);
      presence.setRule(person, Audience.PUBLIC, AppearanceRule.always());
      int busy = random.nextInt(LIMIT + 1);
      for (int i = 0; i < busy; i++) {
        routing.claim(person, Channel.MESSAGE, Audience.PUBLIC, "busy-" + key++);
      }
    }
    double[] decided = new double[ROUNDS];
    double[] whole = new double[ROUNDS];
    long[] p99 = new long[ROUNDS];
    int refused = 0;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < ROUNDS; round++) {
      long[] nanos = new long[CLAIMS];
      refused = 0;
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < CLAIMS; i++) {
        EmployeeId person = people[random.nextInt(people.length)];
        String name = "claim-" + key++;
        long before = System.nanoTime();
        ClaimOutcome outcome = routing.claim(person, Channel.MESSAGE, Audience.PUBLIC, name);
        nanos[i] = System.nanoTime() - before;
        if (outcome instanceof ClaimOutcome.Leased leased) {
          routing.release(leased.lease().token());
        } else {
          refused++;
        }
      }
      whole[round] = CLAIMS * 1e9 / (threads.getCurrentThreadCpuTime() - start);
      decided[round] = CLAIMS * 1e9 / Arrays.stream(nanos).sum();
      Arrays.sort(nanos);
      p99[round] = nanos[CLAIMS * 99 / 100];
    }
    double rate = median(decided);
    long slow = p99[ROUNDS - 1];
    System.out.printf(
        Locale.ROOT,
        "routing decisions in memory, %,d people, %d %% refused: %,.0f a second and core, p99 %.1f"
            + " µs; ratio to the gates of %,.0f and 50 µs: %.2f and %.2f; with giving back and all"
            + " else, by processor time: %,.0f a second%n",
        number,
        100 * refused / CLAIMS,
        rate,
        slow / 1e3,
        GATE,
        rate / GATE,
        slow / GATE_P99,
        median(whole));
    presence.close();
  }

  private static double median(double[] rounds) {
    double[] warm = Arrays.copyOfRange(rounds, 2, ROUNDS);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}
