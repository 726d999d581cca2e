package org.visavis.presence.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;

/**
 * The times at which a person is occupied, as far as everybody may know them: busy, or not working.
 * Not why: a meeting, a holiday and a tentative event are alike. Written as VFREEBUSY (RFC 5545,
 * section 3.6.4). Immutable.
 *
 * @param person whose times these are, such as {@code mailto:anna.kern@company.example}
 * @param from the first instant that is told about
 * @param to the end, exclusive; at most {@link #LONGEST} later
 * @param busy when the person is busy; in order, apart from each other
 * @param offDuty when the person does not work; in order, apart from each other
 */
public record PublicFreeBusy(
    URI person, Instant from, Instant to, List<Period> busy, List<Period> offDuty) {

  /** The media type of the text. */
  public static final String MEDIA_TYPE = "text/calendar";

  /** How much is told about at most. */
  public static final Duration LONGEST = Duration.ofDays(62);

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * A time.
   *
   * @param start its first instant
   * @param end its end, exclusive
   */
  public record Period(Instant start, Instant end) {

    /**
     * @throws IllegalArgumentException when it does not end after its start
     */
    public Period {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException("A time ends after its start");
      }
    }
  }

  /**
   * Copies what comes in.
   *
   * @throws IllegalArgumentException when the times are none, or more than {@link #LONGEST}
   */
  public PublicFreeBusy {
    Objects.requireNonNull(person, "person");
    busy = List.copyOf(busy);
    offDuty = List.copyOf(offDuty);
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Busy times are told for up to " + LONGEST.toDays() + " days");
    }
  }

  /**
   * Works out the times of somebody who is shown.
   *
   * @param shown the decision for the public
   * @param hours when the person works
   * @param entries what the calendars say, and absences as entries; those during which the person
   *     is available are not busy
   * @return empty for a hidden person, who is as one that does not exist
   * @throws IllegalArgumentException when the times are none, or more than {@link #LONGEST}
   */
  public static Optional<PublicFreeBusy> of(
      URI person,
      Reachability shown,
      WorkingHours hours,
      Collection<CalendarEntry> entries,
      Instant from,
      Instant to) {
    PublicFreeBusy none = new PublicFreeBusy(person, from, to, List.of(), List.of());
    if (!shown.shown()) {
      return Optional.empty();
    }
    List<Period> busy = new ArrayList<>();
    for (CalendarEntry entry : entries) {
      if (entry.meaning() != Status.AVAILABLE && entry.meaning() != Status.OFF_DUTY) {
        none.clip(entry.start(), entry.end()).ifPresent(busy::add);
      }
    }
    List<Period> offDuty = none.outside(hours);
    for (CalendarEntry entry : entries) {
      if (entry.meaning() == Status.OFF_DUTY) {
        none.clip(entry.start(), entry.end()).ifPresent(offDuty::add);
      }
    }
    return Optional.of(new PublicFreeBusy(person, from, to, joined(busy), joined(offDuty)));
  }

  private Optional<Period> clip(Instant start, Instant end) {
    Instant first = start.isBefore(from) ? from : start;
    Instant last = end.isAfter(to) ? to : end;
    return first.isBefore(last) ? Optional.of(new Period(first, last)) : Optional.empty();
  }

  private List<Period> outside(WorkingHours hours) {
    List<Period> found = new ArrayList<>();
    if (hours.spans().isEmpty()) {
      return found;
    }
    Instant start = from;
    while (start.isBefore(to)) {
      Instant end = hours.nextBoundary(start).orElse(to);
      if (!hours.contains(start)) {
        clip(start, end).ifPresent(found::add);
      }
      start = end;
    }
    return found;
  }

  private static List<Period> joined(List<Period> periods) {
    List<Period> sorted = periods.stream().sorted(Comparator.comparing(Period::start)).toList();
    List<Period> result = new ArrayList<>();
    for (Period next : sorted) {
      int last = result.size() - 1;
      if (last < 0 || next.start().isAfter(result.get(last).end())) {
        result.add(next);
      } else if (next.end().isAfter(result.get(last).end())) {
        result.set(last, new Period(result.get(last).start(), next.end()));
      }
    }
    return result;
  }

  /**
   * Writes the times as an iCalendar file.
   *
   * @param now when it is written
   */
  public String text(Instant now) {
    StringBuilder text = new StringBuilder();
    line(text, "BEGIN:VCALENDAR");
    line(text, "VERSION:2.0");
    line(text, "PRODID:-//Visavis//Presence//EN");
    line(text, "METHOD:PUBLISH");
    line(text, "BEGIN:VFREEBUSY");
    line(text, "UID:" + UTC.format(from) + "-" + escaped(person.toASCIIString()));
    line(text, "DTSTAMP:" + UTC.format(now));
    line(text, "ORGANIZER:" + person.toASCIIString());
    line(text, "DTSTART:" + UTC.format(from));
    line(text, "DTEND:" + UTC.format(to));
    lines(text, "BUSY", busy);
    lines(text, "BUSY-UNAVAILABLE", offDuty);
    line(text, "END:VFREEBUSY");
    line(text, "END:VCALENDAR");
    return text.toString();
  }

  private static void lines(StringBuilder text, String type, List<Period> periods) {
    for (Period period : periods) {
      String times = UTC.format(period.start()) + "/" + UTC.format(period.end());
      line(text, "FREEBUSY;FBTYPE=" + type + ":" + times);
    }
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
  }

  /** Ends lines with CR LF, and goes on in the next after 75 bytes (RFC 5545, section 3.1). */
  private static void line(StringBuilder text, String line) {
    String rest = line;
    while (rest.getBytes(StandardCharsets.UTF_8).length > 75) {
      // What is written here is ASCII, so a character is a byte.
      text.append(rest, 0, 75).append("\r\n");
      rest = " " + rest.substring(75);
    }
    text.append(rest).append("\r\n");
  }
}
