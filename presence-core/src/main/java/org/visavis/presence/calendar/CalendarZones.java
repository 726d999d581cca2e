package org.visavis.presence.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.visavis.presence.CalendarProblem;

/**
 * What the names of zones in a calendar mean. In this order: a name of the tz database; one of
 * Windows, by the table of the Unicode consortium; the end of a longer name such as {@code
 * /citadel.org/20260101_1/Europe/Berlin}; the description in the file itself; else the zone of the
 * employee. Nothing is registered with the platform. Not thread-safe.
 */
final class CalendarZones {

  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d\\d)(\\d\\d)(\\d\\d)?");

  /** Descriptions are worked out for the years in which events lie that still matter. */
  private static final int FIRST_YEAR = 1970;

  private static final int MOST_CHANGES = 400;

  private final ZoneRules home;
  private final LocalDateTime end;
  private final Problems problems;
  private final Budget budget;
  private final Map<String, ZoneRules> known = new HashMap<>();
  private final Map<String, Component> described = new HashMap<>();

  /**
   * @param home where the employee is
   * @param end until when changes of clocks are of interest
   */
  CalendarZones(ZoneId home, Instant end, Problems problems, Budget budget) {
    this.home = home.getRules();
    this.end = LocalDateTime.ofInstant(end, ZoneOffset.UTC).plusDays(2);
    this.problems = problems;
    this.budget = budget;
  }

  ZoneRules home() {
    return home;
  }

  /** Remembers the descriptions of a calendar, each worked out when it is first asked for. */
  void describe(Component calendar) {
    calendar
        .parts("VTIMEZONE")
        .forEach(
            zone ->
                zone.first("TZID")
                    .ifPresent(id -> described.putIfAbsent(id.value().strip(), zone)));
  }

  ZoneRules rules(String name, int line) {
    ZoneRules rules = known.get(name);
    if (rules == null) {
      rules = named(name).or(() -> fromDescription(name)).orElse(null);
      if (rules == null) {
        problems.add(CalendarProblem.Reason.UNKNOWN_ZONE, line);
        rules = home;
      }
      known.put(name, rules);
    }
    return rules;
  }

  private static Optional<ZoneRules> named(String name) {
    Optional<ZoneId> found = ofTheDatabase(name).or(() -> WindowsZones.find(name));
    int slash = name.lastIndexOf('/');
    while (found.isEmpty() && slash > 0) {
      slash = name.lastIndexOf('/', slash - 1);
      found = ofTheDatabase(name.substring(slash + 1));
    }
    return found.map(ZoneId::getRules);
  }

  private static Optional<ZoneId> ofTheDatabase(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<ZoneRules> fromDescription(String name) {
    Component zone = described.get(name);
    if (zone == null) {
      return Optional.empty();
    }
    Optional<ZoneRules> placed =
        zone.first("X-LIC-LOCATION")
            .flatMap(place -> ofTheDatabase(place.value().strip()))
            .map(ZoneId::getRules);
    try {
      return placed.isPresent() ? placed : Optional.of(workOut(zone));
    } catch (BrokenPartException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private record Change(Instant at, ZoneOffset from, ZoneOffset to) {}

  private ZoneRules workOut(Component zone) throws BrokenPartException {
    List<Change> changes = new ArrayList<>();
    for (String kind : List.of("STANDARD", "DAYLIGHT")) {
      for (Component part : zone.parts(kind).toList()) {
        addChanges(part, changes);
      }
    }
    if (changes.isEmpty()) {
      throw new BrokenPartException(CalendarProblem.Reason.UNKNOWN_ZONE);
    }
    changes.sort(Comparator.comparing(Change::at));
    ZoneOffset first = changes.get(0).from();
    ZoneOffset current = first;
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    for (Change change : changes) {
      if (!change.to().equals(current)) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(change.at().getEpochSecond(), 0, current);
        transitions.add(ZoneOffsetTransition.of(local, current, change.to()));
        current = change.to();
      }
    }
    return ZoneRules.of(first, first, List.of(), transitions, List.of());
  }

  /**
   * Reads one observance (RFC 5545, section 3.6.5): its times are on the clock before the change.
   */
  private void addChanges(Component part, List<Change> changes) throws BrokenPartException {
    ZoneOffset from = offset(part, "TZOFFSETFROM");
    ZoneOffset to = offset(part, "TZOFFSETTO");
    ContentLine line = require(part, "DTSTART");
    LocalDateTime start = Moment.parse(line.value().strip(), from.getRules(), home).local();
    List<LocalDateTime> found = new ArrayList<>(List.of(start));
    Optional<ContentLine> rule = part.first("RRULE");
    if (rule.isPresent()) {
      LocalDateTime since = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0);
      Repetition repetition = Repetition.parse(rule.get().value(), from.getRules());
      if (!budget.spend(repetition.steps(start, since, end))) {
        throw new BrokenPartException(CalendarProblem.Reason.UNKNOWN_ZONE);
      }
      found.addAll(repetition.between(start, false, since, end, MOST_CHANGES));
    }
    for (ContentLine dates : part.all("RDATE").toList()) {
      for (String date : dates.value().split(",", -1)) {
        found.add(Moment.parse(date.strip(), from.getRules(), home).local());
      }
    }
    if (found.size() > MOST_CHANGES) {
      throw new BrokenPartException(CalendarProblem.Reason.UNKNOWN_ZONE);
    }
    found.stream().distinct().forEach(at -> changes.add(new Change(at.toInstant(from), from, to)));
  }

  private static ZoneOffset offset(Component part, String property) throws BrokenPartException {
    Matcher matcher = OFFSET.matcher(require(part, property).value().strip());
    if (!matcher.matches()) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE);
    }
    int sign = matcher.group(1).equals("-") ? -1 : 1;
    int seconds = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
    return ZoneOffset.ofHoursMinutesSeconds(
        sign * Integer.parseInt(matcher.group(2)),
        sign * Integer.parseInt(matcher.group(3)),
        sign * seconds);
  }

  private static ContentLine require(Component part, String property) throws BrokenPartException {
    return part.first(property)
        .orElseThrow(() -> new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE));
  }
}
