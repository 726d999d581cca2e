package org.visavis.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.visavis.benchmarks.simulation.Erlang;
import org.visavis.benchmarks.simulation.Estimate;
import org.visavis.benchmarks.simulation.Figures;
import org.visavis.benchmarks.simulation.Plot;
import org.visavis.benchmarks.simulation.Plot.Axis;
import org.visavis.benchmarks.simulation.Runs;
import org.visavis.benchmarks.simulation.Setting;
import org.visavis.benchmarks.simulation.Way;

/**
 * What it costs and gives that customers choose: first the simulation beside what theory says, then
 * the ways beside each other. Prints tables as Markdown and writes the pictures. Arguments: where
 * to ({@code docs/images} unless said), the first seed (1).
 */
public final class WaysOfChoosing {

  private static final int PEOPLE = 20;
  private static final int SLOTS = 3;
  private static final double ZIPF = 0.8;
  private static final int RUNS = 5;
  private static final int ARRIVALS = 100_000;
  private static final List<Double> LOADS = List.of(0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95);
  private static final List<Double> PATIENCE = List.of(0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0);

  private final Path folder;
  private final long seed;

  private WaysOfChoosing(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /** Runs all of it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "docs/images");
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    WaysOfChoosing program = new WaysOfChoosing(folder, seed);
    program.againstTheory();
    program.besideEachOther(0.7);
    program.besideEachOther(0.9);
    program.byLoad();
    program.byPatience();
  }

  private void againstTheory() {
    System.out.println("| what | theory | simulated, 95 % | apart |\n|---|---|---|---|");
    Way queue = Way.chosen(Double.POSITIVE_INFINITY);
    for (int servers : List.of(1, 2, 5, 10, 20, 50)) {
      for (double load : List.of(0.7, 0.8, 0.9, 0.95)) {
        if (Erlang.waits(servers, load) > 0.05) {
          Setting setting = Setting.of(1, servers, load).seed(seed);
          String name = String.format(Locale.ROOT, "M/M/%d at %.2f", servers, load);
          row(
              name + ", mean wait",
              Erlang.wait(servers, load),
              setting,
              queue,
              WaysOfChoosing::waits);
        }
      }
    }
    row(
        "20 people of 3 slots, nobody idle, 0.90, share who wait",
        Erlang.waits(60, 0.9),
        company(0.9).arrivals(400_000),
        Way.commonQueue(),
        WaysOfChoosing::waited);
    row(
        "20 people of 3 slots, each waits for the chosen one, 0.90, mean wait",
        Erlang.wait(3, 0.9),
        company(0.9).arrivals(400_000),
        queue,
        WaysOfChoosing::waits);
    Map<Double, Integer> lost = new LinkedHashMap<>(Map.of(2.0, 3, 5.0, 5, 8.0, 10));
    lost.forEach(
        (erlangs, servers) ->
            row(
                String.format(
                    Locale.ROOT, "M/M/%d/%d, %.0f Erlang, share lost", servers, servers, erlangs),
                Erlang.blocked(erlangs, servers),
                Setting.of(1, servers, erlangs / servers).seed(seed),
                Way.chosenOrNothing(),
                figures -> figures.turnedAway().mean()));
    for (double load : List.of(0.7, 0.9)) {
      for (int choices : List.of(2, 3)) {
        row(
            String.format(
                Locale.ROOT,
                "shortest of %d queues of 1,000 at %.2f, time in system",
                choices,
                load),
            Erlang.inSystem(load, choices),
            Setting.of(1_000, 1, load).seed(seed),
            Way.shortestOf(choices),
            figures -> figures.inSystem().mean());
      }
    }
    System.out.println();
  }

  private static double waits(Figures figures) {
    return figures.meanWait().mean();
  }

  private static double waited(Figures figures) {
    return figures.waited().mean();
  }

  private static double gotChosen(Figures figures) {
    return figures.gotChosen().mean();
  }

  private static void row(
      String what, double theory, Setting setting, Way way, ToDoubleFunction<Figures> figure) {
    Estimate estimate = Runs.until(setting, way, figure, 0.01, 100).estimate(figure);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.4f | %s | %.2f %% |%n",
        what,
        theory,
        estimate,
        100 * estimate.distance(theory));
  }

  private Setting company(double load) {
    return Setting.of(PEOPLE, SLOTS, load).arrivals(ARRIVALS).seed(seed);
  }

  private void besideEachOther(double load) {
    for (double skew : List.of(0.0, ZIPF)) {
      System.out.printf(
          Locale.ROOT,
          "Load %.1f, customers choose %s:%n%n| way | mean wait | 95 %% wait at most | got whom they"
              + " chose | Jain's index of the load |%n|---|---|---|---|---|%n",
          load,
          skew == 0 ? "uniformly" : "by Zipf's law, exponent 0.8");
      List<Way> ways = new ArrayList<>(List.of(Way.commonQueue(), Way.shortestQueue()));
      ways.addAll(List.of(Way.shortestOf(2), Way.random()));
      for (double patience : List.of(0.0, 0.5, 2.0)) {
        ways.add(Way.chosen(patience));
        ways.add(Way.chosenWithoutTurns(patience));
        ways.add(Way.byRouting(patience));
      }
      if (skew == 0) {
        ways.add(Way.chosen(Double.POSITIVE_INFINITY));
      }
      for (Way way : ways) {
        Runs runs = Runs.of(company(load).skew(skew), way, RUNS);
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %.3f | %.1f %% | %.4f |%n",
            way.name(),
            runs.estimate(WaysOfChoosing::waits),
            runs.estimate(Figures::waitAt95).mean(),
            100 * runs.estimate(WaysOfChoosing::gotChosen).mean(),
            runs.estimate(Figures::jain).mean());
      }
      System.out.println();
    }
  }

  private void byLoad() throws IOException {
    Axis loads = Axis.of("load: arrivals per slot and handling time", 0.5, 1.0, 0.1, 1);
    Plot mean =
        new Plot(
            "Mean wait by load, 20 people with 3 slots",
            loads,
            Axis.logarithmic("mean wait, in handling times", 0.01, 10));
    Plot tail =
        new Plot(
            "The wait that 95 % do not exceed, by load",
            loads, Axis.logarithmic("wait, in handling times", 0.01, 100));
    List<Way> ways =
        List.of(
            Way.random(),
            Way.shortestOf(2),
            Way.shortestQueue(),
            Way.chosen(Double.POSITIVE_INFINITY),
            Way.chosen(2),
            Way.chosen(0.5),
            Way.commonQueue());
    for (Way way : ways) {
      List<double[]> means = new ArrayList<>();
      List<double[]> tails = new ArrayList<>();
      for (double load : LOADS) {
        Runs runs = Runs.of(company(load), way, RUNS);
        means.add(new double[] {load, runs.estimate(WaysOfChoosing::waits).mean()});
        tails.add(new double[] {load, runs.estimate(Figures::waitAt95).mean()});
      }
      mean.line(way.name(), means);
      tail.line(way.name(), tails);
    }
    write("simulation-wait.svg", mean);
    write("simulation-wait-95.svg", tail);
  }

  private void byPatience() throws IOException {
    Plot plot =
        new Plot(
            "What choosing costs and gives, load 0.9",
            Axis.of("customers who got whom they chose, in %", 0, 100, 20, 0),
            Axis.of("mean wait, in handling times", 0, 3, 0.5, 1));
    for (double skew : List.of(0.0, ZIPF)) {
      List<double[]> points = new ArrayList<>();
      for (double patience : PATIENCE) {
        points.add(point(company(0.9).skew(skew), Way.chosen(patience)));
      }
      plot.line(skew == 0 ? "chosen, uniform choice" : "chosen, Zipf 0.8", points);
    }
    for (double skew : List.of(0.0, ZIPF)) {
      List<double[]> points = new ArrayList<>();
      for (double patience : List.of(0.0, 0.5, 2.0)) {
        points.add(point(company(0.9).skew(skew), Way.byRouting(patience)));
      }
      plot.points(skew == 0 ? "Visavis itself, uniform" : "Visavis itself, Zipf 0.8", points);
    }
    for (Way way : List.of(Way.random(), Way.shortestOf(2), Way.shortestQueue())) {
      plot.points(way.name(), List.of(point(company(0.9), way)));
    }
    write("simulation-choice.svg", plot);
  }

  private static double[] point(Setting setting, Way way) {
    Runs runs = Runs.of(setting, way, RUNS);
    return new double[] {
      100 * runs.estimate(WaysOfChoosing::gotChosen).mean(),
      runs.estimate(WaysOfChoosing::waits).mean()
    };
  }

  private void write(String name, Plot plot) throws IOException {
    Files.writeString(folder.resolve(name), plot.svg());
    System.out.println("wrote " + folder.resolve(name));
  }
}
