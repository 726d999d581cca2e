package org.visavis.directory;

import java.util.Objects;

/**
 * What a person is in one department. Immutable.
 *
 * @param department the department
 * @param title what the person is there; may be empty
 */
public record Role(DepartmentId department, Label title) {

  /**
   * @throws IllegalArgumentException when a text of the title is longer than {@link
   *     Label#MAX_LENGTH}
   */
  public Role {
    Objects.requireNonNull(department, "department");
    title.requireAtMost(Label.MAX_LENGTH);
  }
}
