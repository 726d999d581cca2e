package org.visavis.benchmarks.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Waits for the chosen person for a while at most, then takes whoever carries least, and where
 * nobody has room the first who gets some. Who waits for a person goes before who would take
 * anybody.
 */
final class ChosenPerson implements Policy {

  private final Simulation simulation;
  private final Room room;
  private final double patience;
  private final IntSupplier firstOfEquals;
  private final List<Deque<Visitor>> queues = new ArrayList<>();
  private final Deque<Visitor> common = new ArrayDeque<>();

  /**
   * @param patience how long each waits for the chosen person, from 0
   * @param firstOfEquals answers from whom on the least loaded is looked for
   */
  ChosenPerson(Simulation simulation, double patience, IntSupplier firstOfEquals) {
    this.simulation = simulation;
    this.patience = patience;
    room = new Room(simulation.setting());
    this.firstOfEquals = firstOfEquals;
    for (int person = 0; person < simulation.setting().people(); person++) {
      queues.add(new ArrayDeque<>());
    }
  }

  @Override
  public void arrived(Visitor visitor) {
    if (room.tryTake(visitor.chosen)) {
      simulation.begin(visitor, visitor.chosen);
    } else if (patience == 0) {
      takeAnybody(visitor);
    } else {
      queues.get(visitor.chosen).addLast(visitor);
      if (patience < Double.POSITIVE_INFINITY) {
        simulation.after(patience, () -> outOfPatience(visitor));
      }
    }
  }

  private void outOfPatience(Visitor visitor) {
    if (visitor.isWaiting()) {
      queues.get(visitor.chosen).remove(visitor);
      takeAnybody(visitor);
    }
  }

  private void takeAnybody(Visitor visitor) {
    int person = room.leastLoaded(firstOfEquals.getAsInt());
    if (room.tryTake(person)) {
      simulation.begin(visitor, person);
    } else {
      common.addLast(visitor);
    }
  }

  @Override
  public void ended(Visitor visitor) {
    int person = visitor.person;
    room.giveBack(person);
    Deque<Visitor> own = queues.get(person);
    Deque<Visitor> next = own.isEmpty() ? common : own;
    if (!next.isEmpty() && room.tryTake(person)) {
      simulation.begin(next.removeFirst(), person);
    }
  }
}
