package org.visavis.benchmarks.simulation;

/** A customer who has come for somebody. Lives within one run, on its thread. */
final class Visitor {

  private static final double NOT_YET = -1;

  final int number;
  final int chosen;
  final double arrivedAt;
  final double handling;
  int person = -1;
  double begunAt = NOT_YET;

  Visitor(int number, int chosen, double arrivedAt, double handling) {
    this.number = number;
    this.chosen = chosen;
    this.arrivedAt = arrivedAt;
    this.handling = handling;
  }

  boolean isWaiting() {
    return begunAt == NOT_YET;
  }

  double waited() {
    return begunAt - arrivedAt;
  }
}
