package org.visavis.directory;

import java.util.Objects;

/**
 * Identifies a department. The value is a slug: it appears in addresses and import files.
 * Immutable.
 *
 * @param value 1 to 100 lower-case ASCII letters, digits and single hyphens between them
 */
public record DepartmentId(String value) implements Comparable<DepartmentId> {

  /**
   * @throws IllegalArgumentException when the value is no slug
   */
  public DepartmentId {
    Objects.requireNonNull(value, "value");
    Slug.requireValid(value);
  }

  /** Answers the id with that value. */
  public static DepartmentId of(String value) {
    return new DepartmentId(value);
  }

  /**
   * Makes an id from a name as people write it: lower case, ä as ae, ß as ss, accents dropped,
   * everything else a hyphen, cut at 100 characters. Equal names give equal ids.
   *
   * @throws IllegalArgumentException when the name has neither letter nor digit
   */
  public static DepartmentId from(String name) {
    return new DepartmentId(Slug.from(name));
  }

  @Override
  public int compareTo(DepartmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
