package org.visavis.presence;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  /** Copies what comes in. */
  public PresenceSettings {
    Objects.requireNonNull(employee, "employee");
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

  /** Answers the state of hysteresis for an audience. */
  public LoadState loadState(Audience audience) {
    return loadStates.getOrDefault(audience, LoadState.initial());
  }
}
