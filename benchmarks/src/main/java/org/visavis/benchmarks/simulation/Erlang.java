package org.visavis.benchmarks.simulation;

/**
 * What queueing theory says: Erlang's formulas for one queue before many servers, and
 * Mitzenmacher's for the power of choices (M. Mitzenmacher, 2001), all with a mean handling time of
 * 1.
 */
public final class Erlang {

  private Erlang() {}

  /** Answers the share that is turned away, where {@code erlangs} are offered to servers (B). */
  public static double blocked(double erlangs, int servers) {
    double blocked = 1;
    for (int i = 1; i <= servers; i++) {
      blocked = erlangs * blocked / (i + erlangs * blocked);
    }
    return blocked;
  }

  /** Answers the share that waits (C). */
  public static double waits(int servers, double load) {
    double erlangs = servers * load;
    double blocked = blocked(erlangs, servers);
    return servers * blocked / (servers - erlangs * (1 - blocked));
  }

  /** Answers the mean wait. */
  public static double wait(int servers, double load) {
    return waits(servers, load) / (servers * (1 - load));
  }

  /** Answers the mean time in the system where each joins the shortest of some queues of many. */
  public static double inSystem(double load, int choices) {
    if (choices == 1) {
      return 1 / (1 - load);
    }
    double sum = 0;
    double power = 1;
    double term;
    do {
      power *= choices;
      term = Math.pow(load, (power - choices) / (choices - 1));
      sum += term;
    } while (term > 1e-12);
    return sum;
  }
}
