package org.visavis.directory.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentCycleException;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.DepartmentTree;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Synonyms;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;

/**
 * Reads departments and topics with their names in several languages from CSV: the columns {@code
 * id} and {@code name}, or {@code name.de}, {@code name.en} and so on; {@code synonyms}, or {@code
 * synonyms.de} and so on, separated by semicolons; for departments also {@code parent} and {@code
 * lead}, each an id. Unlike people these are few and written by whoever sets the portal up: any
 * broken row refuses the file. Thread-safe.
 */
public final class CsvNames {

  private CsvNames() {}

  /**
   * Answers the departments of a file, in its order.
   *
   * @throws IllegalArgumentException when a row is broken, an id comes twice, or departments lie
   *     within each other; the message names the line
   */
  public static List<Department> departments(InputStream file) {
    Map<DepartmentId, Integer> lines = new HashMap<>();
    List<Department> departments = read(file, row -> department(row, lines));
    DepartmentTree.of(departments)
        .findCycle()
        .ifPresent(
            cycle -> {
              throw new IllegalArgumentException(
                  "Line "
                      + lines.get(cycle.get(0))
                      + ", column parent: "
                      + new DepartmentCycleException(cycle).getMessage());
            });
    return departments;
  }

  /**
   * Answers the topics of a file, in its order.
   *
   * @throws IllegalArgumentException when a row is broken or an id comes twice; the message names
   *     the line
   */
  public static List<Topic> topics(InputStream file) {
    Map<TopicId, Integer> lines = new HashMap<>();
    return read(
        file,
        row -> {
          TopicId id = TopicId.of(row.cell("id"));
          requireFirst(id, row.line(), lines);
          return new Topic(id, row.name(), row.synonyms());
        });
  }

  private static Department department(NameRow row, Map<DepartmentId, Integer> lines) {
    DepartmentId id = DepartmentId.of(row.cell("id"));
    requireFirst(id, row.line(), lines);
    return new Department(
        id,
        row.name(),
        row.synonyms(),
        Optional.of(row.cell("parent")).filter(cell -> !cell.isEmpty()).map(DepartmentId::of),
        Optional.of(row.cell("lead")).filter(cell -> !cell.isEmpty()).map(EmployeeId::of));
  }

  private static <K> void requireFirst(K id, int line, Map<K, Integer> lines) {
    Integer before = lines.putIfAbsent(id, line);
    if (before != null) {
      throw new IllegalArgumentException("The id " + id + " is that of line " + before);
    }
  }

  private static <T> List<T> read(InputStream file, Function<NameRow, T> making) {
    try (CsvRows rows = CsvRows.of(file)) {
      Map<String, Integer> header = rows.header();
      List<T> result = new ArrayList<>();
      for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        result.add(made(new NameRow(row.get(), header), making));
      }
      return result;
    } catch (UnreadableFileException e) {
      throw new IllegalArgumentException("Line " + e.line() + ": " + e.detail(), e);
    }
  }

  private static <T> T made(NameRow row, Function<NameRow, T> making) {
    try {
      return making.apply(row);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Line " + row.line() + ": " + e.getMessage(), e);
    }
  }

  private record NameRow(CsvRow row, Map<String, Integer> header) {

    int line() {
      return row.line();
    }

    String cell(String column) {
      return row.cell(header, column);
    }

    Label name() {
      Map<Locale, String> names = new LinkedHashMap<>();
      columns("name").forEach(column -> names.put(PersonCells.languageOf(column), cell(column)));
      return Label.of(names);
    }

    Synonyms synonyms() {
      Synonyms synonyms = Synonyms.none();
      for (String column : columns("synonyms")) {
        List<String> phrases = Cells.split(cell(column)).stream().map(Cells::plain).toList();
        synonyms = synonyms.with(PersonCells.languageOf(column), phrases);
      }
      return synonyms;
    }

    private List<String> columns(String base) {
      return header.keySet().stream()
          .filter(column -> column.equals(base) || column.startsWith(base + "."))
          .toList();
    }
  }
}
