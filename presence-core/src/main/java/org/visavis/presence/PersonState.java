package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * What is known of one person in memory. Immutable. What is empty is one shared empty thing, so
 * that a million people of whom little is known cost little.
 *
 * @param profile what the directory says
 * @param chosen what the person has decided; null for one who has chosen nothing
 * @param workingTime the hours of what was chosen, with the holidays of the region
 * @param sessions what clients say and until when
 * @param calendars what calendars say
 * @param taken effort points
 * @param takenByChannel effort points of the channels that have a limit of their own
 * @param loadStates the states of hysteresis of the rules
 */
@SuppressWarnings("ReferenceEquality") // what is the same needs no copy
record PersonState(
    Profile profile,
    @Nullable PresenceSettings chosen,
    WorkingTime workingTime,
    List<Session> sessions,
    List<BusyTimes> calendars,
    int taken,
    Map<Channel, Integer> takenByChannel,
    Map<RuleScope, LoadState> loadStates) {

  private static final EmployeeId ANYBODY = EmployeeId.of("anybody");
  private static final PresenceSettings NOTHING_CHOSEN = PresenceSettings.initial(ANYBODY);

  /** Entries that have ended are forgotten after this; sooner would be a write for each meeting. */
  private static final Duration FORGETTING = Duration.ofDays(1);

  /**
   * What the directory says of a person; shared by those of whom it says the same.
   *
   * @param channels what the person offers
   * @param leavesAt when the person's last day ends; null for one who stays
   * @param zone where days begin for the person
   * @param region where the person works; null where nobody said so
   */
  record Profile(
      Set<Channel> channels, @Nullable Instant leavesAt, ZoneId zone, @Nullable String region) {}

  static PersonState of(Profile profile, int taken) {
    return new PersonState(
        profile, null, WorkingTime.unspecified(), List.of(), List.of(), taken, Map.of(), Map.of());
  }

  PersonState with(Profile profile) {
    return new PersonState(
        profile, chosen, workingTime, sessions, calendars, taken, takenByChannel, loadStates);
  }

  PersonState with(WorkingTime workingTime) {
    return new PersonState(
        profile, chosen, workingTime, sessions, calendars, taken, takenByChannel, loadStates);
  }

  PersonState withTaken(int taken, Map<Channel, Integer> takenByChannel) {
    return new PersonState(
        profile, chosen, workingTime, sessions, calendars, taken, takenByChannel, loadStates);
  }

  PersonState withSession(Session session) {
    List<Session> copy = new ArrayList<>(withoutSession(session.client()).sessions);
    copy.add(session);
    return withSessions(copy);
  }

  PersonState withoutSession(String client) {
    return withSessions(without(sessions, session -> session.client().equals(client)));
  }

  PersonState withSessions(List<Session> sessions) {
    return new PersonState(
        profile,
        chosen,
        workingTime,
        List.copyOf(sessions),
        calendars,
        taken,
        takenByChannel,
        loadStates);
  }

  PersonState withCalendar(BusyTimes calendar) {
    List<BusyTimes> copy = new ArrayList<>(withoutCalendar(calendar.calendar()).calendars);
    copy.add(calendar);
    return withCalendars(copy);
  }

  PersonState withoutCalendar(CalendarId id) {
    return withCalendars(without(calendars, calendar -> calendar.calendar().equals(id)));
  }

  PersonState withCalendars(List<BusyTimes> calendars) {
    return new PersonState(
        profile,
        chosen,
        workingTime,
        sessions,
        List.copyOf(calendars),
        taken,
        takenByChannel,
        loadStates);
  }

  /**
   * Answers this person with new settings. What the employee decides acts at once: a changed rule
   * begins without memory, and a changed limit is not held back by the dwell.
   */
  PersonState withChosen(PresenceSettings settings, Instant now) {
    PresenceSettings before = effective();
    Workload workload = workload(settings, now);
    boolean sameLimit = workload.equals(workload(before, now));
    Map<RuleScope, LoadState> states = new HashMap<>();
    settings
        .rules()
        .forEach(
            (scope, rule) -> {
              if (rule.equals(before.rules().get(scope)) && loadStates.containsKey(scope)) {
                LoadState state = loadStates.get(scope);
                states.put(scope, sameLimit ? state : atOnce(rule, workload, state, now));
              } else if (rule.equals(before.rules().get(scope)) && !sameLimit) {
                states.put(scope, atOnce(rule, workload, LoadState.initial(), now));
              }
            });
    return withChosen(settings, Map.copyOf(states));
  }

  private static LoadState atOnce(
      AppearanceRule rule, Workload workload, LoadState state, Instant now) {
    LoadState free = new LoadState(state.relieved(), Instant.EPOCH);
    LoadState stepped = Decision.step(rule, workload, free, now);
    return stepped.relieved() == state.relieved() ? state : stepped;
  }

  PersonState withChosen(@Nullable PresenceSettings settings, Map<RuleScope, LoadState> states) {
    return new PersonState(
        profile, settings, workingTime, sessions, calendars, taken, takenByChannel, states);
  }

  /** Answers this person without what has ended, and with hysteresis where it is by now. */
  PersonState settled(Instant now) {
    PersonState current = this;
    if (!sessions.isEmpty()) {
      List<Session> live = without(sessions, session -> !now.isBefore(session.until()));
      current = live == sessions ? current : current.withSessions(live);
    }
    PresenceSettings settings = chosen;
    if (settings != null) {
      settings = settled(settings, now);
    }
    Map<RuleScope, LoadState> states = current.stepped(now);
    return settings == chosen && states == loadStates
        ? current
        : current.withChosen(settings, states);
  }

  private static PresenceSettings settled(PresenceSettings settings, Instant now) {
    PresenceSettings current = settings;
    if (current.manual().filter(manual -> !now.isBefore(manual.until())).isPresent()) {
      current = current.withManual(Optional.empty());
    }
    if (current.share().filter(share -> !now.isBefore(share.until())).isPresent()) {
      current = current.withShare(Optional.empty());
    }
    List<Absence> absences = without(current.absences(), absence -> !now.isBefore(absence.over()));
    return absences == current.absences() ? current : current.withAbsences(absences);
  }

  /** Answers the same list where nothing is to be taken out. */
  private static <T> List<T> without(List<T> list, Predicate<T> out) {
    return list.stream().noneMatch(out) ? list : list.stream().filter(out.negate()).toList();
  }

  private Map<RuleScope, LoadState> stepped(Instant now) {
    PresenceSettings settings = effective();
    Workload workload = workload(now);
    Map<RuleScope, LoadState> states = Map.of();
    for (Map.Entry<RuleScope, AppearanceRule> rule : settings.rules().entrySet()) {
      LoadState before = loadStates.getOrDefault(rule.getKey(), LoadState.initial());
      LoadState after = Decision.step(rule.getValue(), workload, before, now);
      if (!after.equals(LoadState.initial())) {
        states = states.isEmpty() ? new HashMap<>() : states;
        states.put(rule.getKey(), after);
      }
    }
    return states.equals(loadStates) ? loadStates : Map.copyOf(states);
  }

  /** Answers what the person has chosen, or what holds for those who chose nothing. */
  PresenceSettings effective() {
    return chosen != null ? chosen : NOTHING_CHOSEN;
  }

  PresenceSettings settings(EmployeeId employee) {
    PresenceSettings settings = chosen != null ? chosen : PresenceSettings.initial(employee);
    return settings.withLoadStates(loadStates);
  }

  /** Answers points taken, and the limit as it holds at that instant. */
  Workload workload(Instant now) {
    return workload(effective(), now);
  }

  private Workload workload(PresenceSettings settings, Instant now) {
    Workload own = new Workload(taken, settings.limit());
    return CurrentLimit.of(own, settings.share(), settings.absences(), now).workload();
  }

  Reachability decide(EmployeeId employee, Audience audience, Instant now) {
    return Decision.decide(facts(employee, audience), now);
  }

  PresenceFacts facts(EmployeeId employee, Audience audience) {
    PresenceSettings settings = effective();
    Map<Channel, AppearanceRule> channelRules = Map.of();
    Map<Channel, LoadState> channelStates = Map.of();
    if (hasChannelRules(settings)) {
      channelRules = new EnumMap<>(Channel.class);
      channelStates = new EnumMap<>(Channel.class);
      for (Channel channel : Channel.values()) {
        RuleScope whose = settings.whose(audience, channel);
        AppearanceRule rule = settings.rules().get(whose);
        if (rule != null) {
          channelRules.put(channel, rule);
          channelStates.put(channel, loadStates.getOrDefault(whose, LoadState.initial()));
        }
      }
    }
    return new PresenceFacts(
        employee,
        profile.channels(),
        settings.manual(),
        settings.absences(),
        calendars,
        workingTime,
        sessions,
        new Workload(taken, settings.limit()),
        settings.share(),
        channelLoads(settings),
        settings.rule(audience),
        loadStates.getOrDefault(settings.whose(audience), LoadState.initial()),
        channelRules,
        channelStates,
        Optional.ofNullable(profile.leavesAt()));
  }

  private static boolean hasChannelRules(PresenceSettings settings) {
    if (settings.rules().size() == 1) {
      return !settings.rules().containsKey(RuleScope.of(Audience.PUBLIC));
    }
    for (RuleScope scope : settings.rules().keySet()) {
      if (scope.channel().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Map<Channel, Workload> channelLoads(PresenceSettings settings) {
    if (settings.channelLimits().isEmpty()) {
      return Map.of();
    }
    Map<Channel, Workload> loads = new EnumMap<>(Channel.class);
    settings
        .channelLimits()
        .forEach(
            (channel, limit) ->
                loads.put(channel, new Workload(takenByChannel.getOrDefault(channel, 0), limit)));
    return loads;
  }

  /** Answers when something that is kept here ends next, whether or not others see it. */
  Optional<Instant> nextEnd() {
    Optional<Instant> next = Optional.empty();
    PresenceSettings settings = chosen;
    if (settings != null) {
      next = Instants.earlier(next, settings.manual().map(ManualStatus::until));
      next = Instants.earlier(next, settings.share().map(Share::until));
      for (Absence absence : settings.absences()) {
        next = Instants.earlier(next, Optional.of(absence.over()));
      }
    }
    for (Session session : sessions) {
      next = Instants.earlier(next, Optional.of(session.until()));
    }
    for (BusyTimes calendar : calendars) {
      next = Instants.earlier(next, calendar.firstEnd().map(end -> Instants.plus(end, FORGETTING)));
    }
    return next;
  }

  /** Answers this person without the entries of calendars that have ended a while ago. */
  PersonState forgetful(Instant now) {
    Instant by = now.minus(FORGETTING);
    List<BusyTimes> kept = new ArrayList<>(calendars.size());
    boolean changed = false;
    for (BusyTimes calendar : calendars) {
      if (calendar.firstEnd().filter(end -> !end.isAfter(by)).isPresent()) {
        changed = true;
        kept.add(BusyTimes.of(calendar.calendar(), calendar.entries().without(by)));
      } else {
        kept.add(calendar);
      }
    }
    return changed ? withCalendars(kept) : this;
  }
}
