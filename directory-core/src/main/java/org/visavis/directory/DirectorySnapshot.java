package org.visavis.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.visavis.directory.spi.DirectoryStore;
import org.visavis.directory.spi.PeopleIndex;

/** Everything that the directory's reads see at one moment. Immutable. */
final class DirectorySnapshot {

  private static final DirectorySnapshot EMPTY =
      new DirectorySnapshot(Map.of(), new TreeMap<>(), new TreeMap<>());

  private final Map<EmployeeId, Employee> people;
  private final List<Employee> ordered;
  private final NavigableMap<DepartmentId, Department> departments;
  private final NavigableMap<TopicId, Topic> topics;
  private final DepartmentTree tree;

  /** Those who have a last day, past or to come: few, so that each search can look. */
  private final Map<EmployeeId, Instant> leaving;

  private final Instant firstLeaves;

  private DirectorySnapshot(
      Map<EmployeeId, Employee> people,
      NavigableMap<DepartmentId, Department> departments,
      NavigableMap<TopicId, Topic> topics) {
    this.people = people;
    this.departments = departments;
    this.topics = topics;
    List<Employee> sorted = new ArrayList<>(people.values());
    sorted.sort(Comparator.comparing(Employee::id));
    this.ordered = Collections.unmodifiableList(sorted);
    this.tree = DepartmentTree.of(departments.values());
    Map<EmployeeId, Instant> ends = new HashMap<>();
    people.values().forEach(one -> one.leftAt().ifPresent(end -> ends.put(one.id(), end)));
    this.leaving = ends;
    this.firstLeaves = ends.values().stream().min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }

  static DirectorySnapshot empty() {
    return EMPTY;
  }

  static DirectorySnapshot load(DirectoryStore store) {
    Map<EmployeeId, Employee> people = new HashMap<>();
    store.forEach(employee -> people.put(employee.id(), employee));
    return new DirectorySnapshot(people, new TreeMap<>(), new TreeMap<>())
        .with(store.departments(), store.topics(), List.of(), List.of());
  }

  /** Answers this state after a change. */
  DirectorySnapshot with(
      Collection<Department> savedDepartments,
      Collection<Topic> savedTopics,
      Collection<Employee> saved,
      Collection<EmployeeId> removed) {
    Map<EmployeeId, Employee> newPeople = new HashMap<>(people);
    saved.forEach(employee -> newPeople.put(employee.id(), employee));
    removed.forEach(newPeople::remove);
    NavigableMap<DepartmentId, Department> newDepartments = new TreeMap<>(departments);
    savedDepartments.forEach(department -> newDepartments.put(department.id(), department));
    NavigableMap<TopicId, Topic> newTopics = new TreeMap<>(topics);
    savedTopics.forEach(topic -> newTopics.put(topic.id(), topic));
    return new DirectorySnapshot(newPeople, newDepartments, newTopics);
  }

  Map<EmployeeId, Employee> people() {
    return people;
  }

  List<Employee> ordered() {
    return ordered;
  }

  Map<DepartmentId, Department> departments() {
    return departments;
  }

  Map<TopicId, Topic> topics() {
    return topics;
  }

  DepartmentTree tree() {
    return tree;
  }

  /** Answers whether nobody in this state has left by then. */
  boolean isComplete(Instant at) {
    return at.isBefore(firstLeaves);
  }

  boolean hasLeft(EmployeeId id, Instant at) {
    Instant end = leaving.get(id);
    return end != null && !at.isBefore(end);
  }

  /** Answers those who belong to one of the departments or care for one of the topics. */
  List<Employee> belongingTo(Set<DepartmentId> someDepartments, Set<TopicId> someTopics) {
    return ordered.stream()
        .filter(
            employee ->
                employee.departments().stream().anyMatch(someDepartments::contains)
                    || employee.topics().stream().anyMatch(someTopics::contains))
        .toList();
  }

  /** Answers what everybody may see of these people; those who have left are not among it. */
  List<PeopleIndex.Entry> entries(Collection<Employee> employees, Instant at) {
    List<PeopleIndex.Entry> entries = new ArrayList<>(employees.size());
    for (Employee employee : employees) {
      Profile.of(employee, Audience.PUBLIC, at)
          .ifPresent(
              profile ->
                  entries.add(
                      new PeopleIndex.Entry(
                          profile,
                          profile.departments().stream()
                              .flatMap(department -> tree.path(department).stream())
                              .distinct()
                              .map(departments::get)
                              .filter(Objects::nonNull)
                              .toList(),
                          profile.topics().stream()
                              .map(topics::get)
                              .filter(Objects::nonNull)
                              .toList())));
    }
    return entries;
  }
}
