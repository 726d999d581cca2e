package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestToken;
import org.visavis.routing.spi.DutyStore;

/**
 * Keeps a duty rota in a relational database. A request changes by one statement that names the
 * version it was read in. As thread-safe as the entity manager that the supplier answers: a
 * container's proxy is.
 */
public final class JpaDutyStore implements DutyStore {

  private static final String ASKING = DutyRequest.State.ASKING.name();

  private final Session session;

  /**
   * Makes a store.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaDutyStore(Supplier<EntityManager> entityManager) {
    session = new Session(entityManager);
  }

  @Override
  public boolean create(DutyRequest request, String key) {
    return session.write(
        "keep a request to a department",
        em -> {
          if (by(em, "idempotencyKey", key).isPresent()) {
            return false;
          }
          Session.insert(em, List.of(DutyRow.of(request, key)));
          return true;
        });
  }

  @Override
  public Optional<DutyRequest> findByKey(String key) {
    return find("idempotencyKey", key);
  }

  @Override
  public Optional<DutyRequest> find(RequestToken token) {
    return find("token", token.value());
  }

  @Override
  public Optional<DutyRequest> find(RequestId id) {
    return find("id", id.toString());
  }

  private Optional<DutyRequest> find(String attribute, String value) {
    return session.read("find a request to a department", em -> by(em, attribute, value));
  }

  @Override
  public boolean update(DutyRequest request) {
    return session.write(
        "change a request to a department",
        em ->
            em.createQuery(
                        "UPDATE RoutingDuty d SET d.state = :state, d.asked = :asked,"
                            + " d.tried = :tried, d.dueAt = :due, d.became = :became,"
                            + " d.version = :version + 1"
                            + " WHERE d.id = :id AND d.version = :version")
                    .setParameter("state", request.state().name())
                    .setParameter("asked", request.asked().map(EmployeeId::value).orElse(null))
                    .setParameter("tried", DutyRow.tried(request))
                    .setParameter("due", request.due())
                    .setParameter("became", request.became().map(RequestToken::value).orElse(null))
                    .setParameter("version", request.version())
                    .setParameter("id", request.id().toString())
                    .executeUpdate()
                == 1);
  }

  @Override
  public List<DutyRequest> asked(EmployeeId employee) {
    return session.read(
        "read what somebody is asked for",
        em ->
            requests(
                em,
                em.createQuery(
                        "SELECT d FROM RoutingDuty d WHERE d.asked = :employee"
                            + " AND d.state = :state ORDER BY d.dueAt, d.id",
                        DutyRow.class)
                    .setParameter("employee", employee.value())
                    .setParameter("state", ASKING)));
  }

  @Override
  public List<DutyRequest> due(Instant now, int most) {
    return session.read(
        "read due requests to departments",
        em ->
            requests(
                em,
                em.createQuery(
                        "SELECT d FROM RoutingDuty d WHERE d.state = :state AND d.dueAt <= :now"
                            + " ORDER BY d.dueAt, d.id",
                        DutyRow.class)
                    .setParameter("state", ASKING)
                    .setParameter("now", now)
                    .setMaxResults(most)));
  }

  @Override
  public Optional<Instant> nextDue() {
    return session.read(
        "find the next due request to a department",
        em ->
            em
                .createQuery(
                    "SELECT d.dueAt FROM RoutingDuty d WHERE d.state = :state ORDER BY d.dueAt",
                    Instant.class)
                .setParameter("state", ASKING)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst());
  }

  @Override
  public int countOfAddress(String email) {
    return session.read(
        "count requests to departments",
        em ->
            em.createQuery(
                    "SELECT COUNT(d) FROM RoutingDuty d WHERE d.emailKey = :email"
                        + " AND d.state = :state",
                    Long.class)
                .setParameter("email", WaitlistRow.key(email))
                .setParameter("state", ASKING)
                .getSingleResult()
                .intValue());
  }

  @Override
  public Set<DepartmentId> onDuty() {
    return session.read(
        "read the departments on duty",
        em -> {
          List<DutyDepartmentRow> rows =
              em.createQuery("SELECT d FROM RoutingDutyDepartment d", DutyDepartmentRow.class)
                  .getResultList();
          rows.forEach(em::detach);
          return rows.stream()
              .map(DutyDepartmentRow::toDomain)
              .collect(Collectors.toUnmodifiableSet());
        });
  }

  @Override
  public void setOnDuty(DepartmentId department, boolean onDuty) {
    session.write(
        "set a department on duty",
        em -> {
          em.createQuery("DELETE FROM RoutingDutyDepartment d WHERE d.department = :department")
              .setParameter("department", department.value())
              .executeUpdate();
          if (onDuty) {
            Session.insert(em, List.of(DutyDepartmentRow.of(department)));
          }
          return true;
        });
  }

  @Override
  public boolean isWilling(EmployeeId employee) {
    return session
        .read("read who wants to be asked", em -> person(em, employee))
        .map(DutyPersonRow::isWilling)
        .orElse(true);
  }

  @Override
  public void setWilling(EmployeeId employee, boolean willing) {
    session.write(
        "set who wants to be asked",
        em -> {
          int changed =
              em.createQuery(
                      "UPDATE RoutingDutyPerson p SET p.willing = :willing"
                          + " WHERE p.employee = :employee")
                  .setParameter("willing", willing)
                  .setParameter("employee", employee.value())
                  .executeUpdate();
          if (changed == 0) {
            Session.insert(em, List.of(DutyPersonRow.of(employee, willing, null)));
          }
          return true;
        });
  }

  @Override
  public Map<EmployeeId, Instant> lastAsked() {
    return session.read(
        "read who was asked when",
        em -> {
          List<DutyPersonRow> rows =
              em.createQuery(
                      "SELECT p FROM RoutingDutyPerson p WHERE p.askedAt IS NOT NULL",
                      DutyPersonRow.class)
                  .getResultList();
          rows.forEach(em::detach);
          Map<EmployeeId, Instant> last = new HashMap<>();
          rows.forEach(row -> row.askedAt().ifPresent(at -> last.put(row.employee(), at)));
          return last;
        });
  }

  @Override
  public void noteAsked(EmployeeId employee, Instant at) {
    session.write(
        "note who was asked",
        em -> {
          int changed =
              em.createQuery(
                      "UPDATE RoutingDutyPerson p SET p.askedAt = :at"
                          + " WHERE p.employee = :employee")
                  .setParameter("at", at)
                  .setParameter("employee", employee.value())
                  .executeUpdate();
          if (changed == 0) {
            Session.insert(em, List.of(DutyPersonRow.of(employee, true, at)));
          }
          return true;
        });
  }

  private static Optional<DutyPersonRow> person(EntityManager em, EmployeeId employee) {
    return Session.first(
        em,
        em.createQuery(
                "SELECT p FROM RoutingDutyPerson p WHERE p.employee = :employee",
                DutyPersonRow.class)
            .setParameter("employee", employee.value())
            .getResultList());
  }

  private static Optional<DutyRequest> by(EntityManager em, String attribute, String value) {
    return requests(
            em,
            em.createQuery(
                    "SELECT d FROM RoutingDuty d WHERE d." + attribute + " = :value", DutyRow.class)
                .setParameter("value", value))
        .stream()
        .findFirst();
  }

  private static List<DutyRequest> requests(EntityManager em, TypedQuery<DutyRow> query) {
    List<DutyRow> rows = query.getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(DutyRow::toDomain).toList();
  }
}
