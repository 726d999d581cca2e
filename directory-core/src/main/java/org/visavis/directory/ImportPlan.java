package org.visavis.directory;

import java.util.List;
import java.util.Set;

/**
 * What an import would do, before it does it. It fits the directory from which it was made, and is
 * refused once the people in it have changed. Immutable.
 *
 * @param rowsRead how many rows the file has
 * @param created people who are new
 * @param changed people who are known and differ, as they will be
 * @param replaced the same people in the same order, as they were
 * @param unchanged how many people are known and equal
 * @param departments departments that are new
 * @param topics topics that are new
 * @param refused rows that are not taken, and why
 * @param ignored the headers of columns that were passed over
 * @param kept what people keep up themselves and the file has otherwise
 */
public record ImportPlan(
    int rowsRead,
    List<Employee> created,
    List<Employee> changed,
    List<Employee> replaced,
    int unchanged,
    List<Department> departments,
    List<Topic> topics,
    List<ImportedPeople.Refusal> refused,
    List<String> ignored,
    List<Kept> kept) {

  /**
   * Copies what comes in.
   *
   * @throws IllegalArgumentException when not every changed person stands beside the replaced one
   */
  public ImportPlan {
    created = List.copyOf(created);
    changed = List.copyOf(changed);
    replaced = List.copyOf(replaced);
    departments = List.copyOf(departments);
    topics = List.copyOf(topics);
    refused = List.copyOf(refused);
    ignored = List.copyOf(ignored);
    kept = List.copyOf(kept);
    if (!changed.stream()
        .map(Employee::id)
        .toList()
        .equals(replaced.stream().map(Employee::id).toList())) {
      throw new IllegalArgumentException("Everybody who is changed replaces the same person");
    }
  }

  /**
   * Answers 64 hexadecimal digits that are equal for two plans exactly when both make the same of
   * the same people, by which a plan that somebody has looked at is known again. Consents do not
   * count: whatever a person says of them meanwhile stands.
   */
  public String fingerprint() {
    return PlanDigest.of(this);
  }

  /**
   * What of one person is not taken over from the file, because he or she keeps it up.
   *
   * @param id who it is
   * @param parts what the file has otherwise
   */
  public record Kept(EmployeeId id, Set<ImportedPeople.Part> parts) {

    /** Copies what comes in. */
    public Kept {
      parts = Set.copyOf(parts);
    }
  }
}
