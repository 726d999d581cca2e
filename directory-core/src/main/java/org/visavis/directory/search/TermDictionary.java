package org.visavis.directory.search;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The terms of an index, and those of them that are near a word.
 *
 * <p>Nearness is looked up by symmetric deletion: two words with at most two typos between their
 * beginnings become equal when at most two letters are left out of each. So the beginning of every
 * term is filed under each of its shortened forms, and a search looks under the few shortened forms
 * of the word. What is found there is then compared exactly. Immutable.
 */
final class TermDictionary {

  /** How many letters of a term are filed: enough to tell terms apart, few enough to be small. */
  private static final int FILED = 7;

  static final int NONE = -1;

  private final String[] terms;
  private final int[] slots;

  /** What tells most terms from a word without looking at them: letters and length. */
  private final long[] sketches;

  private final Postings shortened;
  private final int mask;

  /**
   * @param terms sorted, each once
   */
  TermDictionary(String[] terms) {
    this.terms = terms;
    this.sketches = new long[terms.length];
    this.slots = new int[Math.max(4, 4 * Integer.highestOneBit(Math.max(1, terms.length)))];
    int buckets = Math.max(16, Integer.highestOneBit(Math.max(1, terms.length)) * 16);
    this.mask = buckets - 1;
    Postings.Builder filed = new Postings.Builder();
    for (int term = 0; term < terms.length; term++) {
      file(term);
      sketches[term] = sketch(terms[term]);
      if (Derived.isDerived(terms[term])) {
        continue;
      }
      int number = term;
      int deletions = terms[term].length() < 3 ? 0 : terms[term].length() == 3 ? 1 : 2;
      forEachShortened(terms[term], deletions, hash -> filed.add(hash & mask, number));
    }
    this.shortened = filed.build(buckets);
  }

  private void file(int term) {
    int slot = slot(terms[term]);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = term + 1;
  }

  private int slot(String term) {
    int hash = term.hashCode() * 0x9E3779B1;
    return (hash ^ hash >>> 16) & (slots.length - 1);
  }

  /** Answers the number of a term, {@link #NONE} when it has none. */
  int find(String term) {
    for (int slot = slot(term); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
      if (terms[slots[slot] - 1].equals(term)) {
        return slots[slot] - 1;
      }
    }
    return NONE;
  }

  int size() {
    return terms.length;
  }

  String term(int number) {
    return terms[number];
  }

  /** Receives the number of a term and how well it meets the word. */
  interface Receiver {
    void take(int term, int quality);
  }

  /**
   * Passes on every term that meets the word, each once.
   *
   * @param seen room for one number for each term
   * @param stamp a number that is not in {@code seen} yet
   */
  void lookUp(QueryWord word, int[] seen, int stamp, Receiver receiver) {
    if (word.beginnings()) {
      lookUpBeginnings(word, seen, stamp, receiver);
    } else {
      int same = find(word.text());
      if (same != NONE) {
        seen[same] = stamp;
        receiver.take(same, Codes.SAME);
      }
    }
    if (word.typos() > 0) {
      long wanted = sketch(word.text());
      forEachShortened(
          word.text(),
          word.typos(),
          hash -> {
            int bucket = hash & mask;
            for (int i = shortened.start(bucket); i < shortened.end(bucket); i++) {
              int term = shortened.value(i);
              if (seen[term] == stamp) {
                continue;
              }
              seen[term] = stamp;
              if (mayMeet(word, wanted, sketches[term])) {
                int quality = word.quality(terms[term]);
                if (quality != Codes.NONE) {
                  receiver.take(term, quality);
                }
              }
            }
          });
    }
  }

  private void lookUpBeginnings(QueryWord word, int[] seen, int stamp, Receiver receiver) {
    String text = word.text();
    int found = Arrays.binarySearch(terms, text);
    for (int term = found >= 0 ? found : -found - 1;
        term < terms.length && terms[term].startsWith(text);
        term++) {
      seen[term] = stamp;
      receiver.take(term, terms[term].length() == text.length() ? Codes.SAME : Codes.BEGINNING);
    }
  }

  /** Which letters a word has, in one bit for each sort; then its length. */
  private static long sketch(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << word.charAt(i);
    }
    return (long) letters << Integer.SIZE | word.length();
  }

  /** A typo takes at most one sort of letter away and adds at most one. */
  private static boolean mayMeet(QueryWord word, long wanted, long sketch) {
    int missing = Long.bitCount((wanted & ~sketch) >>> Integer.SIZE);
    if ((int) sketch > word.text().length() + word.typos()) {
      return missing <= 1 && word.beginnings();
    }
    return missing <= word.typos()
        && (word.beginnings()
            || Long.bitCount((sketch & ~wanted) >>> Integer.SIZE) <= word.typos());
  }

  /** Passes on a hash of the word's beginning, and of all that is left after some deletions. */
  private static void forEachShortened(String word, int deletions, IntConsumer receiver) {
    int length = Math.min(FILED, word.length());
    receiver.accept(hash(word, length, -1, -1));
    if (deletions == 0) {
      return;
    }
    for (int i = 0; i < length; i++) {
      receiver.accept(hash(word, length, i, -1));
      for (int j = i + 1; j < length && deletions > 1; j++) {
        receiver.accept(hash(word, length, i, j));
      }
    }
  }

  private static int hash(String word, int length, int without, int andWithout) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      if (i != without && i != andWithout) {
        hash = (hash + word.charAt(i)) * 0x9E3779B1;
        hash ^= hash >>> 15;
      }
    }
    return hash;
  }
}
