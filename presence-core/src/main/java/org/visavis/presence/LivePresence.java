package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.UnknownEmployeeException;

/** Presence from memory: settings through the store, everything else worked out from them. */
final class LivePresence implements Presence {

  private static final Duration LONGEST_STATUS = Duration.ofDays(366);
  private static final Duration LONGEST_SESSION = Duration.ofHours(1);
  private static final int MAX_DEVICES = 20;

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
    return audience == Audience.PUBLIC || !state.effective().rules().containsKey(audience)
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
          people.change(person, state -> state.withSession(device, until));
          people.settle();
        });
  }

  @Override
  public void signOff(EmployeeId employee, String device) {
    Person person = require(employee);
    with.store.removeSession(employee, device);
    with.afterCommit.execute(
        () -> {
          people.change(person, state -> state.withoutSession(device));
          people.settle();
        });
  }

  @Override
  public Reachability preview(EmployeeId employee, Audience audience, AppearanceRule rule) {
    Instant now = people.now();
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
      people.change(person, state -> state.withTaken(with.workload.taken(employee)));
      people.settle();
    }
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
