package org.visavis.presence.calendar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a calendar, unfolded: {@code NAME;PARAMETER=value:value} (RFC 5545, section 3.1).
 *
 * @param name in upper case
 * @param parameters by name in upper case, without quotes
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {

  /** Answers the line, or null where the text has no name and value. */
  static @Nullable ContentLine parse(int number, String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != ';') {
      end++;
    }
    if (end == 0 || end == text.length()) {
      return null;
    }
    String name = text.substring(0, end).strip().toUpperCase(Locale.ROOT);
    Map<String, String> parameters = new HashMap<>();
    while (text.charAt(end) == ';') {
      int next = endOfParameter(text, end + 1);
      if (next == text.length()) {
        return null;
      }
      String parameter = text.substring(end + 1, next);
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        parameters.put(
            parameter.substring(0, equals).strip().toUpperCase(Locale.ROOT),
            parameter.substring(equals + 1).replace("\"", "").strip());
      }
      end = next;
    }
    return new ContentLine(number, name, parameters, text.substring(end + 1));
  }

  private static int endOfParameter(String text, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ':' || c == ';')) {
        return i;
      }
    }
    return text.length();
  }

  String parameter(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  /** Answers the value without blanks around it, in upper case: for words that are listed. */
  String word() {
    return value.strip().toUpperCase(Locale.ROOT);
  }
}
