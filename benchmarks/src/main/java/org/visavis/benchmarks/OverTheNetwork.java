package org.visavis.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.population.Population;

/**
 * The portal's search over HTTP beside OpenLDAP's slapd, one after the other on this machine with
 * the same people, the same queries and the same number of clients, each on a connection that
 * stays: queries per second, the server's time on a processor for each, how long they take, and how
 * often somebody of the name that was meant is among the first ten. The clients take their part of
 * the same processors, so the time on a processor tells more than the rate.
 *
 * <p>Arguments: people (10000), clients (4), the portal's heap (1g). slapd must be on this machine.
 */
final class OverTheNetwork {

  private static final int QUERIES = 4_000;
  private static final Duration WARM = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(10);

  private OverTheNetwork() {}

  /** A server with people. */
  interface Server extends AutoCloseable {
    String label();

    ProcessHandle process();

    Client connect() throws Exception;

    @Override
    void close() throws IOException;
  }

  /** Finds people; used by one thread. */
  @FunctionalInterface
  interface Client extends AutoCloseable {

    /** Answers the shown names of the first ten. */
    List<String> search(SearchQuery query) throws Exception;

    @Override
    default void close() {}
  }

  private record Result(double rate, double processor) {}

  public static void main(String[] args) throws Exception {
    int people = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int clients = args.length > 1 ? Integer.parseInt(args[1]) : 4;
    System.setProperty("http.maxConnections", Integer.toString(clients));
    Population population = Population.of(people);
    Set<EmployeeId> everybody =
        population.entries().stream()
            .map(entry -> entry.profile().id())
            .collect(Collectors.toUnmodifiableSet());
    List<SearchQuery> queries = SearchQuery.some(QUERIES, population, everybody);
    System.out.printf("%,d people, %d clients%n", people, clients);
    Result slapd;
    try (Server server = Slapd.over(population)) {
      slapd = measure(server, queries, clients);
    }
    try (Server server = PortalSearch.over(population, args.length > 2 ? args[2] : "1g")) {
      Result portal = measure(server, queries, clients);
      System.out.printf(
          Locale.ROOT,
          "portal / slapd: rate %.2f, time on a processor %.2f%n",
          portal.rate() / slapd.rate(),
          portal.processor() / slapd.processor());
    }
  }

  private static Result measure(Server server, List<SearchQuery> queries, int clients)
      throws Exception {
    System.out.println(server.label());
    try (Client client = server.connect()) {
      for (SearchQuery.Kind kind : SearchQuery.Kind.values()) {
        int asked = 0;
        int found = 0;
        for (SearchQuery query : queries.subList(0, QUERIES / 4)) {
          if (query.kind() == kind) {
            asked++;
            found += client.search(query).stream().anyMatch(query::isMeant) ? 1 : 0;
          }
        }
        System.out.printf(
            Locale.ROOT,
            "  %-28s recall@10 %.3f%n",
            kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            (double) found / asked);
      }
    }
    run(server, queries, clients, WARM);
    Duration before = server.process().info().totalCpuDuration().orElseThrow();
    long start = System.nanoTime();
    long[] times = run(server, queries, clients, MEASURED);
    double seconds = (System.nanoTime() - start) / 1e9;
    Duration processor = server.process().info().totalCpuDuration().orElseThrow().minus(before);
    Result result = new Result(times.length / seconds, processor.toNanos() / 1e3 / times.length);
    System.out.printf(
        Locale.ROOT,
        "  %,.0f queries/s, %.0f µs on a processor each; median %.2f ms, p99 %.2f ms%n",
        result.rate(),
        result.processor(),
        times[times.length / 2] / 1e6,
        times[(int) (times.length * 0.99)] / 1e6);
    return result;
  }

  /** Answers how long each query took, the shortest first. */
  private static long[] run(
      Server server, List<SearchQuery> queries, int clients, Duration duration) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<List<Long>>> ends = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int first = i * queries.size() / clients;
        ends.add(threads.submit(() -> ask(server, queries, first, duration)));
      }
      List<List<Long>> times = new ArrayList<>();
      for (Future<List<Long>> end : ends) {
        times.add(end.get());
      }
      return times.stream()
          .flatMap(Collection::stream)
          .flatMapToLong(LongStream::of)
          .sorted()
          .toArray();
    } finally {
      threads.shutdown();
    }
  }

  private static List<Long> ask(
      Server server, List<SearchQuery> queries, int first, Duration duration) throws Exception {
    List<Long> times = new ArrayList<>();
    try (Client client = server.connect()) {
      long start = System.nanoTime();
      long before = start;
      for (int i = first; before - start < duration.toNanos(); i++) {
        client.search(queries.get(i % queries.size()));
        long after = System.nanoTime();
        times.add(after - before);
        before = after;
      }
    }
    return times;
  }
}
