package org.visavis.directory.search;

import java.util.Arrays;

/**
 * One form of one word that a customer typed, and how well other words meet it. Not thread-safe:
 * made for one search.
 */
final class QueryWord {

  /** From this length on, a typo in the beginning of a longer word is forgiven. */
  private static final int BEGINNING_WITH_TYPO = 6;

  private static final int FAR = 100;

  private final String text;
  private final int typos;
  private final boolean beginnings;
  private int[] row = {};
  private int[] previous = {};
  private int[] beforePrevious = {};

  /**
   * @param text the folded form
   * @param exactly whether only the very same word counts
   * @param beginnings whether the text may be the beginning of a longer word
   */
  QueryWord(String text, boolean exactly, boolean beginnings) {
    this.text = text;
    this.typos = exactly ? 0 : typosIn(text.length());
    this.beginnings = beginnings && !exactly;
  }

  /** Short words are close to everything, so they are taken literally. */
  static int typosIn(int length) {
    return length < 4 ? 0 : length < 6 ? 1 : 2;
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
    if (typos == 0 || term.length() < text.length() - typos) {
      return Codes.NONE;
    }
    int length = text.length();
    boolean withBeginnings = beginnings && length >= BEGINNING_WITH_TYPO;
    if (!withBeginnings && term.length() > length + typos) {
      return Codes.NONE;
    }
    int columns = Math.min(term.length(), length + typos);
    if (!fillTable(term, columns)) {
      return Codes.NONE;
    }
    // The last row says how far the whole word is from each beginning of the term.
    int whole = term.length() == columns ? row[columns] : FAR;
    if (whole == 1) {
      return Codes.ONE_TYPO;
    }
    for (int j = length - 1; withBeginnings && j <= Math.min(columns, length + 1); j++) {
      if (row[j] <= 1) {
        return Codes.BEGINNING_ONE_TYPO;
      }
    }
    return whole <= typos ? Codes.TWO_TYPOS : Codes.NONE;
  }

  /**
   * Computes the optimal string alignment distance (insertions, deletions, replacements, neighbours
   * swapped) row by row, near the diagonal only. Answers false when it is too far already.
   */
  private boolean fillTable(String term, int columns) {
    if (row.length <= columns) {
      row = new int[columns + 16];
      previous = new int[columns + 16];
      beforePrevious = new int[columns + 16];
    }
    for (int j = 0; j <= columns; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= text.length(); i++) {
      int[] free = beforePrevious;
      beforePrevious = previous;
      previous = row;
      row = free;
      if (fillRow(term, columns, i) > typos) {
        return false;
      }
    }
    return true;
  }

  private int fillRow(String term, int columns, int i) {
    char c = text.charAt(i - 1);
    int from = Math.max(1, i - typos);
    int to = Math.min(columns, i + typos);
    Arrays.fill(row, 0, columns + 1, FAR);
    if (i <= typos) {
      row[0] = i;
    }
    int best = row[0];
    for (int j = from; j <= to; j++) {
      char d = term.charAt(j - 1);
      int distance = previous[j - 1] + (c == d ? 0 : 1);
      distance = Math.min(distance, 1 + Math.min(previous[j], row[j - 1]));
      if (i > 1 && j > 1 && c == term.charAt(j - 2) && d == text.charAt(i - 2)) {
        distance = Math.min(distance, beforePrevious[j - 2] + 1);
      }
      row[j] = distance;
      best = Math.min(best, distance);
    }
    return best;
  }
}
