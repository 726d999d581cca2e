package org.visavis.presence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.UnknownEmployeeException;

/** Presence from memory: settings through the store, everything else worked out from them. */
final class LivePresence implements Presence {

  private static final Logger LOGGER = System.getLogger(Presence.class.getName());
  private static final Duration LONGEST_STATUS = Duration.ofDays(366);
  private static final Duration LONGEST_SESSION = Duration.ofHours(1);
  private static final int MAX_DEVICES = 20;

  private final PresenceBuilder with;
  private final Map<EmployeeId, Person> people = new ConcurrentHashMap<>();
  private final Roster roster;
  private final Timeline timeline;
  private final LiveFeed feed;
  private final AtomicLong writes = new AtomicLong();
  private volatile Shown shown = new Shown(-1, Map.of());

  LivePresence(PresenceBuilder with) {
    this.with = with;
    timeline = new Timeline(with.alarm, this::catchUp);
    // Revisions of a later start are larger, so that no watcher resumes in the wrong life.
    long start = Math.max(0, with.clock.instant().toEpochMilli()) * 1_000;
    feed = new LiveFeed(start, with.watchers, () -> people.values().stream().map(p -> p.face));
    roster = new Roster(with, people, this::change, this::leave, this::settle);
  }

  void load() {
    roster.load(feed.revision());
    timeline.arm();
    upkeep(() -> with.store.forgetEnded(with.clock.instant()));
  }

  @Override
  public Reachability reachability(EmployeeId employee, Audience audience) {
    Instant now = now();
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
    Instant now = now();
    Person person = people.get(employee);
    return person == null ? Reachability.hidden() : seenBy(person, audience, now);
  }

  private static Reachability seenBy(Person person, Audience audience, Instant now) {
    PersonState state = person.state;
    return audience == Audience.PUBLIC || !state.effective().rules().containsKey(audience)
        ? person.face.reachability()
        : state.decide(person.id, audience, now).forOthers();
  }

  @Override
  public Map<EmployeeId, Reachability> shown(Audience audience) {
    Instant now = now();
    Shown last = shown;
    long revision = feed.revision();
    if (audience == Audience.PUBLIC && last.revision == revision) {
      return last.people;
    }
    Map<EmployeeId, Reachability> result = new HashMap<>();
    for (Person person : people.values()) {
      Reachability face = seenBy(person, audience, now);
      if (face.shown()) {
        result.put(person.id, face);
      }
    }
    result = Collections.unmodifiableMap(result);
    if (audience == Audience.PUBLIC && feed.revision() == revision) {
      shown = new Shown(revision, result);
    }
    return result;
  }

  @Override
  public PresenceSettings settings(EmployeeId employee) {
    now();
    return require(employee).state.settings(employee);
  }

  @Override
  public Workload workload(EmployeeId employee) {
    return require(employee).state.workload();
  }

  @Override
  public Guardrails guardrails() {
    return with.guardrails;
  }

  @Override
  public void setStatus(EmployeeId employee, ManualStatus status) {
    Instant now = with.clock.instant();
    if (!status.until().isAfter(now)) {
      throw new IllegalArgumentException("The end of a status lies ahead");
    }
    if (status.until().isAfter(now.plus(LONGEST_STATUS))) {
      throw new IllegalArgumentException(
          "A status ends within " + LONGEST_STATUS.toDays() + " days");
    }
    save(employee, settings -> settings.withManual(Optional.of(status)));
  }

  @Override
  public void clearStatus(EmployeeId employee) {
    save(employee, settings -> settings.withManual(Optional.empty()));
  }

  @Override
  public void setLimit(EmployeeId employee, int points) {
    with.guardrails.require(points);
    require(employee);
    with.workload.limitChanged(employee, points);
    save(employee, settings -> settings.withLimit(points));
  }

  @Override
  public void setRule(EmployeeId employee, Audience audience, AppearanceRule rule) {
    save(employee, settings -> settings.withRule(audience, rule));
  }

  @Override
  public void setHours(EmployeeId employee, WorkingHours hours) {
    save(employee, settings -> settings.withHours(hours));
  }

  /** The store is asked for what stands there, so that one transaction can hold several changes. */
  private void save(EmployeeId employee, UnaryOperator<PresenceSettings> decision) {
    Person person = require(employee);
    PresenceSettings before =
        with.store.find(employee).orElseGet(() -> PresenceSettings.initial(employee));
    PresenceSettings after = decision.apply(before);
    with.store.save(after);
    // A store holds the row from its save to the commit: numbers follow the commits of a person.
    long number = writes.incrementAndGet();
    with.afterCommit.execute(() -> written(person, number, after));
  }

  private void written(Person person, long number, PresenceSettings settings) {
    Instant now = with.clock.instant();
    change(
        person,
        state -> {
          if (number < person.written) {
            return state;
          }
          person.written = number;
          return state.withChosen(settings, now);
        });
    settle();
  }

  @Override
  public void heartbeat(EmployeeId employee, String device, Duration timeToLive) {
    if (device.isBlank() || device.length() > 64) {
      throw new IllegalArgumentException("The name of a device has 1 to 64 characters");
    }
    if (timeToLive.isNegative()
        || timeToLive.isZero()
        || timeToLive.compareTo(LONGEST_SESSION) > 0) {
      throw new IllegalArgumentException("A heartbeat counts for up to one hour");
    }
    Person person = require(employee);
    Map<String, Instant> sessions = person.state.sessions();
    if (sessions.size() >= MAX_DEVICES && !sessions.containsKey(device)) {
      throw new IllegalArgumentException("At most " + MAX_DEVICES + " devices are in use at once");
    }
    Instant until = with.clock.instant().plus(timeToLive);
    with.store.saveSession(employee, device, until);
    with.afterCommit.execute(
        () -> {
          change(person, state -> state.withSession(device, until));
          settle();
        });
  }

  @Override
  public void signOff(EmployeeId employee, String device) {
    Person person = require(employee);
    with.store.removeSession(employee, device);
    with.afterCommit.execute(
        () -> {
          change(person, state -> state.withoutSession(device));
          settle();
        });
  }

  @Override
  public Reachability preview(EmployeeId employee, Audience audience, AppearanceRule rule) {
    Instant now = now();
    Person person = require(employee);
    PersonState state = person.state;
    return rule.equals(state.effective().rule(audience))
        ? reachability(employee, audience)
        : state.decide(employee, rule, LoadState.initial(), now);
  }

  @Override
  public void workloadChanged(EmployeeId employee) {
    Person person = people.get(employee);
    if (person != null) {
      // Asked under the person's monitor, so that the last to ask is the last to be taken over.
      change(person, state -> state.withTaken(with.workload.taken(employee)));
      settle();
    }
  }

  @Override
  public PresenceFeed feed() {
    return feed;
  }

  @Override
  public void close() {
    timeline.close();
    roster.close();
  }

  private Person require(EmployeeId employee) {
    Person person = people.get(employee);
    if (person == null) {
      throw new UnknownEmployeeException(employee);
    }
    return person;
  }

  /** Answers the present instant, once everybody who was due before it has been looked at. */
  private Instant now() {
    Instant now = with.clock.instant();
    if (timeline.isDue(now)) {
      catchUp();
    }
    return now;
  }

  private void catchUp() {
    Instant now = with.clock.instant();
    boolean ended = false;
    for (Optional<Person> due = timeline.pollDue(now);
        due.isPresent();
        due = timeline.pollDue(now)) {
      ended |= due.get().state.nextEnd().filter(end -> !now.isBefore(end)).isPresent();
      change(due.get(), UnaryOperator.identity());
    }
    settle();
    if (ended) {
      upkeep(() -> with.store.forgetEnded(now));
    }
  }

  /** Takes a change of one person in and works out what follows from it. */
  private void change(Person person, UnaryOperator<PersonState> change) {
    boolean crossed;
    synchronized (person) {
      if (person.gone) {
        return;
      }
      PersonState before = person.state;
      PersonState changed = change.apply(before);
      Instant now = with.clock.instant();
      PersonState after = changed.settled(now);
      person.state = after;
      person.explained = null;
      crossed = !after.loadStates().equals(before.loadStates());
      Optional<Instant> due = after.nextEnd();
      Reachability face = Reachability.hidden();
      for (Audience audience : after.audiences()) {
        Reachability decision = after.decide(person.id, audience, now);
        due = Instants.earlier(due, decision.nextChange());
        face = audience == Audience.PUBLIC ? decision.forOthers() : face;
      }
      if (!face.equals(person.face.reachability())) {
        feed.publish(person, roster.shared(face));
      }
      timeline.schedule(person, due);
    }
    if (crossed) {
      upkeep(() -> with.store.saveLoadStates(person.id, person.state.loadStates()));
    }
  }

  /**
   * Takes a person out who has left the directory, and everything that is kept about him or her.
   */
  private void leave(EmployeeId employee) {
    Person person = people.remove(employee);
    if (person == null) {
      return;
    }
    synchronized (person) {
      person.gone = true;
      timeline.schedule(person, Optional.empty());
      if (person.face.reachability().shown()) {
        feed.publish(person, Reachability.hidden());
      }
    }
    upkeep(
        () -> {
          if (!people.containsKey(employee)) {
            with.store.remove(employee);
          }
        });
  }

  /** Lets the alarm and the watchers know, once no lock is held. */
  private void settle() {
    timeline.arm();
    feed.signal();
  }

  private void upkeep(Runnable task) {
    try {
      with.upkeep.execute(task);
    } catch (RuntimeException e) {
      LOGGER.log(Level.WARNING, "The store was not kept up; memory goes on without it", e);
    }
  }

  private record Shown(long revision, Map<EmployeeId, Reachability> people) {}
}
