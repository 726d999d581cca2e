package org.visavis.directory.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What stands for a word besides its own letters: its stems, its sound, and the ends of a compound.
 * Each is a term of its own, marked by a first character that no word has, and met exactly or not
 * at all. Not thread-safe.
 *
 * <p>A compound is taken apart by the words that the vocabulary itself has, each looked up on its
 * own: no word of the vocabulary decides what another one means, so that one which only hidden
 * people have changes nothing for the others.
 */
final class Derived {

  private static final char GERMAN = '\u0001';
  private static final char ENGLISH = '\u0002';
  private static final char SOUND = '\u0003';
  private static final char ENDING = '\u0004';

  /** Shorter ones are part of too many words. */
  private static final int SHORTEST_PART = 4;

  private static final int SHORTEST_ENDING = 5;

  /** What is left of a compound has at least so many letters. */
  private static final int SHORTEST_REST = 3;

  private final Stems stems = new Stems();
  private final Sounds sounds;

  Derived(Sounds sounds) {
    this.sounds = sounds;
  }

  /** Answers whether a term is one of those. */
  static boolean isDerived(String term) {
    return term.charAt(0) <= ENDING;
  }

  /** Answers what stands for a word of a name. */
  List<String> ofName(Words.Word word) {
    List<String> terms = new ArrayList<>();
    for (String form : word.forms()) {
      String sound = sounds.of(form);
      if (!sound.isEmpty() && !terms.contains(SOUND + sound)) {
        terms.add(SOUND + sound);
      }
    }
    return terms;
  }

  /**
   * Answers what stands for a word of the vocabulary.
   *
   * @param language the language of its text; {@link Locale#ROOT} where it is not stated
   */
  List<String> ofVocabulary(Words.Word word, Locale language) {
    List<String> terms = new ArrayList<>();
    if (Stems.speaks(language, Locale.GERMAN)) {
      String lower = word.lower();
      terms.add(GERMAN + stems.german(lower));
      for (int i = SHORTEST_REST; i <= lower.length() - SHORTEST_ENDING; i++) {
        terms.add(ENDING + stems.german(lower.substring(i)));
      }
    }
    if (Stems.speaks(language, Locale.ENGLISH)) {
      terms.add(ENGLISH + stems.english(word.lower()));
    }
    return terms;
  }

  /** Answers what a typed word may mean, and how well it meets that. */
  Map<String, Integer> ofTyped(Words.Word word) {
    Map<String, Integer> terms = new LinkedHashMap<>();
    String lower = word.lower();
    String german = stems.german(lower);
    terms.put(GERMAN + german, Codes.STEM);
    terms.put(ENGLISH + stems.english(lower), Codes.STEM);
    if (lower.length() >= SHORTEST_ENDING) {
      terms.put(ENDING + german, Codes.COMPOUND);
    }
    if (lower.length() >= SHORTEST_PART + SHORTEST_REST + 1) {
      parts(word, terms);
    }
    for (String form : word.forms()) {
      String sound = sounds.of(form);
      if (!sound.isEmpty()) {
        terms.putIfAbsent(SOUND + sound, Codes.PHONETIC);
      }
    }
    return terms;
  }

  /** A stem begins like its word, so the first part of a compound is found without stemming. */
  private void parts(Words.Word word, Map<String, Integer> terms) {
    String plain = word.forms().get(0);
    for (int i = SHORTEST_PART; i <= plain.length() - SHORTEST_REST; i++) {
      terms.putIfAbsent(GERMAN + plain.substring(0, i), Codes.COMPOUND_PART);
    }
    String lower = word.lower();
    for (int i = SHORTEST_REST; i <= lower.length() - SHORTEST_PART; i++) {
      terms.merge(GERMAN + stems.german(lower.substring(i)), Codes.COMPOUND, Math::max);
    }
  }
}
