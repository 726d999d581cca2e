package org.visavis.routing.memory;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.Ledger;

/**
 * Counts in memory: what an employee carries, in all and by channel, is one value that is replaced
 * as a whole, so that nobody sees a claim that is half taken. Thread-safe.
 */
public final class MemoryLedger implements Ledger {

  private final ConcurrentHashMap<EmployeeId, Count> counts = new ConcurrentHashMap<>();

  /** Makes an empty ledger. */
  public MemoryLedger() {}

  @Override
  public boolean tryTake(EmployeeId employee, Channel channel, int points, Limits limits) {
    requirePositive(points);
    while (true) {
      Count before = count(employee, limits.whenNew());
      if (!before.hasRoom(channel, points, limits)) {
        return false;
      }
      if (counts.replace(employee, before, before.plus(channel, points))) {
        return true;
      }
    }
  }

  @Override
  public void takeBeyond(EmployeeId employee, Channel channel, int points, int limitIfNew) {
    requirePositive(points);
    Count before;
    do {
      before = count(employee, limitIfNew);
    } while (!counts.replace(employee, before, before.plus(channel, points)));
  }

  @Override
  public void giveBack(EmployeeId employee, Channel channel, int points) {
    requirePositive(points);
    Count before;
    do {
      before = count(employee, 0);
      if (before.of(channel) < points) {
        throw new IllegalStateException(
            points + " points come back of " + before.of(channel) + " that are taken");
      }
    } while (!counts.replace(employee, before, before.plus(channel, -points)));
  }

  @Override
  public Map<Channel, Integer> takenByChannel(EmployeeId employee) {
    Map<Channel, Integer> taken = new EnumMap<>(Channel.class);
    Count count = counts.getOrDefault(employee, Count.NOTHING);
    for (Channel channel : Channel.values()) {
      if (count.of(channel) > 0) {
        taken.put(channel, count.of(channel));
      }
    }
    return taken;
  }

  @Override
  public Map<EmployeeId, Integer> taken() {
    Map<EmployeeId, Integer> taken = new HashMap<>();
    counts.forEach(
        (employee, count) -> {
          int points = count.taken();
          if (points > 0) {
            taken.put(employee, points);
          }
        });
    return taken;
  }

  @Override
  public int taken(EmployeeId employee) {
    return counts.getOrDefault(employee, Count.NOTHING).taken();
  }

  @Override
  public void limitChanged(EmployeeId employee, int points) {
    if (points < 0) {
      throw new IllegalArgumentException("A limit is at least 0, not " + points);
    }
    counts.merge(
        employee, Count.NOTHING.withLimit(points), (before, any) -> before.withLimit(points));
  }

  private Count count(EmployeeId employee, int limitIfNew) {
    Count count = counts.get(employee);
    return count != null
        ? count
        : counts.computeIfAbsent(employee, e -> Count.NOTHING.withLimit(limitIfNew));
  }

  private static void requirePositive(int points) {
    if (points < 1) {
      throw new IllegalArgumentException("points are at least 1, not " + points);
    }
  }

  /** What one employee carries. Immutable. */
  @SuppressWarnings("EnumOrdinal") // as an index, never kept
  private static final class Count {

    private static final Count NOTHING = new Count(0, 0, new int[Channel.values().length]);

    private final int limit;
    private final int taken;
    private final int[] byChannel;

    private Count(int limit, int taken, int[] byChannel) {
      this.limit = limit;
      this.taken = taken;
      this.byChannel = byChannel;
    }

    int taken() {
      return taken;
    }

    int of(Channel channel) {
      return byChannel[channel.ordinal()];
    }

    boolean hasRoom(Channel channel, int points, Limits limits) {
      return (long) taken + points <= Math.min(limit, limits.now())
          && (long) of(channel) + points <= limits.ofChannel();
    }

    Count plus(Channel channel, int points) {
      int[] after = byChannel.clone();
      after[channel.ordinal()] += points;
      return new Count(limit, taken + points, after);
    }

    Count withLimit(int points) {
      return new Count(points, taken, byChannel);
    }
  }
}
