package org.visavis.directory.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers values from 0, in the order in which they come, so that they can be counted in arrays. A
 * value keeps its number. One thread adds, any number read.
 */
final class Ordinals<T> {

  static final int NONE = -1;

  private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, T> values = new ConcurrentHashMap<>();

  int add(T value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    values.put(number, value);
    numbers.put(value, number);
    return number;
  }

  /** Answers the number of a value, {@link #NONE} when it has none. */
  int find(T value) {
    return numbers.getOrDefault(value, NONE);
  }

  T value(int number) {
    T value = values.get(number);
    if (value == null) {
      throw new IllegalArgumentException("There is no value of number " + number);
    }
    return value;
  }

  int size() {
    return numbers.size();
  }
}
