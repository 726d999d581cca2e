package org.visavis.presence.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.LoadState;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.spi.PresenceStore;

/**
 * Keeps settings and sessions in memory. Each method is atomic; there are no transactions.
 * Thread-safe.
 */
public final class MemoryPresenceStore implements PresenceStore {

  private final Map<EmployeeId, PresenceSettings> settings = new HashMap<>();
  private final Map<EmployeeId, Map<Audience, LoadState>> loadStates = new HashMap<>();
  private final Map<EmployeeId, Map<String, Instant>> sessions = new HashMap<>();

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
    settings.put(changed.employee(), changed);
  }

  @Override
  public synchronized void saveLoadStates(EmployeeId employee, Map<Audience, LoadState> states) {
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
  }

  @Override
  public synchronized void saveSession(EmployeeId employee, String device, Instant until) {
    sessions.computeIfAbsent(employee, id -> new HashMap<>()).put(device, until);
  }

  @Override
  public synchronized void removeSession(EmployeeId employee, String device) {
    Map<String, Instant> own = sessions.get(employee);
    if (own != null) {
      own.remove(device);
      if (own.isEmpty()) {
        sessions.remove(employee);
      }
    }
  }

  @Override
  public synchronized Map<EmployeeId, Map<String, Instant>> sessions(Instant after) {
    Map<EmployeeId, Map<String, Instant>> result = new HashMap<>();
    sessions.forEach(
        (employee, own) ->
            own.forEach(
                (device, until) -> {
                  if (until.isAfter(after)) {
                    result.computeIfAbsent(employee, id -> new HashMap<>()).put(device, until);
                  }
                }));
    result.replaceAll((employee, own) -> Map.copyOf(own));
    return Map.copyOf(result);
  }

  @Override
  public synchronized void forgetEnded(Instant by) {
    sessions.values().forEach(own -> own.values().removeIf(until -> !until.isAfter(by)));
    sessions.values().removeIf(Map::isEmpty);
    settings.replaceAll(
        (employee, own) ->
            own.manual().filter(manual -> !manual.until().isAfter(by)).isPresent()
                ? own.withManual(Optional.empty())
                : own);
  }
}
