package org.visavis.presence.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.CalendarRule;
import org.visavis.presence.Status;

/**
 * Takes a file apart into components (RFC 5545, sections 3.1 and 3.4), keeping only what is looked
 * at. The one place that sees titles and people: a title is held against the rules, an invited
 * person against the owner, and both are forgotten. One reading; not thread-safe.
 */
final class CalendarFile {

  /** What is kept of the file. Everything else is dropped line by line. */
  private static final Set<String> KEPT =
      Set.of(
          "BUSYTYPE",
          "DTEND",
          "DTSTART",
          "DURATION",
          "EXDATE",
          "FREEBUSY",
          "METHOD",
          "PRIORITY",
          "RDATE",
          "RECURRENCE-ID",
          "RRULE",
          "SEQUENCE",
          "STATUS",
          "TRANSP",
          "TZID",
          "TZOFFSETFROM",
          "TZOFFSETTO",
          "UID",
          "VERSION",
          "X-LIC-LOCATION",
          "X-MICROSOFT-CDO-BUSYSTATUS");

  private static final Set<String> COMPONENTS =
      Set.of(
          "VCALENDAR",
          "VEVENT",
          "VFREEBUSY",
          "VTIMEZONE",
          "STANDARD",
          "DAYLIGHT",
          "VAVAILABILITY",
          "AVAILABLE");

  /** Alarms lie in events in calendars: three. */
  private static final int DEEPEST = 8;

  /** Longer lines hold pictures and texts; they are cut while they are put together. */
  private static final int LONGEST_LINE = 20_000;

  private static final int LONGEST_TITLE = 1_000;

  private final List<CalendarRule> rules;

  /** Grows by the address that a calendar has for a name, as those of Google have. */
  private CalendarOwner owner;

  private final Problems problems;
  private final Deque<Component> open = new ArrayDeque<>();
  private final Component file = new Component("", 1);

  CalendarFile(CalendarOwner owner, List<CalendarRule> rules, Problems problems) {
    this.owner = owner;
    this.rules = rules;
    this.problems = problems;
  }

  /** Answers a component that holds the calendars of the file; it is read to its end. */
  Component read(InputStream in) throws RefusedCalendarException {
    String text = text(in);
    int from = text.startsWith("\ufeff") ? 1 : 0;
    int number = 1;
    StringBuilder unfolded = new StringBuilder();
    int begunAt = 1;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      int last = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
      boolean continued =
          from < last && number > 1 && (text.charAt(from) == ' ' || text.charAt(from) == '\t');
      if (!continued) {
        take(begunAt, unfolded);
        unfolded.setLength(0);
        begunAt = number;
      }
      int room = LONGEST_LINE + 1 - unfolded.length();
      int start = continued ? from + 1 : from;
      unfolded.append(text, start, Math.min(last, start + Math.max(room, 0)));
      from = end + 1;
      number++;
    }
    take(begunAt, unfolded);
    if (!open.isEmpty()) {
      throw new RefusedCalendarException(CalendarRefusal.INCOMPLETE, number - 1);
    }
    if (file.parts("VCALENDAR").findAny().isEmpty()) {
      throw new RefusedCalendarException(CalendarRefusal.NOT_A_CALENDAR, 1);
    }
    return file;
  }

  private static String text(InputStream in) throws RefusedCalendarException {
    try {
      byte[] bytes = in.readNBytes(CalendarReader.MAX_BYTES + 1);
      if (bytes.length > CalendarReader.MAX_BYTES) {
        throw new RefusedCalendarException(CalendarRefusal.TOO_LARGE, 1);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RefusedCalendarException(CalendarRefusal.UNREADABLE, 1);
    }
  }

  private void take(int number, CharSequence unfolded) throws RefusedCalendarException {
    boolean cut = unfolded.length() > LONGEST_LINE;
    String text = unfolded.toString();
    if (text.isBlank()) {
      return;
    }
    ContentLine line = ContentLine.parse(number, text);
    if (line == null) {
      if (open.isEmpty()) {
        throw new RefusedCalendarException(CalendarRefusal.NOT_A_CALENDAR, number);
      }
      problems.add(CalendarProblem.Reason.BROKEN_LINE, number);
    } else if (line.name().equals("BEGIN")) {
      begin(line);
    } else if (line.name().equals("END")) {
      end(line);
    } else if (open.isEmpty()) {
      throw new RefusedCalendarException(CalendarRefusal.NOT_A_CALENDAR, number);
    } else if (COMPONENTS.contains(open.element().name())) {
      keep(line, cut);
    }
  }

  private void begin(ContentLine line) throws RefusedCalendarException {
    if (open.isEmpty() && !line.word().equals("VCALENDAR")) {
      throw new RefusedCalendarException(CalendarRefusal.NOT_A_CALENDAR, line.number());
    }
    if (open.size() == DEEPEST) {
      throw new RefusedCalendarException(CalendarRefusal.TOO_DEEP, line.number());
    }
    open.push(new Component(line.word(), line.number()));
  }

  private void end(ContentLine line) throws RefusedCalendarException {
    if (open.isEmpty() || !open.element().name().equals(line.word())) {
      throw new RefusedCalendarException(CalendarRefusal.INCOMPLETE, line.number());
    }
    Component closed = open.pop();
    if (COMPONENTS.contains(closed.name())) {
      (open.isEmpty() ? file : open.element()).add(closed);
    }
  }

  private void keep(ContentLine line, boolean cut) throws RefusedCalendarException {
    Component component = open.element();
    if (line.name().equals("SUMMARY")) {
      component.means(statusOf(line.value()));
    } else if (line.name().equals("X-WR-CALNAME") && line.value().contains("@")) {
      owner = owner.withAddress(line.value());
    } else if (line.name().equals("ATTENDEE")) {
      if (owner.is(line.value()) || owner.is(line.parameter("EMAIL"))) {
        component.answers(line.parameter("PARTSTAT"));
      }
    } else if (KEPT.contains(line.name())) {
      if (cut) {
        problems.add(CalendarProblem.Reason.BROKEN_LINE, line.number());
        component.breakOff();
      }
      if (line.name().equals("VERSION") && line.word().equals("1.0")) {
        throw new RefusedCalendarException(CalendarRefusal.OLD_VERSION, line.number());
      }
      component.add(line);
    }
  }

  private @Nullable Status statusOf(String value) {
    String title = value.length() > LONGEST_TITLE ? value.substring(0, LONGEST_TITLE) : value;
    String plain =
        title.replace("\\n", " ").replace("\\N", " ").replace("\\,", ",").replace("\\;", ";");
    for (CalendarRule rule : rules) {
      if (rule.matches(plain)) {
        return rule.status();
      }
    }
    return null;
  }
}
