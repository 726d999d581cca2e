package org.visavis.benchmarks.simulation;

import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.StatisticalSummary;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A mean with its confidence interval at 95 %, from values that are about independent: the means of
 * long batches, or of runs. Immutable.
 *
 * @param mean the mean
 * @param halfWidth half the width of the interval
 */
public record Estimate(double mean, double halfWidth) {

  private static final double LEVEL = 0.95;

  static Estimate of(double[] values) {
    SummaryStatistics statistics = new SummaryStatistics();
    for (double value : values) {
      statistics.addValue(value);
    }
    return of(statistics);
  }

  private static Estimate of(StatisticalSummary values) {
    double quantile =
        new TDistribution(values.getN() - 1.0).inverseCumulativeProbability((1 + LEVEL) / 2);
    return new Estimate(
        values.getMean(),
        quantile * values.getStandardDeviation() / Math.sqrt((double) values.getN()));
  }

  /** Answers how far the mean is from an expected value, as a share of that. */
  public double distance(double expected) {
    return Math.abs(mean - expected) / expected;
  }

  /** Answers how much of an expected value half the interval is. */
  public double precision(double expected) {
    return halfWidth / expected;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f ± %.4f", mean, halfWidth);
  }
}
