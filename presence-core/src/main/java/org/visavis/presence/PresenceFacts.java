package org.visavis.presence;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * Everything that the decision looks at. Immutable.
 *
 * @param employee whom it is about
 * @param channels the channels that the person offers
 * @param manual the status set by hand, if one was set; it may have ended
 * @param hours the working hours; empty ones say nothing about the status
 * @param sessions the person's signed-in devices, each with the instant until which its last
 *     heartbeat counts
 * @param workload points taken and limit
 * @param rule the rule for the audience that is asked about
 * @param loadState on which side of the thresholds the person was last
 * @param leavesAt when the person's last day ends, if there is a last day
 */
public record PresenceFacts(
    EmployeeId employee,
    Set<Channel> channels,
    Optional<ManualStatus> manual,
    WorkingHours hours,
    Map<String, Instant> sessions,
    Workload workload,
    AppearanceRule rule,
    LoadState loadState,
    Optional<Instant> leavesAt) {

  /** Copies what comes in. */
  public PresenceFacts {
    Objects.requireNonNull(employee, "employee");
    channels = Set.copyOf(channels);
    Objects.requireNonNull(manual, "manual");
    Objects.requireNonNull(hours, "hours");
    sessions = Map.copyOf(sessions);
    Objects.requireNonNull(workload, "workload");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(loadState, "loadState");
    Objects.requireNonNull(leavesAt, "leavesAt");
  }

  /** Puts together what is known of somebody who stays. */
  public PresenceFacts(
      EmployeeId employee,
      Set<Channel> channels,
      Optional<ManualStatus> manual,
      WorkingHours hours,
      Map<String, Instant> sessions,
      Workload workload,
      AppearanceRule rule,
      LoadState loadState) {
    this(employee, channels, manual, hours, sessions, workload, rule, loadState, Optional.empty());
  }
}
