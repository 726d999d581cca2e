package org.visavis.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;

/** Keeps the people in memory those of the directory. Thread-safe. */
final class Roster {

  /** From how many newcomers on the workload is asked for as a whole. */
  private static final int MANY = 16;

  private final PresenceBuilder with;
  private final Map<EmployeeId, Person> people;
  private final BiConsumer<Person, UnaryOperator<PersonState>> change;
  private final Consumer<EmployeeId> leave;
  private final AutoCloseable registration;

  /** Sets and faces that many people have in common, so that each is in memory once. */
  private final Map<Set<Channel>, Set<Channel>> channelSets = new ConcurrentHashMap<>();

  private final Map<Reachability, Reachability> faces = new ConcurrentHashMap<>();

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
    Map<EmployeeId, Map<String, Instant>> sessions = with.store.sessions(now);
    Map<EmployeeId, Integer> taken = with.workload.taken();
    for (Employee employee : with.directory.everybody()) {
      EmployeeId id = employee.id();
      PresenceSettings chosen = settings.get(id);
      PersonState state =
          new PersonState(
              channels(employee),
              employee.leftAt().orElse(null),
              chosen,
              sessions.getOrDefault(id, Map.of()),
              taken.getOrDefault(id, 0),
              chosen == null ? Map.of() : chosen.loadStates());
      Person person = new Person(id, state);
      Reachability face = state.decide(id, Audience.PUBLIC, now).forOthers();
      person.face = new PresenceChange(revision, id, shared(face));
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
      Set<Channel> channels = channels(employee.get());
      @Nullable Instant leavesAt = employee.get().leftAt().orElse(null);
      Person person = people.get(id);
      if (person == null) {
        person = new Person(id, newcomer(channels, leavesAt, points(id, taken)));
        people.put(id, person);
      }
      change.accept(person, state -> state.with(channels, leavesAt));
    }
  }

  private static PersonState newcomer(
      Set<Channel> channels, @Nullable Instant leavesAt, int taken) {
    return new PersonState(channels, leavesAt, null, Map.of(), taken, Map.of());
  }

  private int points(EmployeeId id, @Nullable Map<EmployeeId, Integer> taken) {
    return taken == null ? with.workload.taken(id) : taken.getOrDefault(id, 0);
  }

  private Set<Channel> channels(Employee employee) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    channels.addAll(employee.channels().keySet());
    return channelSets.computeIfAbsent(Set.copyOf(channels), set -> set);
  }

  /** Answers an equal face that others have, too, where it says nothing personal. */
  Reachability shared(Reachability face) {
    PublicStatus status = face.status();
    return status.until().isEmpty() && status.note().isEmpty()
        ? faces.computeIfAbsent(face, same -> same)
        : face;
  }

  void close() {
    try {
      registration.close();
    } catch (Exception e) {
      throw new IllegalStateException("The directory did not let go of its listener", e);
    }
  }
}
