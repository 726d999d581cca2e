package org.visavis.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.presence.Reachability;
import org.visavis.routing.spi.Ledger;

/** The room within each employee's limit; tells presence after commit that it has changed. */
final class Room {

  private final Presence presence;
  private final Ledger ledger;
  private final Executor afterCommit;

  Room(Presence presence, Ledger ledger, Executor afterCommit) {
    this.presence = presence;
    this.ledger = ledger;
    this.afterCommit = afterCommit;
  }

  boolean tryTake(EmployeeId employee, int points) {
    boolean taken = ledger.tryTake(employee, points, presence.workload(employee).limit());
    if (taken) {
      changed(employee);
    }
    return taken;
  }

  void giveBack(EmployeeId employee, int points) {
    ledger.giveBack(employee, points);
    changed(employee);
  }

  /**
   * Gives the points of removed leases back, in the order of the employees, so that no two callers
   * wait for each other.
   *
   * @return whose room it was
   */
  Iterable<EmployeeId> giveBack(List<Lease> leases) {
    Map<EmployeeId, Integer> points = new TreeMap<>();
    leases.forEach(lease -> points.merge(lease.employee(), lease.effort(), Integer::sum));
    points.forEach(this::giveBack);
    return points.keySet();
  }

  boolean isShown(EmployeeId employee) {
    return presence.reachability(employee, Audience.PUBLIC).shown();
  }

  /** Answers why the person cannot be had on that channel now, by the one decision. */
  Optional<Refusal> refusal(EmployeeId employee, Channel channel, Audience audience) {
    Reachability reachability = presence.reachability(employee, audience);
    if (!reachability.shown()) {
      return Optional.of(Refusal.UNKNOWN_EMPLOYEE);
    }
    return switch (reachability.channel(channel)) {
      case OPEN -> Optional.empty();
      case WAITLIST -> Optional.of(Refusal.AT_LIMIT);
      case LATER, CLOSED -> Optional.of(Refusal.CHANNEL_CLOSED);
    };
  }

  static boolean isLive(Lease lease, Instant now) {
    return now.isBefore(lease.until());
  }

  private void changed(EmployeeId employee) {
    afterCommit.execute(() -> presence.workloadChanged(employee));
  }
}
