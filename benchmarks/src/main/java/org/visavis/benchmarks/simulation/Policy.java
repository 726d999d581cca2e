package org.visavis.benchmarks.simulation;

/** Decides who cares for whom, and when. Lives within one run. */
interface Policy {

  /** Somebody has come: begins with him or her, keeps, or turns away. */
  void arrived(Visitor visitor);

  /** Somebody has been cared for: the slot is free. */
  void ended(Visitor visitor);
}
