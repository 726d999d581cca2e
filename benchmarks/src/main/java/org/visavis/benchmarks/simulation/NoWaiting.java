package org.visavis.benchmarks.simulation;

/** Takes the chosen person where there is room, and goes away where there is none. */
final class NoWaiting implements Policy {

  private final Simulation simulation;
  private final Room room;

  NoWaiting(Simulation simulation) {
    this.simulation = simulation;
    room = new Room(simulation.setting());
  }

  @Override
  public void arrived(Visitor visitor) {
    if (room.tryTake(visitor.chosen)) {
      simulation.begin(visitor, visitor.chosen);
    } else {
      simulation.turnAway(visitor);
    }
  }

  @Override
  public void ended(Visitor visitor) {
    room.giveBack(visitor.person);
  }
}
