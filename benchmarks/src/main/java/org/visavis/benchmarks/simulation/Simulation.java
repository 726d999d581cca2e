package org.visavis.benchmarks.simulation;

import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.ZipfDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * One run, event by event, in virtual time. Customers come by a Poisson process, each wants an
 * employee, and needs an exponential time. Arrivals, choices and needs come from three streams of
 * one seed, so that all policies meet the same customers. Not thread-safe.
 */
public final class Simulation {

  private final Setting setting;
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final Figures.Collector figures;
  private final Policy policy;
  private double now;
  private long number;

  private Simulation(Setting setting, Function<Simulation, Policy> policy) {
    this.setting = setting;
    this.figures = new Figures.Collector(setting);
    this.policy = policy.apply(this);
  }

  /** Answers what came of it. */
  public static Figures run(Setting setting, Way way) {
    Simulation simulation = new Simulation(setting, way.policy());
    simulation.play();
    return simulation.figures.figures();
  }

  private void play() {
    RandomGenerator arrivals = new Well19937c(3 * setting.seed());
    RandomGenerator needs = new Well19937c(3 * setting.seed() + 1);
    ExponentialDistribution gap = new ExponentialDistribution(arrivals, 1 / setting.arrivalRate());
    ExponentialDistribution need = new ExponentialDistribution(needs, 1);
    IntSupplier choice = choice(new Well19937c(3 * setting.seed() + 2));
    double next = 0;
    for (int visitor = 0; visitor < setting.arrivals(); visitor++) {
      next += gap.sample();
      playUntil(next);
      now = next;
      policy.arrived(new Visitor(visitor, choice.getAsInt(), next, need.sample()));
    }
    playUntil(Double.POSITIVE_INFINITY);
  }

  private IntSupplier choice(RandomGenerator random) {
    if (setting.skew() == 0) {
      return () -> random.nextInt(setting.people());
    }
    ZipfDistribution zipf = new ZipfDistribution(random, setting.people(), setting.skew());
    return () -> zipf.sample() - 1;
  }

  private void playUntil(double time) {
    while (!events.isEmpty() && events.peek().at() <= time) {
      Event event = events.remove();
      now = event.at();
      event.action().run();
    }
  }

  Setting setting() {
    return setting;
  }

  double now() {
    return now;
  }

  /** Does something later; what is due at the same time happens in the order of these calls. */
  void after(double delay, Runnable action) {
    events.add(new Event(now + delay, number++, action));
  }

  /** Somebody begins to care for a visitor, for as long as that takes. */
  void begin(Visitor visitor, int person) {
    if (!visitor.isWaiting()) {
      throw new IllegalStateException("Visitor " + visitor.number + " is cared for already");
    }
    visitor.begunAt = now;
    visitor.person = person;
    figures.begun(visitor);
    after(visitor.handling, () -> policy.ended(visitor));
  }

  /** A visitor goes away without having been cared for. */
  void turnAway(Visitor visitor) {
    figures.turnedAway(visitor);
  }

  private record Event(double at, long number, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int order = Double.compare(at, other.at);
      return order != 0 ? order : Long.compare(number, other.number);
    }
  }
}
