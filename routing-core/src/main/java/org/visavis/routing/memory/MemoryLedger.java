package org.visavis.routing.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.Ledger;

/**
 * Counts in memory, without locks: one number for each employee holds the points taken and the
 * limit, and changes as a whole. Thread-safe.
 */
public final class MemoryLedger implements Ledger {

  private final ConcurrentHashMap<EmployeeId, AtomicLong> entries = new ConcurrentHashMap<>();

  /** Makes an empty ledger. */
  public MemoryLedger() {}

  @Override
  public boolean tryTake(EmployeeId employee, int points, int limitIfNew) {
    requirePositive(points);
    AtomicLong entry = entry(employee, limitIfNew);
    while (true) {
      long before = entry.get();
      long taken = (long) taken(before) + points;
      if (taken > limit(before)) {
        return false;
      }
      if (entry.compareAndSet(before, pack((int) taken, limit(before)))) {
        return true;
      }
    }
  }

  @Override
  public void giveBack(EmployeeId employee, int points) {
    requirePositive(points);
    entry(employee, 0)
        .updateAndGet(
            before -> {
              if (taken(before) < points) {
                throw new IllegalStateException(
                    points + " points come back of " + taken(before) + " that are taken");
              }
              return pack(taken(before) - points, limit(before));
            });
  }

  @Override
  public Map<EmployeeId, Integer> taken() {
    Map<EmployeeId, Integer> taken = new HashMap<>();
    entries.forEach(
        (employee, entry) -> {
          int points = taken(entry.get());
          if (points > 0) {
            taken.put(employee, points);
          }
        });
    return taken;
  }

  @Override
  public int taken(EmployeeId employee) {
    AtomicLong entry = entries.get(employee);
    return entry == null ? 0 : taken(entry.get());
  }

  @Override
  public void limitChanged(EmployeeId employee, int points) {
    if (points < 0) {
      throw new IllegalArgumentException("A limit is at least 0, not " + points);
    }
    entry(employee, points).updateAndGet(before -> pack(taken(before), points));
  }

  private AtomicLong entry(EmployeeId employee, int limitIfNew) {
    AtomicLong entry = entries.get(employee);
    return entry != null
        ? entry
        : entries.computeIfAbsent(employee, e -> new AtomicLong(pack(0, limitIfNew)));
  }

  private static void requirePositive(int points) {
    if (points < 1) {
      throw new IllegalArgumentException("points are at least 1, not " + points);
    }
  }

  private static long pack(int taken, int limit) {
    return ((long) limit << Integer.SIZE) | taken;
  }

  private static int taken(long entry) {
    return (int) entry;
  }

  private static int limit(long entry) {
    return (int) (entry >>> Integer.SIZE);
  }
}
