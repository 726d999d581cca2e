package org.visavis.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.Decision;
import org.visavis.presence.LoadState;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceFacts;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Reachability;
import org.visavis.presence.Session;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;
import org.visavis.presence.WorkingTime;
import org.visavis.presence.Workload;
import org.visavis.presence.memory.MemoryPresenceStore;

/**
 * Presence in memory: the pure decision on many people, what a question to the façade costs, how
 * much memory a person takes, and how long a change is on its way to many watchers. Arguments:
 * employees (1,000,000 unless said) and watchers (10,000).
 *
 * <p>A third of the people have hours of eight kinds, a third of those a device in use; some have a
 * status by hand, an absence, a connector or a rule by load. Rates are by the processor time of the
 * one thread that asks, so that other work on the machine counts less.
 */
public final class PresenceSpeed {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int ROUNDS = 7;
  private static final int QUESTIONS = 2_000_000;
  private static final int CHANGES = 300;

  private static final Set<Channel> ALL = Set.of(Channel.values());

  private static long blackHole;

  private PresenceSpeed() {}

  /** Runs all of it. */
  public static void main(String[] arguments) {
    int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int watchers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    List<Employee> employees = employees(people);
    MemoryPresenceStore store = store(employees);
    long before = used();
    Presence presence =
        Presence.over(
                directory(employees), store, Clock.fixed(NOW, BERLIN), (at, action) -> () -> {})
            .open();
    long perPerson = (used() - before) / people;
    System.out.printf(
        "memory: %d bytes a person beyond directory and store; ratio to the gate of 1024: %.2f%n",
        perPerson, perPerson / 1024.0);
    decisions(people);
    questions(presence, employees);
    watched(presence, employees, watchers);
    System.out.println("(" + blackHole + ")");
    presence.close();
  }

  private static void decisions(int people) {
    Random random = new Random(4);
    List<WorkingTime> times = HOURS.stream().map(WorkingTime::of).toList();
    PresenceFacts[] facts = new PresenceFacts[people];
    for (int i = 0; i < people; i++) {
      facts[i] = facts(i, times.get(i % times.size()), random);
    }
    int[] order = random.ints(QUESTIONS, 0, people).toArray();
    double rate =
        rate(
            () -> {
              for (int i : order) {
                Reachability answer = Decision.decide(facts[i], NOW);
                blackHole += answer.shown() ? 1 : 2;
              }
            });
    System.out.printf(
        "decisions: %,.0f a second and core, of %,d people in random order; ratio to the gate of a"
            + " million: %.2f%n",
        rate, people, rate / 1e6);
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
      presence.setStatus(id, ManualStatus.until(status, NOW.plusSeconds(60 + i)));
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

  private static final List<WorkingHours> HOURS =
      List.of(
          WorkingHours.unspecified(),
          WorkingHours.parse(BERLIN, "Mon-Fri 08:00-12:00 12:45-16:30"),
          WorkingHours.unspecified(),
          WorkingHours.parse(BERLIN, "Mon-Thu 09:00-17:30, Fri 09:00-14:00"),
          WorkingHours.parse(ZoneId.of("America/New_York"), "Mon-Fri 09:00-17:00"),
          WorkingHours.unspecified(),
          WorkingHours.parse(BERLIN, "Sat-Sun 10:00-18:00"),
          WorkingHours.parse(ZoneId.of("Asia/Tokyo"), "Mon-Sun 20:00-06:00"));

  private static PresenceFacts facts(int i, WorkingTime time, Random random) {
    EmployeeId id = EmployeeId.of("p" + i);
    PresenceFacts.Builder facts =
        PresenceFacts.of(id, ALL).workingTime(time).workload(new Workload(random.nextInt(6), 5));
    if (i % 3 == 0) {
      facts.sessions(List.of(session("web", Session.State.IN_USE)));
    }
    if (i % 7 == 0) {
      facts.sessions(List.of(session("pbx", Session.State.BUSY)));
    }
    if (i % 11 == 0) {
      facts.manual(ManualStatus.until(Status.AWAY, NOW.plusSeconds(i + 1)));
    }
    if (i % 13 == 0) {
      facts.absences(List.of(absence(i / 13 % 20)));
    }
    if (i % 2 == 0) {
      facts.rule(AppearanceRule.byLoad(5, 3, AtLimit.SHOW_BUSY), LoadState.initial());
    }
    return facts.build();
  }

  private static Session session(String client, Session.State state) {
    return new Session(client, state, NOW, NOW.plusSeconds(120));
  }

  private static Absence absence(int longer) {
    return Absence.ofDays(
        AbsenceId.of("a"),
        Absence.Kind.HOLIDAY,
        LocalDate.of(2026, 11, 23),
        LocalDate.of(2026, 11, 27).plusDays(longer),
        BERLIN);
  }

  private static MemoryPresenceStore store(List<Employee> employees) {
    MemoryPresenceStore store = new MemoryPresenceStore();
    for (int i = 0; i < employees.size(); i++) {
      EmployeeId id = employees.get(i).id();
      PresenceSettings settings = PresenceSettings.initial(id);
      WorkingHours hours = HOURS.get(i % HOURS.size());
      if (!hours.spans().isEmpty()) {
        // As a store of rows does: each person has hours of his or her own.
        store.save(settings.withHours(WorkingHours.parse(hours.zone(), hours.text())));
      }
      if (i % 11 == 0) {
        store.save(
            settings.withManual(
                Optional.of(ManualStatus.until(Status.AWAY, NOW.plus(Duration.ofDays(1))))));
      }
      if (i % 13 == 0) {
        store.save(settings.withAbsence(absence(i / 13 % 20)));
      }
      if (i % 3 == 0) {
        store.saveSession(id, session("web", Session.State.IN_USE));
      }
    }
    return store;
  }

  private static List<Employee> employees(int number) {
    List<Employee> employees = new ArrayList<>(number);
    for (int i = 0; i < number; i++) {
      Employee.Builder builder = Employee.named(EmployeeId.of("p" + i), "P", "N");
      for (Channel channel : Channel.values()) {
        builder.channel(channel);
      }
      employees.add(builder.timeZone(BERLIN).region("DE-BE").build());
    }
    return employees;
  }

  /** A directory of nothing but people, because what it keeps itself is not the question here. */
  private static Directory directory(List<Employee> employees) {
    return (Directory)
        Proxy.newProxyInstance(
            Directory.class.getClassLoader(),
            new Class<?>[] {Directory.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "everybody" -> employees;
                  case "onChange" -> (AutoCloseable) () -> {};
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
