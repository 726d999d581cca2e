package org.visavis.directory.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;

/**
 * Reads people from CSV (RFC 4180). Columns are found by their header, in any order and case;
 * unknown ones are passed over. A broken row is refused with its line and reason, and the others
 * are taken; nothing is ever thrown for what is in the file. Thread-safe.
 *
 * <p>The columns: {@code id} (required), {@code givenName}, {@code familyName}, {@code
 * displayName}, {@code title} or {@code title.de}, {@code title.en}…, {@code department}, {@code
 * departments}, {@code memberships}, {@code topics}, {@code languages}, {@code region}, {@code
 * timeZone}, {@code email}, {@code phone}, {@code channels}, {@code homepage}, {@code contactForm}.
 * Cells that hold several entries separate them by semicolons.
 */
public final class CsvPeople {

  /** The largest file that is read, in bytes: 64 MB. */
  public static final int MAX_BYTES = 64 * 1024 * 1024;

  private final CsvRows rows;
  private final Map<String, Integer> header;
  private final PersonCells cells;
  private final List<ImportedPeople.Row> people = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private final Set<EmployeeId> seen = new HashSet<>();
  private int rowsRead;

  private CsvPeople(CsvRows rows) {
    this.rows = rows;
    this.header = rows.header();
    this.cells = new PersonCells(header);
  }

  /**
   * Reads a file to its end. Does not close it.
   *
   * @throws java.io.UncheckedIOException when the stream fails
   */
  public static ImportedPeople read(InputStream file) {
    try (CsvRows rows = CsvRows.of(file, MAX_BYTES)) {
      return new CsvPeople(rows).read();
    } catch (UnreadableFileException e) {
      return new ImportedPeople(0, Set.of(), List.of(), List.of(unreadable(e)), List.of());
    }
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
      refused.add(unreadable(e));
    }
    return new ImportedPeople(rowsRead, parts(), people, refused, ignored());
  }

  private void take(CsvRow row) {
    if (!row.cells().isConsistent()) {
      String detail = row.cells().size() + " ≠ " + rows.headerNames().size();
      refused.add(new Refusal(row.line(), Optional.empty(), Reason.WRONG_NUMBER_OF_CELLS, detail));
      return;
    }
    try {
      ImportedPeople.Row person = cells.person(row);
      if (!seen.add(person.employee().id())) {
        throw BadCellException.duplicate(PersonCells.ID, person.employee().id().value());
      }
      people.add(person);
    } catch (BadCellException e) {
      refused.add(e.at(row.line()));
    }
  }

  private Set<Part> parts() {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (String column : header.keySet()) {
      PersonCells.part(column).ifPresent(parts::add);
    }
    return parts;
  }

  private List<String> ignored() {
    return rows.headerNames().stream()
        .filter(name -> !name.isEmpty())
        .filter(name -> !name.equalsIgnoreCase(PersonCells.ID))
        .filter(name -> PersonCells.part(name).isEmpty())
        .toList();
  }

  private static Refusal unreadable(UnreadableFileException e) {
    return new Refusal(e.line(), Optional.empty(), Reason.UNREADABLE, e.detail());
  }
}
