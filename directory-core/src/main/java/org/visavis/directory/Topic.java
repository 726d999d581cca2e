package org.visavis.directory;

import java.util.Objects;

/**
 * Something that employees care for, with its names as customers would say them. Immutable.
 *
 * @param id identifies the topic
 * @param name its name, in one or more languages; not empty
 */
public record Topic(TopicId id, Label name) {

  /**
   * @throws IllegalArgumentException when the name is empty
   */
  public Topic {
    Objects.requireNonNull(id, "id");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A topic has a name");
    }
  }

  /** Answers the topic of that name, with the id made from it. */
  public static Topic named(String name) {
    return new Topic(TopicId.from(name), Label.of(name));
  }
}
