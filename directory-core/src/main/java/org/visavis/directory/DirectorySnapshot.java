package org.visavis.directory;

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

  /** Answers those who belong to one of the departments or care for one of the topics. */
  List<Employee> belongingTo(Set<DepartmentId> someDepartments, Set<TopicId> someTopics) {
    return ordered.stream()
        .filter(
            employee ->
                employee.departments().stream().anyMatch(someDepartments::contains)
                    || employee.topics().stream().anyMatch(someTopics::contains))
        .toList();
  }

  List<PeopleIndex.Entry> entries(Collection<Employee> employees) {
    List<PeopleIndex.Entry> entries = new ArrayList<>(employees.size());
    for (Employee employee : employees) {
      entries.add(
          new PeopleIndex.Entry(
              employee,
              employee.departments().stream()
                  .map(departments::get)
                  .filter(Objects::nonNull)
                  .toList(),
              employee.topics().stream().map(topics::get).filter(Objects::nonNull).toList()));
    }
    return entries;
  }
}
