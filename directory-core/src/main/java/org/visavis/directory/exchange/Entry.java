package org.visavis.directory.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One person as a file has him or her, whatever the format: values by the names of columns. Not
 * thread-safe.
 */
final class Entry {

  private final int line;
  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Begins an entry that stands in a line of the file, from 1. */
  Entry(int line) {
    this.line = line;
  }

  int line() {
    return line;
  }

  /** Adds a value of a column; blank ones say that there is none. */
  Entry add(String column, String value) {
    List<String> of = values.computeIfAbsent(column, name -> new ArrayList<>(1));
    if (!value.isBlank()) {
      of.add(value.strip());
    }
    return this;
  }

  /** Adds a text in a language; none where nobody stated one. */
  Entry add(String column, Locale language, String value) {
    return add(named(column, language), value);
  }

  /** The name of a column in a language. */
  static String named(String column, Locale language) {
    return language.getLanguage().isEmpty() ? column : column + "." + language.getLanguage();
  }

  /** The first value of a column; empty where there is none. */
  String text(String column) {
    List<String> of = values.getOrDefault(column, List.of());
    return of.isEmpty() ? "" : of.get(0);
  }

  /** All values of a column. */
  List<String> list(String column) {
    return Collections.unmodifiableList(values.getOrDefault(column, List.of()));
  }

  /** The columns of that name, also those in a language, that have something in them. */
  List<String> columnsOf(String base) {
    return values.keySet().stream()
        .filter(
            column ->
                column.equalsIgnoreCase(base)
                    || column.regionMatches(true, 0, base + ".", 0, base.length() + 1))
        .filter(column -> !text(column).isEmpty())
        .toList();
  }

  /** The departments, each with the titles in it by language. */
  List<Membership> memberships() {
    Map<String, Map<Locale, String>> titles = new LinkedHashMap<>();
    for (String column : columnsOf("memberships")) {
      for (String membership : list(column)) {
        List<String> parts = Cells.parts(membership);
        Map<Locale, String> in =
            titles.computeIfAbsent(parts.get(0), name -> new LinkedHashMap<>());
        if (parts.size() > 1 && !parts.get(1).isEmpty()) {
          in.put(PersonCells.languageOf(column), parts.get(1));
        }
      }
    }
    return titles.entrySet().stream().map(e -> new Membership(e.getKey(), e.getValue())).toList();
  }

  /** The name as it is shown. */
  String shownName() {
    String shown = text("displayName");
    if (!shown.isEmpty()) {
      return shown;
    }
    boolean familyFirst = text("nameOrder").equals("family-first");
    return familyFirst
        ? (text("familyName") + " " + text("givenName")).strip()
        : (text("givenName") + " " + text("familyName")).strip();
  }

  /**
   * A department of an entry.
   *
   * @param department as the file names it
   * @param titles what the person is there
   */
  record Membership(String department, Map<Locale, String> titles) {}

  /** The columns that the file speaks of, in any case. */
  Iterable<String> columns() {
    return Collections.unmodifiableSet(values.keySet());
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
