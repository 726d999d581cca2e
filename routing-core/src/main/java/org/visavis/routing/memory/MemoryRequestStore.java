package org.visavis.routing.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestState;
import org.visavis.routing.RequestToken;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.spi.RequestStore;

/** Keeps requests in memory, behind one lock for readers and writers. Thread-safe. */
public final class MemoryRequestStore implements RequestStore {

  private static final Comparator<Request> BY_RECEIPT =
      Comparator.comparing(Request::receivedAt).thenComparing(request -> request.id().value());
  private static final Comparator<Request> BY_CHANGE =
      Comparator.comparing(Request::changedAt).thenComparing(request -> request.id().value());

  private static final Comparator<Request> BY_WAKING =
      Comparator.comparing(MemoryRequestStore::wakesAt).thenComparing(BY_RECEIPT);

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<RequestId, Entry> byId = new HashMap<>();
  private final Map<RequestToken, RequestId> byToken = new HashMap<>();
  private final Map<String, RequestId> byKey = new HashMap<>();
  private final Map<Shelf, TreeSet<Request>> shelves = new HashMap<>();
  private final Map<EmployeeId, Set<RequestId>> byOther = new HashMap<>();
  private final TreeSet<Request> unanswered = new TreeSet<>(BY_CHANGE);
  private final TreeSet<Request> snoozed = new TreeSet<>(BY_WAKING);
  private final Map<EmployeeId, TreeSet<Request>> asked = new HashMap<>();

  /** Makes an empty store. */
  public MemoryRequestStore() {}

  @Override
  public boolean create(Request request, String key, String fingerprint) {
    return writing(
        () -> {
          if (byKey.putIfAbsent(key, request.id()) != null) {
            return false;
          }
          byId.put(request.id(), new Entry(request, fingerprint, Set.of()));
          byToken.put(request.token(), request.id());
          file(request);
          return true;
        });
  }

  @Override
  public Optional<Kept> findByKey(String key) {
    return reading(
        () ->
            Optional.ofNullable(byKey.get(key))
                .flatMap(this::entry)
                .map(entry -> new Kept(entry.request(), entry.fingerprint())));
  }

  @Override
  public Optional<Request> find(RequestToken token) {
    return reading(
        () -> Optional.ofNullable(byToken.get(token)).flatMap(this::entry).map(Entry::request));
  }

  @Override
  public Optional<Request> find(RequestId id) {
    return reading(() -> entry(id).map(Entry::request));
  }

  @Override
  public boolean update(Request request, List<TimelineEvent> events, Optional<String> key) {
    return writing(
        () -> {
          Entry before = byId.get(request.id());
          if (before == null
              || before.request().version() != request.version()
              || key.filter(before.steps()::contains).isPresent()) {
            return false;
          }
          Request after = appended(request, before.request().timeline(), events);
          Set<String> steps = new HashSet<>(before.steps());
          key.ifPresent(steps::add);
          unfile(before.request());
          byId.put(request.id(), new Entry(after, before.fingerprint(), steps));
          file(after);
          return true;
        });
  }

  @Override
  public boolean hasStep(RequestId id, String key) {
    return reading(() -> entry(id).filter(entry -> entry.steps().contains(key)).isPresent());
  }

  @Override
  public List<Request> ofEmployee(EmployeeId employee, Set<RequestState> states) {
    return reading(
        () ->
            states.stream()
                .distinct()
                .flatMap(state -> shelf(employee, state).stream())
                .sorted(BY_RECEIPT)
                .map(request -> request.as(request.version(), request.timeline().subList(0, 1)))
                .toList());
  }

  @Override
  public void keepOthers(RequestId id, List<EmployeeId> others) {
    writing(() -> others.stream().filter(other -> alsoFor(other).add(id)).count());
  }

  private Set<RequestId> alsoFor(EmployeeId other) {
    return byOther.computeIfAbsent(other, one -> new HashSet<>());
  }

  @Override
  public List<Request> waitingFor(EmployeeId employee) {
    return reading(
        () ->
            Stream.concat(
                    shelf(employee, RequestState.OPEN).stream(),
                    byOther.getOrDefault(employee, Set.of()).stream()
                        .flatMap(id -> entry(id).stream())
                        .map(Entry::request)
                        .filter(request -> request.state() == RequestState.OPEN))
                .distinct()
                .sorted(BY_RECEIPT)
                .map(request -> request.as(request.version(), request.timeline().subList(0, 1)))
                .toList());
  }

  @Override
  public Set<EmployeeId> waitedFor() {
    return reading(
        () ->
            Stream.concat(
                    shelves.keySet().stream()
                        .filter(shelf -> shelf.state() == RequestState.OPEN)
                        .map(Shelf::employee),
                    byOther.entrySet().stream()
                        .filter(other -> other.getValue().stream().anyMatch(this::isOpen))
                        .map(Map.Entry::getKey))
                .collect(Collectors.toUnmodifiableSet()));
  }

  private boolean isOpen(RequestId id) {
    return entry(id).filter(one -> one.request().state() == RequestState.OPEN).isPresent();
  }

  @Override
  public List<Request> unansweredSince(Instant before, int most) {
    return reading(
        () ->
            unanswered.stream()
                .takeWhile(request -> request.changedAt().isBefore(before))
                .limit(most)
                .toList());
  }

  @Override
  public List<Request> askedOf(EmployeeId colleague) {
    return reading(() -> List.copyOf(asked.getOrDefault(colleague, new TreeSet<>(BY_RECEIPT))));
  }

  @Override
  public List<Request> dueToWake(Instant now, int most) {
    return reading(
        () ->
            snoozed.stream()
                .takeWhile(request -> !wakesAt(request).isAfter(now))
                .limit(most)
                .toList());
  }

  @Override
  public Optional<Instant> nextWake() {
    return reading(() -> snoozed.stream().findFirst().flatMap(Request::wakesAt));
  }

  @Override
  public Optional<Instant> longestUnanswered() {
    return reading(() -> unanswered.stream().findFirst().map(Request::changedAt));
  }

  private Optional<Entry> entry(RequestId id) {
    return Optional.ofNullable(byId.get(id));
  }

  private Set<Request> shelf(EmployeeId employee, RequestState state) {
    TreeSet<Request> shelf = shelves.get(new Shelf(employee, state));
    return shelf == null ? Set.of() : shelf;
  }

  private void file(Request request) {
    shelves.computeIfAbsent(Shelf.of(request), shelf -> new TreeSet<>(BY_RECEIPT)).add(request);
    if (isUnanswered(request)) {
      unanswered.add(request);
    }
    if (request.wakesAt().isPresent()) {
      snoozed.add(request);
    }
    request
        .asked()
        .ifPresent(
            one ->
                asked
                    .computeIfAbsent(one.colleague(), id -> new TreeSet<>(BY_RECEIPT))
                    .add(request));
  }

  private void unfile(Request request) {
    shelves.computeIfPresent(
        Shelf.of(request),
        (shelf, content) -> {
          content.remove(request);
          return content.isEmpty() ? null : content;
        });
    unanswered.remove(request);
    snoozed.remove(request);
    request
        .asked()
        .ifPresent(
            one ->
                asked.computeIfPresent(
                    one.colleague(),
                    (id, theirs) -> {
                      theirs.remove(request);
                      return theirs.isEmpty() ? null : theirs;
                    }));
  }

  /** Whatever is not snoozed would come last, if it were ever looked for. */
  private static Instant wakesAt(Request request) {
    return request.wakesAt().orElse(Instant.MAX);
  }

  private static boolean isUnanswered(Request request) {
    return request.state() == RequestState.OPEN || request.state() == RequestState.OFFERED;
  }

  private static Request appended(
      Request request, List<TimelineEvent> before, List<TimelineEvent> events) {
    List<TimelineEvent> timeline = new ArrayList<>(before);
    timeline.addAll(events);
    return request.as(request.version() + 1, timeline);
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

  private record Entry(Request request, String fingerprint, Set<String> steps) {}

  private record Shelf(EmployeeId employee, RequestState state) {
    static Shelf of(Request request) {
      return new Shelf(request.employee(), request.state());
    }
  }
}
