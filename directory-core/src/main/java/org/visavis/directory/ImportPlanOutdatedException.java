package org.visavis.directory;

import java.io.Serial;
import java.util.List;

/**
 * Thrown when a plan no longer fits, because people in it were created, changed or removed after it
 * was made. Nothing is changed then; a new plan is made of the same file.
 */
public final class ImportPlanOutdatedException extends IllegalStateException {

  @Serial private static final long serialVersionUID = 1L;

  private final List<String> people;

  /**
   * Makes the exception for these people.
   *
   * @param people who is not as the plan says; at least one
   */
  public ImportPlanOutdatedException(List<EmployeeId> people) {
    super(
        "The directory has changed since the plan was made, "
            + people.size()
            + " of its people among it, such as "
            + people.get(0)
            + "; please look at a new plan");
    this.people = people.stream().map(EmployeeId::value).toList();
  }

  /** Answers who is not as the plan says. */
  public List<EmployeeId> people() {
    return people.stream().map(EmployeeId::of).toList();
  }
}
