package org.visavis.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.jpa.JpaLeaseStore;
import org.visavis.routing.jpa.JpaLedger;
import org.visavis.routing.jpa.JpaRequestStore;
import org.visavis.routing.jpa.TestDatabase;

/**
 * A node of its own: another virtual machine with the same routing on the same database. It shares
 * nothing with the test but the database; it is told what to do, line by line.
 */
final class AnotherProcess implements AutoCloseable {

  /** What each of its people allows. */
  static final int LIMIT = 3;

  private static final int THREADS = 4;
  private static final int PEOPLE = 4;

  private final Process process;
  private final BufferedReader answers;
  private final PrintStream orders;

  private AnotherProcess(Process process) {
    this.process = process;
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /** Starts one and waits until it is ready. */
  static AnotherProcess on(String address) throws IOException {
    AnotherProcess started =
        new AnotherProcess(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-Duser.timezone=UTC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    AnotherProcess.class.getName(),
                    address,
                    Long.toString(ProcessHandle.current().pid() + System.nanoTime()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    started.answer();
    return started;
  }

  static EmployeeId person(int number) {
    return EmployeeId.of("person-" + number);
  }

  /** Claims and gives back at random, that often, on several threads; does not wait for it. */
  void claim(int claims) {
    orders.println("claim " + claims);
  }

  /** All threads want the last slot of the first person at once; does not wait for it. */
  void contend(int contenders) {
    orders.println("contend " + contenders);
  }

  /** Gives back all that it holds. */
  void giveBack() throws IOException {
    orders.println("give-back 0");
    answer();
  }

  boolean isDone() throws IOException {
    return answers.ready();
  }

  /** Answers how many points it holds of whom, once it is done. */
  Map<EmployeeId, Integer> held() throws IOException {
    Map<EmployeeId, Integer> held = new LinkedHashMap<>();
    String[] points = answer().split(" ");
    for (int i = 0; i < PEOPLE; i++) {
      held.put(person(i), Integer.parseInt(points[i]));
    }
    return held;
  }

  private String answer() throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("The other process has ended");
    }
    return answer;
  }

  @Override
  public void close() throws InterruptedException {
    orders.close();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** The process itself. Arguments: the database's address, a seed. */
  public static void main(String[] arguments) throws IOException {
    // What libraries print must not look like an answer.
    PrintStream answers = System.out;
    System.setOut(System.err);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (TestDatabase database = TestDatabase.at(arguments[0])) {
      Node node = new Node(database, arguments[1]);
      answers.println("ready");
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        String[] words = order.split(" ");
        int times = Integer.parseInt(words[1]);
        switch (words[0]) {
          case "claim" -> Concurrently.run(THREADS, thread -> node.claim(thread, times / THREADS));
          case "contend" ->
              Concurrently.run(THREADS, thread -> node.contend(thread, times / THREADS));
          default -> node.giveBackAll();
        }
        answers.println(node.held());
      }
    }
  }

  private static final class Node {

    private final TestDatabase database;
    private final String seed;
    private final Routing routing;
    private final List<Deque<Lease>> leases = new ArrayList<>();
    private final AtomicInteger keys = new AtomicInteger();

    Node(TestDatabase database, String seed) {
      this.database = database;
      this.seed = seed;
      JpaLedger ledger = new JpaLedger(database::entityManager);
      StagedPresence presence = new StagedPresence(ledger);
      for (int i = 0; i < PEOPLE; i++) {
        presence.show(person(i).value(), LIMIT);
      }
      for (int thread = 0; thread < THREADS; thread++) {
        leases.add(new ArrayDeque<>());
      }
      routing =
          Routing.over(
                  presence,
                  ledger,
                  new JpaLeaseStore(database::entityManager),
                  new JpaRequestStore(database::entityManager),
                  new MovedClock())
              .afterCommit(database::afterCommit)
              .build();
    }

    int claim(int thread, int times) {
      Deque<Lease> own = leases.get(thread);
      Random random = new Random(seed.hashCode() + (long) thread);
      for (int i = 0; i < times; i++) {
        take(person(random.nextInt(PEOPLE)), own);
        if (own.size() > 1) {
          giveBack(own.removeFirst());
        }
      }
      return times;
    }

    int contend(int thread, int times) {
      for (int i = 0; i < times; i++) {
        take(person(0), leases.get(thread));
      }
      return times;
    }

    private void take(EmployeeId person, Deque<Lease> own) {
      String key = seed + "-" + keys.incrementAndGet();
      ClaimOutcome outcome =
          database.inTransaction(
              () -> routing.claim(person, Channel.MESSAGE, Audience.PUBLIC, key));
      if (outcome instanceof ClaimOutcome.Leased leased) {
        own.addLast(leased.lease());
      }
    }

    void giveBackAll() {
      leases.forEach(
          own -> {
            own.forEach(this::giveBack);
            own.clear();
          });
    }

    private void giveBack(Lease lease) {
      database.inTransaction(
          () -> {
            routing.release(lease.token());
            return lease;
          });
    }

    String held() {
      int[] points = new int[PEOPLE];
      leases.forEach(own -> own.forEach(lease -> points[number(lease)] += lease.effort()));
      StringBuilder line = new StringBuilder();
      for (int each : points) {
        line.append(each).append(' ');
      }
      return line.toString();
    }

    private static int number(Lease lease) {
      return Integer.parseInt(lease.employee().value().substring("person-".length()));
    }
  }
}
