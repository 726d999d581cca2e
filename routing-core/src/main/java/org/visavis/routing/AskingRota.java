package org.visavis.routing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.routing.DutyRequest.State;
import org.visavis.routing.spi.DutyObserver;
import org.visavis.routing.spi.DutyStore;

/** A duty rota that asks one person at a time. */
final class AskingRota implements DutyRota {

  private static final int MOST_AT_ONCE = 500;

  private final Directory directory;
  private final Presence presence;
  private final Routing routing;
  private final DutyStore store;
  private final DutyObserver observer;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Turns turns = new Turns();

  AskingRota(
      Directory directory,
      Presence presence,
      Routing routing,
      DutyStore store,
      DutyObserver observer,
      InstantSource clock,
      SecureRandom random) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.presence = Objects.requireNonNull(presence, "presence");
    this.routing = Objects.requireNonNull(routing, "routing");
    this.store = Objects.requireNonNull(store, "store");
    this.observer = Objects.requireNonNull(observer, "observer");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
  }

  @Override
  public Set<DepartmentId> departments() {
    return store.onDuty();
  }

  @Override
  public void setOnDuty(DepartmentId department, boolean onDuty) {
    store.setOnDuty(department, onDuty);
  }

  @Override
  public boolean isWilling(EmployeeId employee) {
    return store.isWilling(employee);
  }

  @Override
  public void setWilling(EmployeeId employee, boolean willing) {
    store.setWilling(employee, willing);
    if (!willing) {
      asked(employee).forEach(request -> pass(employee, request.id()));
    }
  }

  @Override
  public boolean isOffered(DepartmentId department) {
    return store.onDuty().contains(department)
        && directory.findDepartment(department).isPresent()
        && members(department)
            .noneMatch(one -> presence.reachability(one.id(), Audience.PUBLIC).shown());
  }

  private Stream<Employee> members(DepartmentId department) {
    Instant now = clock.instant();
    return directory.everybody().stream()
        .filter(one -> one.departments().contains(department))
        .filter(one -> !one.hasLeft(now));
  }

  @Override
  public Optional<DutyRequest> submit(
      DepartmentId department, String subject, String message, Customer customer, String key) {
    Words.requireKey(key);
    return turns.take(key, () -> submitInTurn(department, subject, message, customer, key));
  }

  private Optional<DutyRequest> submitInTurn(
      DepartmentId department, String subject, String message, Customer customer, String key) {
    Instant now = now();
    Instant until = now.plus(LASTS);
    DutyRequest wish =
        new DutyRequest(
            newId(now),
            RequestToken.random(random),
            department,
            subject,
            message,
            customer,
            State.ASKING,
            Optional.empty(),
            List.of(),
            until,
            until,
            Optional.empty(),
            0);
    Optional<DutyRequest> kept = store.findByKey(key);
    if (kept.isPresent()) {
      return Optional.of(requireAlike(kept.get(), wish));
    }
    if (!isOffered(department) || store.countOfAddress(customer.email()) >= MOST_OF_ADDRESS) {
      return Optional.empty();
    }
    DutyRequest asking = withNext(wish, now);
    if (!store.create(asking, key)) {
      return store.findByKey(key).map(found -> requireAlike(found, wish));
    }
    observer.received(asking);
    tellAsked(asking, now);
    return Optional.of(asking);
  }

  private static DutyRequest requireAlike(DutyRequest kept, DutyRequest wish) {
    if (!kept.department().equals(wish.department())
        || !kept.subject().equals(wish.subject())
        || !kept.message().equals(wish.message())
        || !kept.customer().equals(wish.customer())) {
      throw new IdempotencyConflictException();
    }
    return kept;
  }

  @Override
  public Optional<DutyRequest> find(RequestToken token) {
    return store.find(token);
  }

  @Override
  public void withdraw(RequestToken token) {
    store.find(token).ifPresent(request -> inTurn(request.id(), () -> withdrawInTurn(token)));
  }

  /** Another node may ask the next one meanwhile, which is no reason not to end it. */
  private boolean withdrawInTurn(RequestToken token) {
    Optional<DutyRequest> asking = asking(token);
    while (asking.isPresent() && !store.update(asking.get().ended(State.WITHDRAWN))) {
      asking = asking(token);
    }
    return asking.isPresent();
  }

  private Optional<DutyRequest> asking(RequestToken token) {
    return store.find(token).filter(request -> request.state() == State.ASKING);
  }

  /** Steps with one request follow each other, so that none sees another half taken. */
  private <T> T inTurn(RequestId id, Supplier<T> step) {
    return turns.take("duty " + id, step);
  }

  @Override
  public List<DutyRequest> asked(EmployeeId employee) {
    return store.asked(employee);
  }

  @Override
  public DutyAnswer accept(EmployeeId employee, RequestId id) {
    return inTurn(id, () -> acceptInTurn(employee, id));
  }

  private DutyAnswer acceptInTurn(EmployeeId employee, RequestId id) {
    Optional<DutyRequest> asked = asked(employee, id);
    if (asked.isEmpty()) {
      return DutyAnswer.NOT_ASKED;
    }
    DutyRequest request = asked.get();
    NewRequest wish =
        NewRequest.to(
            employee,
            Channel.MESSAGE,
            request.subject(),
            request.message(),
            request.customer(),
            "duty-" + request.token().value());
    // First the step that only one can take: on another node the customer may be taking it back.
    if (!store.update(request.ended(State.TAKEN))) {
      return DutyAnswer.NOT_ASKED;
    }
    long next = request.version() + 1;
    RoutingDecision decision = routing.takeOn(wish);
    if (!(decision instanceof RoutingDecision.Assigned assigned)) {
      store.update(request.as(next));
      return DutyAnswer.AT_LIMIT;
    }
    store.update(request.taken(assigned.request().token()).as(next));
    return DutyAnswer.TAKEN;
  }

  @Override
  public void pass(EmployeeId employee, RequestId id) {
    asked(employee, id).ifPresent(this::askNext);
  }

  private Optional<DutyRequest> asked(EmployeeId employee, RequestId id) {
    return store
        .find(id)
        .filter(request -> request.state() == State.ASKING)
        .filter(request -> request.asked().filter(employee::equals).isPresent());
  }

  @Override
  public Optional<Instant> turnDue() {
    Instant now = now();
    for (DutyRequest request : store.due(now, MOST_AT_ONCE)) {
      if (now.isBefore(request.until())) {
        askNext(request);
      } else if (store.update(request.ended(State.ENDED))) {
        observer.ended(request.ended(State.ENDED));
      }
    }
    return store.nextDue();
  }

  private void askNext(DutyRequest request) {
    Instant now = now();
    DutyRequest next = withNext(request, now);
    if (store.update(next)) {
      tellAsked(next, now);
    }
  }

  private void tellAsked(DutyRequest request, Instant now) {
    request
        .asked()
        .ifPresent(
            employee -> {
              store.noteAsked(employee, now);
              observer.asked(request, employee);
            });
  }

  /** Whoever was asked longest ago is next; among those who never were, in the order of ids. */
  private DutyRequest withNext(DutyRequest request, Instant now) {
    Map<EmployeeId, Instant> lastAsked = store.lastAsked();
    Set<EmployeeId> tried = new HashSet<>(request.tried());
    return members(request.department())
        .map(Employee::id)
        .filter(one -> !tried.contains(one))
        .filter(store::isWilling)
        .filter(one -> !isAbsent(one, now))
        .min(
            Comparator.comparing((EmployeeId one) -> lastAsked.getOrDefault(one, Instant.MIN))
                .thenComparing(Comparator.naturalOrder()))
        .map(one -> request.asking(one, earlier(now.plus(ANSWERED_WITHIN), request.until())))
        .orElseGet(request::askingNobody);
  }

  private boolean isAbsent(EmployeeId employee, Instant now) {
    return presence.settings(employee).absences().stream()
        .anyMatch(absence -> absence.contains(now));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** A UUID that begins with the time (RFC 9562, section 5.7). */
  private RequestId newId(Instant now) {
    long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new RequestId(new UUID(high, low));
  }

  /** The time in the precision that every store keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
