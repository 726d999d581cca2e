package org.visavis.presence.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.LoadState;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.RuleScope;
import org.visavis.presence.Session;
import org.visavis.presence.spi.PresenceStore;

/**
 * Keeps settings, sessions and calendars in memory. Each method is atomic; there are no
 * transactions. Thread-safe.
 */
public final class MemoryPresenceStore implements PresenceStore {

  private final Map<EmployeeId, PresenceSettings> settings = new HashMap<>();
  private final Map<EmployeeId, Map<RuleScope, LoadState>> loadStates = new HashMap<>();
  private final Map<EmployeeId, Map<String, Session>> sessions = new HashMap<>();
  private final Map<EmployeeId, Map<CalendarId, CalendarSubscription>> subscriptions =
      new HashMap<>();
  private final Map<EmployeeId, Map<CalendarId, CalendarEntries>> calendars = new HashMap<>();

  /** Makes an empty store. */
  public MemoryPresenceStore() {}

  @Override
  public synchronized Optional<PresenceSettings> find(EmployeeId employee) {
    return Optional.ofNullable(settings.get(employee)).map(this::withLoadStates);
  }

  @Override
  public void forEach(Consumer<PresenceSettings> receiver) {
    List<PresenceSettings> copy = new ArrayList<>();
    synchronized (this) {
      settings.values().forEach(own -> copy.add(withLoadStates(own)));
      loadStates.keySet().stream()
          .filter(employee -> !settings.containsKey(employee))
          .forEach(employee -> copy.add(withLoadStates(PresenceSettings.initial(employee))));
    }
    copy.forEach(receiver);
  }

  private PresenceSettings withLoadStates(PresenceSettings own) {
    return own.withLoadStates(loadStates.getOrDefault(own.employee(), Map.of()));
  }

  @Override
  public synchronized void save(PresenceSettings changed) {
    settings.put(changed.employee(), changed.withLoadStates(Map.of()));
  }

  @Override
  public synchronized void saveLoadStates(EmployeeId employee, Map<RuleScope, LoadState> states) {
    if (states.isEmpty()) {
      loadStates.remove(employee);
    } else {
      loadStates.put(employee, Map.copyOf(states));
    }
  }

  @Override
  public synchronized void remove(EmployeeId employee) {
    settings.remove(employee);
    loadStates.remove(employee);
    sessions.remove(employee);
    subscriptions.remove(employee);
    calendars.remove(employee);
  }

  @Override
  public synchronized void saveSession(EmployeeId employee, Session session) {
    put(sessions, employee, session.client(), session);
  }

  @Override
  public synchronized void removeSession(EmployeeId employee, String client) {
    removeFrom(sessions, employee, client);
  }

  @Override
  public synchronized Map<EmployeeId, List<Session>> sessions(Instant after) {
    Map<EmployeeId, List<Session>> result = new HashMap<>();
    sessions.forEach(
        (employee, own) -> {
          List<Session> live =
              own.values().stream().filter(session -> session.until().isAfter(after)).toList();
          if (!live.isEmpty()) {
            result.put(employee, live);
          }
        });
    return Map.copyOf(result);
  }

  @Override
  public synchronized void saveSubscription(
      EmployeeId employee, CalendarSubscription subscription) {
    put(subscriptions, employee, subscription.calendar(), subscription);
  }

  @Override
  public synchronized List<CalendarSubscription> subscriptions(EmployeeId employee) {
    return List.copyOf(subscriptions.getOrDefault(employee, Map.of()).values());
  }

  @Override
  public synchronized Map<EmployeeId, List<CalendarSubscription>> subscriptions() {
    Map<EmployeeId, List<CalendarSubscription>> result = new HashMap<>();
    subscriptions.forEach((employee, own) -> result.put(employee, List.copyOf(own.values())));
    return Map.copyOf(result);
  }

  @Override
  public synchronized void saveCalendar(
      EmployeeId employee, CalendarId calendar, CalendarEntries entries) {
    put(calendars, employee, calendar, entries);
  }

  @Override
  public synchronized void removeCalendar(EmployeeId employee, CalendarId calendar) {
    removeFrom(subscriptions, employee, calendar);
    removeFrom(calendars, employee, calendar);
  }

  @Override
  public void forEachCalendar(CalendarReceiver receiver) {
    Map<EmployeeId, Map<CalendarId, CalendarEntries>> copy = new HashMap<>();
    synchronized (this) {
      calendars.forEach((employee, own) -> copy.put(employee, Map.copyOf(own)));
    }
    copy.forEach(
        (employee, own) ->
            own.forEach((calendar, entries) -> receiver.take(employee, calendar, entries)));
  }

  @Override
  public synchronized void forgetEnded(Instant by) {
    sessions.values().forEach(own -> own.values().removeIf(has -> !has.until().isAfter(by)));
    sessions.values().removeIf(Map::isEmpty);
    settings.replaceAll((employee, own) -> withoutEnded(own, by));
    calendars.values().forEach(own -> own.replaceAll((calendar, entries) -> entries.without(by)));
  }

  private static PresenceSettings withoutEnded(PresenceSettings own, Instant by) {
    return own.withManual(own.manual().filter(manual -> manual.until().isAfter(by)))
        .withShare(own.share().filter(share -> share.until().isAfter(by)))
        .withAbsences(
            own.absences().stream().filter(absence -> absence.over().isAfter(by)).toList());
  }

  private static <K extends Comparable<K>, V> void put(
      Map<EmployeeId, Map<K, V>> all, EmployeeId employee, K key, V value) {
    all.computeIfAbsent(employee, id -> new TreeMap<>()).put(key, value);
  }

  private static <K, V> void removeFrom(
      Map<EmployeeId, Map<K, V>> all, EmployeeId employee, K key) {
    Map<K, V> own = all.get(employee);
    if (own != null) {
      own.remove(key);
      if (own.isEmpty()) {
        all.remove(employee);
      }
    }
  }
}
