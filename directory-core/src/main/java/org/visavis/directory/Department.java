package org.visavis.directory;

import java.util.Objects;

/**
 * A part of the company, with its names as customers would say them. Immutable.
 *
 * @param id identifies the department
 * @param name its name, in one or more languages; not empty
 */
public record Department(DepartmentId id, Label name) {

  /**
   * @throws IllegalArgumentException when the name is empty
   */
  public Department {
    Objects.requireNonNull(id, "id");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A department has a name");
    }
  }

  /** Answers the department of that name, with the id made from it. */
  public static Department named(String name) {
    return new Department(DepartmentId.from(name), Label.of(name));
  }
}
