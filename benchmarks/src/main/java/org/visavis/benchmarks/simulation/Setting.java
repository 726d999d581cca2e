package org.visavis.benchmarks.simulation;

/**
 * What a run is given. The mean handling time is the unit of time. Immutable.
 *
 * @param people how many employees there are
 * @param slots how many customers each cares for at once, the limit
 * @param load arrivals per slot and unit of time, from 0
 * @param skew the exponent of Zipf's law by which customers choose; 0 where they choose uniformly
 * @param arrivals how many customers come
 * @param seed the same seed gives the same customers, whatever becomes of them
 */
public record Setting(int people, int slots, double load, double skew, int arrivals, long seed) {

  /** Answers one in which customers choose uniformly. */
  public static Setting of(int people, int slots, double load) {
    return new Setting(people, slots, load, 0, 400_000, 1);
  }

  /** Answers the same with another number of customers. */
  public Setting arrivals(int number) {
    return new Setting(people, slots, load, skew, number, seed);
  }

  /** Answers the same with another seed. */
  public Setting seed(long other) {
    return new Setting(people, slots, load, skew, arrivals, other);
  }

  /** Answers the same with customers who choose by Zipf's law. */
  public Setting skew(double exponent) {
    return new Setting(people, slots, load, exponent, arrivals, seed);
  }

  double arrivalRate() {
    return load * people * slots;
  }
}
