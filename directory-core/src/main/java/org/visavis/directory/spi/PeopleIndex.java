package org.visavis.directory.spi;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.visavis.directory.Department;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Profile;
import org.visavis.directory.Standing;
import org.visavis.directory.Suggestion;
import org.visavis.directory.Topic;

/**
 * Finds people by what customers type. Lives in memory and holds nothing that the store does not
 * have. Thread-safe: searches run beside changes, and each sees the state before or after a change,
 * never half of it.
 */
public interface PeopleIndex {

  /** Replaces everything that the index holds. Atomic. */
  void replaceAll(Collection<Entry> entries);

  /**
   * Adds or replaces some people and removes others. Atomic; when it returns, every search sees the
   * change. Removing somebody unknown changes nothing.
   */
  void update(Collection<Entry> saved, Collection<EmployeeId> removed);

  /**
   * Searches among the people whom the caller may see; see {@link
   * org.visavis.directory.Directory#search}. Never blocks.
   */
  PeoplePage search(PeopleQuery query, Predicate<EmployeeId> visible);

  /**
   * Searches among the people who have a standing; see {@link
   * org.visavis.directory.Directory#searchAmong}. Never blocks.
   */
  PeoplePage searchAmong(PeopleQuery query, Function<EmployeeId, Optional<Standing>> standings);

  /**
   * Answers what a text may mean; see {@link org.visavis.directory.Directory#suggest}. Never
   * blocks.
   */
  List<Suggestion> suggest(String text, int limit, Predicate<EmployeeId> visible);

  /**
   * One person with the names of what he or she belongs to. Immutable.
   *
   * @param profile the person
   * @param departments those of the person's departments that are known by name, and those that
   *     they are a part of
   * @param topics those of the person's topics that are known by name
   */
  record Entry(Profile profile, List<Department> departments, List<Topic> topics) {

    /** Copies what comes in. */
    public Entry {
      Objects.requireNonNull(profile, "profile");
      departments = List.copyOf(departments);
      topics = List.copyOf(topics);
    }
  }
}
