package org.visavis.benchmarks.simulation;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * What came of a run, in units of the mean handling time. The first tenth of the customers, who
 * meet an empty company, does not count. Immutable.
 *
 * @param meanWait how long customers waited
 * @param waited the share who waited at all
 * @param inSystem wait and handling together
 * @param turnedAway the share who were turned away
 * @param gotChosen the share who were cared for by whom they chose, of those who were cared for
 * @param waitAt95 the wait that 95 % did not exceed
 * @param jain Jain's index of the time for which each person cared for somebody: 1 where it is the
 *     same for all
 */
public record Figures(
    Estimate meanWait,
    Estimate waited,
    Estimate inSystem,
    Estimate turnedAway,
    Estimate gotChosen,
    double waitAt95,
    double jain) {

  private static final int BATCHES = 30;

  /** Collects while a run goes on. Not thread-safe. */
  static final class Collector {

    private final int first;
    private final int perBatch;
    private final double[] waits;
    private final boolean[] gotChosen;
    private final double[] handlings;
    private final double[] ofPerson;

    Collector(Setting setting) {
      first = setting.arrivals() / 10;
      perBatch = (setting.arrivals() - first) / BATCHES;
      int counted = perBatch * BATCHES;
      waits = new double[counted];
      Arrays.fill(waits, Double.NaN);
      gotChosen = new boolean[counted];
      handlings = new double[counted];
      ofPerson = new double[setting.people()];
    }

    void begun(Visitor visitor) {
      int index = visitor.number - first;
      if (index >= 0 && index < waits.length) {
        waits[index] = visitor.waited();
        gotChosen[index] = visitor.person == visitor.chosen;
        handlings[index] = visitor.handling;
        ofPerson[visitor.person] += visitor.handling;
      }
    }

    void turnedAway(Visitor visitor) {
      int index = visitor.number - first;
      if (index >= 0 && index < waits.length) {
        waits[index] = Double.POSITIVE_INFINITY;
      }
    }

    Figures figures() {
      double[][] batches = new double[5][BATCHES];
      for (int batch = 0; batch < BATCHES; batch++) {
        double[] means = means(batch * perBatch);
        for (int figure = 0; figure < means.length; figure++) {
          batches[figure][batch] = means[figure];
        }
      }
      return new Figures(
          Estimate.of(batches[0]),
          Estimate.of(batches[1]),
          Estimate.of(batches[2]),
          Estimate.of(batches[3]),
          Estimate.of(batches[4]),
          new Percentile(95).evaluate(Arrays.stream(waits).filter(Double::isFinite).toArray()),
          jain());
    }

    private double[] means(int from) {
      double wait = 0;
      double inSystem = 0;
      int waited = 0;
      int away = 0;
      int chosen = 0;
      for (int i = from; i < from + perBatch; i++) {
        if (Double.isNaN(waits[i])) {
          throw new IllegalStateException("Visitor " + (first + i) + " was forgotten");
        }
        if (Double.isInfinite(waits[i])) {
          away++;
          continue;
        }
        wait += waits[i];
        inSystem += waits[i] + handlings[i];
        waited += waits[i] > 0 ? 1 : 0;
        chosen += gotChosen[i] ? 1 : 0;
      }
      double served = Math.max(1, perBatch - away);
      return new double[] {
        wait / served, waited / served, inSystem / served, (double) away / perBatch, chosen / served
      };
    }

    private double jain() {
      double sum = StatUtils.sum(ofPerson);
      return sum * sum / (ofPerson.length * StatUtils.sumSq(ofPerson));
    }
  }
}
