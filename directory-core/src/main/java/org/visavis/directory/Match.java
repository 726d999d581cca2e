package org.visavis.directory;

import java.util.List;
import java.util.Objects;

/**
 * A person that a search found, and why. Immutable.
 *
 * @param profile the person, as everybody may see him or her
 * @param reasons what the free text met, the strongest first; empty without a free text
 */
public record Match(Profile profile, List<Reason> reasons) {

  /** Copies what comes in. */
  public Match {
    Objects.requireNonNull(profile, "profile");
    reasons = List.copyOf(reasons);
  }

  /**
   * One thing that the free text met.
   *
   * @param field which part of the person
   * @param name what was met, as it is called in each language (the name of the topic)
   * @param text the words that were met, as they stand there ({@code Rechnungen})
   * @param synonym whether the words are not the name but stand for it
   * @param hits which of the typed words met it, and how
   */
  public record Reason(Field field, Label name, String text, boolean synonym, List<Hit> hits) {

    /** Copies what comes in. */
    public Reason {
      hits = List.copyOf(hits);
    }
  }

  /**
   * A typed word that met something.
   *
   * @param word the word as it was typed
   * @param how in which way it met
   */
  public record Hit(String word, How how) {}

  /** A part of a person that the free text can meet. */
  public enum Field {
    /** The given, family or shown name. */
    NAME,
    /** The title. */
    TITLE,
    /** A department of the person, or one that it is a part of. */
    DEPARTMENT,
    /** A topic. */
    TOPIC,
    /** A language that the person speaks. */
    LANGUAGE
  }

  /** In which way a typed word meets another one, the surest first. */
  public enum How {
    /** It is the same word; case, accents and the way to write umlauts and ß do not count. */
    EXACT,
    /** It is another form of the word: a plural, a case, a tense. */
    STEM,
    /** It is the beginning of the word. */
    PREFIX,
    /** One is a part of the other (Rechnung and Stromrechnung). */
    COMPOUND,
    /** It is the word with one or two typos. */
    TYPO,
    /** It sounds the same (Meyer and Maier). */
    PHONETIC
  }
}
