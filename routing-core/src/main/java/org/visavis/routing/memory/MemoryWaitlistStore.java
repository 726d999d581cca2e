package org.visavis.routing.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.WaitlistEntry;
import org.visavis.routing.WaitlistToken;
import org.visavis.routing.spi.WaitlistStore;

/** Keeps waitlists in memory, behind one lock. Thread-safe. */
public final class MemoryWaitlistStore implements WaitlistStore {

  private static final Comparator<WaitlistEntry> BY_PLACE =
      Comparator.comparing((WaitlistEntry entry) -> entry.since().orElse(Instant.MAX))
          .thenComparing(entry -> entry.token().value());
  private static final Comparator<WaitlistEntry> BY_END =
      Comparator.comparing(WaitlistEntry::until).thenComparing(entry -> entry.token().value());

  private final Map<WaitlistToken, WaitlistEntry> entries = new LinkedHashMap<>();

  /** Makes an empty store. */
  public MemoryWaitlistStore() {}

  @Override
  public synchronized boolean save(WaitlistEntry entry) {
    if (entries.values().stream().anyMatch(other -> isAlike(other, entry))) {
      return false;
    }
    entries.put(entry.token(), entry);
    return true;
  }

  private static boolean isAlike(WaitlistEntry one, WaitlistEntry other) {
    return one.employee().equals(other.employee())
        && one.channel() == other.channel()
        && key(one.email()).equals(key(other.email()));
  }

  private static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  @Override
  public synchronized Optional<WaitlistEntry> find(WaitlistToken token) {
    return Optional.ofNullable(entries.get(token));
  }

  @Override
  public synchronized void confirm(WaitlistToken token, Instant since, Instant until) {
    entries.computeIfPresent(
        token,
        (same, entry) ->
            entry.isConfirmed() || !since.isBefore(entry.until())
                ? entry
                : entry.confirmed(since, until));
  }

  @Override
  public synchronized Optional<WaitlistEntry> remove(WaitlistToken token) {
    return Optional.ofNullable(entries.remove(token));
  }

  @Override
  public synchronized List<WaitlistEntry> waiting(EmployeeId employee, Instant now) {
    return entries.values().stream()
        .filter(entry -> entry.employee().equals(employee))
        .filter(WaitlistEntry::isConfirmed)
        .filter(entry -> now.isBefore(entry.until()))
        .sorted(BY_PLACE)
        .toList();
  }

  @Override
  public synchronized Set<EmployeeId> waitedFor() {
    return entries.values().stream()
        .filter(WaitlistEntry::isConfirmed)
        .map(WaitlistEntry::employee)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized int countOfAddress(String email) {
    return (int)
        entries.values().stream().filter(entry -> key(entry.email()).equals(key(email))).count();
  }

  @Override
  public synchronized int countOfEmployee(EmployeeId employee) {
    return (int)
        entries.values().stream().filter(entry -> entry.employee().equals(employee)).count();
  }

  @Override
  public synchronized void removeEnded(Instant now, int most) {
    entries.values().stream()
        .filter(entry -> !now.isBefore(entry.until()))
        .sorted(BY_END)
        .limit(most)
        .map(WaitlistEntry::token)
        .toList()
        .forEach(entries::remove);
  }

  @Override
  public synchronized Optional<Instant> nextEnd() {
    return entries.values().stream().map(WaitlistEntry::until).min(Comparator.naturalOrder());
  }
}
