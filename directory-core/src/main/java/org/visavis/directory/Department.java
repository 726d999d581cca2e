package org.visavis.directory;

import java.util.Objects;
import java.util.Optional;

/**
 * A part of the company, with its names as customers would say them. Departments form a tree: see
 * {@link DepartmentTree}. Immutable.
 *
 * @param id identifies the department
 * @param name its name, in one or more languages; not empty
 * @param synonyms what customers say instead
 * @param parent the department that this one is a part of
 * @param lead who leads it
 */
public record Department(
    DepartmentId id,
    Label name,
    Synonyms synonyms,
    Optional<DepartmentId> parent,
    Optional<EmployeeId> lead) {

  /**
   * @throws IllegalArgumentException when the name is empty or too long
   */
  public Department {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(synonyms, "synonyms");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(lead, "lead");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A department has a name");
    }
    name.requireAtMost(Label.MAX_LENGTH);
  }

  /** Makes a department that stands for itself, without synonyms and lead. */
  public Department(DepartmentId id, Label name) {
    this(id, name, Synonyms.none(), Optional.empty(), Optional.empty());
  }

  /** Answers the department of that name, with the id made from it. */
  public static Department named(String name) {
    return new Department(DepartmentId.from(name), Label.of(name));
  }

  /** Answers this department with other synonyms. */
  public Department withSynonyms(Synonyms synonyms) {
    return new Department(id, name, synonyms, parent, lead);
  }

  /** Answers this department as a part of another one. */
  public Department within(DepartmentId parent) {
    return new Department(id, name, synonyms, Optional.of(parent), lead);
  }

  /** Answers this department as led by somebody. */
  public Department ledBy(EmployeeId lead) {
    return new Department(id, name, synonyms, parent, Optional.of(lead));
  }
}
