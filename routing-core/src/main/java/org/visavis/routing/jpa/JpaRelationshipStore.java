package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Relationship;
import org.visavis.routing.RequestId;
import org.visavis.routing.spi.RelationshipStore;

/**
 * Keeps relationships in a relational database. As thread-safe as the entity manager that the
 * supplier answers: a container's proxy is.
 */
public final class JpaRelationshipStore implements RelationshipStore {

  private final Session session;

  /**
   * Makes a store.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaRelationshipStore(Supplier<EntityManager> entityManager) {
    session = new Session(entityManager);
  }

  @Override
  public void save(Relationship relationship) {
    session.write(
        "keep who helped",
        em -> {
          if (find(em, relationship.request()).isEmpty()) {
            Session.insert(em, List.of(RelationshipRow.of(relationship)));
          }
          return true;
        });
  }

  @Override
  public Optional<Relationship> find(RequestId request) {
    return session.read("find who helped", em -> find(em, request));
  }

  @Override
  public void helped(RequestId beginning, EmployeeId employee, Instant at) {
    session.write(
        "note who helped",
        em ->
            em.createQuery(
                    "UPDATE RoutingRelationship r SET r.employee = :employee, r.helpedAt = :at"
                        + " WHERE r.beginning = :beginning AND r.employee IS NOT NULL")
                .setParameter("employee", employee.value())
                .setParameter("at", at)
                .setParameter("beginning", beginning.toString())
                .executeUpdate());
  }

  @Override
  public void end(RequestId beginning, Instant at) {
    session.write(
        "end a relationship",
        em ->
            em.createQuery(
                    "UPDATE RoutingRelationship r SET r.employee = NULL, r.helpedAt = :at"
                        + " WHERE r.beginning = :beginning AND r.employee IS NOT NULL")
                .setParameter("at", at)
                .setParameter("beginning", beginning.toString())
                .executeUpdate());
  }

  @Override
  public void forget(Instant before, int most) {
    session.write(
        "forget relationships",
        em -> {
          List<String> due =
              em.createQuery(
                      "SELECT r.requestId FROM RoutingRelationship r WHERE r.helpedAt < :before"
                          + " ORDER BY r.helpedAt, r.requestId",
                      String.class)
                  .setParameter("before", before)
                  .setMaxResults(most)
                  .getResultList();
          return due.isEmpty()
              ? 0
              : em.createQuery("DELETE FROM RoutingRelationship r WHERE r.requestId IN :due")
                  .setParameter("due", due)
                  .executeUpdate();
        });
  }

  private static Optional<Relationship> find(EntityManager em, RequestId request) {
    return Session.first(
            em,
            em.createQuery(
                    "SELECT r FROM RoutingRelationship r WHERE r.requestId = :request",
                    RelationshipRow.class)
                .setParameter("request", request.toString())
                .getResultList())
        .map(RelationshipRow::toDomain);
  }
}
