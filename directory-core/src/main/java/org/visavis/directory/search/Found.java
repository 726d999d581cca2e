package org.visavis.directory.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Standing;

/** The people that a search has found so far. Not thread-safe. */
final class Found {

  private int[] slots = new int[64];
  private int[] ranks = new int[64];
  private byte[] typos = new byte[64];
  private @Nullable Standing[] standings = new Standing[0];
  private int size;

  void add(int slot, int rank, int typosForgiven, @Nullable Standing standing) {
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
      ranks = Arrays.copyOf(ranks, 2 * size);
      typos = Arrays.copyOf(typos, 2 * size);
    }
    slots[size] = slot;
    ranks[size] = rank;
    typos[size] = (byte) typosForgiven;
    if (standing != null) {
      if (standings.length <= size) {
        standings = Arrays.copyOf(standings, slots.length);
      }
      standings[size] = standing;
    }
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

  @Nullable Standing standing(int position) {
    return position < standings.length ? standings[position] : null;
  }

  /** Answers the fewest typos of anybody; more than any number where nobody was found. */
  int fewestTypos() {
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      fewest = Math.min(fewest, typos[i]);
    }
    return fewest;
  }

  /** Drops those with more typos than that. */
  void keepTyposAtMost(int most) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (typos[i] <= most) {
        move(i, kept++);
      }
    }
    size = kept;
  }

  /** Drops those who fit less than half as well as the best. */
  void keepTheBetterHalf() {
    int best = 0;
    for (int i = 0; i < size; i++) {
      best = Math.max(best, ranks[i]);
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (2 * ranks[i] >= best) {
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
    if (from < standings.length) {
      standings[to] = standings[from];
    }
  }
}
