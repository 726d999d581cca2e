package org.visavis.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How departments lie within each other. A parent that is not among the departments counts as none.
 * Answers end even where the departments form a cycle: what {@link #findCycle()} finds is refused
 * when departments are saved, yet two nodes can save at once. Immutable.
 */
public final class DepartmentTree {

  private final Map<DepartmentId, Department> departments = new TreeMap<>();
  private final Map<DepartmentId, List<DepartmentId>> parts = new HashMap<>();

  private DepartmentTree(Collection<Department> departments) {
    departments.forEach(department -> this.departments.put(department.id(), department));
    for (Department department : this.departments.values()) {
      parentOf(department.id())
          .ifPresent(
              parent ->
                  parts.computeIfAbsent(parent, id -> new ArrayList<>()).add(department.id()));
    }
  }

  /** Answers the tree of these departments; of two with one id, the later one counts. */
  public static DepartmentTree of(Collection<Department> departments) {
    return new DepartmentTree(departments);
  }

  /** Answers the departments that are part of no other, ordered by id. */
  public List<DepartmentId> roots() {
    return departments.keySet().stream().filter(id -> parentOf(id).isEmpty()).toList();
  }

  /** Answers what a department is divided into, ordered by id. */
  public List<DepartmentId> parts(DepartmentId department) {
    return Collections.unmodifiableList(parts.getOrDefault(department, List.of()));
  }

  /** Answers a department and everything within it, at any depth; the department comes first. */
  public Set<DepartmentId> within(DepartmentId department) {
    Set<DepartmentId> found = new LinkedHashSet<>();
    List<DepartmentId> next = new ArrayList<>(List.of(department));
    while (!next.isEmpty()) {
      DepartmentId one = next.remove(next.size() - 1);
      if (found.add(one)) {
        next.addAll(parts(one));
      }
    }
    return Collections.unmodifiableSet(found);
  }

  /** Answers the way from the root to a department, which comes last. */
  public List<DepartmentId> path(DepartmentId department) {
    Set<DepartmentId> upwards = new LinkedHashSet<>();
    Optional<DepartmentId> next = Optional.of(department);
    while (next.isPresent() && upwards.add(next.get())) {
      next = parentOf(next.get());
    }
    List<DepartmentId> path = new ArrayList<>(upwards);
    Collections.reverse(path);
    return Collections.unmodifiableList(path);
  }

  /**
   * Answers a way that leads back to where it began, from the department with the smallest id on it
   * upwards, which comes first and last; nothing where the departments form a tree.
   */
  public Optional<List<DepartmentId>> findCycle() {
    Set<DepartmentId> known = new LinkedHashSet<>();
    for (DepartmentId start : departments.keySet()) {
      List<DepartmentId> way = new ArrayList<>();
      Set<DepartmentId> onTheWay = new LinkedHashSet<>();
      Optional<DepartmentId> next = Optional.of(start);
      while (next.isPresent() && !known.contains(next.get()) && onTheWay.add(next.get())) {
        way.add(next.get());
        next = parentOf(next.get());
      }
      if (next.isPresent() && onTheWay.contains(next.get())) {
        List<DepartmentId> cycle =
            new ArrayList<>(way.subList(way.indexOf(next.get()), way.size()));
        Collections.rotate(cycle, -cycle.indexOf(Collections.min(cycle)));
        cycle.add(cycle.get(0));
        return Optional.of(Collections.unmodifiableList(cycle));
      }
      known.addAll(onTheWay);
    }
    return Optional.empty();
  }

  private Optional<DepartmentId> parentOf(DepartmentId department) {
    Department known = departments.get(department);
    return known == null ? Optional.empty() : known.parent().filter(departments::containsKey);
  }
}
