package org.visavis.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Many who call at once, for a while or for a number of calls. */
final class Callers {

  /**
   * What came of it.
   *
   * @param perSecond calls that were answered in a second
   * @param median nanoseconds that half of the calls did not exceed
   * @param p99 nanoseconds that 99 % did not exceed
   */
  record Rate(double perSecond, long median, long p99) {}

  private Callers() {}

  /** Calls with the numbers from one on, for so many seconds. */
  static Rate during(int seconds, int callers, AtomicInteger numbers, IntConsumer call)
      throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    return run(callers, numbers, call, number -> System.nanoTime() < end);
  }

  /** Calls with the numbers up to one, which is not used. */
  static Rate upTo(int last, int callers, AtomicInteger numbers, IntConsumer call)
      throws InterruptedException, ExecutionException {
    return run(callers, numbers, call, number -> number < last);
  }

  private static Rate run(int callers, AtomicInteger numbers, IntConsumer call, IntPredicate goesOn)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    long start = System.nanoTime();
    List<Future<List<Long>>> futures = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      futures.add(
          threads.submit(
              () -> {
                List<Long> nanos = new ArrayList<>();
                for (int number = numbers.getAndIncrement();
                    goesOn.test(number);
                    number = numbers.getAndIncrement()) {
                  long before = System.nanoTime();
                  call.accept(number);
                  nanos.add(System.nanoTime() - before);
                }
                return nanos;
              }));
    }
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> future : futures) {
      all.addAll(future.get());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    threads.shutdown();
    long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
    return new Rate(
        sorted.length / seconds, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
  }
}
