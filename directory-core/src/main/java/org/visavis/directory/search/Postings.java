package org.visavis.directory.search;

import java.util.Arrays;

/** For each of the keys 0 to n-1 a list of numbers, all in two arrays. Immutable. */
final class Postings {

  private final int[] starts;
  private final int[] values;

  private Postings(int[] starts, int[] values) {
    this.starts = starts;
    this.values = values;
  }

  /** Answers where the list of a key begins in {@link #values}. */
  int start(int key) {
    return starts[key];
  }

  /** Answers where the list of a key ends, exclusive. */
  int end(int key) {
    return starts[key + 1];
  }

  int value(int position) {
    return values[position];
  }

  boolean contains(int key, int value) {
    for (int i = starts[key]; i < starts[key + 1]; i++) {
      if (values[i] == value) {
        return true;
      }
    }
    return false;
  }

  /** Collects pairs in any order. Not thread-safe. */
  static final class Builder {

    private int[] keys = new int[64];
    private int[] values = new int[64];
    private int size;

    void add(int key, int value) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      keys[size] = key;
      values[size] = value;
      size++;
    }

    /** Answers the lists of the keys 0 to n-1, each in the order of adding. */
    Postings build(int n) {
      int[] starts = new int[n + 1];
      for (int i = 0; i < size; i++) {
        starts[keys[i] + 1]++;
      }
      for (int key = 0; key < n; key++) {
        starts[key + 1] += starts[key];
      }
      int[] next = Arrays.copyOf(starts, n);
      int[] sorted = new int[size];
      for (int i = 0; i < size; i++) {
        sorted[next[keys[i]]++] = values[i];
      }
      return new Postings(starts, sorted);
    }

    /** Does the same for keys that have been numbered anew since. */
    Postings build(int[] newKeys) {
      for (int i = 0; i < size; i++) {
        keys[i] = newKeys[keys[i]];
      }
      return build(newKeys.length);
    }

    /** Does the same where the first of every few values has been numbered anew since. */
    Postings build(int n, int every, int[] newValues) {
      for (int i = 0; i < size; i += every) {
        values[i] = newValues[values[i]];
      }
      return build(n);
    }
  }
}
