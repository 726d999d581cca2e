package org.visavis.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.Status;
import org.visavis.presence.memory.MemoryPresenceStore;

/**
 * Presence in memory, behind the façade: what a question costs, how much memory a person takes, and
 * how long a change is on its way to many watchers. Arguments: employees (1,000,000 unless said)
 * and watchers (10,000). Rates are by the processor time of the one thread that asks, so that other
 * work on the machine counts less. The pure decision is measured by {@link Decisions}.
 */
public final class PresenceSpeed {

  private static final int ROUNDS = 7;
  private static final int QUESTIONS = 2_000_000;
  private static final int CHANGES = 300;

  private static long blackHole;

  private PresenceSpeed() {}

  /** Runs all of it. */
  public static void main(String[] arguments) {
    int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int watchers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    List<Employee> employees = Staff.employees(people);
    MemoryPresenceStore store = Staff.store(employees);
    long before = used();
    Presence presence =
        Presence.over(
                Staff.directory(employees),
                store,
                Clock.fixed(Staff.NOW, Staff.BERLIN),
                (at, action) -> () -> {})
            .open();
    long perPerson = (used() - before) / people;
    System.out.printf(
        "memory: %d bytes a person beyond directory and store; ratio to the gate of 1024: %.2f%n",
        perPerson, perPerson / 1024.0);
    questions(presence, employees);
    watched(presence, employees, watchers);
    System.out.println("(" + blackHole + ")");
    presence.close();
  }

  private static void questions(Presence presence, List<Employee> employees) {
    int[] order = new Random(5).ints(QUESTIONS, 0, employees.size()).toArray();
    EmployeeId[] ids = employees.stream().map(Employee::id).toArray(EmployeeId[]::new);
    double rate =
        rate(
            () -> {
              for (int i : order) {
                Openness open = presence.openness(ids[i], Channel.PHONE, Audience.PUBLIC);
                blackHole += open == Openness.OPEN ? 1 : 2;
              }
            });
    System.out.printf("questions to the façade: %,.0f a second and core%n", rate);
  }

  private static double rate(Runnable questions) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] rates = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      questions.run();
      rates[round] = QUESTIONS * 1e9 / (threads.getCurrentThreadCpuTime() - start);
    }
    double[] warm = Arrays.copyOfRange(rates, 2, ROUNDS);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }

  private static void watched(Presence presence, List<Employee> employees, int watchers) {
    AtomicInteger reached = new AtomicInteger();
    List<AutoCloseable> subscriptions = new ArrayList<>(watchers);
    for (int i = 0; i < watchers; i++) {
      subscriptions.add(
          presence
              .feed()
              .watch(
                  presence.feed().revision(),
                  (changes, snapshot) -> reached.addAndGet(changes.size())));
    }
    long[] nanos = new long[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      reached.set(0);
      EmployeeId id = employees.get(i % Math.min(50, employees.size())).id();
      Status status = i / 50 % 2 == 0 ? Status.BUSY : Status.AWAY;
      long start = System.nanoTime();
      presence.setStatus(id, ManualStatus.until(status, Staff.NOW.plusSeconds(60 + i)));
      nanos[i] = System.nanoTime() - start;
      if (reached.get() != watchers) {
        throw new IllegalStateException(reached.get() + " watchers were reached");
      }
    }
    long[] warm = Arrays.copyOfRange(nanos, CHANGES / 3, CHANGES);
    Arrays.sort(warm);
    double p99 = warm[warm.length * 99 / 100] / 1e6;
    System.out.printf(
        "a change reaches %,d watchers: median %.2f ms, p99 %.2f ms, on one thread; ratio to the"
            + " gate of 10 ms: %.2f%n",
        watchers, warm[warm.length / 2] / 1e6, p99, p99 / 10);
    subscriptions.forEach(PresenceSpeed::close);
  }

  private static void close(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
