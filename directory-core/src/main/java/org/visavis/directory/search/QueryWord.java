package org.visavis.directory.search;

/**
 * One form of one word that a customer typed, and how well other words meet it. Not thread-safe:
 * made for one search.
 *
 * <p>Typos are counted as the optimal string alignment distance: insertions, deletions,
 * replacements, and neighbours swapped. It is computed a column of its table at a time, a bit for
 * each letter of the word, as in H. Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and
 * Damerau Edit Distances (2003).
 */
final class QueryWord {

  /** From this length on, a typo in the beginning of a longer word is forgiven. */
  private static final int BEGINNING_WITH_TYPO = 6;

  /** Longer words have no room in the bits of a number, and are taken literally. */
  private static final int LONGEST_WITH_TYPO = 64;

  private final String text;
  private final int typos;
  private final boolean beginnings;

  /** For each letter of ASCII where it stands in the word: after folding, most letters are. */
  private final long[] places = new long[128];

  /**
   * @param text the folded form
   * @param exactly whether only the very same word counts
   * @param beginnings whether the text may be the beginning of a longer word
   */
  QueryWord(String text, boolean exactly, boolean beginnings) {
    this.text = text;
    this.typos = exactly ? 0 : typosIn(text.length());
    this.beginnings = beginnings && !exactly;
    for (int i = 0; i < text.length() && typos > 0; i++) {
      if (text.charAt(i) < places.length) {
        places[text.charAt(i)] |= 1L << i;
      }
    }
  }

  /** Short words are close to everything, so they are taken literally. */
  static int typosIn(int length) {
    return length < 4 || length > LONGEST_WITH_TYPO ? 0 : length < 6 ? 1 : 2;
  }

  String text() {
    return text;
  }

  int typos() {
    return typos;
  }

  boolean beginnings() {
    return beginnings;
  }

  /** Answers how well a term meets this word, one of {@link Codes}. */
  int quality(String term) {
    if (beginnings ? term.startsWith(text) : term.equals(text)) {
      return term.length() == text.length() ? Codes.SAME : Codes.BEGINNING;
    }
    int length = text.length();
    if (typos == 0 || term.length() < length - typos) {
      return Codes.NONE;
    }
    boolean whole = term.length() <= length + typos;
    boolean withBeginnings = beginnings && length >= BEGINNING_WITH_TYPO;
    return whole || withBeginnings ? quality(term, whole, withBeginnings) : Codes.NONE;
  }

  /**
   * Goes through the letters of the term, keeping how far the whole word is from what has passed.
   */
  private int quality(String term, boolean whole, boolean withBeginnings) {
    int length = text.length();
    int columns = whole ? term.length() : length + 1;
    long lastRow = 1L << (length - 1);
    long above = -1L;
    long below = 0;
    long same = 0;
    long matchedBefore = 0;
    int distance = length;
    boolean beginningMet = false;
    for (int j = 0; j < columns; j++) {
      long matched = placesOf(term.charAt(j));
      long swapped = ((~same & matched) << 1) & matchedBefore;
      same = (((matched & above) + above) ^ above) | matched | below | swapped;
      long more = below | ~(same | above);
      long less = same & above;
      distance += (more & lastRow) != 0 ? 1 : (less & lastRow) != 0 ? -1 : 0;
      more = more << 1 | 1;
      above = less << 1 | ~(same | more);
      below = more & same;
      matchedBefore = matched;
      beginningMet |= distance <= 1 && j + 1 >= length - 1 && j + 1 <= length + 1;
    }
    if (whole && distance == 1) {
      return Codes.ONE_TYPO;
    }
    if (withBeginnings && beginningMet) {
      return Codes.BEGINNING_ONE_TYPO;
    }
    return whole && distance <= typos ? Codes.TWO_TYPOS : Codes.NONE;
  }

  /** Answers where a letter stands in the word, a bit for each place. */
  private long placesOf(char letter) {
    if (letter < places.length) {
      return places[letter];
    }
    long found = 0;
    for (int i = 0; i < text.length(); i++) {
      found |= text.charAt(i) == letter ? 1L << i : 0;
    }
    return found;
  }
}
