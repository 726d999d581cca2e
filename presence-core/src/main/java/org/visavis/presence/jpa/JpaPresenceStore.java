package org.visavis.presence.jpa;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.LoadState;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.PresenceStoreException;
import org.visavis.presence.RuleScope;
import org.visavis.presence.Session;
import org.visavis.presence.spi.PresenceStore;

/**
 * Keeps settings, sessions and calendars in a relational database. A write needs the caller's
 * transaction and is sent to the database before the method returns, so that the row is locked from
 * then on. As thread-safe as the entity manager that the supplier answers: a container's proxy is.
 */
public final class JpaPresenceStore implements PresenceStore {

  private static final int CHUNK = 1_000;

  /** Keeps what is only read out of the persistence context; EclipseLink's own name for it. */
  private static final String READ_ONLY = "eclipselink.read-only";

  private static final List<String> REMOVALS =
      Stream.of("Settings", "LoadState", "Session", "Absence", "Subscription", "Calendar")
          .map(kind -> "DELETE FROM Presence" + kind + " r WHERE r.employee = :employee")
          .toList();

  private static final List<String> FORGETTING =
      List.of(
          "DELETE FROM PresenceSession r WHERE r.validUntil <= :by",
          "DELETE FROM PresenceAbsence r WHERE r.overAt <= :by",
          "UPDATE PresenceSettings r SET r.manualStatus = NULL, r.manualUntil = NULL,"
              + " r.manualNote = NULL, r.manualSet = NULL, r.manualBack = FALSE"
              + " WHERE r.manualUntil <= :by",
          "UPDATE PresenceSettings r SET r.sharePercent = NULL, r.shareUntil = NULL"
              + " WHERE r.shareUntil <= :by");

  private final Supplier<EntityManager> entityManager;

  /**
   * Makes a store.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaPresenceStore(Supplier<EntityManager> entityManager) {
    this.entityManager = Objects.requireNonNull(entityManager, "entityManager");
  }

  @Override
  public Optional<PresenceSettings> find(EmployeeId employee) {
    return read(
        "find settings",
        em -> {
          SettingsRow row = em.find(SettingsRow.class, employee.value());
          if (row == null) {
            return Optional.empty();
          }
          List<Absence> absences =
              absenceRows(em, employee).stream().map(AbsenceRow::toDomain).toList();
          Map<RuleScope, LoadState> states = new HashMap<>();
          stateRows(em, employee).forEach(state -> states.put(state.scope(), state.toDomain()));
          return Optional.of(row.toDomain(absences).withLoadStates(states));
        });
  }

  @Override
  public void forEach(Consumer<PresenceSettings> receiver) {
    Map<EmployeeId, Map<RuleScope, LoadState>> states = loadStates();
    Map<EmployeeId, List<Absence>> absences = absences();
    String after = "";
    List<SettingsRow> rows;
    do {
      String last = after;
      rows =
          read(
              "read settings",
              em ->
                  em.createQuery(
                          "SELECT r FROM PresenceSettings r WHERE r.employee > :last"
                              + " ORDER BY r.employee",
                          SettingsRow.class)
                      .setParameter("last", last)
                      .setMaxResults(CHUNK)
                      .setHint(READ_ONLY, true)
                      .getResultList());
      for (SettingsRow row : rows) {
        EmployeeId employee = EmployeeId.of(row.employee());
        PresenceSettings settings = row.toDomain(absences.getOrDefault(employee, List.of()));
        Map<RuleScope, LoadState> own = states.remove(employee);
        receiver.accept(own == null ? settings : settings.withLoadStates(own));
        after = row.employee();
      }
    } while (rows.size() == CHUNK);
    states.forEach(
        (employee, own) -> receiver.accept(PresenceSettings.initial(employee).withLoadStates(own)));
  }

  private Map<EmployeeId, Map<RuleScope, LoadState>> loadStates() {
    Map<EmployeeId, Map<RuleScope, LoadState>> result = new HashMap<>();
    all("read states of hysteresis", LoadStateRow.class, "PresenceLoadState")
        .forEach(
            row ->
                result
                    .computeIfAbsent(EmployeeId.of(row.employee()), id -> new HashMap<>())
                    .put(row.scope(), row.toDomain()));
    return result;
  }

  private Map<EmployeeId, List<Absence>> absences() {
    return all("read absences", AbsenceRow.class, "PresenceAbsence").stream()
        .collect(groupingBy(AbsenceRow::employee, mapping(AbsenceRow::toDomain, toList())));
  }

  /** Reads everybody's rows of one kind, in the order of their keys. */
  private <T> List<T> all(String what, Class<T> rows, String entity) {
    return read(
        what,
        em ->
            em.createQuery("SELECT r FROM " + entity + " r ORDER BY r.employee", rows)
                .setHint(READ_ONLY, true)
                .getResultList());
  }

  private static List<AbsenceRow> absenceRows(EntityManager em, EmployeeId employee) {
    return own(em, AbsenceRow.class, "PresenceAbsence", employee);
  }

  private static List<LoadStateRow> stateRows(EntityManager em, EmployeeId employee) {
    return own(em, LoadStateRow.class, "PresenceLoadState", employee);
  }

  private static <T> List<T> own(
      EntityManager em, Class<T> rows, String entity, EmployeeId employee) {
    return em.createQuery("SELECT r FROM " + entity + " r WHERE r.employee = :employee", rows)
        .setParameter("employee", employee.value())
        .getResultList();
  }

  @Override
  public void save(PresenceSettings settings) {
    write(
        "save settings",
        em -> {
          SettingsRow row = em.find(SettingsRow.class, settings.employee().value());
          if (row == null) {
            em.persist(SettingsRow.of(settings));
          } else {
            row.take(settings);
            // Absences are part of it, so that two who change them at once meet here, too.
            em.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
          }
          saveAbsences(em, settings);
        });
  }

  private static void saveAbsences(EntityManager em, PresenceSettings settings) {
    Map<AbsenceId, AbsenceRow> rows = new HashMap<>();
    absenceRows(em, settings.employee()).forEach(row -> rows.put(row.absence(), row));
    for (Absence absence : settings.absences()) {
      AbsenceRow row = rows.remove(absence.id());
      if (row == null) {
        em.persist(AbsenceRow.of(settings.employee(), absence));
      } else {
        row.take(absence);
      }
    }
    rows.values().forEach(em::remove);
  }

  @Override
  public void saveLoadStates(EmployeeId employee, Map<RuleScope, LoadState> states) {
    write(
        "save states of hysteresis",
        em -> {
          Map<RuleScope, LoadState> left = new HashMap<>(states);
          for (LoadStateRow row : stateRows(em, employee)) {
            LoadState state = left.remove(row.scope());
            if (state == null) {
              em.remove(row);
            } else {
              row.take(state);
            }
          }
          left.forEach((scope, state) -> em.persist(LoadStateRow.of(employee, scope, state)));
        });
  }

  @Override
  public void remove(EmployeeId employee) {
    write("remove an employee", em -> REMOVALS.forEach(each -> execute(em, each, employee)));
  }

  private static void execute(EntityManager em, String statement, EmployeeId employee) {
    em.createQuery(statement).setParameter("employee", employee.value()).executeUpdate();
  }

  @Override
  public void saveSession(EmployeeId employee, Session session) {
    write(
        "save a session",
        em -> {
          SessionRow row = em.find(SessionRow.class, SessionKey.of(employee, session.client()));
          if (row == null) {
            em.persist(SessionRow.of(employee, session));
          } else {
            row.take(session);
          }
        });
  }

  @Override
  public void removeSession(EmployeeId employee, String client) {
    write("remove a session", em -> remove(em, SessionRow.class, SessionKey.of(employee, client)));
  }

  private static <T> void remove(EntityManager em, Class<T> rows, Object key) {
    T row = em.find(rows, key);
    if (row != null) {
      em.remove(row);
    }
  }

  @Override
  public Map<EmployeeId, List<Session>> sessions(Instant after) {
    return read(
            "read sessions",
            em ->
                em.createQuery(
                        "SELECT r FROM PresenceSession r WHERE r.validUntil > :after",
                        SessionRow.class)
                    .setParameter("after", Columns.ofInstant(after))
                    .setHint(READ_ONLY, true)
                    .getResultList())
        .stream()
        .collect(groupingBy(SessionRow::employee, mapping(SessionRow::toDomain, toList())));
  }

  @Override
  public void saveSubscription(EmployeeId employee, CalendarSubscription subscription) {
    write(
        "save a subscription",
        em -> {
          SubscriptionRow row =
              em.find(SubscriptionRow.class, CalendarKey.of(employee, subscription.calendar()));
          if (row == null) {
            em.persist(SubscriptionRow.of(employee, subscription));
          } else {
            row.take(subscription);
          }
        });
  }

  @Override
  public List<CalendarSubscription> subscriptions(EmployeeId employee) {
    return read(
            "read subscriptions",
            em -> own(em, SubscriptionRow.class, "PresenceSubscription", employee))
        .stream()
        .map(SubscriptionRow::toDomain)
        .sorted(Comparator.comparing(CalendarSubscription::calendar))
        .toList();
  }

  @Override
  public Map<EmployeeId, List<CalendarSubscription>> subscriptions() {
    return all("read subscriptions", SubscriptionRow.class, "PresenceSubscription").stream()
        .collect(
            groupingBy(
                SubscriptionRow::employee,
                mapping(
                    SubscriptionRow::toDomain,
                    collectingAndThen(
                        toList(),
                        own -> {
                          own.sort(Comparator.comparing(CalendarSubscription::calendar));
                          return List.copyOf(own);
                        }))));
  }

  @Override
  public void saveCalendar(EmployeeId employee, CalendarId calendar, CalendarEntries entries) {
    write(
        "save a calendar",
        em -> {
          CalendarRow row = em.find(CalendarRow.class, CalendarKey.of(employee, calendar));
          if (row == null) {
            em.persist(CalendarRow.of(employee, calendar, entries));
          } else {
            row.take(entries);
          }
        });
  }

  @Override
  public void removeCalendar(EmployeeId employee, CalendarId calendar) {
    write(
        "remove a calendar",
        em -> {
          CalendarKey key = CalendarKey.of(employee, calendar);
          remove(em, SubscriptionRow.class, key);
          remove(em, CalendarRow.class, key);
        });
  }

  @Override
  public void forEachCalendar(CalendarReceiver receiver) {
    all("read calendars", CalendarRow.class, "PresenceCalendar")
        .forEach(row -> receiver.take(row.employee(), row.calendar(), row.toDomain()));
  }

  @Override
  public void forgetEnded(Instant by) {
    write(
        "forget what has ended",
        em -> {
          FORGETTING.forEach(
              each ->
                  em.createQuery(each).setParameter("by", Columns.ofInstant(by)).executeUpdate());
          em.createQuery(
                  "SELECT r FROM PresenceCalendar r WHERE r.firstEnd <= :by", CalendarRow.class)
              .setParameter("by", Columns.ofInstant(by))
              .getResultList()
              .forEach(row -> row.take(row.toDomain().without(by)));
        });
  }

  /**
   * Catches everything: EclipseLink lets its own exceptions out where the standard names another.
   */
  private <T> T read(String what, Function<EntityManager, T> work) {
    try {
      return work.apply(entityManager.get());
    } catch (RuntimeException e) {
      throw new PresenceStoreException("Could not " + what, e);
    }
  }

  private void write(String what, Consumer<EntityManager> work) {
    EntityManager em = entityManager.get();
    if (!em.isJoinedToTransaction()) {
      throw new IllegalStateException("Presence is written to within a transaction");
    }
    try {
      work.accept(em);
      em.flush();
    } catch (RuntimeException e) {
      throw new PresenceStoreException("Could not " + what, e);
    }
  }
}
