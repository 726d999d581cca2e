package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What one calendar says, and how long that may be believed. Immutable.
 *
 * @param entries the times, ordered by start; they may overlap; at most {@link #MAX_ENTRIES}, none
 *     that ends more than {@link #AHEAD} after the reading
 * @param readAt when the calendar was read
 * @param freshUntil until when the entries count; after that the calendar says nothing
 */
public record CalendarEntries(List<CalendarEntry> entries, Instant readAt, Instant freshUntil) {

  /** The largest number of entries of one calendar. */
  public static final int MAX_ENTRIES = 2_000;

  /** How far ahead a calendar is looked at. */
  public static final Duration AHEAD = Duration.ofDays(400);

  private static final Comparator<CalendarEntry> ORDER =
      Comparator.comparing(CalendarEntry::start)
          .thenComparing(CalendarEntry::end)
          .thenComparing(CalendarEntry::kind)
          .thenComparing(entry -> entry.status().map(Status::code).orElse(""));

  /**
   * Copies what comes in, ordered, each entry once.
   *
   * @throws IllegalArgumentException when a bound is exceeded, or the entries count for longer than
   *     they look ahead
   */
  public CalendarEntries {
    Objects.requireNonNull(readAt, "readAt");
    Objects.requireNonNull(freshUntil, "freshUntil");
    entries = entries.stream().distinct().sorted(ORDER).toList();
    if (entries.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException(
          "A calendar has at most " + MAX_ENTRIES + " entries, not " + entries.size());
    }
    Instant horizon = Instants.plus(readAt, AHEAD);
    if (freshUntil.isAfter(horizon)
        || entries.stream().anyMatch(entry -> entry.end().isAfter(horizon))) {
      throw new IllegalArgumentException(
          "A calendar is looked at for " + AHEAD.toDays() + " days ahead");
    }
  }

  /** Answers these without the entries that have ended by that instant. */
  public CalendarEntries without(Instant endedBy) {
    return new CalendarEntries(
        entries.stream().filter(entry -> entry.end().isAfter(endedBy)).toList(),
        readAt,
        freshUntil);
  }
}
