package org.visavis.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one calendar says, packed: 17 bytes for an entry, to the second, and found by halving.
 * Immutable.
 */
@SuppressWarnings("EnumOrdinal") // in memory alone: nothing of it is kept
public final class BusyTimes {

  private static final CalendarEntry.Kind[] KINDS = CalendarEntry.Kind.values();
  private static final Status[] STATUSES = Status.values();

  /** No rule has made a status of the entry. */
  private static final int NO_STATUS = 15;

  /** What counts among entries at the same time: the larger absence, the longer end. */
  private static final List<Status> STRONGEST_FIRST =
      List.of(
          Status.ON_HOLIDAY,
          Status.TRAVELLING,
          Status.OFF_DUTY,
          Status.AWAY,
          Status.BUSY,
          Status.AVAILABLE);

  static final Comparator<CalendarEntry> STRENGTH =
      Comparator.<CalendarEntry>comparingInt(entry -> -STRONGEST_FIRST.indexOf(entry.meaning()))
          .thenComparing(CalendarEntry::end);

  private final CalendarId calendar;
  private final Instant readAt;
  private final Instant freshUntil;
  private final long[] starts;
  private final long[] ends;

  /** The latest end of this entry and all before it, so that looking back has an end. */
  private final long[] latestEnds;

  private final byte[] kinds;

  private BusyTimes(CalendarId calendar, CalendarEntries from) {
    this.calendar = Objects.requireNonNull(calendar, "calendar");
    readAt = from.readAt();
    freshUntil = from.freshUntil();
    int size = from.entries().size();
    starts = new long[size];
    ends = new long[size];
    latestEnds = new long[size];
    kinds = new byte[size];
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      CalendarEntry entry = from.entries().get(i);
      starts[i] = entry.start().getEpochSecond();
      ends[i] = Math.max(starts[i] + 1, entry.end().getEpochSecond());
      latest = Math.max(latest, ends[i]);
      latestEnds[i] = latest;
      kinds[i] =
          (byte)
              ((entry.kind().ordinal() << 4)
                  | entry.status().map(Status::ordinal).orElse(NO_STATUS));
    }
  }

  /** Answers what that calendar says. */
  public static BusyTimes of(CalendarId calendar, CalendarEntries entries) {
    return new BusyTimes(calendar, entries);
  }

  /** Answers which calendar it is. */
  public CalendarId calendar() {
    return calendar;
  }

  /** Answers when it was read. */
  public Instant readAt() {
    return readAt;
  }

  /** Answers until when it counts. */
  public Instant freshUntil() {
    return freshUntil;
  }

  /** Answers how many entries there are. */
  public int size() {
    return starts.length;
  }

  /** Answers the entries, to the second. */
  public CalendarEntries entries() {
    List<CalendarEntry> entries = new ArrayList<>(starts.length);
    for (int i = 0; i < starts.length; i++) {
      entries.add(entry(i));
    }
    return new CalendarEntries(entries, readAt, freshUntil);
  }

  boolean isFresh(Instant now) {
    return now.isBefore(freshUntil);
  }

  /** Answers the entry that counts at that instant, if there is one. */
  Optional<CalendarEntry> at(Instant now) {
    CalendarEntry strongest = null;
    for (int i = lastBegun(now); i >= 0 && latestEnds[i] > now.getEpochSecond(); i--) {
      if (ends[i] > now.getEpochSecond()) {
        CalendarEntry entry = entry(i);
        strongest = strongest == null || STRENGTH.compare(entry, strongest) > 0 ? entry : strongest;
      }
    }
    return Optional.ofNullable(strongest);
  }

  /** Answers when it says something else next, or becomes stale. */
  Optional<Instant> nextChange(Instant now) {
    if (!isFresh(now)) {
      return Optional.empty();
    }
    int begun = lastBegun(now);
    long next = begun + 1 < starts.length ? starts[begun + 1] : Long.MAX_VALUE;
    for (int i = begun; i >= 0 && latestEnds[i] > now.getEpochSecond(); i--) {
      next = ends[i] > now.getEpochSecond() ? Math.min(next, ends[i]) : next;
    }
    return next == Long.MAX_VALUE || !Instant.ofEpochSecond(next).isBefore(freshUntil)
        ? Optional.of(freshUntil)
        : Optional.of(Instant.ofEpochSecond(next));
  }

  /** Answers until when the calendar goes on saying the same, over entries that touch. */
  Instant lasts(CalendarEntry entry) {
    Instant end = entry.end();
    for (int i = 0; i <= starts.length; i++) {
      @Nullable CalendarEntry following =
          at(end).filter(next -> next.meaning() == entry.meaning()).orElse(null);
      if (following == null) {
        break;
      }
      end = following.end();
    }
    return end;
  }

  /** Answers when the first entry ended or ends, if there are any. */
  Optional<Instant> firstEnd() {
    return Arrays.stream(ends).mapToObj(Instant::ofEpochSecond).min(Comparator.naturalOrder());
  }

  /** Answers the last entry that has begun by then, or -1. */
  private int lastBegun(Instant now) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= now.getEpochSecond()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private CalendarEntry entry(int i) {
    int status = kinds[i] & 15;
    return new CalendarEntry(
        Instant.ofEpochSecond(starts[i]),
        Instant.ofEpochSecond(ends[i]),
        KINDS[kinds[i] >> 4],
        status == NO_STATUS ? Optional.empty() : Optional.of(STATUSES[status]));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BusyTimes that
        && calendar.equals(that.calendar)
        && readAt.equals(that.readAt)
        && freshUntil.equals(that.freshUntil)
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(ends, that.ends)
        && Arrays.equals(kinds, that.kinds);
  }

  @Override
  public int hashCode() {
    return Objects.hash(calendar, readAt, freshUntil, Arrays.hashCode(starts));
  }

  /** Says which calendar, and nothing of what stands in it. */
  @Override
  public String toString() {
    return "BusyTimes[" + calendar + ", " + starts.length + " entries]";
  }
}
