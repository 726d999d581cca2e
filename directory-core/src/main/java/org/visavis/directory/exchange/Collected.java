package org.visavis.directory.exchange;

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

/** The entries of a file, taken or refused one after the other. Not thread-safe. */
final class Collected {

  private final Map<String, String> properties;
  private final List<ImportedPeople.Row> people = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();
  private final Set<EmployeeId> seen = new HashSet<>();
  private final Set<Part> parts = EnumSet.noneOf(Part.class);
  private int read;

  /**
   * Begins a file.
   *
   * @param properties to columns, what the format calls them, so that a refusal names the place
   */
  Collected(Map<String, String> properties) {
    this.properties = properties;
  }

  void take(Entry entry) {
    read++;
    try {
      ImportedPeople.Row person = PersonCells.person(entry);
      if (!seen.add(person.employee().id())) {
        throw BadCellException.duplicate(PersonCells.ID, person.employee().id().value());
      }
      people.add(person);
      entry.columns().forEach(column -> PersonCells.part(column).ifPresent(parts::add));
    } catch (BadCellException e) {
      add(e.at(entry.line()));
    }
  }

  /** Refuses an entry of which a value is not of the form that the format has. */
  void refuse(int line, BadCellException e) {
    read++;
    add(e.at(line));
  }

  /** Refuses an entry of which nothing can be said. */
  void refuse(int line, String detail) {
    read++;
    add(new UnreadableFileException(line, Reason.UNREADABLE, detail).refusal());
  }

  ImportedPeople result() {
    return new ImportedPeople(read, parts, people, refused, List.of());
  }

  private void add(Refusal refusal) {
    Optional<String> place =
        refusal.column().map(column -> properties.getOrDefault(column, column));
    refused.add(new Refusal(refusal.line(), place, refusal.reason(), refusal.detail()));
  }
}
