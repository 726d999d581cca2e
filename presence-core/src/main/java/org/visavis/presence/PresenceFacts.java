package org.visavis.presence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * Everything that the decision looks at. Immutable; {@link #of} and the {@code with…} methods of
 * {@link Builder} put one together.
 *
 * @param employee whom it is about
 * @param channels the channels that the person offers
 * @param manual the status set by hand, if one was set; it may have ended
 * @param absences the person's absences, in any order; some may have ended
 * @param calendars what the person's calendars say; some may be stale
 * @param workingTime when the person works
 * @param sessions what the person's clients say; some may have ended
 * @param workload points taken, and the person's own limit in full
 * @param share a part of the limit for a while, if the person said so; it may have ended
 * @param channelLoads points taken and limit of the channels that have a limit of their own
 * @param rule the rule for the audience that is asked about
 * @param loadState on which side of the thresholds the person was last
 * @param channelRules the rules of single channels for that audience
 * @param channelStates on which side of their thresholds those channels were last
 * @param leavesAt when the person's last day ends, if there is a last day
 */
public record PresenceFacts(
    EmployeeId employee,
    Set<Channel> channels,
    Optional<ManualStatus> manual,
    List<Absence> absences,
    List<BusyTimes> calendars,
    WorkingTime workingTime,
    List<Session> sessions,
    Workload workload,
    Optional<Share> share,
    Map<Channel, Workload> channelLoads,
    AppearanceRule rule,
    LoadState loadState,
    Map<Channel, AppearanceRule> channelRules,
    Map<Channel, LoadState> channelStates,
    Optional<Instant> leavesAt) {

  /** Copies what comes in. */
  public PresenceFacts {
    Objects.requireNonNull(employee, "employee");
    channels = OfferedChannels.of(channels);
    Objects.requireNonNull(manual, "manual");
    absences = List.copyOf(absences);
    calendars = List.copyOf(calendars);
    Objects.requireNonNull(workingTime, "workingTime");
    sessions = List.copyOf(sessions);
    workload = workload.shared();
    Objects.requireNonNull(share, "share");
    channelLoads = Map.copyOf(channelLoads);
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(loadState, "loadState");
    channelRules = Map.copyOf(channelRules);
    channelStates = Map.copyOf(channelStates);
    Objects.requireNonNull(leavesAt, "leavesAt");
  }

  /**
   * Begins with somebody who offers those channels, carries nothing, has a limit of 5 and appears
   * always.
   */
  public static Builder of(EmployeeId employee, Set<Channel> channels) {
    return new Builder(employee, channels);
  }

  /** Answers these facts, to be changed. */
  public Builder toBuilder() {
    Builder builder = new Builder(employee, channels);
    builder.manual = manual;
    builder.absences = absences;
    builder.calendars = calendars;
    builder.workingTime = workingTime;
    builder.sessions = sessions;
    builder.workload = workload;
    builder.share = share;
    builder.channelLoads = channelLoads;
    builder.rule = rule;
    builder.loadState = loadState;
    builder.channelRules = channelRules;
    builder.channelStates = channelStates;
    builder.leavesAt = leavesAt;
    return builder;
  }

  /** Puts facts together; what is not said is absent. Not thread-safe. */
  public static final class Builder {

    private final EmployeeId employee;
    private final Set<Channel> channels;
    private Optional<ManualStatus> manual = Optional.empty();
    private List<Absence> absences = List.of();
    private List<BusyTimes> calendars = List.of();
    private WorkingTime workingTime = WorkingTime.unspecified();
    private List<Session> sessions = List.of();
    private Workload workload = new Workload(0, PresenceSettings.DEFAULT_LIMIT);
    private Optional<Share> share = Optional.empty();
    private Map<Channel, Workload> channelLoads = Map.of();
    private AppearanceRule rule = AppearanceRule.always();
    private LoadState loadState = LoadState.initial();
    private Map<Channel, AppearanceRule> channelRules = Map.of();
    private Map<Channel, LoadState> channelStates = Map.of();
    private Optional<Instant> leavesAt = Optional.empty();

    private Builder(EmployeeId employee, Set<Channel> channels) {
      this.employee = employee;
      this.channels = channels;
    }

    /** Says the status set by hand. */
    public Builder manual(ManualStatus manual) {
      this.manual = Optional.of(manual);
      return this;
    }

    /** Says the absences. */
    public Builder absences(List<Absence> absences) {
      this.absences = absences;
      return this;
    }

    /** Says what the calendars say. */
    public Builder calendars(List<BusyTimes> calendars) {
      this.calendars = calendars;
      return this;
    }

    /** Says when the person works. */
    public Builder workingTime(WorkingTime workingTime) {
      this.workingTime = workingTime;
      return this;
    }

    /** Says what the clients say. */
    public Builder sessions(List<Session> sessions) {
      this.sessions = sessions;
      return this;
    }

    /** Says points taken and limit. */
    public Builder workload(Workload workload) {
      this.workload = workload;
      return this;
    }

    /** Says a part of the limit. */
    public Builder share(Share share) {
      this.share = Optional.of(share);
      return this;
    }

    /** Says points and limit of channels that have a limit of their own. */
    public Builder channelLoads(Map<Channel, Workload> channelLoads) {
      this.channelLoads = channelLoads;
      return this;
    }

    /** Says the rule, and on which side of its thresholds the person was. */
    public Builder rule(AppearanceRule rule, LoadState loadState) {
      this.rule = rule;
      this.loadState = loadState;
      return this;
    }

    /** Says the rules of single channels, and on which side of their thresholds those were. */
    public Builder channelRules(
        Map<Channel, AppearanceRule> channelRules, Map<Channel, LoadState> channelStates) {
      this.channelRules = channelRules;
      this.channelStates = channelStates;
      return this;
    }

    /** Says when the last day ends. */
    public Builder leavesAt(Instant leavesAt) {
      this.leavesAt = Optional.of(leavesAt);
      return this;
    }

    /** Answers the facts. */
    public PresenceFacts build() {
      return new PresenceFacts(
          employee,
          channels,
          manual,
          absences,
          calendars,
          workingTime,
          sessions,
          workload,
          share,
          channelLoads,
          rule,
          loadState,
          channelRules,
          channelStates,
          leavesAt);
    }
  }
}
