package org.visavis.benchmarks.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntBiFunction;

/** Each person has a queue; whoever comes joins one at once and stays in it. */
final class OwnQueues implements Policy {

  private final Simulation simulation;
  private final Room room;
  private final ToIntBiFunction<OwnQueues, Visitor> whose;
  private final List<Deque<Visitor>> queues = new ArrayList<>();

  /**
   * @param whose answers whose queue somebody joins
   */
  OwnQueues(Simulation simulation, ToIntBiFunction<OwnQueues, Visitor> whose) {
    this.simulation = simulation;
    this.whose = whose;
    room = new Room(simulation.setting());
    for (int person = 0; person < simulation.setting().people(); person++) {
      queues.add(new ArrayDeque<>());
    }
  }

  /** Answers how many a person cares for, and how many wait for that. */
  int length(int person) {
    return room.taken(person) + queues.get(person).size();
  }

  @Override
  public void arrived(Visitor visitor) {
    int person = whose.applyAsInt(this, visitor);
    if (room.tryTake(person)) {
      simulation.begin(visitor, person);
    } else {
      queues.get(person).addLast(visitor);
    }
  }

  @Override
  public void ended(Visitor visitor) {
    int person = visitor.person;
    room.giveBack(person);
    Deque<Visitor> queue = queues.get(person);
    if (!queue.isEmpty() && room.tryTake(person)) {
      simulation.begin(queue.removeFirst(), person);
    }
  }
}
