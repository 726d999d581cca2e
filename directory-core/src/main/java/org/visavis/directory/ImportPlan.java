package org.visavis.directory;

import java.util.List;

/**
 * What an import would do, before it does it. Immutable.
 *
 * @param rowsRead how many rows the file has
 * @param created people who are new
 * @param changed people who are known and differ, as they will be
 * @param unchanged how many people are known and equal
 * @param departments departments that are new
 * @param topics topics that are new
 * @param refused rows that are not taken, and why
 * @param ignored the headers of columns that were passed over
 */
public record ImportPlan(
    int rowsRead,
    List<Employee> created,
    List<Employee> changed,
    int unchanged,
    List<Department> departments,
    List<Topic> topics,
    List<ImportedPeople.Refusal> refused,
    List<String> ignored) {

  /** Copies what comes in. */
  public ImportPlan {
    created = List.copyOf(created);
    changed = List.copyOf(changed);
    departments = List.copyOf(departments);
    topics = List.copyOf(topics);
    refused = List.copyOf(refused);
    ignored = List.copyOf(ignored);
  }
}
