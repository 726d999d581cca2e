package org.visavis.routing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Reachability;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.Ledger.Limits;

/** The room within each employee's limit; tells presence after commit that it has changed. */
final class Room {

  private final Presence presence;
  private final Ledger ledger;
  private final Effort effort;
  private final Executor afterCommit;

  Room(Presence presence, Ledger ledger, Effort effort, Executor afterCommit) {
    this.presence = presence;
    this.ledger = ledger;
    this.effort = effort;
    this.afterCommit = afterCommit;
  }

  /**
   * Takes what a lease or a request on that channel needs: its points, or all that is free where
   * the channel takes the person whole.
   *
   * @return how many were taken; 0 where there is no room
   */
  int tryTakeWhole(EmployeeId employee, Channel channel, int points) {
    if (effort.takesWhole(channel)) {
      Limits limits = limits(employee, channel);
      int most = Math.min(Math.min(limits.whenNew(), limits.now()), limits.ofChannel());
      int free = most - ledger.taken(employee);
      if (free > points && tryTake(employee, channel, free)) {
        return free;
      }
    }
    return tryTake(employee, channel, points) ? points : 0;
  }

  /** Takes points beyond the limit, for what the employee has taken on knowingly. */
  void takeBeyond(EmployeeId employee, Channel channel, int points) {
    ledger.takeBeyond(employee, channel, points, presence.settings(employee).limit());
    changed(employee);
  }

  boolean tryTake(EmployeeId employee, Channel channel, int points) {
    boolean taken = ledger.tryTake(employee, channel, points, limits(employee, channel));
    if (taken) {
      changed(employee);
    }
    return taken;
  }

  private Limits limits(EmployeeId employee, Channel channel) {
    PresenceSettings settings = presence.settings(employee);
    return new Limits(
        settings.limit(),
        presence.workload(employee).limit(),
        settings.channelLimits().getOrDefault(channel, Limits.UNLIMITED));
  }

  void giveBack(EmployeeId employee, Channel channel, int points) {
    ledger.giveBack(employee, channel, points);
    changed(employee);
  }

  /**
   * Gives the points of removed leases back, in the order of the employees, so that no two callers
   * wait for each other.
   *
   * @return whose room it was
   */
  Iterable<EmployeeId> giveBack(List<Lease> leases) {
    Map<EmployeeId, Map<Channel, Integer>> points = new TreeMap<>();
    leases.forEach(
        lease ->
            points
                .computeIfAbsent(lease.employee(), id -> new EnumMap<>(Channel.class))
                .merge(lease.channel(), lease.effort(), Integer::sum));
    points.forEach(
        (employee, own) -> own.forEach((channel, sum) -> giveBack(employee, channel, sum)));
    return points.keySet();
  }

  boolean isShown(EmployeeId employee) {
    return presence.reachability(employee, Audience.PUBLIC).shown();
  }

  boolean isShownToColleagues(EmployeeId employee) {
    return presence.reachability(employee, Audience.COLLEAGUE).shown();
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
