package org.visavis.directory;

import java.util.Objects;

/**
 * Something that employees care for, with its names as customers would say them. Immutable.
 *
 * @param id identifies the topic
 * @param name its name, in one or more languages; not empty
 * @param synonyms what customers say instead
 */
public record Topic(TopicId id, Label name, Synonyms synonyms) {

  /**
   * @throws IllegalArgumentException when the name is empty or too long
   */
  public Topic {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(synonyms, "synonyms");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A topic has a name");
    }
    name.requireAtMost(Label.MAX_LENGTH);
  }

  /** Makes a topic without synonyms. */
  public Topic(TopicId id, Label name) {
    this(id, name, Synonyms.none());
  }

  /** Answers the topic of that name, with the id made from it. */
  public static Topic named(String name) {
    return new Topic(TopicId.from(name), Label.of(name));
  }

  /** Answers this topic with other synonyms. */
  public Topic withSynonyms(Synonyms synonyms) {
    return new Topic(id, name, synonyms);
  }
}
