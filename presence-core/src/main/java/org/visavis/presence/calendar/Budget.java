package org.visavis.presence.calendar;

/**
 * What working out one file may cost: times that are taken, and steps from one moment of a rule to
 * the next. Not thread-safe.
 */
final class Budget {

  private static final int MOST_TIMES = 100_000;
  private static final long MOST_STEPS = 4_000_000;

  private int times;
  private long steps;

  /** Answers whether so many times were taken that no more are looked for. */
  boolean isFull() {
    return times >= MOST_TIMES;
  }

  /** Counts times that are taken. */
  void take(int more) {
    times += more;
  }

  /** Counts steps that will be made; answers whether there are so many left. */
  boolean spend(long more) {
    steps += more;
    return steps <= MOST_STEPS;
  }
}
