package org.visavis.directory.search;

import java.util.Arrays;

/**
 * Room in which one search counts, lent by an {@link IndexPart} so that a search allocates little.
 * For each person it holds how the words so far were met, packed into one number: the sum of the
 * qualities, how many typos they had, how many needed words were met, and the last word with its
 * quality, because of several ways to meet one word only the best counts. Not thread-safe.
 */
final class Scratch {

  private static final int LAST_QUALITY_BITS = 10;
  private static final int LAST_WORD_SHIFT = LAST_QUALITY_BITS;
  private static final int NEEDED_SHIFT = LAST_WORD_SHIFT + 5;
  private static final int TYPOS_SHIFT = NEEDED_SHIFT + 5;
  private static final int SUM_SHIFT = TYPOS_SHIFT + 6;

  private final long[] met;
  private int[] touched = new int[256];
  private int touchedSize;
  private final int[] seenTerms;
  private int stamp;

  Scratch(int people, int terms) {
    met = new long[people];
    seenTerms = new int[terms];
  }

  /** Answers the room in which a dictionary marks the terms of one word. */
  int[] seenTerms() {
    return seenTerms;
  }

  /** Answers a number that no earlier word had. */
  int nextStamp() {
    if (stamp == Integer.MAX_VALUE) {
      Arrays.fill(seenTerms, 0);
      stamp = 0;
    }
    return ++stamp;
  }

  /**
   * Notes that a person is met by a word. Words come one after the other.
   *
   * @param word the number of the word, 0 to 30
   * @param needed whether the word counts among those that a person should meet
   */
  void meet(int person, int word, boolean needed, int quality) {
    long before = met[person];
    if (before == 0) {
      if (touchedSize == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedSize);
      }
      touched[touchedSize++] = person;
    }
    int lastQuality = 0;
    if (((before >> LAST_WORD_SHIFT) & 31) == word + 1) {
      lastQuality = (int) (before & ((1 << LAST_QUALITY_BITS) - 1));
      if (lastQuality >= quality) {
        return;
      }
    }
    int lastTypos = lastQuality == 0 ? 0 : QueryWord.typosOf(lastQuality);
    int newTypos = QueryWord.typosOf(quality) - lastTypos;
    int newNeeded = needed && lastQuality == 0 ? 1 : 0;
    long after =
        ((long) (sum(before) + quality - lastQuality) << SUM_SHIFT)
            | ((long) (typosSoFar(before) + newTypos) << TYPOS_SHIFT)
            | ((long) (neededSoFar(before) + newNeeded) << NEEDED_SHIFT)
            | ((long) (word + 1) << LAST_WORD_SHIFT)
            | quality;
    met[person] = after;
  }

  int touched() {
    return touchedSize;
  }

  int person(int position) {
    return touched[position];
  }

  /** Answers how many needed words the person meets. */
  int needed(int person) {
    return neededSoFar(met[person]);
  }

  /** Answers how many typos were forgiven to meet the person. */
  int typosOf(int person) {
    return typosSoFar(met[person]);
  }

  /** Answers the sum of the qualities. */
  int sumOf(int person) {
    return sum(met[person]);
  }

  void clear() {
    for (int i = 0; i < touchedSize; i++) {
      met[touched[i]] = 0;
    }
    touchedSize = 0;
    if (touched.length > 65_536) {
      touched = new int[256];
    }
  }

  private static int sum(long packed) {
    return (int) (packed >>> SUM_SHIFT);
  }

  private static int typosSoFar(long packed) {
    return (int) (packed >>> TYPOS_SHIFT) & 63;
  }

  private static int neededSoFar(long packed) {
    return (int) (packed >>> NEEDED_SHIFT) & 31;
  }
}
