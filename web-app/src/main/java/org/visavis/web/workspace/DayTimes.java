package org.visavis.web.workspace;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.visavis.presence.WorkingHours.Times;

/**
 * The times of one day as people type them: {@code 8-12:30 13.00–17}. The room between two of them
 * is a break; one that ends on the next day comes last.
 */
final class DayTimes {

  private static final String TIME = "(\\d{1,2})(?:[:.](\\d{2}))?";
  private static final Pattern SPAN = Pattern.compile(TIME + "\\s*[-–—]\\s*" + TIME);
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;/+]*");

  private DayTimes() {}

  /** Answers the times in their order; nothing where it is something else. */
  static Optional<List<Times>> read(String typed) {
    List<Times> times = new ArrayList<>();
    Matcher spans = SPAN.matcher(typed);
    int end = 0;
    while (spans.find()) {
      Optional<LocalTime> from = time(spans.group(1), spans.group(2));
      Optional<LocalTime> until = time(spans.group(3), spans.group(4));
      if (from.isEmpty() || until.isEmpty() || !isBetween(typed.substring(end, spans.start()))) {
        return Optional.empty();
      }
      times.add(new Times(from.get(), until.get()));
      end = spans.end();
    }
    times.sort(Comparator.comparing(Times::start));
    return isBetween(typed.substring(end)) ? Optional.of(times) : Optional.empty();
  }

  /** Answers whether two of them take place at once. */
  static boolean overlap(List<Times> times) {
    for (int i = 1; i < times.size(); i++) {
      Times before = times.get(i - 1);
      boolean runsOn = !before.end().isAfter(before.start());
      if (runsOn || times.get(i).start().isBefore(before.end())) {
        return true;
      }
    }
    return false;
  }

  /** Answers the times as they are read. */
  static String text(List<Times> times) {
    return times.stream()
        .map(each -> each.start() + "–" + each.end())
        .collect(Collectors.joining(" "));
  }

  private static boolean isBetween(String text) {
    return BETWEEN.matcher(text).matches();
  }

  /** The end of a day is its 24:00, which is the 00:00 of the next. */
  private static Optional<LocalTime> time(
      String hour, @org.jspecify.annotations.Nullable String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    if (hours == 24 && minutes == 0) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    return hours > 23 || minutes > 59
        ? Optional.empty()
        : Optional.of(LocalTime.of(hours, minutes));
  }
}
