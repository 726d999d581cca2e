package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * Keeps requests in a relational database. A request changes by one statement that names the
 * version it was read in; its timeline is only appended to. As thread-safe as the entity manager
 * that the supplier answers: a container's proxy is.
 */
public final class JpaRequestStore implements RequestStore {

  private static final List<String> UNANSWERED =
      List.of(RequestState.OPEN.name(), RequestState.OFFERED.name());

  private static final String UPDATE_ASLEEP =
      "UPDATE RoutingRequest r SET r.state = :state, r.employee = :employee, r.held = :held,"
          + " r.wakesAt = :wakesAt, r.askedColleague = :askedColleague, r.askedFor = :askedFor,"
          + " r.mergedInto = :mergedInto, r.changedAt = :changedAt, r.version = :version + 1"
          + " WHERE r.id = :id AND r.version = :version";

  /** Of a parameter that is null PostgreSQL would not know that it is an instant. */
  private static final String UPDATE_AWAKE = UPDATE_ASLEEP.replace(":wakesAt", "NULL");

  private static final Comparator<Request> BY_RECEIPT =
      Comparator.comparing(Request::receivedAt).thenComparing(request -> request.id().toString());

  private final Session session;

  /**
   * Makes a store.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaRequestStore(Supplier<EntityManager> entityManager) {
    session = new Session(entityManager);
  }

  @Override
  public boolean create(Request request, String key, String fingerprint) {
    return session.write(
        "keep a request",
        em -> {
          if (find(em, "idempotencyKey", key).isPresent()) {
            return false;
          }
          Session.insert(em, List.of(RequestRow.of(request, key, fingerprint)));
          append(em, request.id(), 0, request.timeline(), Optional.empty());
          return true;
        });
  }

  @Override
  public void keepOthers(RequestId id, List<EmployeeId> others) {
    session.write(
        "keep who may take a request",
        em -> {
          Session.insert(em, others.stream().map(other -> OtherRow.of(id, other)).toList());
          return true;
        });
  }

  @Override
  public Optional<Kept> findByKey(String key) {
    return session.read(
        "find a request",
        em -> find(em, "idempotencyKey", key).map(row -> row.toKept(timeline(em, row))));
  }

  @Override
  public Optional<Request> find(RequestToken token) {
    return findWhole("token", token.value());
  }

  @Override
  public Optional<Request> find(RequestId id) {
    return findWhole("id", id.toString());
  }

  @Override
  public boolean update(Request request, List<TimelineEvent> events, Optional<String> key) {
    return session.write(
        "change a request",
        em -> {
          if (key.filter(used -> hasStep(em, request.id(), used)).isPresent()) {
            return false;
          }
          Query update =
              em.createQuery(request.wakesAt().isPresent() ? UPDATE_ASLEEP : UPDATE_AWAKE);
          request.wakesAt().ifPresent(at -> update.setParameter("wakesAt", at));
          int changed =
              update
                  .setParameter("state", request.state().name())
                  .setParameter("employee", request.employee().value())
                  .setParameter("held", request.held())
                  .setParameter(
                      "askedColleague",
                      request.asked().map(asked -> asked.colleague().value()).orElse(null))
                  .setParameter(
                      "askedFor", request.asked().map(asked -> asked.purpose().name()).orElse(null))
                  .setParameter(
                      "mergedInto",
                      request.situation().mergedInto().map(RequestId::toString).orElse(null))
                  .setParameter("changedAt", request.changedAt())
                  .setParameter("version", request.version())
                  .setParameter("id", request.id().toString())
                  .executeUpdate();
          if (changed == 0) {
            return false;
          }
          append(em, request.id(), nextNumber(em, request.id()), events, key);
          return true;
        });
  }

  @Override
  public boolean hasStep(RequestId id, String key) {
    return session.read("find a step", em -> hasStep(em, id, key));
  }

  @Override
  public List<Request> ofEmployee(EmployeeId employee, Set<RequestState> states) {
    if (states.isEmpty()) {
      return List.of();
    }
    return begun("RoutingRequest r", "r.employee = :employee", employee, states);
  }

  /** Two questions, because each has its index, and one with an OR would look at everything. */
  @Override
  public List<Request> waitingFor(EmployeeId employee) {
    Set<RequestState> open = Set.of(RequestState.OPEN);
    List<Request> own = ofEmployee(employee, open);
    List<Request> others =
        begun(
            "RoutingOther o, RoutingRequest r",
            "o.employee = :employee AND r.id = o.requestId",
            employee,
            open);
    return others.isEmpty()
        ? own
        : Stream.concat(own.stream(), others.stream()).distinct().sorted(BY_RECEIPT).toList();
  }

  /** Answers requests with their first events. */
  private List<Request> begun(
      String from, String whose, EmployeeId employee, Set<RequestState> states) {
    List<Object[]> rows =
        session.read(
            "read an inbox",
            em ->
                em
                    .createQuery(
                        "SELECT r, t FROM RoutingTimeline t, "
                            + from
                            + " WHERE "
                            + whose
                            + " AND r.state IN :states"
                            + " AND t.requestId = r.id AND t.eventNumber = 0"
                            + " ORDER BY r.receivedAt, r.id",
                        Object[].class)
                    .setParameter("employee", employee.value())
                    .setParameter("states", states.stream().map(RequestState::name).toList())
                    .getResultList()
                    .stream()
                    .peek(row -> List.of(row).forEach(em::detach))
                    .toList());
    return rows.stream()
        .map(row -> ((RequestRow) row[0]).toDomain(List.of(((TimelineRow) row[1]).toDomain())))
        .toList();
  }

  @Override
  public Set<EmployeeId> waitedFor() {
    return session
        .read(
            "read for whom requests wait",
            em ->
                Stream.of(
                        "SELECT DISTINCT r.employee FROM RoutingRequest r WHERE r.state = :state",
                        "SELECT DISTINCT o.employee FROM RoutingOther o, RoutingRequest r"
                            + " WHERE r.id = o.requestId AND r.state = :state")
                    .flatMap(
                        query ->
                            em
                                .createQuery(query, String.class)
                                .setParameter("state", RequestState.OPEN.name())
                                .getResultList()
                                .stream())
                    .toList())
        .stream()
        .map(EmployeeId::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Request> unansweredSince(Instant before, int most) {
    return session.read(
        "read unanswered requests",
        em -> {
          TypedQuery<RequestRow> query =
              em.createQuery(
                      "SELECT r FROM RoutingRequest r"
                          + " WHERE r.state IN :states AND r.changedAt < :before"
                          + " ORDER BY r.changedAt, r.id",
                      RequestRow.class)
                  .setParameter("states", UNANSWERED)
                  .setParameter("before", before);
          return whole(em, query.setMaxResults(most));
        });
  }

  @Override
  public List<Request> askedOf(EmployeeId colleague) {
    return session.read(
        "read what a colleague is asked",
        em ->
            whole(
                em,
                em.createQuery(
                        "SELECT r FROM RoutingRequest r WHERE r.askedColleague = :colleague"
                            + " ORDER BY r.receivedAt, r.id",
                        RequestRow.class)
                    .setParameter("colleague", colleague.value())));
  }

  @Override
  public List<Request> dueToWake(Instant now, int most) {
    return session.read(
        "read snoozed requests",
        em -> {
          TypedQuery<RequestRow> query =
              em.createQuery(
                      "SELECT r FROM RoutingRequest r WHERE r.wakesAt <= :now"
                          + " ORDER BY r.wakesAt, r.receivedAt, r.id",
                      RequestRow.class)
                  .setParameter("now", now);
          return whole(em, query.setMaxResults(most));
        });
  }

  @Override
  public Optional<Instant> nextWake() {
    return session.read(
        "find the next snoozed request",
        em ->
            em
                .createQuery(
                    "SELECT r.wakesAt FROM RoutingRequest r WHERE r.wakesAt IS NOT NULL"
                        + " ORDER BY r.wakesAt",
                    Instant.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst());
  }

  private static List<Request> whole(EntityManager em, TypedQuery<RequestRow> query) {
    List<RequestRow> rows = query.getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(row -> row.toDomain(timeline(em, row))).toList();
  }

  @Override
  public Optional<Instant> longestUnanswered() {
    return session.read(
        "find the longest unanswered request",
        em ->
            em
                .createQuery(
                    "SELECT r.changedAt FROM RoutingRequest r WHERE r.state IN :states"
                        + " ORDER BY r.changedAt",
                    Instant.class)
                .setParameter("states", UNANSWERED)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst());
  }

  private Optional<Request> findWhole(String attribute, String value) {
    return session.read(
        "find a request",
        em -> find(em, attribute, value).map(row -> row.toDomain(timeline(em, row))));
  }

  private static Optional<RequestRow> find(EntityManager em, String attribute, String value) {
    return Session.first(
        em,
        em.createQuery(
                "SELECT r FROM RoutingRequest r WHERE r." + attribute + " = :value",
                RequestRow.class)
            .setParameter("value", value)
            .getResultList());
  }

  private static List<TimelineEvent> timeline(EntityManager em, RequestRow request) {
    TypedQuery<TimelineRow> query =
        em.createQuery(
            "SELECT t FROM RoutingTimeline t WHERE t.requestId = :id ORDER BY t.eventNumber",
            TimelineRow.class);
    List<TimelineRow> rows = query.setParameter("id", request.id()).getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(TimelineRow::toDomain).toList();
  }

  /** Two callers never find the same number: the request's row is locked by its update. */
  private static int nextNumber(EntityManager em, RequestId id) {
    return 1
        + em.createQuery(
                "SELECT MAX(t.eventNumber) FROM RoutingTimeline t WHERE t.requestId = :id",
                Integer.class)
            .setParameter("id", id.toString())
            .getSingleResult();
  }

  private static void append(
      EntityManager em,
      RequestId id,
      int firstNumber,
      List<TimelineEvent> events,
      Optional<String> key) {
    List<TimelineRow> rows = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      rows.add(
          TimelineRow.of(
              id.toString(), firstNumber + i, events.get(i), i == 0 ? key.orElse(null) : null));
    }
    Session.insert(em, rows);
  }

  private static boolean hasStep(EntityManager em, RequestId id, String key) {
    return em.createQuery(
                "SELECT COUNT(t) FROM RoutingTimeline t"
                    + " WHERE t.requestId = :id AND t.stepKey = :key",
                Long.class)
            .setParameter("id", id.toString())
            .setParameter("key", key)
            .getSingleResult()
        > 0;
  }
}
