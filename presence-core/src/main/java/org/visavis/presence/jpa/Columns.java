package org.visavis.presence.jpa;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.visavis.directory.Audience;
import org.visavis.directory.Label;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.Mode;

/**
 * Values of many parts as one column: a line for each rule or text, so that the settings of ten
 * thousand people load with one query.
 */
final class Columns {

  private Columns() {}

  static OffsetDateTime ofInstant(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Writes lines such as {@code public by-load 5 3 PT1M show-busy}. */
  static String ofRules(Map<Audience, AppearanceRule> rules) {
    List<String> lines = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      AppearanceRule rule = rules.get(audience);
      if (rule != null) {
        lines.add(
            String.join(
                " ",
                audience.code(),
                rule.mode().code(),
                Integer.toString(rule.hideAt()),
                Integer.toString(rule.showAgainAt()),
                rule.dwell().toString(),
                rule.atLimit().code()));
      }
    }
    return String.join("\n", lines);
  }

  static Map<Audience, AppearanceRule> parseRules(String column) {
    Map<Audience, AppearanceRule> rules = new EnumMap<>(Audience.class);
    column
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(
            words ->
                rules.put(
                    Audience.from(words[0]),
                    new AppearanceRule(
                        Mode.from(words[1]),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3]),
                        Duration.parse(words[4]),
                        AtLimit.from(words[5]))));
    return rules;
  }

  /** Writes lines such as {@code de=Frau Kern steht ein}, with backslash and line break escaped. */
  static String ofLabel(Label label) {
    List<String> lines = new ArrayList<>();
    label
        .byLanguage()
        .forEach(
            (language, text) ->
                lines.add(
                    language.getLanguage()
                        + "="
                        + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")));
    return String.join("\n", lines);
  }

  static Label parseLabel(String column) {
    Map<Locale, String> texts = new LinkedHashMap<>();
    for (String line : column.isEmpty() ? new String[0] : column.split("\n", -1)) {
      int equals = line.indexOf('=');
      texts.put(
          Locale.forLanguageTag(line.substring(0, equals)), unescape(line.substring(equals + 1)));
    }
    return Label.of(texts);
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
