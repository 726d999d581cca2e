package org.visavis.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The people of a company: look one up, search among them, bring them in.
 *
 * <p>Reads come from memory and never touch the store. Writes go through the store, within the
 * caller's transaction where there is one, and become visible to reads once it is committed.
 * Thread-safe.
 */
public interface Directory {

  /** Answers the person of that id. */
  Optional<Employee> find(EmployeeId id);

  /**
   * Answers the person of that id.
   *
   * @throws UnknownEmployeeException when there is none
   */
  default Employee require(EmployeeId id) {
    return find(id).orElseThrow(() -> new UnknownEmployeeException(id));
  }

  /** Answers everybody, ordered by id. The collection is a snapshot. */
  Collection<Employee> everybody();

  /** Answers all departments, ordered by id. */
  List<Department> departments();

  /** Answers the department of that id. */
  Optional<Department> findDepartment(DepartmentId id);

  /** Answers all topics, ordered by id. */
  List<Topic> topics();

  /** Answers the topic of that id. */
  Optional<Topic> findTopic(TopicId id);

  /**
   * Searches among the people whom the caller may see. Everybody else leaves no trace in the
   * result: not in its people, its counts or its facets.
   *
   * @param query what is looked for
   * @param visible whether a person may be in the result; must be quick, and is asked once or more
   *     for each candidate
   */
  PeoplePage search(PeopleQuery query, Predicate<EmployeeId> visible);

  /** Answers the image of that id. Reads the store. */
  Optional<Portrait> findPortrait(PortraitId id);

  /** Keeps an image, so that employees can refer to it. Keeping it again changes nothing. */
  void keepPortrait(Portrait portrait);

  /** Creates or replaces a person. */
  void save(Employee employee);

  /** Creates or replaces departments. */
  void saveDepartments(Collection<Department> departments);

  /** Creates or replaces topics. */
  void saveTopics(Collection<Topic> topics);

  /** Removes a person; answers whether there was one. */
  boolean remove(EmployeeId id);

  /**
   * Compares what a file says with the directory. Changes nothing. What a person has and no column
   * can say (a portrait) stays as it is.
   */
  ImportPlan plan(ImportedPeople people);

  /** Carries a plan out, whole: its departments and topics first, then its people. */
  void apply(ImportPlan plan);

  /**
   * Registers somebody to be told, after commit, which people were created, replaced or removed.
   *
   * @return closes the registration
   */
  AutoCloseable onChange(Consumer<Collection<EmployeeId>> listener);
}
