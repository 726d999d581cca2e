package org.visavis.routing.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestToken;
import org.visavis.routing.spi.DutyStore;

/** Keeps a duty rota in memory, behind one lock. Thread-safe. */
public final class MemoryDutyStore implements DutyStore {

  private static final Comparator<DutyRequest> BY_DUE =
      Comparator.comparing(DutyRequest::due).thenComparing(request -> request.id().value());

  private final Map<RequestId, DutyRequest> requests = new HashMap<>();
  private final Map<String, RequestId> keys = new HashMap<>();
  private final Set<DepartmentId> onDuty = new HashSet<>();
  private final Set<EmployeeId> unwilling = new HashSet<>();
  private final Map<EmployeeId, Instant> lastAsked = new HashMap<>();

  /** Makes an empty store. */
  public MemoryDutyStore() {}

  @Override
  public synchronized boolean create(DutyRequest request, String key) {
    if (keys.putIfAbsent(key, request.id()) != null) {
      return false;
    }
    requests.put(request.id(), request);
    return true;
  }

  @Override
  public synchronized Optional<DutyRequest> findByKey(String key) {
    return Optional.ofNullable(keys.get(key)).flatMap(this::find);
  }

  @Override
  public synchronized Optional<DutyRequest> find(RequestToken token) {
    return requests.values().stream().filter(request -> request.token().equals(token)).findFirst();
  }

  @Override
  public synchronized Optional<DutyRequest> find(RequestId id) {
    return Optional.ofNullable(requests.get(id));
  }

  @Override
  public synchronized boolean update(DutyRequest request) {
    DutyRequest before = requests.get(request.id());
    if (before == null || before.version() != request.version()) {
      return false;
    }
    requests.put(request.id(), request.as(request.version() + 1));
    return true;
  }

  private Stream<DutyRequest> asking() {
    return requests.values().stream()
        .filter(request -> request.state() == DutyRequest.State.ASKING)
        .sorted(BY_DUE);
  }

  @Override
  public synchronized List<DutyRequest> asked(EmployeeId employee) {
    return asking()
        .filter(request -> request.asked().filter(employee::equals).isPresent())
        .toList();
  }

  @Override
  public synchronized List<DutyRequest> due(Instant now, int most) {
    return asking().filter(request -> !request.due().isAfter(now)).limit(most).toList();
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    return asking().findFirst().map(DutyRequest::due);
  }

  @Override
  public synchronized int countOfAddress(String email) {
    return (int)
        asking().filter(request -> request.customer().email().equalsIgnoreCase(email)).count();
  }

  @Override
  public synchronized Set<DepartmentId> onDuty() {
    return Set.copyOf(onDuty);
  }

  @Override
  public synchronized void setOnDuty(DepartmentId department, boolean on) {
    if (on) {
      onDuty.add(department);
    } else {
      onDuty.remove(department);
    }
  }

  @Override
  public synchronized boolean isWilling(EmployeeId employee) {
    return !unwilling.contains(employee);
  }

  @Override
  public synchronized void setWilling(EmployeeId employee, boolean willing) {
    if (willing) {
      unwilling.remove(employee);
    } else {
      unwilling.add(employee);
    }
  }

  @Override
  public synchronized Map<EmployeeId, Instant> lastAsked() {
    return Map.copyOf(lastAsked);
  }

  @Override
  public synchronized void noteAsked(EmployeeId employee, Instant at) {
    lastAsked.put(employee, at);
  }
}
