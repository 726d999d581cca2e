package org.visavis.routing.memory;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.Ledger;

/**
 * Counts in memory, without locks: one number for each employee holds the points taken and the
 * limit, and changes as a whole. Thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // as an index, never kept
public final class MemoryLedger implements Ledger {

  private final ConcurrentHashMap<EmployeeId, AtomicLong> entries = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<EmployeeId, AtomicIntegerArray> channels =
      new ConcurrentHashMap<>();

  /** Makes an empty ledger. */
  public MemoryLedger() {}

  @Override
  public boolean tryTake(EmployeeId employee, Channel channel, int points, Limits limits) {
    requirePositive(points);
    AtomicLong entry = entry(employee, limits.whenNew());
    while (true) {
      long before = entry.get();
      long taken = (long) taken(before) + points;
      if (taken > Math.min(limit(before), limits.now())) {
        return false;
      }
      if (entry.compareAndSet(before, pack((int) taken, limit(before)))) {
        break;
      }
    }
    if (tryTake(channels(employee), channel, points, limits.ofChannel())) {
      return true;
    }
    entry.updateAndGet(before -> pack(taken(before) - points, limit(before)));
    return false;
  }

  private static boolean tryTake(
      AtomicIntegerArray channels, Channel channel, int points, int limit) {
    while (true) {
      int before = channels.get(channel.ordinal());
      if ((long) before + points > limit) {
        return false;
      }
      if (channels.compareAndSet(channel.ordinal(), before, before + points)) {
        return true;
      }
    }
  }

  @Override
  public void giveBack(EmployeeId employee, Channel channel, int points) {
    requirePositive(points);
    channels(employee)
        .updateAndGet(
            channel.ordinal(),
            before -> {
              if (before < points) {
                throw new IllegalStateException(
                    points + " points come back of " + before + " that are taken");
              }
              return before - points;
            });
    entry(employee, 0).updateAndGet(before -> pack(taken(before) - points, limit(before)));
  }

  private AtomicIntegerArray channels(EmployeeId employee) {
    AtomicIntegerArray known = channels.get(employee);
    return known != null
        ? known
        : channels.computeIfAbsent(employee, id -> new AtomicIntegerArray(Channel.values().length));
  }

  @Override
  public Map<Channel, Integer> takenByChannel(EmployeeId employee) {
    Map<Channel, Integer> taken = new EnumMap<>(Channel.class);
    AtomicIntegerArray own = channels(employee);
    for (Channel channel : Channel.values()) {
      if (own.get(channel.ordinal()) > 0) {
        taken.put(channel, own.get(channel.ordinal()));
      }
    }
    return taken;
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
