package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Lease;
import org.visavis.routing.LeaseToken;
import org.visavis.routing.spi.LeaseStore;

/**
 * Keeps leases in a relational database; the {@code DELETE} that removes a row decides whose it is.
 * As thread-safe as the entity manager that the supplier answers: a container's proxy is.
 */
public final class JpaLeaseStore implements LeaseStore {

  private final Session session;

  /**
   * Makes a store.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaLeaseStore(Supplier<EntityManager> entityManager) {
    session = new Session(entityManager);
  }

  @Override
  public boolean save(Lease lease, String key) {
    return session.write(
        "keep a lease",
        em -> {
          if (byKey(em, key).isPresent()) {
            return false;
          }
          Session.insert(em, List.of(LeaseRow.of(lease, key)));
          return true;
        });
  }

  @Override
  public Optional<Lease> findByKey(String key) {
    return session.read("find a lease", em -> byKey(em, key)).map(LeaseRow::toDomain);
  }

  @Override
  public Optional<Lease> find(LeaseToken token) {
    return session.read("find a lease", em -> byToken(em, token)).map(LeaseRow::toDomain);
  }

  @Override
  public Optional<Lease> remove(LeaseToken token) {
    return session.write(
        "remove a lease",
        em -> byToken(em, token).filter(row -> delete(em, row)).map(LeaseRow::toDomain));
  }

  @Override
  public List<Lease> removeEnded(EmployeeId employee, Instant now) {
    return session.write(
        "remove ended leases",
        em ->
            removeAll(
                em,
                em.createQuery(
                        "SELECT l FROM RoutingLease l"
                            + " WHERE l.employee = :employee AND l.endsAt <= :now"
                            + " ORDER BY l.endsAt, l.token",
                        LeaseRow.class)
                    .setParameter("employee", employee.value())
                    .setParameter("now", now)
                    .getResultList()));
  }

  @Override
  public List<Lease> removeEnded(Instant now, int most) {
    return session.write(
        "remove ended leases",
        em ->
            removeAll(
                em,
                em.createQuery(
                        "SELECT l FROM RoutingLease l WHERE l.endsAt <= :now"
                            + " ORDER BY l.endsAt, l.token",
                        LeaseRow.class)
                    .setParameter("now", now)
                    .setMaxResults(most)
                    .getResultList()));
  }

  @Override
  public Optional<Instant> nextEnd() {
    return session
        .read(
            "find the next end of a lease",
            em ->
                Session.first(
                    em,
                    em.createQuery("SELECT l FROM RoutingLease l ORDER BY l.endsAt", LeaseRow.class)
                        .setMaxResults(1)
                        .getResultList()))
        .map(row -> row.toDomain().until());
  }

  private static List<Lease> removeAll(EntityManager em, List<LeaseRow> rows) {
    rows.forEach(em::detach);
    return rows.stream().filter(row -> delete(em, row)).map(LeaseRow::toDomain).toList();
  }

  private static boolean delete(EntityManager em, LeaseRow row) {
    return em.createQuery("DELETE FROM RoutingLease l WHERE l.token = :token")
            .setParameter("token", row.token())
            .executeUpdate()
        == 1;
  }

  private static Optional<LeaseRow> byToken(EntityManager em, LeaseToken token) {
    return Session.first(
        em,
        em.createQuery("SELECT l FROM RoutingLease l WHERE l.token = :token", LeaseRow.class)
            .setParameter("token", token.value())
            .getResultList());
  }

  private static Optional<LeaseRow> byKey(EntityManager em, String key) {
    return Session.first(
        em,
        em.createQuery("SELECT l FROM RoutingLease l WHERE l.idempotencyKey = :key", LeaseRow.class)
            .setParameter("key", key)
            .getResultList());
  }
}
