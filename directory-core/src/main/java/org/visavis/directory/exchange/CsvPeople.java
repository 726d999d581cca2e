package org.visavis.directory.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;

/**
 * Reads people from CSV (RFC 4180) and writes them. Columns are found by their header, in any order
 * and case, or by a {@link ColumnMapping}; unknown ones are passed over. A broken row is refused
 * with its line and reason, and the others are taken; nothing is ever thrown for what is in the
 * file. UTF-8, UTF-16 with a byte order mark and Windows-1252 are told apart, as are commas,
 * semicolons and tabs. Thread-safe.
 *
 * <p>The columns are those of {@link ColumnMapping#COLUMNS}; some exist for each language as well
 * ({@code title.de}). Cells that hold several entries separate them by semicolons, and the parts of
 * an entry by bars: {@code memberships} has {@code billing|Adviser}, {@code links} {@code
 * https://example.org|homepage}, {@code channels} {@code chat|xmpp:eva@example.org|relayed}.
 *
 * <p>A cell that begins as a formula ({@code =}, {@code +}, {@code -}, {@code @}) is written with
 * an apostrophe in front, and read without it.
 */
public final class CsvPeople {

  /** The largest file that is read, in bytes: 64 MB. */
  public static final int MAX_BYTES = FileText.MAX_BYTES;

  private final CsvRows rows;
  private final Map<String, Integer> header;
  private final List<String> ignored;
  private final List<ImportedPeople.Row> people = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private final Set<EmployeeId> seen = new HashSet<>();
  private int rowsRead;

  private CsvPeople(CsvRows rows, ColumnMapping mapping) {
    this.rows = rows;
    this.header = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.ignored = new ArrayList<>();
    List<String> names = rows.headerNames();
    for (int i = 0; i < names.size(); i++) {
      Optional<String> column = mapping.column(names.get(i));
      if (column.isPresent()) {
        header.putIfAbsent(column.get(), i);
      } else if (!names.get(i).isEmpty()) {
        ignored.add(names.get(i));
      }
    }
  }

  /**
   * Reads a file to its end, by the names of its columns. Does not close it.
   *
   * @throws java.io.UncheckedIOException when the stream fails
   */
  public static ImportedPeople read(InputStream file) {
    return read(file, ColumnMapping.byName());
  }

  /**
   * Reads a file to its end. Does not close it.
   *
   * @param mapping what its columns mean
   * @throws java.io.UncheckedIOException when the stream fails
   */
  public static ImportedPeople read(InputStream file, ColumnMapping mapping) {
    try (CsvRows rows = CsvRows.of(file)) {
      return new CsvPeople(rows, mapping).read();
    } catch (UnreadableFileException e) {
      return e.nothing();
    }
  }

  /**
   * Answers the headers of a file, in its order; none of one that cannot be read. Does not close
   * it.
   *
   * @throws java.io.UncheckedIOException when the stream fails
   */
  public static List<String> headers(InputStream file) {
    try (CsvRows rows = CsvRows.of(file)) {
      return rows.headerNames();
    } catch (UnreadableFileException e) {
      return List.of();
    }
  }

  /**
   * Writes people so that {@link #read(InputStream)} reads them again, but for portraits, consents
   * and what they keep up themselves. Begins with a byte order mark, by which spreadsheets know
   * UTF-8.
   *
   * @param out where to; is not closed
   * @throws IOException when it cannot be written
   */
  public static void write(Collection<Employee> people, Appendable out) throws IOException {
    List<Entry> entries = people.stream().map(PersonValues::of).toList();
    List<String> columns = columns(entries);
    out.append('\uFEFF');
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(columns);
    for (Entry entry : entries) {
      for (String column : columns) {
        String cell =
            PersonCells.isList(column) ? String.join(";", entry.list(column)) : entry.text(column);
        printer.print(Formulas.disarmed(cell));
      }
      printer.println();
    }
    printer.flush();
  }

  /** The columns that somebody has something in, in the order in which they are explained. */
  private static List<String> columns(List<Entry> entries) {
    Set<String> used = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    entries.forEach(entry -> entry.columns().forEach(used::add));
    List<String> columns = new ArrayList<>();
    for (String known : ColumnMapping.COLUMNS) {
      for (String column : used) {
        boolean inLanguage = column.regionMatches(true, 0, known + ".", 0, known.length() + 1);
        if (column.equalsIgnoreCase(known) || inLanguage) {
          columns.add(column);
        }
      }
    }
    return columns.isEmpty() ? List.of(PersonCells.ID, "displayName") : columns;
  }

  private ImportedPeople read() {
    if (!header.containsKey(PersonCells.ID)) {
      Refusal noId =
          new Refusal(
              1, Optional.of(PersonCells.ID), Reason.MISSING, "The header has no column named id");
      return new ImportedPeople(0, Set.of(), List.of(), List.of(noId), List.of());
    }
    try {
      for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        rowsRead++;
        take(row.get());
      }
    } catch (UnreadableFileException e) {
      rowsRead++;
      refused.add(e.refusal());
    }
    return new ImportedPeople(rowsRead, parts(), people, refused, ignored);
  }

  private void take(CsvRow row) {
    if (!row.cells().isConsistent()) {
      String detail = row.cells().size() + " ≠ " + rows.headerNames().size();
      refused.add(new Refusal(row.line(), Optional.empty(), Reason.WRONG_NUMBER_OF_CELLS, detail));
      return;
    }
    try {
      ImportedPeople.Row person = PersonCells.person(entry(row));
      if (!seen.add(person.employee().id())) {
        throw BadCellException.duplicate(PersonCells.ID, person.employee().id().value());
      }
      people.add(person);
    } catch (BadCellException e) {
      refused.add(e.at(row.line()));
    }
  }

  private Entry entry(CsvRow row) {
    Entry entry = new Entry(row.line());
    for (String column : header.keySet()) {
      String cell = row.cell(header, column);
      if (PersonCells.isList(column)) {
        entry.add(column, "");
        Cells.split(cell).forEach(value -> entry.add(column, value));
      } else {
        entry.add(column, cell);
      }
    }
    return entry;
  }

  private Set<Part> parts() {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    header.keySet().forEach(column -> PersonCells.part(column).ifPresent(parts::add));
    return parts;
  }
}
