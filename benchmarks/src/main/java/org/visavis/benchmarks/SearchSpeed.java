package org.visavis.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.population.Population;

/**
 * The directory's search beside Lucene's FuzzyQuery and PostgreSQL, one after the other with the
 * same people, the same queries and one thread each: queries per second, how long they take, and
 * how often somebody of the name that was meant is among the first ten. What runs in this process
 * is measured by the time that its thread has on a processor, so that other load changes little.
 * Seven of ten people are available and only they may be found; every fourth query has a topic as a
 * filter.
 *
 * <p>Arguments: numbers of people (1000 100000), then {@code postgres} to include PostgreSQL, whose
 * programs must be on this machine.
 */
final class SearchSpeed {

  private static final int QUERIES = 4_000;

  /** Of a million people fewer queries are asked: PostgreSQL takes a tenth of a second for each. */
  private static final int MANY = 500_000;

  private static final int QUERIES_OF_MANY = 600;
  private static final long WARM = 4_000_000_000L;
  private static final long MEASURED = 8_000_000_000L;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SearchSpeed() {}

  /** Finds people; used by one thread. */
  interface Engine extends AutoCloseable {
    String label();

    /** Answers the shown names of the first ten. */
    List<String> search(SearchQuery query) throws Exception;

    /** Answers whether another process searches, whose time on the processor is not seen here. */
    default boolean elsewhere() {
      return false;
    }

    @Override
    default void close() throws IOException {}
  }

  /** Makes an engine that holds the people. */
  interface Maker {
    Engine over(Population population, Set<EmployeeId> available) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    List<Integer> sizes = new ArrayList<>();
    List<Maker> makers =
        new ArrayList<>(
            List.of(
                OwnSearch::over,
                (people, available) -> LuceneSearch.over(people, available, 1),
                (people, available) -> LuceneSearch.over(people, available, 2)));
    for (String argument : args) {
      if (argument.equals("postgres")) {
        makers.add(PostgresSearch::over);
      } else if (argument.equals("alone")) {
        makers.subList(1, makers.size()).clear();
      } else {
        sizes.add(Integer.parseInt(argument));
      }
    }
    for (int size : sizes.isEmpty() ? List.of(1_000, 100_000) : sizes) {
      Population population = Population.of(size);
      Random random = new Random(7);
      Set<EmployeeId> available = new HashSet<>();
      population.entries().stream()
          .filter(entry -> random.nextInt(10) < 7)
          .forEach(entry -> available.add(entry.profile().id()));
      List<SearchQuery> queries =
          SearchQuery.some(size < MANY ? QUERIES : QUERIES_OF_MANY, population, available);
      double own = 0;
      for (Maker maker : makers) {
        long start = System.nanoTime();
        try (Engine engine = maker.over(population, available)) {
          System.out.printf(
              Locale.ROOT,
              "%n%,d people, %s, filled in %.1f s%n",
              size,
              engine.label(),
              (System.nanoTime() - start) / 1e9);
          System.gc();
          System.out.printf("  %,d MB of heap live%n", liveMegabytes());
          double rate = measure(engine, queries);
          own = own == 0 ? rate : own;
          System.out.printf(Locale.ROOT, "  own search / this: %.2f%n", own / rate);
        }
      }
    }
  }

  /** Answers what lives after a collection: the engine, and the people that all are filled with. */
  private static long liveMegabytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static double measure(Engine engine, List<SearchQuery> queries) throws Exception {
    for (SearchQuery.Kind kind : SearchQuery.Kind.values()) {
      int asked = 0;
      int found = 0;
      long start = System.nanoTime();
      for (SearchQuery query : queries) {
        if (query.kind() == kind) {
          asked++;
          found += engine.search(query).stream().anyMatch(query::isMeant) ? 1 : 0;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "  %-28s recall@10 %.4f   %7.1f µs each (cold)%n",
          kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          (double) found / asked,
          (System.nanoTime() - start) / 1e3 / asked);
    }
    run(engine, queries, WARM, new long[1]);
    long[] times = new long[4_000_000];
    long processor = THREADS.getCurrentThreadCpuTime();
    int count = run(engine, queries, MEASURED, times);
    double seconds = (THREADS.getCurrentThreadCpuTime() - processor) / 1e9;
    long[] sorted = Arrays.copyOf(times, Math.min(count, times.length));
    Arrays.sort(sorted);
    double rate = engine.elsewhere() ? sorted.length / (MEASURED / 1e9) : sorted.length / seconds;
    System.out.printf(
        Locale.ROOT,
        "  %,.0f queries in a second of one processor; median %.0f µs, p90 %.0f µs, p99 %.0f µs, longest %.1f ms%n",
        rate,
        sorted[sorted.length / 2] / 1e3,
        sorted[(int) (sorted.length * 0.9)] / 1e3,
        sorted[(int) (sorted.length * 0.99)] / 1e3,
        sorted[sorted.length - 1] / 1e6);
    return rate;
  }

  private static int run(Engine engine, List<SearchQuery> queries, long nanos, long[] times)
      throws Exception {
    long start = System.nanoTime();
    long before = start;
    int count = 0;
    while (before - start < nanos) {
      engine.search(queries.get(count % queries.size()));
      long after = System.nanoTime();
      times[count % times.length] = after - before;
      before = after;
      count++;
    }
    return count;
  }
}
