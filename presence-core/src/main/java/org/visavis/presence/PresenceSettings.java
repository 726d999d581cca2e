package org.visavis.presence;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;

/**
 * What an employee has decided about the own presence, and the state of hysteresis that belongs to
 * it. Immutable.
 *
 * @param employee whose settings these are
 * @param manual the status set by hand, if one was set
 * @param hours the working hours
 * @param limit the limit, in effort points
 * @param rules the rule for each audience; an audience without one has the public's
 * @param loadStates the state of hysteresis for each audience
 */
public record PresenceSettings(
    EmployeeId employee,
    Optional<ManualStatus> manual,
    WorkingHours hours,
    int limit,
    Map<Audience, AppearanceRule> rules,
    Map<Audience, LoadState> loadStates) {

  /** The limit of an employee who has not chosen one. */
  public static final int DEFAULT_LIMIT = 5;

  /**
   * Copies what comes in.
   *
   * @throws IllegalArgumentException when the limit is negative
   */
  public PresenceSettings {
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(manual, "manual");
    Objects.requireNonNull(hours, "hours");
    if (limit < 0) {
      throw new IllegalArgumentException("A limit is counted from 0, not from " + limit);
    }
    rules = Map.copyOf(rules);
    loadStates = Map.copyOf(loadStates);
  }

  /**
   * Answers the settings of an employee who has chosen nothing: limit 5, hidden by load at 5
   * points, shown again at 3.
   */
  public static PresenceSettings initial(EmployeeId employee) {
    return new PresenceSettings(
        employee,
        Optional.empty(),
        WorkingHours.unspecified(),
        DEFAULT_LIMIT,
        Map.of(Audience.PUBLIC, AppearanceRule.byLoad(DEFAULT_LIMIT, 3, AtLimit.SHOW_BUSY)),
        Map.of());
  }

  /** Answers the rule for an audience. */
  public AppearanceRule rule(Audience audience) {
    AppearanceRule own = rules.get(audience);
    return own != null ? own : rules.getOrDefault(Audience.PUBLIC, AppearanceRule.always());
  }

  /** Answers the state of hysteresis for an audience; without a rule of its own, the public's. */
  public LoadState loadState(Audience audience) {
    Audience whose = rules.containsKey(audience) ? audience : Audience.PUBLIC;
    return loadStates.getOrDefault(whose, LoadState.initial());
  }

  /** Answers these settings with another status by hand, or without one. */
  public PresenceSettings withManual(Optional<ManualStatus> manual) {
    return new PresenceSettings(employee, manual, hours, limit, rules, loadStates);
  }

  /** Answers these settings with other working hours. */
  public PresenceSettings withHours(WorkingHours hours) {
    return new PresenceSettings(employee, manual, hours, limit, rules, loadStates);
  }

  /** Answers these settings with another limit, in effort points. */
  public PresenceSettings withLimit(int limit) {
    return new PresenceSettings(employee, manual, hours, limit, rules, loadStates);
  }

  /** Answers these settings with another rule for one audience. */
  public PresenceSettings withRule(Audience audience, AppearanceRule rule) {
    Map<Audience, AppearanceRule> copy = new EnumMap<>(Audience.class);
    copy.putAll(rules);
    copy.put(audience, rule);
    return new PresenceSettings(employee, manual, hours, limit, copy, loadStates);
  }

  /** Answers these settings with other states of hysteresis. */
  public PresenceSettings withLoadStates(Map<Audience, LoadState> loadStates) {
    return new PresenceSettings(employee, manual, hours, limit, rules, loadStates);
  }
}
