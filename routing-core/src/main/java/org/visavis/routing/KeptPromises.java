package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.UnknownEmployeeException;
import org.visavis.presence.Presence;
import org.visavis.routing.spi.PromiseObserver;
import org.visavis.routing.spi.PromiseStore;
import org.visavis.routing.spi.RequestObserver;

/** Promises in a store. */
final class KeptPromises implements Promises {

  private static final int MOST_AT_ONCE = 100;

  private final Directory directory;
  private final BusinessTime time;
  private final PromiseStore store;
  private final PromiseObserver observer;
  private final InstantSource clock;

  KeptPromises(
      Directory directory,
      Presence presence,
      PromiseStore store,
      PromiseObserver observer,
      InstantSource clock) {
    this.directory = directory;
    time = new BusinessTime(presence);
    this.store = store;
    this.observer = observer;
    this.clock = clock;
  }

  @Override
  public RequestObserver keeping() {
    return this::happened;
  }

  private void happened(Request request, List<TimelineEvent> events) {
    Optional<Promise> known = store.find(request.id());
    boolean inCare = request.state().isInCare();
    if (!inCare || known.filter(promise -> !isOf(promise, request)).isPresent()) {
      known.ifPresent(promise -> store.remove(request.id()));
      known = Optional.empty();
    }
    // Who goes on later by the own choice has no more time for it.
    boolean running = request.state() != RequestState.WAITING_FOR_CUSTOMER;
    if (request.state() == RequestState.ACCEPTED && known.isEmpty()) {
      target(request.employee()).flatMap(target -> made(request, target)).ifPresent(store::save);
    } else if (known.filter(promise -> promise.isRunning() != running).isPresent()) {
      store.save(running ? resumed(known.get()) : stopped(known.get()));
    }
  }

  private static boolean isOf(Promise promise, Request request) {
    return promise.employee().equals(request.employee());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Optional<Promise> made(Request request, Duration target) {
    return running(request.id(), request.employee(), target, Promise.Stage.MADE);
  }

  private Promise resumed(Promise promise) {
    if (promise.left().isZero()) {
      return promise;
    }
    return running(promise.request(), promise.employee(), promise.left(), promise.stage())
        .orElse(promise);
  }

  private Promise stopped(Promise promise) {
    Instant now = now();
    Duration worked = worked(promise, now);
    Duration left = promise.left().minus(worked);
    return promise.stopped(left.isNegative() ? Duration.ZERO : left, now);
  }

  private Duration worked(Promise promise, Instant now) {
    try {
      return time.between(promise.employee(), promise.since(), now);
    } catch (UnknownEmployeeException e) {
      return promise.left();
    }
  }

  /** Nothing is promised for somebody who does not work in the time that anybody plans. */
  private Optional<Promise> running(
      RequestId request, EmployeeId employee, Duration left, Promise.Stage stage) {
    Instant now = now();
    try {
      Optional<Instant> due = time.after(employee, now, left).map(KeptPromises::micros);
      Optional<Instant> next =
          switch (stage) {
            case MADE ->
                time.after(employee, now, left.multipliedBy(3).dividedBy(4))
                    .map(KeptPromises::micros);
            case REMINDED -> due;
            case OVERDUE -> Optional.empty();
          };
      return due.map(
          until -> new Promise(request, employee, left, now, Optional.of(until), stage, next));
    } catch (UnknownEmployeeException e) {
      return Optional.empty();
    }
  }

  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Answers the shortest target of the person's departments; one without takes that above it. */
  private Optional<Duration> target(EmployeeId employee) {
    Map<DepartmentId, Duration> targets = store.targets();
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    return directory.find(employee).map(Employee::departments).orElse(List.of()).stream()
        .flatMap(department -> target(department, targets).stream())
        .min(Duration::compareTo);
  }

  private Optional<Duration> target(DepartmentId department, Map<DepartmentId, Duration> targets) {
    Set<DepartmentId> seen = new HashSet<>();
    Optional<DepartmentId> at = Optional.of(department);
    while (at.filter(seen::add).isPresent()) {
      DepartmentId here = at.get();
      if (targets.containsKey(here)) {
        return Optional.ofNullable(targets.get(here));
      }
      at = directory.findDepartment(here).flatMap(Department::parent);
    }
    return Optional.empty();
  }

  @Override
  public Map<DepartmentId, Duration> targets() {
    return store.targets();
  }

  @Override
  public void setTarget(DepartmentId department, Optional<Duration> target) {
    target.ifPresent(
        time -> {
          if (time.isNegative()
              || time.isZero()
              || time.compareTo(LONGEST_TARGET) > 0
              || !time.truncatedTo(ChronoUnit.MINUTES).equals(time)) {
            throw new IllegalArgumentException(
                "A target is whole minutes, up to " + LONGEST_TARGET.toHours() + " hours");
          }
        });
    store.saveTarget(department, target);
  }

  @Override
  public Optional<Instant> dueIfAcceptedNow(EmployeeId employee) {
    return target(employee).flatMap(target -> time.after(employee, now(), target));
  }

  @Override
  public Optional<Promise> find(RequestId request) {
    return store.find(request);
  }

  @Override
  public Map<RequestId, Promise> find(Collection<RequestId> requests) {
    return store.find(requests);
  }

  @Override
  public Optional<Instant> seeToDue() {
    Instant now = now();
    for (Promise promise : store.due(now, MOST_AT_ONCE)) {
      boolean over = promise.due().filter(due -> !now.isBefore(due)).isPresent();
      Promise after =
          over
              ? promise.at(Promise.Stage.OVERDUE, Optional.empty())
              : promise.at(Promise.Stage.REMINDED, promise.due());
      if (store.advance(promise, after)) {
        if (over) {
          observer.overdue(after);
        } else {
          observer.dueSoon(after);
        }
      }
    }
    return store.nextDue();
  }
}
