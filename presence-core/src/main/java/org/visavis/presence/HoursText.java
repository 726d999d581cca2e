package org.visavis.presence;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.visavis.presence.WorkingHours.Span;

/** The written form of working hours: {@code Mon-Thu 08:30-12:30 13:00-17:00, Fri 22:00-06:00}. */
final class HoursText {

  private static final int MAX_LENGTH = 2_000;

  private HoursText() {}

  static List<Span> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "Working hours have at most " + MAX_LENGTH + " characters");
    }
    List<Span> spans = new ArrayList<>();
    for (String part : text.split("[,;\\n]", -1)) {
      if (!part.isBlank()) {
        parsePart(part.strip(), spans);
      }
    }
    return spans;
  }

  private static void parsePart(String part, List<Span> spans) {
    String[] words = part.split("\\s+", -1);
    if (words.length < 2) {
      throw invalid(part);
    }
    String[] days = words[0].split("-", -1);
    DayOfWeek day = day(days[0], part);
    DayOfWeek last = day(days[days.length - 1], part);
    if (days.length > 2) {
      throw invalid(part);
    }
    while (true) {
      for (int i = 1; i < words.length; i++) {
        String[] times = words[i].split("[-–]", -1);
        if (times.length != 2) {
          throw invalid(part);
        }
        spans.add(new Span(day, time(times[0], part), time(times[1], part)));
      }
      if (day == last) {
        return;
      }
      day = day.plus(1);
    }
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

  private static IllegalArgumentException invalid(String part) {
    return new IllegalArgumentException(
        "Working hours are written like \"Mon-Fri 09:00-12:30 13:00-17:00, Sat 10:00-12:00\", not \""
            + (part.length() > 60 ? part.substring(0, 60) + "…" : part)
            + "\"");
  }

  static String format(List<Span> spans) {
    Map<DayOfWeek, String> byDay = new EnumMap<>(DayOfWeek.class);
    spans.forEach(span -> byDay.merge(span.day(), times(span), (a, b) -> a + " " + b));
    StringBuilder text = new StringBuilder();
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
      text.append(text.length() == 0 ? "" : ", ").append(shortName(week[first]));
      text.append(last == first ? "" : "-" + shortName(week[last])).append(' ').append(times);
      first = last;
    }
    return text.toString();
  }

  private static String times(Span span) {
    return span.start() + "-" + span.end();
  }

  private static String shortName(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }
}
