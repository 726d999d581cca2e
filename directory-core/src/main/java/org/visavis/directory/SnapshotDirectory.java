package org.visavis.directory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.visavis.directory.spi.DirectoryStore;
import org.visavis.directory.spi.PeopleIndex;

/** Reads from a snapshot in memory, writes through to a store. */
final class SnapshotDirectory implements Directory {

  private static final Logger LOGGER = System.getLogger(Directory.class.getName());

  private final DirectoryStore store;
  private final PeopleIndex index;
  private final InstantSource clock;
  private final Executor afterCommit;
  private final List<Consumer<Collection<EmployeeId>>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicLong writes = new AtomicLong();

  /** Held while a committed change is taken over; readers never need it. */
  private final Object publishing = new Object();

  /**
   * The number of the last write of each id that was taken over. A store takes the row's lock while
   * it saves, so the numbers of one row follow its commits, even where the callbacks do not.
   */
  private final Map<Object, Long> published = new HashMap<>();

  private volatile DirectorySnapshot snapshot = DirectorySnapshot.empty();

  SnapshotDirectory(
      DirectoryStore store, PeopleIndex index, InstantSource clock, Executor afterCommit) {
    this.store = Objects.requireNonNull(store, "store");
    this.index = Objects.requireNonNull(index, "index");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.afterCommit = Objects.requireNonNull(afterCommit, "afterCommit");
  }

  @Override
  public Optional<Employee> find(EmployeeId id) {
    return Optional.ofNullable(snapshot.people().get(id));
  }

  @Override
  public Optional<Profile> view(EmployeeId id, Audience audience) {
    return find(id).flatMap(employee -> Profile.of(employee, audience, clock.instant()));
  }

  @Override
  public Collection<Employee> everybody() {
    return snapshot.ordered();
  }

  @Override
  public List<Department> departments() {
    return List.copyOf(snapshot.departments().values());
  }

  @Override
  public Optional<Department> findDepartment(DepartmentId id) {
    return Optional.ofNullable(snapshot.departments().get(id));
  }

  @Override
  public DepartmentTree departmentTree() {
    return snapshot.tree();
  }

  @Override
  public List<Topic> topics() {
    return List.copyOf(snapshot.topics().values());
  }

  @Override
  public Optional<Topic> findTopic(TopicId id) {
    return Optional.ofNullable(snapshot.topics().get(id));
  }

  @Override
  public PeoplePage search(PeopleQuery query, Predicate<EmployeeId> visible) {
    return index.search(query, present(visible));
  }

  @Override
  public PeoplePage searchAmong(
      PeopleQuery query, Function<EmployeeId, Optional<Standing>> standings) {
    DirectorySnapshot now = snapshot;
    Instant at = clock.instant();
    return index.searchAmong(
        query,
        now.isComplete(at)
            ? standings
            : id -> now.hasLeft(id, at) ? Optional.empty() : standings.apply(id));
  }

  @Override
  public List<Suggestion> suggest(String text, int limit, Predicate<EmployeeId> visible) {
    return index.suggest(text, limit, present(visible));
  }

  /** Leaves out those whose last day is over though no write has taken them out of the index. */
  private Predicate<EmployeeId> present(Predicate<EmployeeId> visible) {
    DirectorySnapshot now = snapshot;
    Instant at = clock.instant();
    return now.isComplete(at) ? visible : visible.and(id -> !now.hasLeft(id, at));
  }

  @Override
  public Optional<PortraitImage> findPortrait(PortraitId id, int side) {
    return store.findPortrait(id, side);
  }

  @Override
  public void keepPortrait(Portrait portrait) {
    store.savePortrait(portrait);
  }

  @Override
  public void save(Employee employee) {
    write(List.of(), List.of(), List.of(employee));
  }

  @Override
  public Employee change(EmployeeId id, UnaryOperator<Employee> change) {
    Employee before = store.find(id).orElseThrow(() -> new UnknownEmployeeException(id));
    Employee after = withoutWithdrawnPhoto(change.apply(before));
    if (!after.id().equals(id)) {
      throw new IllegalArgumentException("A change does not make somebody else of a person");
    }
    if (!after.equals(before)) {
      save(after);
    }
    return after;
  }

  @Override
  public void saveDepartments(Collection<Department> departments) {
    write(List.copyOf(departments), List.of(), List.of());
  }

  @Override
  public void saveTopics(Collection<Topic> topics) {
    write(List.of(), List.copyOf(topics), List.of());
  }

  @Override
  public boolean remove(EmployeeId id) {
    boolean existed = store.remove(id);
    Employee before = snapshot.people().get(id);
    store.removeUnusedPortraits(before == null ? List.of() : before.portrait().stream().toList());
    long number = writes.incrementAndGet();
    afterCommit.execute(() -> publish(number, List.of(), List.of(), List.of(), List.of(id)));
    return existed;
  }

  @Override
  public ImportPlan plan(ImportedPeople people) {
    return ImportComparison.compare(people, snapshot, Optional.empty());
  }

  @Override
  public ImportPlan plan(ImportedPeople people, Basis basis) {
    return ImportComparison.compare(
        people, snapshot, Optional.of(new Consent(Disclosure.PUBLIC, clock.instant(), basis)));
  }

  @Override
  public void apply(ImportPlan plan) {
    List<EmployeeId> outdated = new ArrayList<>();
    List<Employee> people = new ArrayList<>(plan.created());
    for (Employee created : plan.created()) {
      if (store.find(created.id()).isPresent()) {
        outdated.add(created.id());
      }
    }
    for (int i = 0; i < plan.changed().size(); i++) {
      Employee changed = plan.changed().get(i);
      Optional<Employee> now = store.find(changed.id());
      Employee before = plan.replaced().get(i);
      if (now.filter(known -> fits(before, changed, known)).isEmpty()) {
        outdated.add(changed.id());
      } else {
        people.add(withWhatWasSaidSince(changed, now.get()));
      }
    }
    if (!outdated.isEmpty()) {
      throw new ImportPlanOutdatedException(outdated);
    }
    write(plan.departments(), plan.topics(), people);
  }

  /** Consents and the portrait are never an import's: whatever was said of them stands. */
  private static boolean fits(Employee before, Employee planned, Employee now) {
    Employee comparable =
        now.toBuilder()
            .consents(before.consents())
            .portrait(before.portrait().orElse(null))
            .ownFields(before.ownFields())
            .build();
    return comparable.equals(before)
        && now.ownFields().stream()
            .filter(part -> !before.ownFields().contains(part))
            .allMatch(
                part ->
                    part == ImportedPeople.Part.PORTRAIT
                        || ImportComparison.merge(before, planned, EnumSet.of(part))
                            .equals(before));
  }

  /** A plan may be old: what the person has decided since counts. */
  private static Employee withWhatWasSaidSince(Employee planned, Employee now) {
    Map<Attribute, Consent> consents = new EnumMap<>(Attribute.class);
    consents.putAll(planned.consents().byAttribute());
    consents.putAll(now.consents().byAttribute());
    return planned.toBuilder()
        .consents(Consents.of(consents))
        .ownFields(now.ownFields())
        .portrait(now.portrait().orElse(null))
        .build();
  }

  @Override
  public void reload() {
    Set<EmployeeId> touched;
    synchronized (publishing) {
      DirectorySnapshot before = snapshot;
      DirectorySnapshot after = DirectorySnapshot.load(store);
      index.replaceAll(after.entries(after.ordered(), clock.instant()));
      snapshot = after;
      touched = new LinkedHashSet<>(before.people().keySet());
      touched.addAll(after.people().keySet());
      touched.removeIf(id -> Objects.equals(before.people().get(id), after.people().get(id)));
    }
    tell(touched);
  }

  @Override
  public AutoCloseable onChange(Consumer<Collection<EmployeeId>> listener) {
    // A wrapper of its own, so that closing one registration leaves a second one of the same
    // listener alone.
    Consumer<Collection<EmployeeId>> registration = ids -> listener.accept(ids);
    listeners.add(registration);
    return () -> listeners.remove(registration);
  }

  private void write(
      Collection<Department> departments, Collection<Topic> topics, Collection<Employee> people) {
    if (!departments.isEmpty()) {
      requireTree(departments);
      store.saveDepartments(departments);
    }
    if (!topics.isEmpty()) {
      store.saveTopics(topics);
    }
    List<Employee> saved = people.stream().map(SnapshotDirectory::withoutWithdrawnPhoto).toList();
    if (!saved.isEmpty()) {
      store.save(saved);
      store.removeUnusedPortraits(replacedPortraits(saved));
    }
    long number = writes.incrementAndGet();
    afterCommit.execute(() -> publish(number, departments, topics, saved, List.of()));
  }

  /** What the person has taken back is gone, not only hidden. */
  private static Employee withoutWithdrawnPhoto(Employee employee) {
    boolean withdrawn =
        employee
            .consents()
            .find(Attribute.PHOTO)
            .filter(consent -> consent.disclosure() == Disclosure.NOBODY)
            .isPresent();
    return withdrawn && employee.portrait().isPresent()
        ? employee.toBuilder().portrait(null).build()
        : employee;
  }

  private Set<PortraitId> replacedPortraits(Collection<Employee> saved) {
    Map<EmployeeId, Employee> before = snapshot.people();
    Set<PortraitId> replaced = new HashSet<>();
    for (Employee employee : saved) {
      Employee known = before.get(employee.id());
      if (known != null && !known.portrait().equals(employee.portrait())) {
        known.portrait().ifPresent(replaced::add);
      }
    }
    return replaced;
  }

  private void requireTree(Collection<Department> saved) {
    List<Department> all = new ArrayList<>(snapshot.departments().values());
    all.addAll(saved);
    DepartmentTree.of(all)
        .findCycle()
        .ifPresent(
            cycle -> {
              throw new DepartmentCycleException(cycle);
            });
  }

  private void publish(
      long number,
      Collection<Department> departments,
      Collection<Topic> topics,
      Collection<Employee> people,
      Collection<EmployeeId> removed) {
    Set<EmployeeId> touched = new LinkedHashSet<>();
    synchronized (publishing) {
      Collection<Department> newDepartments = newest(number, departments, Department::id);
      Collection<Topic> newTopics = newest(number, topics, Topic::id);
      Collection<Employee> saved = newest(number, people, Employee::id);
      Collection<EmployeeId> gone = newest(number, removed, Function.identity());
      snapshot = snapshot.with(newDepartments, newTopics, saved, gone);
      Map<EmployeeId, Employee> reindexed = new LinkedHashMap<>();
      saved.forEach(employee -> reindexed.put(employee.id(), employee));
      renamed(newDepartments, newTopics)
          .forEach(employee -> reindexed.put(employee.id(), employee));
      List<PeopleIndex.Entry> entries = snapshot.entries(reindexed.values(), clock.instant());
      Set<EmployeeId> unlisted = new LinkedHashSet<>(reindexed.keySet());
      entries.forEach(entry -> unlisted.remove(entry.profile().id()));
      unlisted.addAll(gone);
      index.update(entries, unlisted);
      touched.addAll(reindexed.keySet());
      touched.addAll(gone);
    }
    tell(touched);
  }

  /** Answers who is found by the name of a department, its parts included, or topic saved. */
  private Collection<Employee> renamed(
      Collection<Department> departments, Collection<Topic> topics) {
    if (departments.isEmpty() && topics.isEmpty()) {
      return List.of();
    }
    return snapshot.belongingTo(
        departments.stream()
            .flatMap(department -> snapshot.tree().within(department.id()).stream())
            .collect(Collectors.toSet()),
        topics.stream().map(Topic::id).collect(Collectors.toSet()));
  }

  /** Leaves out what a later write has already replaced. */
  private <T> Collection<T> newest(
      long number, Collection<T> values, Function<? super T, ?> identity) {
    return values.stream()
        .filter(value -> published.merge(identity.apply(value), number, Math::max) == number)
        .toList();
  }

  private void tell(Set<EmployeeId> touched) {
    if (touched.isEmpty()) {
      return;
    }
    Collection<EmployeeId> ids = Collections.unmodifiableSet(touched);
    for (Consumer<Collection<EmployeeId>> listener : listeners) {
      try {
        listener.accept(ids);
      } catch (RuntimeException e) {
        LOGGER.log(Level.ERROR, "A listener of the directory failed; the change stands", e);
      }
    }
  }
}
