package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A time that two people can meet at. Immutable.
 *
 * @param start when it begins
 * @param end when it ends, exclusive
 */
public record Slot(Instant start, Instant end) implements Comparable<Slot> {

  /**
   * @throws IllegalArgumentException when it does not end after its start
   */
  public Slot {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("A slot ends after its start");
    }
  }

  /** Answers the slot of that length. */
  public static Slot of(Instant start, Duration length) {
    return new Slot(start, start.plus(length));
  }

  /**
   * Reads a slot as {@link #text} writes it.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static Slot parse(String text) {
    int slash = text.indexOf('/');
    try {
      return new Slot(
          Instant.parse(text.substring(0, Math.max(0, slash))),
          Instant.parse(text.substring(slash + 1)));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("A slot is two instants with a slash between them", e);
    }
  }

  /** Answers start and end in UTC with a slash between them (ISO 8601, section 4.4). */
  public String text() {
    return start + "/" + end;
  }

  /** Answers how long it is. */
  public Duration length() {
    return Duration.between(start, end);
  }

  @Override
  public int compareTo(Slot other) {
    int byStart = start.compareTo(other.start);
    return byStart == 0 ? end.compareTo(other.end) : byStart;
  }
}
