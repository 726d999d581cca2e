package org.visavis.routing.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.AppointmentSettings;
import org.visavis.routing.Booking;
import org.visavis.routing.RequestId;
import org.visavis.routing.Slot;
import org.visavis.routing.spi.AppointmentStore;

/** Keeps appointments in memory, behind one lock for readers and writers. Thread-safe. */
public final class MemoryAppointmentStore implements AppointmentStore {

  private static final Comparator<Booking> ORDER =
      Comparator.comparing(Booking::slot).thenComparing(Booking::claim);

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<EmployeeId, AppointmentSettings> settings = new HashMap<>();
  private final Map<String, Booking> byClaim = new HashMap<>();
  private final Map<RequestId, String> byRequest = new HashMap<>();
  private final Map<EmployeeId, Map<String, Booking>> byEmployee = new HashMap<>();

  /** Makes an empty store. */
  public MemoryAppointmentStore() {}

  @Override
  public Optional<AppointmentSettings> settings(EmployeeId employee) {
    return reading(() -> Optional.ofNullable(settings.get(employee)));
  }

  @Override
  public void saveSettings(EmployeeId employee, AppointmentSettings decided) {
    writing(() -> settings.put(employee, decided));
  }

  @Override
  public boolean tryBook(Booking booking, Slot day, int mostADay) {
    return writing(
        () -> {
          if (!settings.containsKey(booking.employee()) || !isFree(booking, day, mostADay)) {
            return false;
          }
          keep(booking);
          return true;
        });
  }

  private boolean isFree(Booking booking, Slot day, int mostADay) {
    int sameDay = 1;
    for (Booking other : byEmployee.getOrDefault(booking.employee(), Map.of()).values()) {
      if (!other.claim().equals(booking.claim())) {
        if (overlaps(other.kept(), booking.kept().start(), booking.kept().end())) {
          return false;
        }
        sameDay += startsWithin(other, day) ? 1 : 0;
      }
    }
    return sameDay <= mostADay;
  }

  private static boolean overlaps(Slot kept, Instant from, Instant to) {
    return kept.start().isBefore(to) && from.isBefore(kept.end());
  }

  private static boolean startsWithin(Booking booking, Slot day) {
    return !booking.slot().start().isBefore(day.start())
        && booking.slot().start().isBefore(day.end());
  }

  private void keep(Booking booking) {
    byClaim.put(booking.claim(), booking);
    booking.request().ifPresent(request -> byRequest.put(request, booking.claim()));
    byEmployee
        .computeIfAbsent(booking.employee(), employee -> new HashMap<>())
        .put(booking.claim(), booking);
  }

  @Override
  public void assign(String claim, RequestId request) {
    writing(
        () -> {
          Optional.ofNullable(byClaim.get(claim)).ifPresent(booking -> keep(booking.of(request)));
          return true;
        });
  }

  @Override
  public Optional<Booking> findByClaim(String claim) {
    return reading(() -> Optional.ofNullable(byClaim.get(claim)));
  }

  @Override
  public Optional<Booking> find(RequestId request) {
    return reading(() -> Optional.ofNullable(byRequest.get(request)).map(byClaim::get));
  }

  @Override
  public Map<RequestId, Booking> find(Collection<RequestId> requests) {
    Map<RequestId, Booking> found = new HashMap<>();
    requests.forEach(request -> find(request).ifPresent(booking -> found.put(request, booking)));
    return found;
  }

  @Override
  public List<Booking> ofEmployee(EmployeeId employee, Instant from, Instant to) {
    return reading(
        () ->
            byEmployee.getOrDefault(employee, Map.of()).values().stream()
                .filter(booking -> overlaps(booking.kept(), from, to))
                .sorted(ORDER)
                .toList());
  }

  @Override
  public Optional<Booking> remove(String claim) {
    return writing(
        () -> {
          Optional<Booking> removed = Optional.ofNullable(byClaim.remove(claim));
          removed.ifPresent(
              booking -> {
                booking.request().ifPresent(byRequest::remove);
                byEmployee.computeIfPresent(
                    booking.employee(),
                    (employee, own) -> {
                      own.remove(claim);
                      return own.isEmpty() ? null : own;
                    });
              });
          return removed;
        });
  }

  private <T> T reading(Supplier<T> action) {
    lock.readLock().lock();
    try {
      return action.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private <T> T writing(Supplier<T> action) {
    lock.writeLock().lock();
    try {
      return action.get();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
