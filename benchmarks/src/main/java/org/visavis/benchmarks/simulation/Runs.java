package org.visavis.benchmarks.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The same setting with one seed after the other. Immutable. */
public final class Runs {

  private static final int FEWEST = 5;

  private final List<Figures> figures;

  private Runs(List<Figures> figures) {
    this.figures = List.copyOf(figures);
  }

  /** Answers that many runs, at least two; the first has the setting's own seed. */
  public static Runs of(Setting setting, Way way, int number) {
    List<Figures> figures = new ArrayList<>();
    for (int run = 0; run < number; run++) {
      figures.add(Simulation.run(setting.seed(setting.seed() + run), way));
    }
    return new Runs(figures);
  }

  /**
   * Answers as many runs as a figure needs to be known well enough, and not more than a number.
   *
   * @param precision half of the interval at 95 %, as a share of the mean
   */
  public static Runs until(
      Setting setting, Way way, ToDoubleFunction<Figures> figure, double precision, int most) {
    List<Figures> figures = new ArrayList<>();
    while (figures.size() < most) {
      figures.add(Simulation.run(setting.seed(setting.seed() + figures.size()), way));
      if (figures.size() >= FEWEST) {
        Estimate estimate = new Runs(figures).estimate(figure);
        if (estimate.halfWidth() <= precision * estimate.mean()) {
          break;
        }
      }
    }
    return new Runs(figures);
  }

  /** Answers the mean of a figure over the runs. */
  public Estimate estimate(ToDoubleFunction<Figures> figure) {
    return Estimate.of(figures.stream().mapToDouble(figure).toArray());
  }
}
