package org.visavis.directory.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells that hold several entries, separated by semicolons, and entries of several parts, separated
 * by bars. A backslash before a semicolon, a bar or a backslash makes it part of the text; any
 * other backslash is one. Thread-safe.
 */
final class Cells {

  private Cells() {}

  /** The entries of a cell as they stand there, each once, without empty ones. */
  static List<String> split(String cell) {
    return cut(cell, ';').stream()
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .distinct()
        .toList();
  }

  /** The parts of an entry, without backslashes; at least one. */
  static List<String> parts(String entry) {
    return cut(entry, '|').stream().map(Cells::plain).map(String::strip).toList();
  }

  /** An entry of one part, without backslashes. */
  static String plain(String entry) {
    StringBuilder plain = new StringBuilder(entry.length());
    for (int i = 0; i < entry.length(); i++) {
      plain.append(entry.charAt(isEscape(entry, i) ? ++i : i));
    }
    return plain.toString();
  }

  /** Makes an entry of its parts; empty ones at the end are left out. */
  static String entry(String... parts) {
    StringBuilder entry = new StringBuilder();
    for (String part : parts) {
      entry.append(part.replace("\\", "\\\\").replace(";", "\\;").replace("|", "\\|")).append('|');
    }
    int end = entry.length();
    while (end > 0 && entry.charAt(end - 1) == '|' && (end < 2 || entry.charAt(end - 2) != '\\')) {
      end--;
    }
    return entry.substring(0, end);
  }

  private static List<String> cut(String text, char separator) {
    List<String> cut = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isEscape(text, i)) {
        i++;
      } else if (text.charAt(i) == separator) {
        cut.add(text.substring(from, i));
        from = i + 1;
      }
    }
    cut.add(text.substring(from));
    return cut;
  }

  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '\\'
        && at + 1 < text.length()
        && "\\;|".indexOf(text.charAt(at + 1)) >= 0;
  }
}
