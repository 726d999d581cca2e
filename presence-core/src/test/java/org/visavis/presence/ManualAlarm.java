package org.visavis.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.visavis.presence.spi.Alarm;

/** An alarm that rings when the test says so. */
final class ManualAlarm implements Alarm {

  private record Entry(Instant instant, Runnable action) {}

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  @Override
  public Cancellation at(Instant instant, Runnable action) {
    Entry entry = new Entry(instant, action);
    entries.add(entry);
    return () -> entries.removeIf(other -> other == entry);
  }

  int size() {
    return entries.size();
  }

  Optional<Instant> next() {
    return entries.stream().map(Entry::instant).min(Comparator.naturalOrder());
  }

  /** Moves the clock on from alarm to alarm, and rings each at its instant. */
  void advance(MutableClock clock, Instant to) {
    for (Optional<Instant> next = next();
        next.isPresent() && !next.get().isAfter(to);
        next = next()) {
      Instant instant = next.get();
      Entry entry = entries.stream().filter(e -> e.instant().equals(instant)).findFirst().get();
      entries.remove(entry);
      clock.set(instant.isBefore(clock.instant()) ? clock.instant() : instant);
      entry.action().run();
    }
    clock.set(to);
  }
}
