package org.visavis.directory.search;

import java.util.Arrays;

/** The people that a search has found so far. Not thread-safe. */
final class Found {

  private int[] slots = new int[64];
  private int[] ranks = new int[64];
  private byte[] typos = new byte[64];
  private byte[] missing = new byte[64];
  private int[] sights = new int[64];
  private int size;

  /**
   * Adds somebody, of whom nobody knows yet whether he or she may be seen.
   *
   * @param slot where the person stands in the index
   * @param rank how well the person fits, the greater the better
   * @param typosForgiven how many typos were forgiven
   * @param wordsMissing how many needed words the person does not meet
   */
  void add(int slot, int rank, int typosForgiven, int wordsMissing) {
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
      ranks = Arrays.copyOf(ranks, 2 * size);
      typos = Arrays.copyOf(typos, 2 * size);
      missing = Arrays.copyOf(missing, 2 * size);
      sights = Arrays.copyOf(sights, 2 * size);
    }
    slots[size] = slot;
    ranks[size] = rank;
    typos[size] = (byte) typosForgiven;
    missing[size] = (byte) wordsMissing;
    size++;
  }

  int size() {
    return size;
  }

  /** Answers where the person stands in the index. */
  int slot(int position) {
    return slots[position];
  }

  /** Answers how well the person fits, the greater the better. */
  int rank(int position) {
    return ranks[position];
  }

  /** Answers how the person stands, as a number of the {@link Sight}. */
  int sight(int position) {
    return sights[position];
  }

  /** Says of a person, by where he or she stands in the index, the number of a {@link Sight}. */
  interface Looking {
    int at(int slot);
  }

  /**
   * Drops those who may not be seen, and those with two typos more than the one with the fewest who
   * may. Of whoever has more, nothing is asked.
   */
  void keepFewestTypos(Looking looking) {
    int most = 0;
    for (int i = 0; i < size; i++) {
      most = Math.max(most, typos[i]);
    }
    int kept = 0;
    for (int level = 0; level <= most; level++) {
      for (int i = kept; i < size; i++) {
        if (typos[i] == level && sees(looking, i)) {
          swap(i, kept++);
          most = Math.min(most, typos[0] + 1);
        }
      }
    }
    size = kept;
  }

  /** Drops those who may not be seen. */
  void keepSeen(Looking looking) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (sees(looking, i)) {
        move(i, kept++);
      }
    }
    size = kept;
  }

  private boolean sees(Looking looking, int position) {
    sights[position] = looking.at(slots[position]);
    return sights[position] != Sight.HIDDEN;
  }

  /**
   * Where the best meets all words without a typo, drops those who do not meet all with one at
   * most; else those who fit less than half as well as the best.
   */
  void keepNearest() {
    int best = 0;
    boolean whole = false;
    for (int i = 0; i < size; i++) {
      boolean alike = ranks[i] == best && whole;
      if (ranks[i] >= best) {
        best = ranks[i];
        whole = alike || (missing[i] == 0 && typos[i] == 0);
      }
    }
    if (whole) {
      keepWhole(1);
      return;
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (2 * ranks[i] >= best) {
        move(i, kept++);
      }
    }
    size = kept;
  }

  private void keepWhole(int typosAtMost) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (missing[i] == 0 && typos[i] <= typosAtMost) {
        move(i, kept++);
      }
    }
    size = kept;
  }

  void clear() {
    size = 0;
  }

  private void move(int from, int to) {
    slots[to] = slots[from];
    ranks[to] = ranks[from];
    typos[to] = typos[from];
    missing[to] = missing[from];
    sights[to] = sights[from];
  }

  private void swap(int one, int other) {
    int slot = slots[other];
    int rank = ranks[other];
    byte typo = typos[other];
    byte lacking = missing[other];
    int sight = sights[other];
    move(one, other);
    slots[one] = slot;
    ranks[one] = rank;
    typos[one] = typo;
    missing[one] = lacking;
    sights[one] = sight;
  }
}
