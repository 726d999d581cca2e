package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.RequestState;
import org.visavis.routing.spi.Ledger;

/**
 * Counts in a relational database: one row for each employee, and one conditional statement that
 * checks and takes. As thread-safe as the entity manager that the supplier answers: a container's
 * proxy is.
 */
public final class JpaLedger implements Ledger {

  private static final String TAKE =
      "UPDATE RoutingLedger l SET l.taken = l.taken + :points"
          + " WHERE l.employee = :employee AND l.taken + :points <= l.capacity"
          + " AND l.taken + :points <= :now";
  private static final String TAKE_BEYOND =
      "UPDATE RoutingLedger l SET l.taken = l.taken + :points, l.ceiling ="
          + " CASE WHEN l.taken + :points > l.capacity THEN l.taken + :points ELSE l.capacity END"
          + " WHERE l.employee = :employee";
  private static final String GIVE_BACK =
      "UPDATE RoutingLedger l SET l.taken = l.taken - :points, l.ceiling ="
          + " CASE WHEN l.taken - :points > l.capacity THEN l.taken - :points ELSE l.capacity END"
          + " WHERE l.employee = :employee AND l.taken >= :points";
  private static final String LIMIT =
      "UPDATE RoutingLedger l SET l.capacity = :points, l.ceiling ="
          + " CASE WHEN l.taken > :points THEN l.taken ELSE :points END"
          + " WHERE l.employee = :employee";

  private static final String LEASED =
      "SELECT l.channel, SUM(l.effort) FROM RoutingLease l"
          + " WHERE l.employee = :employee GROUP BY l.channel";
  private static final String REQUESTED =
      "SELECT r.channel, SUM(r.held) FROM RoutingRequest r"
          + " WHERE r.employee = :employee AND r.state IN :states GROUP BY r.channel";
  private static final List<String> HOLDING =
      Stream.of(RequestState.values())
          .filter(RequestState::isInCare)
          .map(RequestState::name)
          .toList();

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
  public boolean tryTake(EmployeeId employee, Channel channel, int points, Limits limits) {
    requirePositive(points);
    return session.write(
        "take points",
        em -> {
          if (!takeOverall(em, employee, points, limits)) {
            return false;
          }
          if (limits.ofChannel() == Limits.UNLIMITED
              || byChannel(em, employee).getOrDefault(channel, 0) + points <= limits.ofChannel()) {
            return true;
          }
          change(em, GIVE_BACK, employee, points);
          return false;
        });
  }

  private static boolean takeOverall(
      EntityManager em, EmployeeId employee, int points, Limits limits) {
    if (em.createQuery(TAKE)
            .setParameter("employee", employee.value())
            .setParameter("points", points)
            .setParameter("now", limits.now())
            .executeUpdate()
        == 1) {
      return true;
    }
    if (points > Math.min(limits.whenNew(), limits.now()) || exists(em, employee)) {
      return false;
    }
    Session.insert(em, List.of(LedgerRow.of(employee.value(), points, limits.whenNew())));
    return true;
  }

  @Override
  public Map<Channel, Integer> takenByChannel(EmployeeId employee) {
    return session.read("read points taken by channel", em -> byChannel(em, employee));
  }

  /**
   * Adds up what leases and requests hold. Whoever takes points holds the employee's row of the
   * ledger by then, so that nobody else adds any. Leases are looked at first: one that becomes a
   * request meanwhile is counted twice, and never not at all.
   */
  private static Map<Channel, Integer> byChannel(EntityManager em, EmployeeId employee) {
    Map<Channel, Integer> taken = new EnumMap<>(Channel.class);
    for (String held : List.of(LEASED, REQUESTED)) {
      TypedQuery<Object[]> query =
          em.createQuery(held, Object[].class).setParameter("employee", employee.value());
      if (held.equals(REQUESTED)) {
        query.setParameter("states", HOLDING);
      }
      for (Object[] row : query.getResultList()) {
        taken.merge(Channel.from((String) row[0]), ((Number) row[1]).intValue(), Integer::sum);
      }
    }
    return taken;
  }

  @Override
  public void takeBeyond(EmployeeId employee, Channel channel, int points, int limitIfNew) {
    requirePositive(points);
    session.write(
        "take points beyond the limit",
        em -> {
          if (!change(em, TAKE_BEYOND, employee, points)) {
            Session.insert(em, List.of(LedgerRow.of(employee.value(), points, limitIfNew)));
          }
          return true;
        });
  }

  @Override
  public void giveBack(EmployeeId employee, Channel channel, int points) {
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
