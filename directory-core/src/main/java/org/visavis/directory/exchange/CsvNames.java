package org.visavis.directory.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Label;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;

/**
 * Reads departments and topics with their names in several languages from CSV: the columns {@code
 * id} and {@code name}, or {@code name.de}, {@code name.en} and so on. Unlike people these are few
 * and written by whoever sets the portal up: any broken row refuses the file. Thread-safe.
 */
public final class CsvNames {

  private CsvNames() {}

  /**
   * Answers the departments of a file, in its order.
   *
   * @throws IllegalArgumentException when a row is broken; the message names the line
   */
  public static List<Department> departments(InputStream file) {
    return read(file, (id, name) -> new Department(DepartmentId.of(id), name));
  }

  /**
   * Answers the topics of a file, in its order.
   *
   * @throws IllegalArgumentException when a row is broken; the message names the line
   */
  public static List<Topic> topics(InputStream file) {
    return read(file, (id, name) -> new Topic(TopicId.of(id), name));
  }

  private static <T> List<T> read(InputStream file, BiFunction<String, Label, T> making) {
    try (CsvRows rows = CsvRows.of(file, CsvPeople.MAX_BYTES)) {
      Map<String, Integer> header = rows.header();
      List<T> result = new ArrayList<>();
      for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        result.add(entry(row.get(), header, making));
      }
      return result;
    } catch (UnreadableFileException e) {
      throw new IllegalArgumentException("Line " + e.line() + ": " + e.detail(), e);
    }
  }

  private static <T> T entry(
      CsvRow row, Map<String, Integer> header, BiFunction<String, Label, T> making) {
    Map<Locale, String> names = new LinkedHashMap<>();
    for (String column : header.keySet()) {
      if (column.equals("name") || column.startsWith("name.")) {
        names.put(PersonCells.languageOf(column), row.cell(header, column));
      }
    }
    try {
      return making.apply(row.cell(header, PersonCells.ID), Label.of(names));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Line " + row.line() + ": " + e.getMessage(), e);
    }
  }
}
