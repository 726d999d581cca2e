package org.visavis.directory;

import java.util.List;

/**
 * A person that a search found, and why. Immutable.
 *
 * @param profile the person, as everybody may see him or her
 * @param matched what the free text met, the strongest first; empty without a free text
 */
public record Match(Profile profile, List<Matched> matched) {

  /** Copies what comes in. */
  public Match {
    matched = List.copyOf(matched);
  }

  /**
   * One thing that the free text met.
   *
   * @param field which part of the person
   * @param text the words of the person that were met, as they are shown ({@code Rechnungen})
   */
  public record Matched(Field field, String text) {}

  /** A part of a person that the free text can meet. */
  public enum Field {
    /** The given, family or shown name. */
    NAME,
    /** The title. */
    TITLE,
    /** The name of a department. */
    DEPARTMENT,
    /** The name of a topic. */
    TOPIC
  }
}
