package org.visavis.directory.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
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
 * Reads and writes departments and topics with their names in several languages in CSV: the columns
 * {@code id} and {@code name}, or {@code name.de}, {@code name.en} and so on; {@code synonyms}, or
 * {@code synonyms.de} and so on, separated by semicolons; for departments also {@code parent} and
 * {@code lead}, each an id. Unlike people these are few and written by whoever sets the portal up:
 * any broken row refuses the file. Thread-safe.
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

  /**
   * Writes departments so that {@link #departments} reads them again, with a byte order mark.
   *
   * @param out where to; is not closed
   * @throws IOException when it cannot be written
   */
  public static void writeDepartments(Collection<Department> departments, Appendable out)
      throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Department department : departments) {
      Map<String, String> row =
          row(department.id().value(), department.name(), department.synonyms());
      row.put("parent", department.parent().map(DepartmentId::value).orElse(""));
      row.put("lead", department.lead().map(EmployeeId::value).orElse(""));
      rows.add(row);
    }
    write(rows, out);
  }

  /**
   * Writes topics so that {@link #topics} reads them again, with a byte order mark.
   *
   * @param out where to; is not closed
   * @throws IOException when it cannot be written
   */
  public static void writeTopics(Collection<Topic> topics, Appendable out) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Topic topic : topics) {
      rows.add(row(topic.id().value(), topic.name(), topic.synonyms()));
    }
    write(rows, out);
  }

  private static Map<String, String> row(String id, Label name, Synonyms synonyms) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("id", id);
    name.byLanguage().forEach((language, text) -> row.put(Entry.named("name", language), text));
    synonyms
        .byLanguage()
        .forEach(
            (language, phrases) ->
                row.put(
                    Entry.named("synonyms", language),
                    phrases.stream().map(Cells::entry).collect(Collectors.joining(";"))));
    return row;
  }

  private static void write(List<Map<String, String>> rows, Appendable out) throws IOException {
    Set<String> columns = new LinkedHashSet<>(List.of("id"));
    for (String base : List.of("name", "synonyms", "parent", "lead")) {
      Set<String> used = new TreeSet<>();
      rows.forEach(row -> used.addAll(row.keySet()));
      used.removeIf(column -> !column.equals(base) && !column.startsWith(base + "."));
      columns.addAll(used);
    }
    if (columns.size() == 1) {
      columns.add("name");
    }
    out.append('\uFEFF');
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(columns);
    for (Map<String, String> row : rows) {
      for (String column : columns) {
        printer.print(Formulas.disarmed(row.getOrDefault(column, "")));
      }
      printer.println();
    }
    printer.flush();
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
