package org.visavis.directory;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.visavis.directory.spi.DirectoryStore;
import org.visavis.directory.spi.PeopleIndex;

/**
 * The people of a company: look one up, search among them, bring them in.
 *
 * <p>What the company knows of a person ({@link #find}) and what somebody else may see of it
 * ({@link #view}) are two things. Nothing is published that the person, or an administrator on a
 * stated legal basis, has not disclosed: see {@link Consents}.
 *
 * <p>Reads come from memory and never touch the store. Writes go through the store, within the
 * caller's transaction where there is one, and become visible to reads once it is committed.
 * Thread-safe.
 *
 * <pre>{@code
 * directory.saveTopics(List.of(Topic.named("Radwege")));
 * Employee.Builder eva = Employee.named(EmployeeId.of("E1"), "Eva", "Weiß");
 * eva.consents(Consents.toEverybody(clock.instant(), Basis.ofThePerson()));
 * directory.save(eva.topics(List.of(TopicId.of("radwege"))).channel(Channel.MESSAGE).build());
 *
 * PeoplePage page = directory.search(PeopleQuery.everybody().text("Radwge weiss"), id -> true);
 * Profile found = page.matches().get(0).profile();
 * }</pre>
 */
public interface Directory {

  /**
   * Answers a directory over that store, with everybody in it loaded. Nothing outside a transaction
   * is known to this variant: what is saved is visible when the save returns.
   *
   * @param clock says what the time is, and so who has left
   * @throws DirectoryStoreException when the store cannot be read
   */
  static Directory over(DirectoryStore store, PeopleIndex index, InstantSource clock) {
    return over(store, index, clock, Runnable::run);
  }

  /**
   * Answers a directory over that store, with everybody in it loaded.
   *
   * @param store keeps the people; nobody else writes to it without calling {@link #reload} here
   * @param index finds the people; belongs to this directory alone
   * @param clock says what the time is, and so who has left
   * @param afterCommit runs what makes a write visible: once, after the caller's transaction has
   *     been committed; not at all when it is rolled back; at once where there is none
   * @throws DirectoryStoreException when the store cannot be read
   */
  static Directory over(
      DirectoryStore store, PeopleIndex index, InstantSource clock, Executor afterCommit) {
    Directory directory = new SnapshotDirectory(store, index, clock, afterCommit);
    directory.reload();
    return directory;
  }

  /** Answers everything about the person of that id, for the company's own use. */
  Optional<Employee> find(EmployeeId id);

  /**
   * Answers the person of that id.
   *
   * @throws UnknownEmployeeException when there is none
   */
  default Employee require(EmployeeId id) {
    return find(id).orElseThrow(() -> new UnknownEmployeeException(id));
  }

  /**
   * Answers what an audience may see of a person at this moment; nothing for one who does not exist
   * or has left.
   */
  Optional<Profile> view(EmployeeId id, Audience audience);

  /** Answers everybody, also those who have left, ordered by id. The collection is a snapshot. */
  Collection<Employee> everybody();

  /** Answers all departments, ordered by id. */
  List<Department> departments();

  /** Answers the department of that id. */
  Optional<Department> findDepartment(DepartmentId id);

  /** Answers how the departments lie within each other. */
  DepartmentTree departmentTree();

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

  /**
   * Searches among the people who have a standing towards the caller, which decides what channels
   * and marks count and can be filtered by. Whoever has none leaves no trace in the result.
   *
   * @param query what is looked for
   * @param standings how a person stands; must be quick, and is asked once or more for each
   *     candidate, with the same answer; what {@link Standings} answer is remembered
   */
  PeoplePage searchAmong(PeopleQuery query, Function<EmployeeId, Optional<Standing>> standings);

  /**
   * Answers what a text may mean that is still being typed: people, topics, departments and
   * languages that lead to somebody whom the caller may see.
   *
   * @param text what has been typed so far
   * @param limit how many suggestions at most, 1 to {@link PeopleQuery#MAX_LIMIT}
   * @param visible whether a person may be in the result, as for {@link #search}
   * @return the best first; empty for a text without a word
   * @throws IllegalArgumentException when the limit is out of its bounds
   */
  List<Suggestion> suggest(String text, int limit, Predicate<EmployeeId> visible);

  /**
   * Answers the image of that portrait that serves a wanted side, as {@link Portrait#fitting} says.
   * Reads the store.
   *
   * @param side in pixels
   */
  Optional<PortraitImage> findPortrait(PortraitId id, int side);

  /**
   * Keeps a portrait, so that employees can refer to it. Keeping it again changes nothing. It is
   * removed when the last one who has it gets another, loses it or is removed.
   */
  void keepPortrait(Portrait portrait);

  /**
   * Creates or replaces a person. A portrait whose disclosure was withdrawn, so that nobody may see
   * it, is not kept: the person then has none.
   */
  void save(Employee employee);

  /**
   * Changes a person as the store has him or her within the caller's transaction, so that a change
   * by somebody else is not lost.
   *
   * @param change answers the person as he or she is to be
   * @return the person as saved
   * @throws UnknownEmployeeException when there is none
   * @throws DirectoryStoreException when somebody else changes the person at the same time
   */
  Employee change(EmployeeId id, UnaryOperator<Employee> change);

  /**
   * Creates or replaces departments.
   *
   * @throws DepartmentCycleException when a department would lie within itself
   */
  void saveDepartments(Collection<Department> departments);

  /** Creates or replaces topics. */
  void saveTopics(Collection<Topic> topics);

  /** Removes a person; answers whether there was one. */
  boolean remove(EmployeeId id);

  /**
   * Compares what a file says with the directory. Changes nothing. What a person has and the file
   * has no column for (always a portrait) stays as it is. Departments and topics are recognised by
   * their id or by any of their names. What the person keeps up stays, whatever the file says. New
   * people disclose nothing.
   */
  ImportPlan plan(ImportedPeople people);

  /**
   * Compares as {@link #plan(ImportedPeople)} does, and discloses to everybody, on that basis, what
   * the people of the file have and nobody has said anything about yet. What a person has decided,
   * or withdrawn, stands.
   *
   * @param basis the legal basis that the administrator states
   */
  ImportPlan plan(ImportedPeople people, Basis basis);

  /**
   * Carries a plan out, whole: its departments and topics first, then its people. All of it is one
   * transaction where the caller has one, and becomes visible at once. What a person has said about
   * consents since the plan was made stands.
   *
   * @throws ImportPlanOutdatedException when the people of the plan are no longer those from whom
   *     it was made; nothing is changed then
   * @throws DepartmentCycleException when a department would lie within itself
   */
  void apply(ImportPlan plan);

  /**
   * Reads everything from the store again, for a store that somebody else has written to, such as
   * another node. Listeners are told who is new, different or gone.
   *
   * @throws DirectoryStoreException when the store cannot be read; the reads stay as they were
   */
  void reload();

  /**
   * Registers somebody to be told, after commit, which people were created, replaced or removed.
   *
   * @return closes the registration
   */
  AutoCloseable onChange(Consumer<Collection<EmployeeId>> listener);
}
