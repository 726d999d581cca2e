package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.UnknownEmployeeException;
import org.visavis.presence.spi.PublicHolidays;

/** Presence from memory: settings through the store, everything else worked out from them. */
final class LivePresence implements Presence {

  private static final Duration LONGEST_STATUS = Duration.ofDays(366);
  private static final Duration LONGEST_SESSION = Duration.ofHours(1);

  private final PresenceBuilder with;
  private final LivePeople people;
  private final AtomicLong writes = new AtomicLong();
  private volatile Shown shown = new Shown(-1, Map.of());

  LivePresence(PresenceBuilder with, LivePeople people) {
    this.with = with;
    this.people = people;
  }

  @Override
  public Reachability reachability(EmployeeId employee, Audience audience) {
    Instant now = people.now();
    Person person = people.get(employee);
    if (person == null) {
      return Reachability.hidden();
    }
    if (audience != Audience.PUBLIC) {
      return person.state.decide(employee, audience, now);
    }
    Reachability explained = person.explained;
    if (explained == null || explained.nextChange().filter(end -> !now.isBefore(end)).isPresent()) {
      PersonState state = person.state;
      explained = state.decide(employee, audience, now);
      person.explained = explained;
      if (!person.state.equals(state)) {
        person.explained = null;
      }
    }
    return explained;
  }

  @Override
  public Openness openness(EmployeeId employee, Channel channel, Audience audience) {
    return seenBy(employee, audience).channel(channel);
  }

  /** Answers what others see, without looking for reasons where the face is at hand. */
  private Reachability seenBy(EmployeeId employee, Audience audience) {
    Instant now = people.now();
    Person person = people.get(employee);
    return person == null ? Reachability.hidden() : seenBy(person, audience, now);
  }

  private static Reachability seenBy(Person person, Audience audience, Instant now) {
    PersonState state = person.state;
    return !state.effective().differs(audience)
        ? person.face.reachability()
        : state.decide(person.id, audience, now).forOthers();
  }

  @Override
  public Map<EmployeeId, Reachability> shown(Audience audience) {
    Instant now = people.now();
    Shown last = shown;
    long revision = people.feed().revision();
    if (audience == Audience.PUBLIC && last.revision == revision) {
      return last.people;
    }
    Map<EmployeeId, Reachability> result = new HashMap<>();
    for (Person person : people.all()) {
      Reachability face = seenBy(person, audience, now);
      if (face.shown()) {
        result.put(person.id, face);
      }
    }
    result = Collections.unmodifiableMap(result);
    if (audience == Audience.PUBLIC && people.feed().revision() == revision) {
      shown = new Shown(revision, result);
    }
    return result;
  }

  @Override
  public PresenceSettings settings(EmployeeId employee) {
    people.now();
    return require(employee).state.settings(employee);
  }

  @Override
  public Workload workload(EmployeeId employee) {
    return require(employee).state.workload(people.now());
  }

  @Override
  public Guardrails guardrails() {
    return with.guardrails;
  }

  @Override
  public Explanation explanation(EmployeeId employee, Audience audience) {
    Instant now = people.now();
    PersonState state = require(employee).state;
    return new Explanation(
        reachability(employee, audience),
        Sources.of(state.facts(employee, audience), now),
        state.workload(now),
        with.guardrails);
  }

  @Override
  public Reachability preview(
      EmployeeId employee, Audience audience, UnaryOperator<PresenceSettings> wish) {
    Instant now = people.now();
    PersonState state = require(employee).state;
    PresenceSettings before = state.settings(employee);
    PresenceSettings after = wish.apply(before);
    return after.equals(before)
        ? reachability(employee, audience)
        : people.wished(state.withChosen(after, now)).decide(employee, audience, now);
  }

  @Override
  public void setStatus(EmployeeId employee, ManualStatus status) {
    Instant now = with.clock.instant();
    requireWithinAYear(status.until(), now, "a status");
    save(employee, settings -> settings.withManual(Optional.of(status.withSetAt(now))));
  }

  private static void requireWithinAYear(Instant end, Instant now, String what) {
    if (!end.isAfter(now)) {
      throw new IllegalArgumentException("The end of " + what + " lies ahead");
    }
    if (end.isAfter(now.plus(LONGEST_STATUS))) {
      throw new IllegalArgumentException(
          "The end of " + what + " is at most " + LONGEST_STATUS.toDays() + " days away");
    }
  }

  @Override
  public void clearStatus(EmployeeId employee) {
    save(employee, settings -> settings.withManual(Optional.empty()));
  }

  @Override
  public void active(EmployeeId employee) {
    if (require(employee).state.effective().manual().filter(ManualStatus::untilBack).isPresent()) {
      save(
          employee,
          settings -> settings.withManual(settings.manual().filter(manual -> !manual.untilBack())));
    }
  }

  @Override
  public void setAbsence(EmployeeId employee, Absence absence) {
    Instant now = with.clock.instant();
    if (!absence.end().isAfter(now)) {
      throw new IllegalArgumentException("The end of an absence lies ahead");
    }
    if (absence.start().isAfter(Instants.plus(now, Absence.LONGEST))) {
      throw new IllegalArgumentException(
          "An absence begins within " + Absence.LONGEST.toDays() + " days");
    }
    absence
        .deputy()
        .filter(deputy -> people.get(deputy.employee()) == null)
        .ifPresent(
            deputy -> {
              throw new IllegalArgumentException("There is no such deputy");
            });
    deputies().requireNoCycle(employee, absence);
    save(
        employee,
        settings -> {
          Optional<Deputy> known = settings.absence(absence.id()).flatMap(Absence::deputy);
          return settings.withAbsence(
              absence.withDeputy(absence.deputy().map(deputy -> asked(deputy, known))));
        });
  }

  /** Whether a deputy has agreed is what stands there already, and not what the absent says. */
  private static Deputy asked(Deputy deputy, Optional<Deputy> known) {
    return known
        .filter(before -> before.employee().equals(deputy.employee()))
        .orElseGet(() -> Deputy.asked(deputy.employee()));
  }

  @Override
  public void removeAbsence(EmployeeId employee, AbsenceId absence) {
    save(employee, settings -> settings.withoutAbsence(absence));
  }

  @Override
  public List<DeputyRequest> deputyRequests(EmployeeId deputy) {
    require(deputy);
    Instant now = people.now();
    List<DeputyRequest> found = new ArrayList<>();
    for (Person person : people.all()) {
      for (Absence absence : person.state.effective().absences()) {
        if (absence.deputy().filter(own -> own.employee().equals(deputy)).isPresent()
            && absence.end().isAfter(now)) {
          found.add(
              new DeputyRequest(
                  person.id,
                  absence.id(),
                  absence.start(),
                  absence.end(),
                  absence.deputy().get().agreed()));
        }
      }
    }
    found.sort(Comparator.comparing(DeputyRequest::start).thenComparing(DeputyRequest::absent));
    return List.copyOf(found);
  }

  @Override
  public boolean answerDeputyRequest(
      EmployeeId deputy, EmployeeId absent, AbsenceId absence, boolean agrees) {
    require(deputy);
    Optional<Absence> asked =
        people.get(absent) == null
            ? Optional.empty()
            : with.store
                .find(absent)
                .flatMap(settings -> settings.absence(absence))
                .filter(
                    own -> own.deputy().filter(who -> who.employee().equals(deputy)).isPresent());
    asked.ifPresent(
        own -> {
          deputies().requireNoCycle(absent, own);
          Absence answered = own.withDeputy(Optional.of(new Deputy(deputy, agrees)));
          save(absent, settings -> settings.withAbsence(answered));
        });
    return asked.isPresent();
  }

  @Override
  public Optional<EmployeeId> deputy(EmployeeId absent, Audience audience) {
    return seenBy(absent, audience).shown()
        ? deputies().at(absent, people.now()).filter(deputy -> seenBy(deputy, audience).shown())
        : Optional.empty();
  }

  private Deputies deputies() {
    return new Deputies(
        employee -> {
          Person person = people.get(employee);
          return person == null ? List.of() : person.state.effective().absences();
        });
  }

  @Override
  public void setLimit(EmployeeId employee, int points) {
    with.guardrails.require(points);
    require(employee);
    with.workload.limitChanged(employee, points);
    save(employee, settings -> settings.withLimit(points));
  }

  @Override
  public void setShare(EmployeeId employee, Optional<Share> share) {
    share.ifPresent(
        own -> requireWithinAYear(own.until(), with.clock.instant(), "a share of the limit"));
    save(employee, settings -> settings.withShare(share));
  }

  @Override
  public void setChannelLimit(EmployeeId employee, Channel channel, Optional<Integer> points) {
    save(employee, settings -> settings.withChannelLimit(channel, points));
    with.afterCommit.execute(() -> workloadChanged(employee));
  }

  @Override
  public void setRule(EmployeeId employee, RuleScope scope, Optional<AppearanceRule> rule) {
    save(employee, settings -> settings.withRule(scope, rule));
  }

  @Override
  public void setHours(EmployeeId employee, WorkingHours hours) {
    save(employee, settings -> settings.withHours(hours));
  }

  @Override
  public List<WorkPeriod> work(EmployeeId employee, Instant from, Instant to) {
    if (to.isAfter(Instants.plus(from, CalendarEntries.AHEAD))) {
      throw new IllegalArgumentException(
          "Work is looked at for " + CalendarEntries.AHEAD.toDays() + " days at once");
    }
    PersonState state = require(employee).state;
    return PlannedWork.of(
        state.workingTime(),
        state.effective().absences(),
        Optional.ofNullable(state.profile().leavesAt()),
        from,
        to);
  }

  /** The store is asked for what stands there, so that one transaction can hold several changes. */
  private void save(EmployeeId employee, UnaryOperator<PresenceSettings> decision) {
    Person person = require(employee);
    PresenceSettings before =
        with.store.find(employee).orElseGet(() -> PresenceSettings.initial(employee));
    PresenceSettings after = withoutThePast(decision.apply(before));
    with.store.save(after);
    // A store holds the row from its save to the commit: numbers follow the commits of a person.
    long number = writes.incrementAndGet();
    with.afterCommit.execute(() -> written(person, number, after));
  }

  /** Exceptional days that are over tell where somebody was, and nothing about now. */
  private PresenceSettings withoutThePast(PresenceSettings settings) {
    WorkingHours hours = settings.hours();
    LocalDate today = LocalDate.ofInstant(with.clock.instant(), hours.zone());
    WorkingHours kept = hours.withoutExceptionsBefore(today.minusDays(1));
    return kept.equals(hours) ? settings : settings.withHours(kept);
  }

  private void written(Person person, long number, PresenceSettings settings) {
    Instant now = with.clock.instant();
    people.change(
        person,
        state -> {
          if (number < person.written) {
            return state;
          }
          person.written = number;
          return state.withChosen(settings, now);
        });
    people.settle();
  }

  @Override
  public void setSession(
      EmployeeId employee, String client, Session.State state, Duration timeToLive) {
    if (timeToLive.isNegative()
        || timeToLive.isZero()
        || timeToLive.compareTo(LONGEST_SESSION) > 0) {
      throw new IllegalArgumentException("A session counts for up to one hour");
    }
    Instant now = with.clock.instant();
    Session session = new Session(client, state, now, now.plus(timeToLive));
    Person person = require(employee);
    List<Session> known =
        person.state.sessions().stream().filter(other -> now.isBefore(other.until())).toList();
    Optional<Session> before =
        known.stream().filter(other -> other.client().equals(client)).findFirst();
    if (before.isEmpty() && known.size() >= Session.MAX_CLIENTS) {
      throw new IllegalArgumentException(
          "At most " + Session.MAX_CLIENTS + " clients are in use at once");
    }
    if (isBack(before, state)) {
      active(employee);
    }
    with.store.saveSession(employee, session);
    with.afterCommit.execute(
        () -> {
          people.change(person, current -> current.withSession(session));
          people.settle();
        });
  }

  /** A client that was silent, or turns available, says that its owner is there. */
  private static boolean isBack(Optional<Session> before, Session.State state) {
    return switch (state) {
      case AWAY -> false;
      case AVAILABLE -> before.filter(known -> known.state() == Session.State.AVAILABLE).isEmpty();
      case IN_USE, BUSY, DO_NOT_DISTURB -> before.isEmpty();
    };
  }

  @Override
  public void signOff(EmployeeId employee, String client) {
    Person person = require(employee);
    with.store.removeSession(employee, client);
    with.afterCommit.execute(
        () -> {
          people.change(person, state -> state.withoutSession(client));
          people.settle();
        });
  }

  @Override
  public List<Session> sessions(EmployeeId employee) {
    people.now();
    return require(employee).state.sessions();
  }

  @Override
  public void subscribe(EmployeeId employee, CalendarSubscription subscription) {
    require(employee);
    requireRoom(
        with.store.subscriptions(employee).stream().map(CalendarSubscription::calendar).toList(),
        subscription.calendar());
    with.store.saveSubscription(employee, subscription);
  }

  private static void requireRoom(Collection<CalendarId> known, CalendarId wanted) {
    if (known.size() >= CalendarSubscription.MAX_CALENDARS && !known.contains(wanted)) {
      throw new IllegalArgumentException(
          "At most " + CalendarSubscription.MAX_CALENDARS + " calendars are brought in");
    }
  }

  @Override
  public List<CalendarSubscription> subscriptions(EmployeeId employee) {
    require(employee);
    return with.store.subscriptions(employee);
  }

  @Override
  public Map<EmployeeId, List<CalendarSubscription>> subscriptions() {
    return with.store.subscriptions();
  }

  @Override
  public void setCalendar(EmployeeId employee, CalendarId calendar, CalendarEntries entries) {
    Person person = require(employee);
    requireRoom(calendars(employee).keySet(), calendar);
    CalendarEntries lasting = entries.without(with.clock.instant());
    BusyTimes packed = BusyTimes.of(calendar, lasting);
    with.store.saveCalendar(employee, calendar, lasting);
    with.afterCommit.execute(
        () -> {
          people.change(person, state -> state.withCalendar(packed));
          people.settle();
        });
  }

  @Override
  public void removeCalendar(EmployeeId employee, CalendarId calendar) {
    Person person = require(employee);
    with.store.removeCalendar(employee, calendar);
    with.afterCommit.execute(
        () -> {
          people.change(person, state -> state.withoutCalendar(calendar));
          people.settle();
        });
  }

  @Override
  public Map<CalendarId, CalendarEntries> calendars(EmployeeId employee) {
    Map<CalendarId, CalendarEntries> calendars = new TreeMap<>();
    require(employee)
        .state
        .calendars()
        .forEach(calendar -> calendars.put(calendar.calendar(), calendar.entries()));
    return Collections.unmodifiableMap(calendars);
  }

  @Override
  public void workloadChanged(EmployeeId employee) {
    Person person = people.get(employee);
    if (person != null) {
      // Asked under the person's monitor, so that the last to ask is the last to be taken over.
      people.change(
          person,
          state ->
              state.withTaken(
                  with.workload.taken(employee),
                  state.effective().channelLimits().isEmpty()
                      ? Map.of()
                      : with.workload.takenByChannel(employee)));
      people.settle();
    }
  }

  @Override
  public void useHolidays(PublicHolidays holidays) {
    people.useHolidays(holidays);
  }

  @Override
  public PresenceFeed feed() {
    return people.feed();
  }

  @Override
  public void close() {
    people.close();
  }

  private Person require(EmployeeId employee) {
    Person person = people.get(employee);
    if (person == null) {
      throw new UnknownEmployeeException(employee);
    }
    return person;
  }

  private record Shown(long revision, Map<EmployeeId, Reachability> people) {}
}
