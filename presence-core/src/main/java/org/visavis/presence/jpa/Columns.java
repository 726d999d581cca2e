package org.visavis.presence.jpa;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.visavis.directory.Channel;
import org.visavis.directory.Label;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.CalendarRule;
import org.visavis.presence.Mode;
import org.visavis.presence.Ramp;
import org.visavis.presence.RuleScope;
import org.visavis.presence.Status;

/**
 * Values of many parts as one column: a line for each rule or text, so that the settings of ten
 * thousand people load with one query.
 */
final class Columns {

  private Columns() {}

  static OffsetDateTime ofInstant(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Writes lines such as {@code public by-load 5 3 PT1M show-busy}, in the order of scopes. */
  static String ofRules(Map<RuleScope, AppearanceRule> rules) {
    return new TreeMap<>(rules)
        .entrySet().stream()
            .map(entry -> entry.getKey().code() + " " + ofRule(entry.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private static String ofRule(AppearanceRule rule) {
    return String.join(
        " ",
        rule.mode().code(),
        Integer.toString(rule.hideAt()),
        Integer.toString(rule.showAgainAt()),
        rule.dwell().toString(),
        rule.atLimit().code());
  }

  static Map<RuleScope, AppearanceRule> parseRules(String column) {
    Map<RuleScope, AppearanceRule> rules = new HashMap<>();
    column
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(
            words ->
                rules.put(
                    RuleScope.from(words[0]),
                    new AppearanceRule(
                        Mode.from(words[1]),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3]),
                        Duration.parse(words[4]),
                        AtLimit.from(words[5]))));
    return rules;
  }

  /** Writes limits such as {@code chat=2 phone=1}. */
  static String ofLimits(Map<Channel, Integer> limits) {
    return new TreeMap<>(limits)
        .entrySet().stream()
            .map(entry -> entry.getKey().code() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
  }

  static Map<Channel, Integer> parseLimits(String column) {
    Map<Channel, Integer> limits = new EnumMap<>(Channel.class);
    for (String word : words(column)) {
      int equals = word.indexOf('=');
      limits.put(
          Channel.from(word.substring(0, equals)), Integer.valueOf(word.substring(equals + 1)));
    }
    return limits;
  }

  /** Writes the steps of a ramp such as {@code 40 60 80}. */
  static String ofRamp(Ramp ramp) {
    return ramp.percents().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  static Ramp parseRamp(String column) {
    return new Ramp(Stream.of(words(column)).map(Integer::valueOf).toList());
  }

  /** Writes lines such as {@code on-holiday Urlaub}. */
  static String ofCalendarRules(List<CalendarRule> rules) {
    return rules.stream()
        .map(rule -> rule.status().code() + " " + escape(rule.contains()))
        .collect(Collectors.joining("\n"));
  }

  static List<CalendarRule> parseCalendarRules(String column) {
    List<CalendarRule> rules = new ArrayList<>();
    for (String line : lines(column)) {
      int space = line.indexOf(' ');
      rules.add(
          new CalendarRule(
              unescape(line.substring(space + 1)), Status.from(line.substring(0, space))));
    }
    return rules;
  }

  /** Writes lines such as {@code unknown-zone 12}: the reason and the line of the file. */
  static String ofLeftOut(List<CalendarProblem> leftOut) {
    return leftOut.stream()
        .map(problem -> problem.reason().code() + " " + problem.line())
        .collect(Collectors.joining("\n"));
  }

  static List<CalendarProblem> parseLeftOut(String column) {
    List<CalendarProblem> leftOut = new ArrayList<>();
    for (String line : lines(column)) {
      int space = line.indexOf(' ');
      leftOut.add(
          new CalendarProblem(
              CalendarProblem.Reason.from(line.substring(0, space)),
              Integer.parseInt(line.substring(space + 1))));
    }
    return leftOut;
  }

  /** Writes lines such as {@code 1764000000 3600 busy}: start, seconds, kind, and the status. */
  static String ofEntries(CalendarEntries calendar) {
    StringBuilder text = new StringBuilder(calendar.entries().size() * 24);
    for (CalendarEntry entry : calendar.entries()) {
      long start = entry.start().getEpochSecond();
      long seconds = Math.max(1, entry.end().getEpochSecond() - start);
      text.append(text.length() == 0 ? "" : "\n").append(start).append(' ').append(seconds);
      text.append(' ').append(entry.kind().code());
      entry.status().ifPresent(status -> text.append(' ').append(status.code()));
    }
    return text.toString();
  }

  static CalendarEntries parseEntries(String column, Instant readAt, Instant freshUntil) {
    List<CalendarEntry> entries = new ArrayList<>();
    for (String line : lines(column)) {
      String[] words = words(line);
      Instant start = Instant.ofEpochSecond(Long.parseLong(words[0]));
      entries.add(
          new CalendarEntry(
              start,
              start.plusSeconds(Long.parseLong(words[1])),
              CalendarEntry.Kind.from(words[2]),
              words.length > 3 ? Optional.of(Status.from(words[3])) : Optional.empty()));
    }
    return new CalendarEntries(entries, readAt, freshUntil);
  }

  private static String[] lines(String column) {
    return column.isEmpty() ? new String[0] : column.split("\n", -1);
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ", -1);
  }

  /** Writes lines such as {@code de=Frau Kern steht ein}, with backslash and line break escaped. */
  static String ofLabel(Label label) {
    List<String> lines = new ArrayList<>();
    label
        .byLanguage()
        .forEach((language, text) -> lines.add(language.getLanguage() + "=" + escape(text)));
    return String.join("\n", lines);
  }

  static Label parseLabel(String column) {
    Map<Locale, String> texts = new LinkedHashMap<>();
    for (String line : lines(column)) {
      int equals = line.indexOf('=');
      texts.put(
          Locale.forLanguageTag(line.substring(0, equals)), unescape(line.substring(equals + 1)));
    }
    return Label.of(texts);
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
