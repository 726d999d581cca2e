package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.visavis.directory.DepartmentId;
import org.visavis.routing.Promise;
import org.visavis.routing.RequestId;
import org.visavis.routing.spi.PromiseStore;

/**
 * Keeps promises in a relational database. A stage is reached by one statement that names the stage
 * and the instants that were read. As thread-safe as the entity manager that the supplier answers:
 * a container's proxy is.
 */
public final class JpaPromiseStore implements PromiseStore {

  private static final String ADVANCE = "UPDATE RoutingPromise p SET p.stage = :after, p.nextAt = ";
  private static final String UNCHANGED =
      " WHERE p.requestId = :id AND p.stage = :before AND p.sinceAt = :since"
          + " AND p.dueAt IS NOT NULL";
  private static final int AT_ONCE = 500;

  private final Session session;

  /**
   * Makes a store.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaPromiseStore(Supplier<EntityManager> entityManager) {
    session = new Session(entityManager);
  }

  @Override
  public Map<DepartmentId, Duration> targets() {
    Map<DepartmentId, Duration> targets = new HashMap<>();
    session
        .read(
            "read targets",
            em -> {
              List<PromiseTargetRow> rows =
                  em.createQuery("SELECT t FROM RoutingPromiseTarget t", PromiseTargetRow.class)
                      .getResultList();
              rows.forEach(em::detach);
              return rows;
            })
        .forEach(row -> targets.put(DepartmentId.of(row.department()), row.target()));
    return Map.copyOf(targets);
  }

  @Override
  public void saveTarget(DepartmentId department, Optional<Duration> target) {
    session.write(
        "keep a target",
        em -> {
          em.createQuery("DELETE FROM RoutingPromiseTarget t WHERE t.department = :department")
              .setParameter("department", department.value())
              .executeUpdate();
          target.ifPresent(
              time -> Session.insert(em, List.of(PromiseTargetRow.of(department.value(), time))));
          return true;
        });
  }

  @Override
  public void save(Promise promise) {
    session.write(
        "keep a promise",
        em -> {
          delete(em, promise.request());
          Session.insert(em, List.of(PromiseRow.of(promise)));
          return true;
        });
  }

  @Override
  public void remove(RequestId request) {
    session.write("forget a promise", em -> delete(em, request));
  }

  private static int delete(EntityManager em, RequestId request) {
    return em.createQuery("DELETE FROM RoutingPromise p WHERE p.requestId = :id")
        .setParameter("id", request.toString())
        .executeUpdate();
  }

  @Override
  public Optional<Promise> find(RequestId request) {
    return session.read(
        "find a promise",
        em ->
            Session.first(
                    em,
                    em.createQuery(
                            "SELECT p FROM RoutingPromise p WHERE p.requestId = :id",
                            PromiseRow.class)
                        .setParameter("id", request.toString())
                        .getResultList())
                .map(PromiseRow::toDomain));
  }

  @Override
  public Map<RequestId, Promise> find(Collection<RequestId> requests) {
    List<String> ids = requests.stream().map(RequestId::toString).distinct().toList();
    Map<RequestId, Promise> found = new HashMap<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      session
          .read(
              "find promises",
              em ->
                  all(
                      em,
                      em.createQuery(
                              "SELECT p FROM RoutingPromise p WHERE p.requestId IN :ids",
                              PromiseRow.class)
                          .setParameter("ids", some)))
          .forEach(promise -> found.put(promise.request(), promise));
    }
    return found;
  }

  @Override
  public List<Promise> due(Instant now, int most) {
    return session.read(
        "read what is due",
        em ->
            all(
                em,
                em.createQuery(
                        "SELECT p FROM RoutingPromise p WHERE p.nextAt <= :now"
                            + " ORDER BY p.nextAt, p.requestId",
                        PromiseRow.class)
                    .setParameter("now", now)
                    .setMaxResults(most)));
  }

  private static List<Promise> all(EntityManager em, TypedQuery<PromiseRow> query) {
    List<PromiseRow> rows = query.getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(PromiseRow::toDomain).toList();
  }

  @Override
  public Optional<Instant> nextDue() {
    return session.read(
        "find what is due next",
        em ->
            em
                .createQuery(
                    "SELECT p.nextAt FROM RoutingPromise p WHERE p.nextAt IS NOT NULL"
                        + " ORDER BY p.nextAt",
                    Instant.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst());
  }

  @Override
  public boolean advance(Promise before, Promise after) {
    return session.write(
        "take a promise on",
        em ->
            after
                    .next()
                    .map(
                        next ->
                            em.createQuery(ADVANCE + ":next" + UNCHANGED)
                                .setParameter("next", next))
                    .orElseGet(() -> em.createQuery(ADVANCE + "NULL" + UNCHANGED))
                    .setParameter("after", after.stage().name())
                    .setParameter("id", before.request().toString())
                    .setParameter("before", before.stage().name())
                    .setParameter("since", before.since())
                    .executeUpdate()
                == 1);
  }
}
