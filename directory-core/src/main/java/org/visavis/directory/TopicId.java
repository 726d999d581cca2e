package org.visavis.directory;

import java.util.Objects;

/**
 * Identifies a topic: something an employee cares for. The value is a slug: it appears in addresses
 * and import files. Immutable.
 *
 * @param value 1 to 100 lower-case ASCII letters, digits and single hyphens between them
 */
public record TopicId(String value) implements Comparable<TopicId> {

  /**
   * @throws IllegalArgumentException when the value is no slug
   */
  public TopicId {
    Objects.requireNonNull(value, "value");
    Slug.requireValid(value);
  }

  /** Answers the id with that value. */
  public static TopicId of(String value) {
    return new TopicId(value);
  }

  /**
   * Makes an id from a name as people write it: lower case, ä as ae, ß as ss, accents dropped,
   * everything else a hyphen, cut at 100 characters. Equal names give equal ids.
   *
   * @throws IllegalArgumentException when the name has neither letter nor digit
   */
  public static TopicId from(String name) {
    return new TopicId(Slug.from(name));
  }

  @Override
  public int compareTo(TopicId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
