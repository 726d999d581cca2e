package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.AppointmentSettings;
import org.visavis.routing.Booking;
import org.visavis.routing.RequestId;
import org.visavis.routing.Slot;
import org.visavis.routing.spi.AppointmentStore;

/**
 * Keeps appointments in a relational database. Whoever books counts one up in the employee's row
 * first: its lock is the queue, and who holds it sees all that was taken before. As thread-safe as
 * the entity manager that the supplier answers: a container's proxy is.
 */
public final class JpaAppointmentStore implements AppointmentStore {

  private static final String JOIN_THE_QUEUE =
      "UPDATE RoutingAppointments a SET a.bookings = a.bookings + 1 WHERE a.employee = :employee";
  private static final String DECIDE =
      "UPDATE RoutingAppointments a SET a.offered = :offered, a.lengthMinutes = :length,"
          + " a.beforeMinutes = :before, a.afterMinutes = :after, a.noticeMinutes = :notice,"
          + " a.horizonDays = :horizon, a.mostADay = :most WHERE a.employee = :employee";
  private static final String OVERLAPPING =
      "SELECT COUNT(b) FROM RoutingBooking b WHERE b.employee = :employee AND b.claim <> :claim"
          + " AND b.keptFrom < :until AND b.keptUntil > :from";
  private static final String ON_THE_DAY =
      "SELECT COUNT(b) FROM RoutingBooking b WHERE b.employee = :employee AND b.claim <> :claim"
          + " AND b.startsAt >= :from AND b.startsAt < :until";
  private static final String MOVE =
      "UPDATE RoutingBooking b SET b.startsAt = :start, b.endsAt = :end, b.keptFrom = :keptFrom,"
          + " b.keptUntil = :keptUntil, b.moves = :moves WHERE b.claim = :claim";

  /** The most values that a statement names; databases have a limit for it. */
  private static final int AT_ONCE = 500;

  private final Session session;

  /**
   * Makes a store.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaAppointmentStore(Supplier<EntityManager> entityManager) {
    session = new Session(entityManager);
  }

  @Override
  public Optional<AppointmentSettings> settings(EmployeeId employee) {
    return session.read(
        "read what is decided about appointments",
        em ->
            Session.first(
                    em,
                    em.createQuery(
                            "SELECT a FROM RoutingAppointments a WHERE a.employee = :employee",
                            AppointmentsRow.class)
                        .setParameter("employee", employee.value())
                        .getResultList())
                .map(AppointmentsRow::toDomain));
  }

  @Override
  public void saveSettings(EmployeeId employee, AppointmentSettings settings) {
    session.write(
        "keep what is decided about appointments",
        em -> {
          int changed =
              em.createQuery(DECIDE)
                  .setParameter("offered", settings.offered())
                  .setParameter("length", (int) settings.length().toMinutes())
                  .setParameter("before", (int) settings.before().toMinutes())
                  .setParameter("after", (int) settings.after().toMinutes())
                  .setParameter("notice", (int) settings.notice().toMinutes())
                  .setParameter("horizon", settings.horizonDays())
                  .setParameter("most", settings.mostADay())
                  .setParameter("employee", employee.value())
                  .executeUpdate();
          if (changed == 0) {
            Session.insert(em, List.of(AppointmentsRow.of(employee, settings)));
          }
          return changed;
        });
  }

  @Override
  public boolean tryBook(Booking booking, Slot day, int mostADay) {
    return session.write(
        "book a time",
        em -> {
          int queued =
              em.createQuery(JOIN_THE_QUEUE)
                  .setParameter("employee", booking.employee().value())
                  .executeUpdate();
          if (queued == 0
              || count(em, OVERLAPPING, booking, booking.kept()) > 0
              || count(em, ON_THE_DAY, booking, day) >= mostADay) {
            return false;
          }
          if (move(em, booking) == 0) {
            Session.insert(em, List.of(BookingRow.of(booking)));
          }
          return true;
        });
  }

  private static long count(EntityManager em, String statement, Booking booking, Slot time) {
    return em.createQuery(statement, Long.class)
        .setParameter("employee", booking.employee().value())
        .setParameter("claim", booking.claim())
        .setParameter("from", time.start())
        .setParameter("until", time.end())
        .getSingleResult();
  }

  private static int move(EntityManager em, Booking booking) {
    return em.createQuery(MOVE)
        .setParameter("start", booking.slot().start())
        .setParameter("end", booking.slot().end())
        .setParameter("keptFrom", booking.kept().start())
        .setParameter("keptUntil", booking.kept().end())
        .setParameter("moves", booking.moves())
        .setParameter("claim", booking.claim())
        .executeUpdate();
  }

  @Override
  public void assign(String claim, RequestId request) {
    session.write(
        "say whose a booking is",
        em -> {
          Query query =
              em.createQuery(
                  "UPDATE RoutingBooking b SET b.requestId = :request WHERE b.claim = :claim");
          return query
              .setParameter("request", request.toString())
              .setParameter("claim", claim)
              .executeUpdate();
        });
  }

  @Override
  public Optional<Booking> findByClaim(String claim) {
    return session.read("find a booking", em -> find(em, "claim", claim));
  }

  @Override
  public Optional<Booking> find(RequestId request) {
    return session.read("find a booking", em -> find(em, "requestId", request.toString()));
  }

  private static Optional<Booking> find(EntityManager em, String attribute, String value) {
    return Session.first(
            em,
            em.createQuery(
                    "SELECT b FROM RoutingBooking b WHERE b." + attribute + " = :value",
                    BookingRow.class)
                .setParameter("value", value)
                .getResultList())
        .map(BookingRow::toDomain);
  }

  @Override
  public Map<RequestId, Booking> find(Collection<RequestId> requests) {
    List<String> ids = requests.stream().map(RequestId::toString).distinct().toList();
    Map<RequestId, Booking> found = new HashMap<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      session
          .read(
              "find bookings",
              em ->
                  all(
                      em,
                      em.createQuery(
                              "SELECT b FROM RoutingBooking b WHERE b.requestId IN :ids",
                              BookingRow.class)
                          .setParameter("ids", some)))
          .forEach(booking -> booking.request().ifPresent(id -> found.put(id, booking)));
    }
    return found;
  }

  @Override
  public List<Booking> ofEmployee(EmployeeId employee, Instant from, Instant to) {
    return session.read(
        "read an employee's bookings",
        em ->
            all(
                em,
                em.createQuery(
                        "SELECT b FROM RoutingBooking b WHERE b.employee = :employee"
                            + " AND b.keptFrom < :to AND b.keptUntil > :from"
                            + " ORDER BY b.startsAt, b.endsAt, b.claim",
                        BookingRow.class)
                    .setParameter("employee", employee.value())
                    .setParameter("from", from)
                    .setParameter("to", to)));
  }

  private static List<Booking> all(EntityManager em, TypedQuery<BookingRow> query) {
    List<BookingRow> rows = query.getResultList();
    rows.forEach(em::detach);
    return rows.stream().map(BookingRow::toDomain).toList();
  }

  @Override
  public Optional<Booking> remove(String claim) {
    return session.write(
        "free a time",
        em ->
            find(em, "claim", claim)
                .filter(
                    found ->
                        em.createQuery("DELETE FROM RoutingBooking b WHERE b.claim = :claim")
                                .setParameter("claim", claim)
                                .executeUpdate()
                            == 1));
  }
}
