package org.visavis.directory.search;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/**
 * Room in which one search counts, lent by an {@link IndexPart} so that a search allocates little:
 * how each wording and each concept is met by the words, as {@link Codes}. Not thread-safe.
 */
final class Scratch {

  private final IndexPart part;
  private final long[] wordingMet;
  private final long[] conceptMet;
  private final int[] conceptScores;
  private final int[] seenTerms;
  private final FixedBitSet seenPeople;
  private int[] touchedWordings = new int[64];
  private int wordingCount;
  private int[] touchedConcepts = new int[64];
  private int conceptCount;
  private int stamp;
  private int bestScore;

  Scratch(IndexPart part) {
    this.part = part;
    wordingMet = new long[part.wordings.length];
    conceptMet = new long[part.concepts.length];
    conceptScores = new int[part.concepts.length];
    seenTerms = new int[part.terms.size()];
    seenPeople = new FixedBitSet(Math.max(1, part.size()));
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

  /** Notes that a word meets a term, and so all wordings that the term stands in. */
  void meet(int term, int word, int code) {
    long codes = Codes.only(word, code);
    for (int i = part.termWordings.start(term); i < part.termWordings.end(term); i++) {
      int wording = part.termWordings.value(i);
      long before = wordingMet[wording];
      if (before == 0) {
        touchedWordings = withRoom(touchedWordings, wordingCount);
        touchedWordings[wordingCount++] = wording;
      }
      wordingMet[wording] = Codes.best(before, codes);
    }
  }

  /** Carries over to the concepts what is known of their wordings; the best wording counts. */
  void settle(TextQuery text) {
    for (int i = 0; i < wordingCount; i++) {
      int wording = touchedWordings[i];
      int concept = part.wordingConcepts[wording];
      if (conceptMet[concept] == 0) {
        touchedConcepts = withRoom(touchedConcepts, conceptCount);
        touchedConcepts[conceptCount++] = concept;
      }
      conceptMet[concept] = Codes.best(conceptMet[concept], wordingMet[wording]);
      int score =
          text.score(wordingMet[wording], part.wordingWords[wording])
              + TextQuery.weight(part.concepts[concept].field(), part.wordings[wording].synonym());
      conceptScores[concept] = Math.max(conceptScores[concept], score);
    }
  }

  int conceptCount() {
    return conceptCount;
  }

  int concept(int position) {
    return touchedConcepts[position];
  }

  /** Answers how the words meet a concept. */
  long conceptCodes(int concept) {
    return conceptMet[concept];
  }

  /** Answers how the words meet a wording. */
  long wordingCodes(int wording) {
    return wordingMet[wording];
  }

  /** Answers how well the best wording of a concept is met. */
  int score(int concept) {
    return conceptScores[concept];
  }

  /** Answers how the words meet a person, by all that the person stands for. */
  long personCodes(int person) {
    long codes = 0;
    bestScore = 0;
    int end = part.peopleConcepts.end(person);
    for (int i = part.peopleConcepts.start(person); i < end; i++) {
      int concept = part.peopleConcepts.value(i);
      long met = conceptMet[concept];
      if (met != 0) {
        codes = Codes.best(codes, met);
        bestScore = Math.max(bestScore, conceptScores[concept]);
      }
    }
    return codes;
  }

  /** Answers how well the best concept is met of the person who was asked for last. */
  int bestScore() {
    return bestScore;
  }

  /** Orders the touched concepts, the best one first. */
  void sortConcepts() {
    long[] keys = new long[conceptCount];
    for (int i = 0; i < conceptCount; i++) {
      keys[i] = (long) -conceptScores[touchedConcepts[i]] << 32 | touchedConcepts[i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < conceptCount; i++) {
      touchedConcepts[i] = (int) keys[i];
    }
  }

  /** Answers whether a person comes for the first time since {@link #forgetPeople}. */
  boolean isNew(int person) {
    return !seenPeople.getAndSet(person);
  }

  void forgetPeople() {
    seenPeople.clear(0, seenPeople.length());
  }

  void clear() {
    for (int i = 0; i < wordingCount; i++) {
      wordingMet[touchedWordings[i]] = 0;
    }
    for (int i = 0; i < conceptCount; i++) {
      conceptMet[touchedConcepts[i]] = 0;
      conceptScores[touchedConcepts[i]] = 0;
    }
    wordingCount = 0;
    conceptCount = 0;
    forgetPeople();
  }

  private static int[] withRoom(int[] numbers, int size) {
    return size < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * size);
  }
}
