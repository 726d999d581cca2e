package org.visavis.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.presence.spi.WorkloadSource;

/** A small office for tests, with everything real but the time. */
final class Office {

  static final Instant MONDAY_NOON = Instant.parse("2026-06-01T12:00:00Z");
  static final EmployeeId ADA = EmployeeId.of("ada");
  static final EmployeeId BEN = EmployeeId.of("ben");
  static final EmployeeId NOBODY = EmployeeId.of("nobody");

  final MutableClock clock = new MutableClock(MONDAY_NOON);
  final ManualAlarm alarm = new ManualAlarm();
  final Directory directory =
      Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(Clock.systemUTC()), clock);
  final MemoryPresenceStore store = new MemoryPresenceStore();
  final Work work = new Work();
  Presence presence;

  private Office() {}

  /** Answers an office with Ada and Ben. */
  static Office open() {
    Office office = new Office();
    office.hire(ADA, Channel.values());
    office.hire(BEN, Channel.MESSAGE, Channel.PHONE);
    office.presence = office.builder().open();
    return office;
  }

  PresenceBuilder builder() {
    return Presence.over(directory, store, clock, alarm).workload(work);
  }

  /** Closes the presence and opens another one over the same store. */
  void restart() {
    presence.close();
    presence = builder().open();
  }

  void hire(EmployeeId id, Channel... channels) {
    Employee.Builder builder = Employee.named(id, id.value(), "Beispiel");
    for (Channel channel : channels) {
      builder.channel(channel);
    }
    directory.save(builder.build());
  }

  void load(EmployeeId employee, int points) {
    work.taken.put(employee, points);
    presence.workloadChanged(employee);
  }

  void advance(Duration duration) {
    alarm.advance(clock, clock.instant().plus(duration));
  }

  Reachability face(EmployeeId employee) {
    return presence.reachability(employee, Audience.PUBLIC);
  }

  static final class Work implements WorkloadSource {

    final Map<EmployeeId, Integer> taken = new ConcurrentHashMap<>();
    final Map<EmployeeId, Map<Channel, Integer>> byChannel = new ConcurrentHashMap<>();
    final Map<EmployeeId, Integer> limits = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();

    @Override
    public Map<EmployeeId, Integer> taken() {
      return new HashMap<>(taken);
    }

    @Override
    public int taken(EmployeeId employee) {
      asked.incrementAndGet();
      return taken.getOrDefault(employee, 0);
    }

    @Override
    public Map<Channel, Integer> takenByChannel(EmployeeId employee) {
      return byChannel.getOrDefault(employee, Map.of());
    }

    @Override
    public void limitChanged(EmployeeId employee, int points) {
      limits.put(employee, points);
    }
  }
}
