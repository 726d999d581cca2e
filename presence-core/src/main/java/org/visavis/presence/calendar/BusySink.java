package org.visavis.presence.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.CalendarEntry.Kind;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.Status;

/**
 * Collects times within a window, those that say the same and touch as one: two meetings in a row
 * are one busy time. Not thread-safe.
 */
final class BusySink {

  private record Meaning(Kind kind, Optional<Status> status) {}

  private final Instant from;
  private final Instant to;
  private final Map<Meaning, List<CalendarEntry>> found = new HashMap<>();

  BusySink(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  void add(Instant start, Instant end, Kind kind, Optional<Status> status) {
    Instant last = end.isAfter(to) ? to : end;
    if (last.isAfter(from) && start.isBefore(last)) {
      found
          .computeIfAbsent(new Meaning(kind, status), any -> new ArrayList<>())
          .add(new CalendarEntry(start, last, kind, status));
    }
  }

  /** Answers the entries, the nearest where there are too many. */
  List<CalendarEntry> entries(Problems problems) {
    List<CalendarEntry> all = new ArrayList<>();
    found.values().forEach(same -> joined(same, all));
    all.sort(Comparator.comparing(CalendarEntry::start));
    if (all.size() > CalendarEntries.MAX_ENTRIES) {
      problems.add(CalendarProblem.Reason.TOO_MANY_TIMES, 1);
      return all.subList(0, CalendarEntries.MAX_ENTRIES);
    }
    return all;
  }

  private static void joined(List<CalendarEntry> same, List<CalendarEntry> all) {
    same.sort(Comparator.comparing(CalendarEntry::start));
    CalendarEntry current = same.get(0);
    for (CalendarEntry next : same) {
      if (next.start().isAfter(current.end())) {
        all.add(current);
        current = next;
      } else if (next.end().isAfter(current.end())) {
        current = new CalendarEntry(current.start(), next.end(), current.kind(), current.status());
      }
    }
    all.add(current);
  }
}
