package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.WaitlistEntry;
import org.visavis.routing.WaitlistToken;
import org.visavis.routing.spi.WaitlistStore;

/**
 * Keeps waitlists in a relational database; the {@code DELETE} that removes a row decides who
 * tells. As thread-safe as the entity manager that the supplier answers: a container's proxy is.
 */
public final class JpaWaitlistStore implements WaitlistStore {

  private final Session session;

  /**
   * Makes a store.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaWaitlistStore(Supplier<EntityManager> entityManager) {
    session = new Session(entityManager);
  }

  @Override
  public boolean save(WaitlistEntry entry) {
    return session.write(
        "keep an entry of a waitlist",
        em -> {
          long alike =
              em.createQuery(
                      "SELECT COUNT(w) FROM RoutingWaitlist w WHERE w.employee = :employee"
                          + " AND w.channel = :channel AND w.emailKey = :email",
                      Long.class)
                  .setParameter("employee", entry.employee().value())
                  .setParameter("channel", entry.channel().code())
                  .setParameter("email", WaitlistRow.key(entry.email()))
                  .getSingleResult();
          if (alike > 0) {
            return false;
          }
          Session.insert(em, List.of(WaitlistRow.of(entry)));
          return true;
        });
  }

  @Override
  public Optional<WaitlistEntry> find(WaitlistToken token) {
    return session.read("find an entry of a waitlist", em -> byToken(em, token));
  }

  @Override
  public void confirm(WaitlistToken token, Instant since, Instant until) {
    session.write(
        "confirm an entry of a waitlist",
        em ->
            em.createQuery(
                    "UPDATE RoutingWaitlist w SET w.confirmedAt = :since, w.endsAt = :until"
                        + " WHERE w.token = :token AND w.confirmedAt IS NULL"
                        + " AND w.endsAt > :since")
                .setParameter("since", since)
                .setParameter("until", until)
                .setParameter("token", token.value())
                .executeUpdate());
  }

  @Override
  public Optional<WaitlistEntry> remove(WaitlistToken token) {
    return session.write(
        "remove an entry of a waitlist",
        em -> byToken(em, token).filter(entry -> delete(em, token.value())));
  }

  @Override
  public List<WaitlistEntry> waiting(EmployeeId employee, Instant now) {
    return session.read(
        "read a waitlist",
        em ->
            entries(
                em,
                em.createQuery(
                        "SELECT w FROM RoutingWaitlist w WHERE w.employee = :employee"
                            + " AND w.confirmedAt IS NOT NULL AND w.endsAt > :now"
                            + " ORDER BY w.confirmedAt, w.token",
                        WaitlistRow.class)
                    .setParameter("employee", employee.value())
                    .setParameter("now", now)));
  }

  @Override
  public Set<EmployeeId> waitedFor() {
    return session
        .read(
            "read for whom people wait",
            em ->
                em.createQuery(
                        "SELECT DISTINCT w.employee FROM RoutingWaitlist w"
                            + " WHERE w.confirmedAt IS NOT NULL",
                        String.class)
                    .getResultList())
        .stream()
        .map(EmployeeId::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public int countOfAddress(String email) {
    return count("w.emailKey = :value", WaitlistRow.key(email));
  }

  @Override
  public int countOfEmployee(EmployeeId employee) {
    return count("w.employee = :value", employee.value());
  }

  private int count(String condition, String value) {
    return session.read(
        "count entries of waitlists",
        em ->
            em.createQuery("SELECT COUNT(w) FROM RoutingWaitlist w WHERE " + condition, Long.class)
                .setParameter("value", value)
                .getSingleResult()
                .intValue());
  }

  @Override
  public void removeEnded(Instant now, int most) {
    session.write(
        "remove ended entries of waitlists",
        em ->
            em
                .createQuery(
                    "SELECT w.token FROM RoutingWaitlist w WHERE w.endsAt <= :now"
                        + " ORDER BY w.endsAt, w.token",
                    String.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .filter(token -> delete(em, token))
                .count());
  }

  @Override
  public Optional<Instant> nextEnd() {
    return session.read(
        "find the next end of a waitlist",
        em ->
            em
                .createQuery(
                    "SELECT w.endsAt FROM RoutingWaitlist w ORDER BY w.endsAt", Instant.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst());
  }

  private static Optional<WaitlistEntry> byToken(EntityManager em, WaitlistToken token) {
    return entries(
            em,
            em.createQuery(
                    "SELECT w FROM RoutingWaitlist w WHERE w.token = :token", WaitlistRow.class)
                .setParameter("token", token.value()))
        .stream()
        .findFirst();
  }

  private static List<WaitlistEntry> entries(EntityManager em, TypedQuery<WaitlistRow> query) {
    List<WaitlistRow> rows = query.getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(WaitlistRow::toDomain).toList();
  }

  private static boolean delete(EntityManager em, String token) {
    return em.createQuery("DELETE FROM RoutingWaitlist w WHERE w.token = :token")
            .setParameter("token", token)
            .executeUpdate()
        == 1;
  }
}
