package org.visavis.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What customers say instead of a name, in one or more languages: other words, or a whole everyday
 * phrase ("Rechnung zu hoch"). What counts in every language stands under {@link Locale#ROOT}.
 * Immutable; equal when all phrases are equal.
 */
public final class Synonyms {

  /** The most phrases of one language. */
  public static final int MAX_PHRASES = 100;

  /** The most languages. */
  public static final int MAX_LANGUAGES = 20;

  /** The longest phrase, in UTF-16 characters. */
  public static final int MAX_LENGTH = 200;

  private static final Synonyms NONE = new Synonyms(Map.of());

  private final Map<Locale, List<String>> byLanguage;

  private Synonyms(Map<Locale, List<String>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /** Answers the synonyms of what has none. */
  public static Synonyms none() {
    return NONE;
  }

  /**
   * Answers phrases that count in every language.
   *
   * @throws IllegalArgumentException when there are too many, or one is too long
   */
  public static Synonyms of(String... phrases) {
    return NONE.with(Locale.ROOT, List.of(phrases));
  }

  /**
   * Answers these phrases by language.
   *
   * @throws IllegalArgumentException when there are too many, or one is too long
   */
  public static Synonyms of(Map<Locale, List<String>> byLanguage) {
    Synonyms synonyms = NONE;
    for (Map.Entry<Locale, List<String>> entry : byLanguage.entrySet()) {
      synonyms = synonyms.with(entry.getKey(), entry.getValue());
    }
    return synonyms;
  }

  /**
   * Answers these synonyms with other phrases for a language (only the language of the locale
   * counts). Blank phrases and repetitions are left out; none at all removes the language.
   *
   * @throws IllegalArgumentException when there are too many, or one is too long
   */
  public Synonyms with(Locale language, List<String> phrases) {
    Set<String> kept = new LinkedHashSet<>();
    for (String phrase : phrases) {
      String text = phrase.strip();
      if (text.length() > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "A synonym has at most " + MAX_LENGTH + " characters, this one has " + text.length());
      }
      if (!text.isEmpty()) {
        kept.add(text);
      }
    }
    if (kept.size() > MAX_PHRASES) {
      throw new IllegalArgumentException(
          "A language has at most " + MAX_PHRASES + " synonyms, not " + kept.size());
    }
    Map<Locale, List<String>> copy = new LinkedHashMap<>(byLanguage);
    Locale key = Locale.forLanguageTag(language.getLanguage());
    if (kept.isEmpty()) {
      copy.remove(key);
    } else {
      copy.put(key, List.copyOf(kept));
    }
    if (copy.size() > MAX_LANGUAGES) {
      throw new IllegalArgumentException("Synonyms have at most " + MAX_LANGUAGES + " languages");
    }
    return copy.isEmpty() ? NONE : new Synonyms(Collections.unmodifiableMap(copy));
  }

  /** Answers the phrases by language; those of every language stand under {@link Locale#ROOT}. */
  public Map<Locale, List<String>> byLanguage() {
    return byLanguage;
  }

  /** Answers the phrases of all languages, in the order in which they were given. */
  public List<String> phrases() {
    List<String> all = new ArrayList<>();
    byLanguage.values().forEach(all::addAll);
    return Collections.unmodifiableList(all);
  }

  /** Answers whether there is none. */
  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Synonyms synonyms && byLanguage.equals(synonyms.byLanguage);
  }

  @Override
  public int hashCode() {
    return byLanguage.hashCode();
  }

  @Override
  public String toString() {
    return byLanguage.toString();
  }
}
