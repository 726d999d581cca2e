package org.visavis.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs something on many threads that begin together. */
public final class Concurrently {

  private static final long LONGEST_WAIT_SECONDS = 120;

  private Concurrently() {}

  /** Answers what each thread answered; a failure of one fails the whole. */
  public static <T> List<T> run(int threads, IntFunction<T> action) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        Callable<T> task =
            () -> {
              start.await();
              return action.apply(number);
            };
        futures.add(pool.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("A thread failed", e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Waits until all have come; where one does not come, the test fails instead of waiting on. */
  public static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("Not all have come", e);
    }
  }
}
