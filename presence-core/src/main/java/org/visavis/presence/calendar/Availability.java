package org.visavis.presence.calendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.visavis.presence.CalendarEntry.Kind;
import org.visavis.presence.Status;
import org.visavis.presence.calendar.Occurrences.Occurrence;

/**
 * Reads published availability (RFC 7953): within the range of a component, what is not available
 * is busy; where several reach over the same time, the one of the highest priority alone counts. So
 * a person's working time comes out of a calendar: outside of it he or she is off duty.
 */
final class Availability {

  private final CalendarZones zones;
  private final Problems problems;
  private final Budget budget;
  private final Instant from;
  private final Instant to;

  /** What holds from each instant on; empty is free. Painted over, the most important last. */
  private final TreeMap<Instant, Optional<Kind>> painted = new TreeMap<>();

  Availability(CalendarZones zones, Problems problems, Budget budget, Instant from, Instant to) {
    this.zones = zones;
    this.problems = problems;
    this.budget = budget;
    this.from = from;
    this.to = to;
    painted.put(from, Optional.empty());
    painted.put(to, Optional.empty());
  }

  void read(List<Component> components, BusySink sink) throws RefusedCalendarException {
    for (Component component : components.stream().sorted(leastImportantFirst()).toList()) {
      try {
        read(component);
      } catch (BrokenPartException e) {
        problems.add(e.reason(), component.line());
      }
    }
    Map.Entry<Instant, Optional<Kind>> last = painted.firstEntry();
    for (Map.Entry<Instant, Optional<Kind>> next : painted.entrySet()) {
      if (last.getValue().isPresent()) {
        Kind kind = last.getValue().get();
        sink.add(
            last.getKey(),
            next.getKey(),
            kind,
            kind == Kind.OUT_OF_OFFICE ? Optional.of(Status.OFF_DUTY) : Optional.empty());
      }
      last = next;
    }
  }

  /** One is the most important, nine the least; zero, or none, is below nine (section 3.1). */
  private static Comparator<Component> leastImportantFirst() {
    return Comparator.comparing(
        component -> component.number("PRIORITY") == 0 ? -10 : -component.number("PRIORITY"));
  }

  private void read(Component component) throws BrokenPartException, RefusedCalendarException {
    Instant begin = limit(component, "DTSTART", from);
    Instant end = limit(component, "DTEND", to);
    Optional<ContentLine> duration = component.first("DURATION");
    Optional<ContentLine> start = component.first("DTSTART");
    if (duration.isPresent() && start.isPresent()) {
      end =
          Length.parse(duration.get().value())
              .endOf(Moment.parse(start.get(), start.get().value(), zones));
    }
    begin = begin.isBefore(from) ? from : begin;
    end = end.isAfter(to) ? to : end;
    String type = component.word("BUSYTYPE");
    paint(begin, end, FreeBusy.kind(type.isEmpty() ? "BUSY-UNAVAILABLE" : type));
    for (Component available : component.parts("AVAILABLE").toList()) {
      for (Occurrence one :
          new Occurrences(available, zones, problems, budget).between(begin, end)) {
        paint(
            one.start().isBefore(begin) ? begin : one.start(),
            one.end().isAfter(end) ? end : one.end(),
            Optional.empty());
      }
    }
  }

  private Instant limit(Component component, String property, Instant otherwise)
      throws BrokenPartException {
    Optional<ContentLine> line = component.first(property);
    return line.isPresent()
        ? Moment.parse(line.get(), line.get().value(), zones).instant()
        : otherwise;
  }

  private void paint(Instant begin, Instant end, Optional<Kind> kind) {
    if (!begin.isBefore(end)) {
      return;
    }
    Optional<Kind> after = painted.floorEntry(end).getValue();
    painted.subMap(begin, true, end, false).clear();
    painted.put(begin, kind);
    painted.put(end, after);
  }
}
