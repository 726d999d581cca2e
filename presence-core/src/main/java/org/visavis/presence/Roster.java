package org.visavis.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.spi.PublicHolidays;

/** Keeps the people in memory those of the directory. Thread-safe. */
final class Roster {

  /** From how many newcomers on the workload is asked for as a whole. */
  private static final int MANY = 16;

  private final PresenceBuilder with;
  private final Map<EmployeeId, Person> people;
  private final BiConsumer<Person, UnaryOperator<PersonState>> change;
  private final Consumer<EmployeeId> leave;
  private final AutoCloseable registration;

  /** What many people have in common, so that each is in memory once. */
  private final Shared shared;

  /**
   * Makes a roster without people and begins to listen to the directory.
   *
   * @param people is filled here and only here
   * @param change works out what follows from a change of one person
   * @param leave takes a person out who has left
   * @param settle is called after changes
   */
  Roster(
      PresenceBuilder with,
      Map<EmployeeId, Person> people,
      BiConsumer<Person, UnaryOperator<PersonState>> change,
      Consumer<EmployeeId> leave,
      Runnable settle) {
    this.with = with;
    this.people = people;
    this.change = change;
    this.leave = leave;
    shared = new Shared(with.holidays);
    registration =
        with.directory.onChange(
            touched -> {
              follow(touched);
              settle.run();
            });
  }

  /** Loads everybody; what the directory says meanwhile waits. */
  synchronized void load(long revision) {
    Instant now = with.clock.instant();
    Map<EmployeeId, PresenceSettings> settings = new HashMap<>();
    with.store.forEach(each -> settings.put(each.employee(), each));
    Map<EmployeeId, List<Session>> sessions = with.store.sessions(now);
    Map<EmployeeId, List<BusyTimes>> calendars = new HashMap<>();
    with.store.forEachCalendar(
        (owner, calendar, entries) ->
            calendars
                .computeIfAbsent(owner, id -> new ArrayList<>(2))
                .add(BusyTimes.of(calendar, entries)));
    Map<EmployeeId, Integer> taken = with.workload.taken();
    for (Employee employee : with.directory.everybody()) {
      EmployeeId id = employee.id();
      PersonState state = PersonState.of(shared.profile(employee), taken.getOrDefault(id, 0));
      PresenceSettings chosen = settings.get(id);
      if (chosen != null) {
        state = state.withChosen(chosen.withLoadStates(Map.of()), chosen.loadStates());
        if (!chosen.channelLimits().isEmpty()) {
          state = state.withTaken(state.taken(), with.workload.takenByChannel(id));
        }
      }
      state =
          shared.of(
              state
                  .withSessions(sessions.getOrDefault(id, List.of()))
                  .withCalendars(calendars.getOrDefault(id, List.of())));
      Person person = new Person(id, state);
      Reachability face = state.decide(id, Audience.PUBLIC, now).forOthers();
      person.face = new PresenceChange(revision, id, shared.face(face));
      people.put(id, person);
      change.accept(person, UnaryOperator.identity());
    }
  }

  private synchronized void follow(Collection<EmployeeId> touched) {
    Map<EmployeeId, Integer> taken = touched.size() > MANY ? with.workload.taken() : null;
    for (EmployeeId id : touched) {
      Optional<Employee> employee = with.directory.find(id);
      if (employee.isEmpty()) {
        leave.accept(id);
        continue;
      }
      PersonState.Profile profile = shared.profile(employee.get());
      Person person = people.get(id);
      if (person == null) {
        person = new Person(id, PersonState.of(profile, points(id, taken)));
        people.put(id, person);
      }
      change.accept(person, state -> state.with(profile));
    }
  }

  private int points(EmployeeId id, @Nullable Map<EmployeeId, Integer> taken) {
    return taken == null ? with.workload.taken(id) : taken.getOrDefault(id, 0);
  }

  void useHolidays(PublicHolidays holidays) {
    shared.useHolidays(holidays);
  }

  /** Answers an equal state in which what others have, too, is theirs. */
  PersonState shared(PersonState state) {
    return shared.of(state);
  }

  /** Answers an equal face that others have, too, where it says nothing personal. */
  Reachability shared(Reachability face) {
    return shared.face(face);
  }

  void close() {
    try {
      registration.close();
    } catch (Exception e) {
      throw new IllegalStateException("The directory did not let go of its listener", e);
    }
  }
}
