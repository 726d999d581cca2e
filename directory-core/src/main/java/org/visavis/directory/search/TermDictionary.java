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

  private final String[] terms;
  private final Postings shortened;
  private final int mask;

  /**
   * @param terms sorted, each once
   */
  TermDictionary(String[] terms) {
    this.terms = terms;
    int buckets = Math.max(16, Integer.highestOneBit(Math.max(1, terms.length)) * 16);
    this.mask = buckets - 1;
    Postings.Builder filed = new Postings.Builder();
    for (int term = 0; term < terms.length; term++) {
      int number = term;
      int deletions = terms[term].length() < 3 ? 0 : terms[term].length() == 3 ? 1 : 2;
      forEachShortened(terms[term], deletions, hash -> filed.add(hash & mask, number));
    }
    this.shortened = filed.build(buckets);
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
    int found = Arrays.binarySearch(terms, word.text());
    int from = found >= 0 ? found : -found - 1;
    for (int term = from; term < terms.length && terms[term].startsWith(word.text()); term++) {
      if (!word.beginnings() && term > found) {
        break;
      }
      seen[term] = stamp;
      receiver.take(term, word.quality(terms[term]));
    }
    if (word.typos() > 0) {
      forEachShortened(
          word.text(),
          word.typos(),
          hash -> {
            int bucket = hash & mask;
            for (int i = shortened.start(bucket); i < shortened.end(bucket); i++) {
              int term = shortened.value(i);
              if (seen[term] != stamp) {
                seen[term] = stamp;
                int quality = word.quality(terms[term]);
                if (quality != QueryWord.NONE) {
                  receiver.take(term, quality);
                }
              }
            }
          });
    }
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
