package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.Ledger;

/**
 * Counts in a relational database: one row for each employee, and one conditional statement that
 * checks and takes. As thread-safe as the entity manager that the supplier answers: a container's
 * proxy is.
 */
public final class JpaLedger implements Ledger {

  private static final String TAKE =
      "UPDATE RoutingLedger l SET l.taken = l.taken + :points"
          + " WHERE l.employee = :employee AND l.taken + :points <= l.capacity";
  private static final String GIVE_BACK =
      "UPDATE RoutingLedger l SET l.taken = l.taken - :points, l.ceiling ="
          + " CASE WHEN l.taken - :points > l.capacity THEN l.taken - :points ELSE l.capacity END"
          + " WHERE l.employee = :employee AND l.taken >= :points";
  private static final String LIMIT =
      "UPDATE RoutingLedger l SET l.capacity = :points, l.ceiling ="
          + " CASE WHEN l.taken > :points THEN l.taken ELSE :points END"
          + " WHERE l.employee = :employee";

  private final Session session;

  /**
   * Makes a ledger.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaLedger(Supplier<EntityManager> entityManager) {
    session = new Session(entityManager);
  }

  @Override
  public boolean tryTake(EmployeeId employee, int points, int limitIfNew) {
    requirePositive(points);
    return session.write(
        "take points",
        em -> {
          if (change(em, TAKE, employee, points)) {
            return true;
          }
          if (points > limitIfNew || exists(em, employee)) {
            return false;
          }
          Session.insert(em, List.of(LedgerRow.of(employee.value(), points, limitIfNew)));
          return true;
        });
  }

  @Override
  public void giveBack(EmployeeId employee, int points) {
    requirePositive(points);
    if (!session.write("give points back", em -> change(em, GIVE_BACK, employee, points))) {
      throw new IllegalStateException(points + " points come back, fewer are taken");
    }
  }

  @Override
  public Map<EmployeeId, Integer> taken() {
    List<Object[]> rows =
        session.read(
            "read points taken",
            em ->
                em.createQuery(
                        "SELECT l.employee, l.taken FROM RoutingLedger l WHERE l.taken > 0",
                        Object[].class)
                    .getResultList());
    Map<EmployeeId, Integer> taken = new HashMap<>();
    rows.forEach(row -> taken.put(EmployeeId.of((String) row[0]), (Integer) row[1]));
    return taken;
  }

  @Override
  public int taken(EmployeeId employee) {
    return session.read(
        "read points taken",
        em ->
            em
                .createQuery(
                    "SELECT l.taken FROM RoutingLedger l WHERE l.employee = :employee",
                    Integer.class)
                .setParameter("employee", employee.value())
                .getResultList()
                .stream()
                .findFirst()
                .orElse(0));
  }

  @Override
  public void limitChanged(EmployeeId employee, int points) {
    if (points < 0) {
      throw new IllegalArgumentException("A limit is at least 0, not " + points);
    }
    session.write(
        "set a limit",
        em -> {
          if (!change(em, LIMIT, employee, points)) {
            Session.insert(em, List.of(LedgerRow.of(employee.value(), 0, points)));
          }
          return true;
        });
  }

  private static boolean change(
      EntityManager em, String statement, EmployeeId employee, int points) {
    return em.createQuery(statement)
            .setParameter("employee", employee.value())
            .setParameter("points", points)
            .executeUpdate()
        == 1;
  }

  private static boolean exists(EntityManager em, EmployeeId employee) {
    return !em.createQuery(
            "SELECT l.employee FROM RoutingLedger l WHERE l.employee = :employee", String.class)
        .setParameter("employee", employee.value())
        .getResultList()
        .isEmpty();
  }

  private static void requirePositive(int points) {
    if (points < 1) {
      throw new IllegalArgumentException("points are at least 1, not " + points);
    }
  }
}
