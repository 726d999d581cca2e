package org.visavis.routing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets those who come with the same idempotency key go one after the other within this process, so
 * that the second finds what the first did. Between processes the unique keys of the stores decide.
 *
 * <p>Waiting is bounded: where two transactions wait for each other's keys, both go on after it,
 * and the stores decide.
 */
final class Turns {

  private static final long PATIENCE_SECONDS = 10;

  private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();

  <T> T take(String key, Supplier<T> action) {
    Turn turn = turns.compute(key, (k, present) -> (present == null ? new Turn() : present).join());
    boolean locked = false;
    try {
      locked = turn.lock();
      return action.get();
    } finally {
      if (locked) {
        turn.lock.unlock();
      }
      turns.computeIfPresent(key, (k, present) -> present.leave() ? null : present);
    }
  }

  /** The lock of one key, and how many want it; the count changes within the map's own lock. */
  private static final class Turn {

    private final ReentrantLock lock = new ReentrantLock();
    private int members;

    Turn join() {
      members++;
      return this;
    }

    boolean leave() {
      members--;
      return members == 0;
    }

    boolean lock() {
      try {
        return lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
