package org.visavis.presence.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.visavis.presence.CalendarEntry.Kind;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.Status;
import org.visavis.presence.calendar.Occurrences.Occurrence;

/**
 * The events of one UID: a series, and the parts that override single times of it or all from one
 * on (RFC 5545, section 3.8.4.4). Not thread-safe.
 */
final class Series {

  private final CalendarZones zones;
  private final Problems problems;
  private final Budget budget;
  private final BusySink sink;

  /** The series itself; several where a producer gives unlike events one UID. */
  private final List<Component> masters = new ArrayList<>();

  private final Map<String, Component> overrides = new HashMap<>();

  Series(CalendarZones zones, Problems problems, Budget budget, BusySink sink) {
    this.zones = zones;
    this.problems = problems;
    this.budget = budget;
    this.sink = sink;
  }

  void add(Component event) {
    Optional<ContentLine> id = event.first("RECURRENCE-ID");
    if (id.isPresent()) {
      overrides.merge(id.get().value().strip(), event, Series::newer);
      return;
    }
    int newest = masters.isEmpty() ? 0 : masters.get(0).number("SEQUENCE");
    int sequence = event.number("SEQUENCE");
    if (sequence > newest) {
      masters.clear();
    }
    if (masters.isEmpty() || sequence >= newest) {
      masters.add(event);
    }
  }

  private static Component newer(Component one, Component other) {
    return other.number("SEQUENCE") >= one.number("SEQUENCE") ? other : one;
  }

  /** Says all times between the two instants to the sink. */
  void expand(Instant from, Instant to) throws RefusedCalendarException {
    Set<Instant> overridden = new HashSet<>();
    Set<LocalDate> overriddenDays = new HashSet<>();
    NavigableMap<Instant, Component> onwards = new TreeMap<>();
    for (Component override : overrides.values()) {
      try {
        Moment original = recurrenceId(override);
        if (isOnwards(override)) {
          onwards.put(original.instant(), override);
        } else {
          overridden.add(original.instant());
          if (original.isDate()) {
            overriddenDays.add(original.local().toLocalDate());
          }
          say(override, new Occurrences(override, zones, problems, budget).first(), from, to);
        }
      } catch (BrokenPartException e) {
        problems.add(e.reason(), override.line());
      }
    }
    for (Component master : masters) {
      try {
        expand(master, from, to, overridden, overriddenDays, onwards);
      } catch (BrokenPartException e) {
        problems.add(e.reason(), master.line());
      }
    }
    if (masters.isEmpty()) {
      sayAlone(onwards, from, to);
    }
  }

  private void expand(
      Component master,
      Instant from,
      Instant to,
      Set<Instant> overridden,
      Set<LocalDate> overriddenDays,
      NavigableMap<Instant, Component> onwards)
      throws BrokenPartException, RefusedCalendarException {
    if (onwards.isEmpty() && meaning(master).isEmpty()) {
      return;
    }
    Occurrences occurrences = new Occurrences(master, zones, problems, budget);
    // A change from one time on may bring the series nearer; a year covers what people do.
    Duration slack = onwards.isEmpty() ? Duration.ZERO : Duration.ofDays(366);
    for (Occurrence one : occurrences.between(from.minus(slack), to.plus(slack))) {
      Moment original = one.original();
      if (overridden.contains(original.instant())
          || overriddenDays.contains(original.local().toLocalDate())) {
        continue;
      }
      Map.Entry<Instant, Component> change = onwards.floorEntry(original.instant());
      if (change == null) {
        say(master, one, from, to);
      } else {
        say(change.getValue(), moved(change.getValue(), original), from, to);
      }
    }
  }

  private Occurrence moved(Component change, Moment original) throws BrokenPartException {
    Occurrences occurrences = new Occurrences(change, zones, problems, budget);
    Moment begin = occurrences.start();
    LocalDateTime first = recurrenceId(change).local();
    Duration by = Duration.between(first, begin.local());
    return occurrences.at(original, begin.at(original.local().plus(by)));
  }

  private void sayAlone(NavigableMap<Instant, Component> events, Instant from, Instant to) {
    for (Component event : events.values()) {
      try {
        say(event, new Occurrences(event, zones, problems, budget).first(), from, to);
      } catch (BrokenPartException e) {
        problems.add(e.reason(), event.line());
      }
    }
  }

  private Moment recurrenceId(Component override) throws BrokenPartException {
    ContentLine line =
        override
            .first("RECURRENCE-ID")
            .orElseThrow(() -> new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE));
    return Moment.parse(line, line.value(), zones);
  }

  private static boolean isOnwards(Component override) {
    return override
        .first("RECURRENCE-ID")
        .filter(line -> line.parameter("RANGE").equalsIgnoreCase("THISANDFUTURE"))
        .isPresent();
  }

  private void say(Component event, Occurrence one, Instant from, Instant to) {
    if (one.start().isBefore(to) && one.end().isAfter(from)) {
      meaning(event).ifPresent(kind -> sink.add(one.start(), one.end(), kind, event.status()));
    }
  }

  /** Answers what an event says about its time; nothing when it says free, or is not to be. */
  private static Optional<Kind> meaning(Component event) {
    if (event.word("STATUS").equals("CANCELLED") || event.isDeclined()) {
      return Optional.empty();
    }
    Optional<Kind> kind = plainMeaning(event);
    // "Holiday" as a whole day is free by default in most calendars, and meant all the same.
    Optional<Status> ruled = event.status();
    return kind.isEmpty() && ruled.isPresent() ? Optional.of(Kind.BUSY) : kind;
  }

  private static Optional<Kind> plainMeaning(Component event) {
    return switch (event.word("X-MICROSOFT-CDO-BUSYSTATUS")) {
      case "FREE", "WORKINGELSEWHERE" -> Optional.empty();
      case "TENTATIVE" -> Optional.of(Kind.TENTATIVE);
      case "OOF" -> Optional.of(Kind.OUT_OF_OFFICE);
      default -> byTheStandard(event);
    };
  }

  private static Optional<Kind> byTheStandard(Component event) {
    if (event.word("TRANSP").startsWith("TRANSPARENT")) {
      return Optional.empty();
    }
    boolean perhaps = event.word("STATUS").equals("TENTATIVE") || event.isPerhaps();
    return Optional.of(perhaps ? Kind.TENTATIVE : Kind.BUSY);
  }
}
