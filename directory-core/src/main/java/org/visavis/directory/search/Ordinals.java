package org.visavis.directory.search;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Numbers values from 0, in the order in which they come, so that they can be counted in arrays. A
 * value keeps its number. One thread adds, any number read.
 */
final class Ordinals<T> {

  static final int NONE = -1;

  private final Map<T, Integer> numbers = new ConcurrentHashMap<>();
  private final List<T> values = new CopyOnWriteArrayList<>();

  int add(T value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    values.add(value);
    numbers.put(value, number);
    return number;
  }

  /** Answers the number of a value, {@link #NONE} when it has none. */
  int find(T value) {
    return numbers.getOrDefault(value, NONE);
  }

  T value(int number) {
    return values.get(number);
  }

  int size() {
    return numbers.size();
  }
}
