package org.visavis.routing.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.visavis.directory.DepartmentId;
import org.visavis.routing.Promise;
import org.visavis.routing.RequestId;
import org.visavis.routing.spi.PromiseStore;

/** Keeps promises in memory; looks at all of them for what is due. Thread-safe. */
public final class MemoryPromiseStore implements PromiseStore {

  private final ConcurrentHashMap<DepartmentId, Duration> targets = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<RequestId, Promise> promises = new ConcurrentHashMap<>();

  /** Makes an empty store. */
  public MemoryPromiseStore() {}

  @Override
  public Map<DepartmentId, Duration> targets() {
    return Map.copyOf(targets);
  }

  @Override
  public void saveTarget(DepartmentId department, Optional<Duration> target) {
    target.ifPresentOrElse(time -> targets.put(department, time), () -> targets.remove(department));
  }

  @Override
  public void save(Promise promise) {
    promises.put(promise.request(), promise);
  }

  @Override
  public void remove(RequestId request) {
    promises.remove(request);
  }

  @Override
  public Optional<Promise> find(RequestId request) {
    return Optional.ofNullable(promises.get(request));
  }

  @Override
  public Map<RequestId, Promise> find(Collection<RequestId> requests) {
    Map<RequestId, Promise> found = new HashMap<>();
    requests.forEach(request -> find(request).ifPresent(promise -> found.put(request, promise)));
    return found;
  }

  @Override
  public List<Promise> due(Instant now, int most) {
    return promises.values().stream()
        .filter(promise -> promise.next().filter(next -> !next.isAfter(now)).isPresent())
        .sorted(
            Comparator.comparing((Promise promise) -> promise.next().orElse(Instant.MAX))
                .thenComparing(promise -> promise.request().value()))
        .limit(most)
        .toList();
  }

  @Override
  public Optional<Instant> nextDue() {
    return promises.values().stream()
        .flatMap(promise -> promise.next().map(Stream::of).orElseGet(Stream::empty))
        .min(Comparator.naturalOrder());
  }

  @Override
  public boolean advance(Promise before, Promise after) {
    return promises.replace(before.request(), before, after);
  }
}
