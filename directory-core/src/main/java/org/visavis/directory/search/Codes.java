package org.visavis.directory.search;

import org.visavis.directory.Match.How;

/**
 * How well words are met, as numbers: a code for one word, the greater the better, and the codes of
 * up to twelve words in one {@code long}, five bits each.
 */
final class Codes {

  /** The word is another one. */
  static final int NONE = 0;

  /** The word with two typos. */
  static final int TWO_TYPOS = 1;

  /** The beginning of the word with one typo. */
  static final int BEGINNING_ONE_TYPO = 2;

  /** A part of the word that says less than its last part: the bill in a bill's reminder. */
  static final int COMPOUND_PART = 3;

  /** Another word that sounds the same. */
  static final int PHONETIC = 4;

  /** The word with one typo. */
  static final int ONE_TYPO = 5;

  /** The last part of the word, which says what it is. */
  static final int COMPOUND = 6;

  /** The beginning of the word. */
  static final int BEGINNING = 7;

  /** Another form of the word. */
  static final int STEM = 8;

  /** The same word. */
  static final int SAME = 9;

  /** So many words have room. */
  static final int MAX_WORDS = 12;

  private static final int BITS = 5;
  private static final long LOW = low();
  private static final long HIGH = LOW << (BITS - 1);
  private static final int[] POINTS = {0, 60, 110, 120, 130, 140, 180, 200, 220, 240};
  private static final int[] TYPOS = {0, 2, 1, 1, 1, 1, 0, 0, 0, 0};
  private static final How[] HOW = {
    How.TYPO,
    How.TYPO,
    How.TYPO,
    How.COMPOUND,
    How.PHONETIC,
    How.TYPO,
    How.COMPOUND,
    How.PREFIX,
    How.STEM,
    How.EXACT
  };

  private Codes() {}

  private static long low() {
    long low = 0;
    for (int word = 0; word < MAX_WORDS; word++) {
      low |= 1L << (BITS * word);
    }
    return low;
  }

  /** Answers what a code is worth, 0 to 240. */
  static int points(int code) {
    return POINTS[code];
  }

  /** Answers what the best code of a name is worth. */
  static int points(How how) {
    int best = 0;
    for (int code = 1; code < HOW.length; code++) {
      best = HOW[code] == how ? POINTS[code] : best;
    }
    return best;
  }

  /** Answers how far a code is from the word as it was typed; what only resembles it counts too. */
  static int typos(int code) {
    return TYPOS[code];
  }

  /** Answers the name of a code. */
  static How how(int code) {
    return HOW[code];
  }

  /** Answers the codes in which one word has a code and all others have none. */
  static long only(int word, int code) {
    return (long) code << (BITS * word);
  }

  /** Answers the code of one word. */
  static int at(long codes, int word) {
    return (int) (codes >>> (BITS * word)) & 15;
  }

  /** Answers the better code for each word; all words at once, by the spare bit of each. */
  static long best(long some, long others) {
    long notLess = ((some | HIGH) - others) & HIGH;
    long mask = notLess - (notLess >>> (BITS - 1));
    return (some & mask) | (others & ~mask & ~HIGH);
  }
}
