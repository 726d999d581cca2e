package org.visavis.directory;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when departments would lie within themselves. Nothing is changed then. */
public final class DepartmentCycleException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  private final List<String> path;

  /**
   * Makes the exception for that way.
   *
   * @param path the departments from one up to itself again
   */
  public DepartmentCycleException(List<DepartmentId> path) {
    super(
        "Departments lie within each other: "
            + path.stream().map(DepartmentId::value).collect(Collectors.joining(" > ")));
    this.path = path.stream().map(DepartmentId::value).toList();
  }

  /** Answers the way that leads back to where it began. */
  public List<DepartmentId> path() {
    return path.stream().map(DepartmentId::of).toList();
  }
}
