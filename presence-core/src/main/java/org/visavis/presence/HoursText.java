package org.visavis.presence;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.visavis.presence.WorkingHours.Span;
import org.visavis.presence.WorkingHours.Times;

/**
 * The written form of working hours, as {@link WorkingHours#parse} describes it. One reading; not
 * thread-safe.
 */
final class HoursText {

  private static final int MAX_LENGTH = 2_000;
  private static final Pattern WEEK = Pattern.compile("(?i)week([1-9][0-9]?)");
  private static final Pattern ROTATION =
      Pattern.compile("(?i)([1-9][0-9]?)\\s+weeks\\s+from\\s+(\\S+)");
  private static final Pattern DATES = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:/(\\S+))?");

  private final List<Span> spans = new ArrayList<>();
  private final SortedMap<LocalDate, List<Times>> exceptions = new TreeMap<>();
  private @Nullable WeekCycle rotation;
  private boolean oddAndEven;

  HoursText() {}

  WorkingHours parse(ZoneId zone, String text) {
    checkLength(text);
    for (String part : text.split("[,;\\n]", -1)) {
      if (!part.isBlank()) {
        parsePart(part.strip());
      }
    }
    if (oddAndEven && rotation != null) {
      throw new IllegalArgumentException(
          "Weeks are either odd and even or those of a rotation, not both");
    }
    WeekCycle cycle = oddAndEven ? WeekCycle.oddAndEven() : WeekCycle.everyWeek();
    return new WorkingHours(zone, spans, Objects.requireNonNullElse(rotation, cycle), exceptions);
  }

  static void checkLength(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "Working hours have at most " + MAX_LENGTH + " characters");
    }
  }

  private void parsePart(String part) {
    Matcher rotations = ROTATION.matcher(part);
    if (rotations.matches()) {
      rotation =
          WeekCycle.rotation(Integer.parseInt(rotations.group(1)), date(rotations.group(2), part));
      return;
    }
    List<String> words = List.of(part.split("\\s+", -1));
    Matcher dates = DATES.matcher(words.get(0));
    if (dates.matches()) {
      parseException(dates, words.subList(1, words.size()), part);
      return;
    }
    int week = week(words.get(0));
    parseDays(week, week == 0 ? words : words.subList(1, words.size()), part);
  }

  private int week(String word) {
    boolean odd = word.equalsIgnoreCase("odd");
    if (odd || word.equalsIgnoreCase("even")) {
      oddAndEven = true;
      return odd ? 1 : 2;
    }
    Matcher week = WEEK.matcher(word);
    return week.matches() ? Integer.parseInt(week.group(1)) : 0;
  }

  private void parseDays(int week, List<String> words, String part) {
    if (words.size() < 2) {
      throw invalid(part);
    }
    String[] days = words.get(0).split("-", -1);
    DayOfWeek day = day(days[0], part);
    DayOfWeek last = day(days[days.length - 1], part);
    if (days.length > 2) {
      throw invalid(part);
    }
    List<Times> times = times(words.subList(1, words.size()), part);
    while (true) {
      for (Times each : times) {
        spans.add(new Span(week, day, each.start(), each.end()));
      }
      if (day == last) {
        return;
      }
      day = day.plus(1);
    }
  }

  private void parseException(Matcher dates, List<String> words, String part) {
    LocalDate first = date(dates.group(1), part);
    LocalDate last = dates.group(2) == null ? first : date(dates.group(2), part);
    boolean closed = words.size() == 1 && words.get(0).equalsIgnoreCase("closed");
    if (words.isEmpty()
        || last.isBefore(first)
        || ChronoUnit.DAYS.between(first, last) >= WorkingHours.MAX_EXCEPTIONS) {
      throw invalid(part);
    }
    List<Times> times = closed ? List.of() : times(words, part);
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      exceptions.put(date, times);
    }
  }

  private static List<Times> times(List<String> words, String part) {
    List<Times> result = new ArrayList<>();
    for (String word : words) {
      String[] times = word.split("[-–]", -1);
      if (times.length != 2) {
        throw invalid(part);
      }
      result.add(new Times(time(times[0], part), time(times[1], part)));
    }
    return result;
  }

  private static DayOfWeek day(String word, String part) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (shortName(day).equalsIgnoreCase(word)) {
        return day;
      }
    }
    throw invalid(part);
  }

  private static LocalTime time(String word, String part) {
    try {
      return word.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(word);
    } catch (DateTimeParseException e) {
      throw invalid(part);
    }
  }

  private static LocalDate date(String word, String part) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeException e) {
      throw invalid(part);
    }
  }

  private static IllegalArgumentException invalid(String part) {
    return new IllegalArgumentException(
        "Working hours are written like \"Mon-Fri 09:00-12:30 13:00-17:00, even Sat 10:00-12:00,"
            + " 2026-12-24 closed\", not \""
            + (part.length() > 60 ? part.substring(0, 60) + "…" : part)
            + "\"");
  }

  static String format(
      List<Span> spans, WeekCycle cycle, SortedMap<LocalDate, List<Times>> exceptions) {
    List<String> parts = new ArrayList<>();
    cycle.anchor().ifPresent(date -> parts.add(cycle.weeks() + " weeks from " + date));
    for (int week = 0; week <= (cycle.weeks() == 1 ? 0 : cycle.weeks()); week++) {
      formatWeek(spans, week, weekName(week, cycle), parts);
    }
    formatExceptions(exceptions, parts);
    return String.join(", ", parts);
  }

  private static String weekName(int week, WeekCycle cycle) {
    if (week == 0) {
      return "";
    }
    return cycle.anchor().isPresent() ? "week" + week + " " : week == 1 ? "odd " : "even ";
  }

  private static void formatWeek(List<Span> spans, int number, String name, List<String> parts) {
    Map<DayOfWeek, String> byDay = new EnumMap<>(DayOfWeek.class);
    for (Span span : spans) {
      if (span.week() == number) {
        byDay.merge(span.day(), span.start() + "-" + span.end(), (a, b) -> a + " " + b);
      }
    }
    DayOfWeek[] week = DayOfWeek.values();
    for (int first = 0; first < week.length; first++) {
      String times = byDay.get(week[first]);
      if (times == null) {
        continue;
      }
      int last = first;
      while (last + 1 < week.length && times.equals(byDay.get(week[last + 1]))) {
        last++;
      }
      String until = last == first ? "" : "-" + shortName(week[last]);
      parts.add(name + shortName(week[first]) + until + " " + times);
      first = last;
    }
  }

  private static void formatExceptions(
      SortedMap<LocalDate, List<Times>> exceptions, List<String> parts) {
    List<LocalDate> dates = List.copyOf(exceptions.keySet());
    for (int first = 0; first < dates.size(); first++) {
      List<Times> times = exceptions.get(dates.get(first));
      int last = first;
      while (last + 1 < dates.size()
          && dates.get(last + 1).equals(dates.get(last).plusDays(1))
          && Objects.equals(exceptions.get(dates.get(last + 1)), times)) {
        last++;
      }
      StringBuilder part = new StringBuilder(dates.get(first).toString());
      part.append(last == first ? "" : "/" + dates.get(last));
      if (times == null || times.isEmpty()) {
        part.append(" closed");
      } else {
        times.forEach(each -> part.append(' ').append(each.start()).append('-').append(each.end()));
      }
      parts.add(part.toString());
      first = last;
    }
  }

  private static String shortName(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }
}
