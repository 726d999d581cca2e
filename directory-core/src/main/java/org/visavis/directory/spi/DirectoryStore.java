package org.visavis.directory.spi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.visavis.directory.Department;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitId;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.Topic;

/**
 * Keeps people, departments, topics and portraits. Every method may block, joins the caller's
 * transaction where there is one and never begins one, and throws {@link
 * org.visavis.directory.DirectoryStoreException} when the storage fails. Thread-safe.
 */
public interface DirectoryStore {

  /** Answers the person of that id. */
  Optional<Employee> find(EmployeeId id);

  /** Passes everybody to the receiver, in any order, without holding all of them at once. */
  void forEach(Consumer<Employee> receiver);

  /**
   * Creates or replaces people; saving an equal one again changes nothing. Where two have the same
   * id, the later one counts. When it returns, no other transaction can change these people before
   * this one has ended.
   */
  void save(Collection<Employee> employees);

  /** Removes a person; answers whether there was one. Idempotent. */
  boolean remove(EmployeeId id);

  /** Answers all departments, ordered by id. */
  List<Department> departments();

  /** Creates or replaces departments. Idempotent. */
  void saveDepartments(Collection<Department> departments);

  /** Answers all topics, ordered by id. */
  List<Topic> topics();

  /** Creates or replaces topics. Idempotent. */
  void saveTopics(Collection<Topic> topics);

  /**
   * Answers the image of that portrait that serves a wanted side, as {@link Portrait#fitting} says.
   */
  Optional<PortraitImage> findPortrait(PortraitId id, int side);

  /** Keeps the images of a portrait under its id. Idempotent. */
  void savePortrait(Portrait portrait);

  /**
   * Removes those of the portraits that nobody has, with all their images. Looks at people as they
   * are in the caller's transaction. Idempotent.
   */
  void removeUnusedPortraits(Collection<PortraitId> portraits);
}
