package org.visavis.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * What is known of one person in memory. Immutable.
 *
 * @param channels what the person offers
 * @param leavesAt when the person's last day ends; null for one who stays
 * @param chosen what the person has decided; null for one who has chosen nothing, so that a million
 *     of those cost little
 * @param sessions devices and until when they count
 * @param taken effort points
 * @param loadStates the state of hysteresis for each audience with a rule of its own
 */
record PersonState(
    Set<Channel> channels,
    @Nullable Instant leavesAt,
    @Nullable PresenceSettings chosen,
    Map<String, Instant> sessions,
    int taken,
    Map<Audience, LoadState> loadStates) {

  private static final EmployeeId ANYBODY = EmployeeId.of("anybody");
  private static final PresenceSettings NOTHING_CHOSEN = PresenceSettings.initial(ANYBODY);

  /** Answers this person with what the directory says. */
  PersonState with(Set<Channel> channels, @Nullable Instant leavesAt) {
    return new PersonState(channels, leavesAt, chosen, sessions, taken, loadStates);
  }

  PersonState withTaken(int taken) {
    return new PersonState(channels, leavesAt, chosen, sessions, taken, loadStates);
  }

  PersonState withSession(String device, Instant until) {
    Map<String, Instant> copy = new HashMap<>(sessions);
    copy.put(device, until);
    return new PersonState(channels, leavesAt, chosen, Map.copyOf(copy), taken, loadStates);
  }

  PersonState withoutSession(String device) {
    Map<String, Instant> copy = new HashMap<>(sessions);
    copy.remove(device);
    return new PersonState(channels, leavesAt, chosen, Map.copyOf(copy), taken, loadStates);
  }

  /**
   * Answers this person with new settings. What the employee decides acts at once: a changed rule
   * begins without memory, and a changed limit is not held back by the dwell.
   */
  PersonState withChosen(PresenceSettings settings, Instant now) {
    PresenceSettings before = effective();
    Map<Audience, LoadState> states = new EnumMap<>(Audience.class);
    Workload workload = new Workload(taken, settings.limit());
    for (Audience audience : settings.rules().keySet()) {
      AppearanceRule rule = settings.rule(audience);
      if (rule.equals(before.rules().get(audience))) {
        LoadState state = loadStates.getOrDefault(audience, LoadState.initial());
        if (settings.limit() != before.limit()) {
          LoadState free = new LoadState(state.relieved(), Instant.EPOCH);
          LoadState stepped = Decision.step(rule, workload, free, now);
          state = stepped.relieved() == state.relieved() ? state : stepped;
        }
        states.put(audience, state);
      }
    }
    return new PersonState(channels, leavesAt, settings, sessions, taken, Map.copyOf(states));
  }

  /** Answers this person without what has ended, and with hysteresis where it is by now. */
  PersonState settled(Instant now) {
    Map<String, Instant> current = sessions;
    if (!current.values().stream().allMatch(now::isBefore)) {
      current =
          sessions.entrySet().stream()
              .filter(session -> now.isBefore(session.getValue()))
              .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
    PresenceSettings settings = chosen;
    if (settings != null && settings.manual().filter(m -> !now.isBefore(m.until())).isPresent()) {
      settings = settings.withManual(Optional.empty());
    }
    return new PersonState(channels, leavesAt, settings, current, taken, stepped(now));
  }

  private Map<Audience, LoadState> stepped(Instant now) {
    PresenceSettings settings = effective();
    Map<Audience, LoadState> states = new EnumMap<>(Audience.class);
    for (Audience audience : audiences()) {
      LoadState before = loadStates.getOrDefault(audience, LoadState.initial());
      LoadState after = Decision.step(settings.rule(audience), workload(), before, now);
      if (!after.equals(LoadState.initial())) {
        states.put(audience, after);
      }
    }
    return states.equals(loadStates) ? loadStates : Map.copyOf(states);
  }

  /** Answers what the person has chosen, or what holds for those who chose nothing. */
  PresenceSettings effective() {
    return chosen != null ? chosen : NOTHING_CHOSEN;
  }

  /** Answers the audiences with a rule of their own; the public always is one. */
  Set<Audience> audiences() {
    Set<Audience> own = effective().rules().keySet();
    return own.contains(Audience.PUBLIC) ? own : Set.of(Audience.values());
  }

  PresenceSettings settings(EmployeeId employee) {
    PresenceSettings settings = chosen != null ? chosen : PresenceSettings.initial(employee);
    return settings.withLoadStates(loadStates);
  }

  Workload workload() {
    return new Workload(taken, effective().limit());
  }

  Reachability decide(EmployeeId employee, Audience audience, Instant now) {
    PresenceSettings settings = effective();
    Audience whose = settings.rules().containsKey(audience) ? audience : Audience.PUBLIC;
    LoadState state = loadStates.getOrDefault(whose, LoadState.initial());
    return decide(employee, settings.rule(audience), state, now);
  }

  Reachability decide(EmployeeId employee, AppearanceRule rule, LoadState state, Instant now) {
    PresenceSettings settings = effective();
    return Decision.decide(
        new PresenceFacts(
            employee,
            channels,
            settings.manual(),
            settings.hours(),
            sessions,
            workload(),
            rule,
            state,
            Optional.ofNullable(leavesAt)),
        now);
  }

  /** Answers when something that is kept here ends next, whether or not others see it. */
  Optional<Instant> nextEnd() {
    Collection<Instant> ends = sessions.values();
    return Instants.earlier(
        effective().manual().map(ManualStatus::until),
        ends.stream().max(Comparator.naturalOrder()));
  }
}
