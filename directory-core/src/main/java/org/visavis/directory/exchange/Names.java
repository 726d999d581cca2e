package org.visavis.directory.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.Label;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;

/**
 * How a file names departments and topics: by their ids, or for people to read; and people: by
 * their ids, or as the public calls them. Reading knows departments and topics again either way.
 * Immutable, and as thread-safe as the directory behind it.
 */
public final class Names {

  private static final Names IDS =
      new Names(DepartmentId::value, TopicId::value, EmployeeId::value, "");

  private final Function<DepartmentId, String> departments;
  private final Function<TopicId, String> topics;
  private final Function<EmployeeId, String> people;
  private final String organisation;

  private Names(
      Function<DepartmentId, String> departments,
      Function<TopicId, String> topics,
      Function<EmployeeId, String> people,
      String organisation) {
    this.departments = departments;
    this.topics = topics;
    this.people = people;
    this.organisation = organisation;
  }

  /** Answers the naming by ids, of a company whose name is not said. */
  public static Names ids() {
    return IDS;
  }

  /** Answers the naming as a directory has it in a language; the id of what it does not know. */
  public static Names of(Directory directory, Locale language) {
    return new Names(
        id -> name(directory.findDepartment(id).map(Department::name), language, id.value()),
        id -> name(directory.findTopic(id).map(Topic::name), language, id.value()),
        EmployeeId::value,
        "");
  }

  /** Answers the same naming within a company of that name. */
  public Names within(String organisation) {
    return new Names(departments, topics, people, organisation.strip());
  }

  /** Answers the same naming, with everybody as the public calls him or her. */
  public Names under(Handles handles) {
    return new Names(departments, topics, handles::of, organisation);
  }

  String person(EmployeeId id) {
    return people.apply(id);
  }

  String department(String id) {
    return departments.apply(DepartmentId.of(id));
  }

  String topic(String id) {
    return topics.apply(TopicId.of(id));
  }

  /** The name of the company; empty where it is not said. */
  String organisation() {
    return organisation;
  }

  private static String name(Optional<Label> label, Locale language, String otherwise) {
    return label.map(name -> name.text(language)).orElse(otherwise);
  }
}
