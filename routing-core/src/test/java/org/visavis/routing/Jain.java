package org.visavis.routing;

import java.util.Collection;

/**
 * Jain's index of fairness (R. Jain, D. Chiu, W. Hawe: A quantitative measure of fairness, 1984):
 * the square of the sum over n times the sum of squares. 1 where everybody gets the same, 1/n where
 * one gets all.
 */
public final class Jain {

  private Jain() {}

  public static double index(Collection<Integer> shares) {
    double sum = 0;
    double squares = 0;
    for (int share : shares) {
      sum += share;
      squares += (double) share * share;
    }
    return sum * sum / (shares.size() * squares);
  }
}
