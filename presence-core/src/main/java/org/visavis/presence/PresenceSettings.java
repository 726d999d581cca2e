package org.visavis.presence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * What an employee has decided about the own presence, and the state of hysteresis that belongs to
 * it. Immutable; the {@code with…} methods answer another one.
 *
 * @param employee whose settings these are
 * @param manual the status set by hand, if one was set
 * @param absences the absences, ordered by start; at most {@link Absence#MAX_ABSENCES}
 * @param hours the working hours
 * @param limit the limit, in effort points
 * @param share a part of the limit for a while, if the employee said so
 * @param channelLimits limits of single channels, in effort points from 0
 * @param rules the appearance rules; where none is said for an audience, the public's holds
 * @param loadStates the states of hysteresis of those rules
 */
public record PresenceSettings(
    EmployeeId employee,
    Optional<ManualStatus> manual,
    List<Absence> absences,
    WorkingHours hours,
    int limit,
    Optional<Share> share,
    Map<Channel, Integer> channelLimits,
    Map<RuleScope, AppearanceRule> rules,
    Map<RuleScope, LoadState> loadStates) {

  /** The limit of an employee who has not chosen one. */
  public static final int DEFAULT_LIMIT = 5;

  /** The largest limit of a channel. */
  public static final int MAX_CHANNEL_LIMIT = 1_000;

  private static final Map<RuleScope, AppearanceRule> DEFAULT_RULES =
      Map.of(
          RuleScope.of(Audience.PUBLIC),
          AppearanceRule.byLoad(DEFAULT_LIMIT, 3, AtLimit.SHOW_BUSY));

  /**
   * Copies what comes in.
   *
   * @throws IllegalArgumentException when a limit is out of its bounds, there are too many
   *     absences, or two have the same id
   */
  public PresenceSettings {
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(manual, "manual");
    absences = absences.size() < 2 ? List.copyOf(absences) : sorted(absences);
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(share, "share");
    channelLimits = Map.copyOf(channelLimits);
    rules = Map.copyOf(rules);
    loadStates = Map.copyOf(loadStates);
    if (limit < 0) {
      throw new IllegalArgumentException("A limit is counted from 0, not from " + limit);
    }
    for (int points : channelLimits.values()) {
      if (points < 0 || points > MAX_CHANNEL_LIMIT) {
        throw new IllegalArgumentException(
            "The limit of a channel is 0 to " + MAX_CHANNEL_LIMIT + " points, not " + points);
      }
    }
  }

  private static List<Absence> sorted(List<Absence> absences) {
    if (absences.size() > Absence.MAX_ABSENCES) {
      throw new IllegalArgumentException(
          "At most " + Absence.MAX_ABSENCES + " absences are planned at once");
    }
    if (absences.stream().map(Absence::id).distinct().count() < absences.size()) {
      throw new IllegalArgumentException("Each absence has an id of its own");
    }
    return absences.stream()
        .sorted(
            (a, b) ->
                a.start().equals(b.start())
                    ? a.id().compareTo(b.id())
                    : a.start().compareTo(b.start()))
        .toList();
  }

  /**
   * Answers the settings of an employee who has chosen nothing: limit 5, hidden by load at 5
   * points, shown again at 3.
   */
  public static PresenceSettings initial(EmployeeId employee) {
    return new PresenceSettings(
        employee,
        Optional.empty(),
        List.of(),
        WorkingHours.unspecified(),
        DEFAULT_LIMIT,
        Optional.empty(),
        Map.of(),
        DEFAULT_RULES,
        Map.of());
  }

  /** Answers the rule for a person as a whole to an audience. */
  public AppearanceRule rule(Audience audience) {
    AppearanceRule own = rules.get(RuleScope.of(audience));
    return own != null
        ? own
        : rules.getOrDefault(RuleScope.of(Audience.PUBLIC), AppearanceRule.always());
  }

  /** Answers the rule of one channel to an audience, if there is one. */
  public Optional<AppearanceRule> rule(Audience audience, Channel channel) {
    return Optional.ofNullable(rules.get(whose(audience, channel)));
  }

  /** Answers the state of hysteresis for an audience; without a rule of its own, the public's. */
  public LoadState loadState(Audience audience) {
    return loadStates.getOrDefault(whose(audience), LoadState.initial());
  }

  /** Answers the scope whose rule holds for an audience. */
  RuleScope whose(Audience audience) {
    RuleScope own = RuleScope.of(audience);
    return rules.containsKey(own) ? own : RuleScope.of(Audience.PUBLIC);
  }

  /** Answers the scope whose rule holds for a channel to an audience, where there is a rule. */
  RuleScope whose(Audience audience, Channel channel) {
    RuleScope own = RuleScope.of(audience, channel);
    return rules.containsKey(own) ? own : RuleScope.of(Audience.PUBLIC, channel);
  }

  /** Answers whether an audience may see something else than the public. */
  boolean differs(Audience audience) {
    if (audience == Audience.PUBLIC) {
      return false;
    }
    for (RuleScope scope : rules.keySet()) {
      if (scope.audience() == audience) {
        return true;
      }
    }
    return false;
  }

  /** Answers the absence of that id. */
  public Optional<Absence> absence(AbsenceId id) {
    return absences.stream().filter(absence -> absence.id().equals(id)).findFirst();
  }

  /** Answers these settings with another status by hand, or without one. */
  public PresenceSettings withManual(Optional<ManualStatus> manual) {
    return new PresenceSettings(
        employee, manual, absences, hours, limit, share, channelLimits, rules, loadStates);
  }

  /**
   * Answers these settings with other absences.
   *
   * @throws IllegalArgumentException when there are too many, or two have the same id
   */
  public PresenceSettings withAbsences(List<Absence> absences) {
    return new PresenceSettings(
        employee, manual, absences, hours, limit, share, channelLimits, rules, loadStates);
  }

  /**
   * Answers these settings with an absence that replaces the one of the same id.
   *
   * @throws IllegalArgumentException when there are too many
   */
  public PresenceSettings withAbsence(Absence absence) {
    List<Absence> others = new ArrayList<>(withoutAbsence(absence.id()).absences);
    others.add(absence);
    return withAbsences(others);
  }

  /** Answers these settings without the absence of that id. */
  public PresenceSettings withoutAbsence(AbsenceId id) {
    return withAbsences(absences.stream().filter(absence -> !absence.id().equals(id)).toList());
  }

  /** Answers these settings with other working hours. */
  public PresenceSettings withHours(WorkingHours hours) {
    return new PresenceSettings(
        employee, manual, absences, hours, limit, share, channelLimits, rules, loadStates);
  }

  /** Answers these settings with another limit, in effort points. */
  public PresenceSettings withLimit(int limit) {
    return new PresenceSettings(
        employee, manual, absences, hours, limit, share, channelLimits, rules, loadStates);
  }

  /** Answers these settings with a part of the limit, or with the limit in full. */
  public PresenceSettings withShare(Optional<Share> share) {
    return new PresenceSettings(
        employee, manual, absences, hours, limit, share, channelLimits, rules, loadStates);
  }

  /**
   * Answers these settings with another limit of a channel, or without one.
   *
   * @throws IllegalArgumentException when it is out of its bounds
   */
  public PresenceSettings withChannelLimit(Channel channel, Optional<Integer> points) {
    Map<Channel, Integer> copy = new EnumMap<>(Channel.class);
    copy.putAll(channelLimits);
    points.ifPresentOrElse(value -> copy.put(channel, value), () -> copy.remove(channel));
    return new PresenceSettings(
        employee, manual, absences, hours, limit, share, copy, rules, loadStates);
  }

  /** Answers these settings with another rule for a person as a whole to one audience. */
  public PresenceSettings withRule(Audience audience, AppearanceRule rule) {
    return withRule(RuleScope.of(audience), Optional.of(rule));
  }

  /** Answers these settings with another rule for that scope, or without one of its own. */
  public PresenceSettings withRule(RuleScope scope, Optional<AppearanceRule> rule) {
    Map<RuleScope, AppearanceRule> copy = new HashMap<>(rules);
    rule.ifPresentOrElse(value -> copy.put(scope, value), () -> copy.remove(scope));
    return new PresenceSettings(
        employee, manual, absences, hours, limit, share, channelLimits, copy, loadStates);
  }

  /** Answers these settings with other states of hysteresis. */
  public PresenceSettings withLoadStates(Map<RuleScope, LoadState> loadStates) {
    return new PresenceSettings(
        employee, manual, absences, hours, limit, share, channelLimits, rules, loadStates);
  }
}
