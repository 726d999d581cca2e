package org.visavis.presence.jpa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.LoadState;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.PresenceStoreException;
import org.visavis.presence.spi.PresenceStore;

/**
 * Keeps settings and sessions in a relational database. A write needs the caller's transaction and
 * is sent to the database before the method returns, so that the row is locked from then on. As
 * thread-safe as the entity manager that the supplier answers: a container's proxy is.
 */
public final class JpaPresenceStore implements PresenceStore {

  private static final int CHUNK = 1_000;

  /** Keeps what is only read out of the persistence context; EclipseLink's own name for it. */
  private static final String READ_ONLY = "eclipselink.read-only";

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
          Map<Audience, LoadState> states = new EnumMap<>(Audience.class);
          for (Audience audience : Audience.values()) {
            LoadStateRow state = em.find(LoadStateRow.class, LoadStateKey.of(employee, audience));
            if (state != null) {
              states.put(audience, state.toDomain());
            }
          }
          return Optional.of(row.toDomain().withLoadStates(states));
        });
  }

  @Override
  public void forEach(Consumer<PresenceSettings> receiver) {
    Map<EmployeeId, Map<Audience, LoadState>> states = loadStates();
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
        PresenceSettings settings = row.toDomain();
        Map<Audience, LoadState> own = states.remove(settings.employee());
        receiver.accept(own == null ? settings : settings.withLoadStates(own));
        after = row.employee();
      }
    } while (rows.size() == CHUNK);
    states.forEach(
        (employee, own) -> receiver.accept(PresenceSettings.initial(employee).withLoadStates(own)));
  }

  private Map<EmployeeId, Map<Audience, LoadState>> loadStates() {
    Map<EmployeeId, Map<Audience, LoadState>> result = new HashMap<>();
    read(
            "read states of hysteresis",
            em ->
                em.createQuery("SELECT r FROM PresenceLoadState r", LoadStateRow.class)
                    .setHint(READ_ONLY, true)
                    .getResultList())
        .forEach(
            row ->
                result
                    .computeIfAbsent(
                        EmployeeId.of(row.employee()), id -> new EnumMap<>(Audience.class))
                    .put(row.audience(), row.toDomain()));
    return result;
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
          }
        });
  }

  @Override
  public void saveLoadStates(EmployeeId employee, Map<Audience, LoadState> states) {
    write(
        "save states of hysteresis",
        em -> {
          for (Audience audience : Audience.values()) {
            LoadStateRow row = em.find(LoadStateRow.class, LoadStateKey.of(employee, audience));
            replace(em, row, employee, audience, states.get(audience));
          }
        });
  }

  private static void replace(
      EntityManager em,
      @Nullable LoadStateRow row,
      EmployeeId employee,
      Audience audience,
      @Nullable LoadState state) {
    if (row == null && state != null) {
      em.persist(LoadStateRow.of(employee, audience, state));
    } else if (row != null && state != null) {
      row.take(state);
    } else if (row != null) {
      em.remove(row);
    }
  }

  @Override
  public void remove(EmployeeId employee) {
    write(
        "remove an employee",
        em -> {
          SettingsRow row = em.find(SettingsRow.class, employee.value());
          if (row != null) {
            em.remove(row);
          }
          for (Audience audience : Audience.values()) {
            LoadStateRow state = em.find(LoadStateRow.class, LoadStateKey.of(employee, audience));
            if (state != null) {
              em.remove(state);
            }
          }
          em.createQuery("DELETE FROM PresenceSession r WHERE r.employee = :employee")
              .setParameter("employee", employee.value())
              .executeUpdate();
        });
  }

  @Override
  public void saveSession(EmployeeId employee, String device, Instant until) {
    write(
        "save a session",
        em -> {
          SessionRow row = em.find(SessionRow.class, SessionKey.of(employee, device));
          if (row == null) {
            em.persist(SessionRow.of(employee, device, until));
          } else {
            row.take(until);
          }
        });
  }

  @Override
  public void removeSession(EmployeeId employee, String device) {
    write(
        "remove a session",
        em -> {
          SessionRow row = em.find(SessionRow.class, SessionKey.of(employee, device));
          if (row != null) {
            em.remove(row);
          }
        });
  }

  @Override
  public Map<EmployeeId, Map<String, Instant>> sessions(Instant after) {
    Map<EmployeeId, Map<String, Instant>> result = new HashMap<>();
    read(
            "read sessions",
            em ->
                em.createQuery(
                        "SELECT r FROM PresenceSession r WHERE r.validUntil > :after",
                        SessionRow.class)
                    .setParameter("after", Columns.ofInstant(after))
                    .setHint(READ_ONLY, true)
                    .getResultList())
        .forEach(
            row ->
                result
                    .computeIfAbsent(row.employee(), id -> new HashMap<>())
                    .put(row.device(), row.validUntil()));
    result.replaceAll((employee, own) -> Map.copyOf(own));
    return result;
  }

  @Override
  public void forgetEnded(Instant by) {
    write(
        "forget what has ended",
        em -> {
          em.createQuery("DELETE FROM PresenceSession r WHERE r.validUntil <= :by")
              .setParameter("by", Columns.ofInstant(by))
              .executeUpdate();
          em.createQuery(
                  "UPDATE PresenceSettings r SET r.manualStatus = NULL, r.manualUntil = NULL,"
                      + " r.manualNote = NULL WHERE r.manualUntil <= :by")
              .setParameter("by", Columns.ofInstant(by))
              .executeUpdate();
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
