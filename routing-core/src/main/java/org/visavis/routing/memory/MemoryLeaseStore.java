package org.visavis.routing.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Lease;
import org.visavis.routing.LeaseToken;
import org.visavis.routing.spi.LeaseStore;

/** Keeps leases in memory. Thread-safe; what has ended is found without looking at the rest. */
public final class MemoryLeaseStore implements LeaseStore {

  private final ConcurrentHashMap<LeaseToken, Entry> byToken = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Entry> byKey = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<End, Entry> byEnd = new ConcurrentSkipListMap<>();
  private final ConcurrentHashMap<EmployeeId, NavigableMap<End, Entry>> byEmployee =
      new ConcurrentHashMap<>();
  private final AtomicLong counter = new AtomicLong();

  /** Makes an empty store. */
  public MemoryLeaseStore() {}

  @Override
  public boolean save(Lease lease, String key) {
    Entry entry = new Entry(lease, key, new End(lease.until(), counter.incrementAndGet()));
    byToken.put(lease.token(), entry);
    if (byKey.putIfAbsent(key, entry) != null) {
      byToken.remove(lease.token());
      return false;
    }
    byEmployee.compute(
        lease.employee(),
        (employee, present) -> {
          NavigableMap<End, Entry> own = present == null ? new TreeMap<>() : present;
          own.put(entry.end(), entry);
          return own;
        });
    byEnd.put(entry.end(), entry);
    return true;
  }

  @Override
  public Optional<Lease> findByKey(String key) {
    return Optional.ofNullable(byKey.get(key)).map(Entry::lease);
  }

  @Override
  public Optional<Lease> find(LeaseToken token) {
    return Optional.ofNullable(byToken.get(token)).map(Entry::lease);
  }

  @Override
  public Optional<Lease> remove(LeaseToken token) {
    Entry entry = byToken.remove(token);
    if (entry == null) {
      return Optional.empty();
    }
    byEnd.remove(entry.end());
    byEmployee.computeIfPresent(
        entry.lease().employee(),
        (employee, own) -> {
          own.remove(entry.end());
          return own.isEmpty() ? null : own;
        });
    byKey.remove(entry.key(), entry);
    return Optional.of(entry.lease());
  }

  @Override
  public List<Lease> removeEnded(EmployeeId employee, Instant now) {
    Map.Entry<End, Entry> first = byEnd.firstEntry();
    if (first == null || first.getKey().at().isAfter(now)) {
      return List.of();
    }
    List<Entry> ended = new ArrayList<>();
    byEmployee.computeIfPresent(
        employee,
        (e, own) -> {
          ended.addAll(own.headMap(End.last(now), true).values());
          return own;
        });
    return removeAll(ended);
  }

  @Override
  public List<Lease> removeEnded(Instant now, int most) {
    return removeAll(byEnd.headMap(End.last(now), true).values().stream().limit(most).toList());
  }

  @Override
  public Optional<Instant> nextEnd() {
    return Optional.ofNullable(byEnd.firstEntry()).map(first -> first.getKey().at());
  }

  private List<Lease> removeAll(List<Entry> ended) {
    return ended.stream()
        .map(entry -> remove(entry.lease().token()))
        .flatMap(Optional::stream)
        .toList();
  }

  private record Entry(Lease lease, String key, End end) {}

  /** When a lease ends; numbered, since several end at once. */
  private record End(Instant at, long number) implements Comparable<End> {

    private static final Comparator<End> ORDER =
        Comparator.comparing(End::at).thenComparingLong(End::number);

    static End last(Instant at) {
      return new End(at, Long.MAX_VALUE);
    }

    @Override
    public int compareTo(End other) {
      return ORDER.compare(this, other);
    }
  }
}
