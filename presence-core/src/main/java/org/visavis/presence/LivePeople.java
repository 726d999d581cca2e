package org.visavis.presence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.spi.PublicHolidays;

/**
 * Everybody in memory, kept up to date: a change of a person's facts moves the hysteresis, the
 * face, the feed and the timeline with it. Thread-safe.
 */
final class LivePeople {

  private static final Logger LOGGER = System.getLogger(Presence.class.getName());

  private static final Audience[] AUDIENCES = Audience.values();

  private final PresenceBuilder with;
  private final Map<EmployeeId, Person> people = new ConcurrentHashMap<>();
  private final Timeline timeline;
  private final LiveFeed feed;
  private final Roster roster;

  /** Listens to the directory from now on; nobody is here before {@link #load}. */
  LivePeople(PresenceBuilder with) {
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

  /** Answers the person of that id, or null. */
  @Nullable Person get(EmployeeId employee) {
    return people.get(employee);
  }

  Collection<Person> all() {
    return people.values();
  }

  LiveFeed feed() {
    return feed;
  }

  /** Answers the present instant, once everybody who was due before it has been looked at. */
  Instant now() {
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
      change(due.get(), state -> state.forgetful(now));
    }
    settle();
    if (ended) {
      upkeep(() -> with.store.forgetEnded(now));
    }
  }

  /** Answers a state that somebody thinks about, as it would be. */
  PersonState wished(PersonState state) {
    return roster.shared(state);
  }

  /** Takes a change of one person in and works out what follows from it. */
  void change(Person person, UnaryOperator<PersonState> change) {
    boolean crossed;
    synchronized (person) {
      if (person.gone) {
        return;
      }
      PersonState before = person.state;
      PersonState changed = change.apply(before);
      Instant now = with.clock.instant();
      PersonState after = roster.shared(changed.settled(now));
      person.state = after;
      person.explained = null;
      crossed = !after.loadStates().equals(before.loadStates());
      Optional<Instant> due = after.nextEnd();
      Reachability face = Reachability.hidden();
      for (Audience audience : AUDIENCES) {
        if (audience == Audience.PUBLIC || after.effective().differs(audience)) {
          Reachability decision = after.decide(person.id, audience, now);
          due = Instants.earlier(due, decision.nextChange());
          face = audience == Audience.PUBLIC ? decision.forOthers() : face;
        }
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

  void useHolidays(PublicHolidays holidays) {
    roster.useHolidays(holidays);
    people.values().forEach(person -> change(person, UnaryOperator.identity()));
    settle();
  }

  /** Lets the alarm and the watchers know, once no lock is held. */
  void settle() {
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

  void close() {
    timeline.close();
    roster.close();
  }
}
