package org.visavis.benchmarks.simulation;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * A way in which customers and employees find each other. Immutable.
 *
 * @param name for people who read the results
 * @param policy makes what decides, anew for each run
 */
public record Way(String name, Function<Simulation, Policy> policy) {

  /** The company gives each customer to somebody at random, whomever the customer wants. */
  public static Way random() {
    return new Way(
        "random",
        simulation -> {
          IntSupplier lot = lot(simulation);
          return new OwnQueues(simulation, (queues, visitor) -> lot.getAsInt());
        });
  }

  /** The company gives each customer to whoever has the shortest queue of some drawn at random. */
  public static Way shortestOf(int choices) {
    return new Way(
        "shortest of " + choices + " queues",
        simulation -> {
          IntSupplier lot = lot(simulation);
          return new OwnQueues(
              simulation,
              (queues, visitor) -> {
                int best = lot.getAsInt();
                for (int drawn = 1; drawn < choices; drawn++) {
                  int other = lot.getAsInt();
                  best = queues.length(other) < queues.length(best) ? other : best;
                }
                return best;
              });
        });
  }

  /** The company gives each customer to whoever has the shortest queue of all. */
  public static Way shortestQueue() {
    return new Way(
        "shortest of all queues",
        simulation -> {
          IntSupplier lot = lot(simulation);
          int people = simulation.setting().people();
          return new OwnQueues(
              simulation,
              (queues, visitor) -> {
                int from = lot.getAsInt();
                int best = from;
                for (int i = 1; i < people; i++) {
                  int other = (from + i) % people;
                  best = queues.length(other) < queues.length(best) ? other : best;
                }
                return best;
              });
        });
  }

  /**
   * The customer chooses and waits for that person for a while at most, then takes whoever carries
   * least, by lot among equals.
   *
   * @param patience in mean handling times, from 0; infinite where waiting has no end
   */
  public static Way chosen(double patience) {
    return new Way(
        Double.isInfinite(patience)
            ? "chosen person, without end"
            : String.format(Locale.ROOT, "chosen person, at most %.2f", patience),
        simulation -> new ChosenPerson(simulation, patience, lot(simulation)));
  }

  /** The same without turns: of equals always the first, who is also the one most often chosen. */
  public static Way chosenWithoutTurns(double patience) {
    return new Way(
        String.format(Locale.ROOT, "the same, without turns, at most %.2f", patience),
        simulation -> new ChosenPerson(simulation, patience, () -> 0));
  }

  /**
   * Nobody is idle while somebody waits: whoever comes takes the chosen person where he or she has
   * room, else anybody. No way has a smaller mean wait.
   */
  public static Way commonQueue() {
    return new Way("common queue (oracle)", chosen(0).policy());
  }

  /**
   * The customer chooses as with {@link #chosen}, by the real routing with its stores, presence and
   * ranking.
   */
  public static Way byRouting(double patience) {
    return new Way(
        String.format(Locale.ROOT, "Visavis itself, at most %.2f", patience),
        simulation -> new RealRouting(simulation, patience));
  }

  /** The customer chooses and goes away where that person has no room. */
  public static Way chosenOrNothing() {
    return new Way("chosen or nothing", NoWaiting::new);
  }

  private static IntSupplier lot(Simulation simulation) {
    SplittableRandom random = new SplittableRandom(simulation.setting().seed());
    return () -> random.nextInt(simulation.setting().people());
  }
}
