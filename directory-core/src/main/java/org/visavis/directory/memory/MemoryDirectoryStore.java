package org.visavis.directory.memory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitId;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.directory.spi.DirectoryStore;

/**
 * Keeps people in the memory of this process. Knows no transactions: what is saved is there at
 * once. Thread-safe; a walk over everybody may or may not meet what is saved meanwhile.
 */
public final class MemoryDirectoryStore implements DirectoryStore {

  private final ConcurrentNavigableMap<EmployeeId, Employee> employees =
      new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<DepartmentId, Department> departments =
      new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<TopicId, Topic> topics = new ConcurrentSkipListMap<>();
  private final Map<PortraitId, Portrait> portraits = new ConcurrentHashMap<>();

  /** Makes a store without anybody in it. */
  public MemoryDirectoryStore() {}

  @Override
  public Optional<Employee> find(EmployeeId id) {
    return Optional.ofNullable(employees.get(id));
  }

  @Override
  public void forEach(Consumer<Employee> receiver) {
    employees.values().forEach(receiver);
  }

  @Override
  public void save(Collection<Employee> saved) {
    saved.forEach(employee -> employees.put(employee.id(), employee));
  }

  @Override
  public boolean remove(EmployeeId id) {
    return employees.remove(id) != null;
  }

  @Override
  public List<Department> departments() {
    return List.copyOf(departments.values());
  }

  @Override
  public void saveDepartments(Collection<Department> saved) {
    saved.forEach(department -> departments.put(department.id(), department));
  }

  @Override
  public List<Topic> topics() {
    return List.copyOf(topics.values());
  }

  @Override
  public void saveTopics(Collection<Topic> saved) {
    saved.forEach(topic -> topics.put(topic.id(), topic));
  }

  @Override
  public Optional<PortraitImage> findPortrait(PortraitId id, int side) {
    Portrait portrait = portraits.get(id);
    if (portrait == null) {
      return Optional.empty();
    }
    List<Integer> sides = portrait.images().stream().map(PortraitImage::side).toList();
    int fitting = Portrait.fitting(sides, side).orElseThrow();
    return portrait.images().stream().filter(image -> image.side() == fitting).findFirst();
  }

  @Override
  public void savePortrait(Portrait portrait) {
    portraits.putIfAbsent(portrait.id(), portrait);
  }

  @Override
  public void removeUnusedPortraits(Collection<PortraitId> removed) {
    Set<PortraitId> unused = new HashSet<>(removed);
    employees.values().forEach(employee -> employee.portrait().ifPresent(unused::remove));
    unused.forEach(portraits::remove);
  }
}
