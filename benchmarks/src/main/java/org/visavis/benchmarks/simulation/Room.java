package org.visavis.benchmarks.simulation;

import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.spi.Ledger;

/** Who has room, by the ledger that routing uses. */
final class Room {

  private final Ledger ledger = new MemoryLedger();
  private final EmployeeId[] people;
  private final Ledger.Limits limits;
  private final int slots;

  Room(Setting setting) {
    people = new EmployeeId[setting.people()];
    for (int i = 0; i < people.length; i++) {
      people[i] = EmployeeId.of("p" + i);
    }
    slots = setting.slots();
    limits = Ledger.Limits.of(slots);
  }

  boolean tryTake(int person) {
    return ledger.tryTake(people[person], Channel.MESSAGE, 1, limits);
  }

  void giveBack(int person) {
    ledger.giveBack(people[person], Channel.MESSAGE, 1);
  }

  int taken(int person) {
    return ledger.taken(people[person]);
  }

  boolean isFree(int person) {
    return taken(person) < slots;
  }

  /** Answers who carries least; of equals the first from that person on. */
  int leastLoaded(int from) {
    int best = from;
    for (int i = 1; i < people.length; i++) {
      int other = (from + i) % people.length;
      best = taken(other) < taken(best) ? other : best;
    }
    return best;
  }
}
