package org.visavis.presence.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.LoadState;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.PresenceStoreException;
import org.visavis.presence.RuleScope;
import org.visavis.presence.Session;
import org.visavis.presence.spi.PresenceStore;
import org.visavis.presence.spi.PresenceStoreContract;

/** The contract, and what a database adds to it, for any database. */
abstract class JpaPresenceStoreCases implements PresenceStoreContract {

  private EntityManagerFactory factory;
  private EntityManager entityManager;
  private PresenceStore store;

  /** Answers the address of an empty database of its own. */
  abstract String newDatabase();

  /** Answers who the tests are to the database. */
  abstract String user();

  @BeforeEach
  void open() {
    String url = newDatabase();
    Flyway.configure()
        .dataSource(url, user(), "")
        .locations("classpath:db/presence")
        .table("presence_history")
        .load()
        .migrate();
    factory =
        Persistence.createEntityManagerFactory(
            "presence",
            Map.of(
                "jakarta.persistence.jdbc.url",
                url,
                "jakarta.persistence.jdbc.user",
                user(),
                "jakarta.persistence.jdbc.password",
                ""));
    entityManager = factory.createEntityManager();
    store = new JpaPresenceStore(() -> entityManager);
  }

  @AfterEach
  void close() {
    entityManager.close();
    factory.close();
  }

  @Override
  public PresenceStore store() {
    return store;
  }

  @Override
  public void inTransaction(Runnable work) {
    entityManager.getTransaction().begin();
    work.run();
    entityManager.getTransaction().commit();
    // As a container does: the next transaction begins with an empty persistence context.
    entityManager.clear();
  }

  private static Session session(Instant until) {
    return new Session("web", Session.State.IN_USE, until.minusSeconds(60), until);
  }

  @Test
  void aWriteOutsideATransactionIsACallersMistake() {
    assertThatThrownBy(() -> store.saveSession(ADA, session(NOW)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsRolledBackWasNeverThere() {
    entityManager.getTransaction().begin();
    store.save(PresenceStoreContract.everything(ADA));
    store.saveSession(ADA, session(NOW));
    entityManager.getTransaction().rollback();
    assertThat(store.find(ADA)).isEmpty();
    assertThat(store.sessions(Instant.EPOCH)).isEmpty();
  }

  @Test
  void hysteresisAndTheEmployeesOwnChangeDoNotMeet() {
    inTransaction(() -> store.save(PresenceStoreContract.everything(ADA)));
    entityManager.getTransaction().begin();
    store.save(PresenceStoreContract.everything(ADA).withLimit(2));
    Map<RuleScope, LoadState> states =
        Map.of(RuleScope.of(Audience.PUBLIC), new LoadState(true, NOW));
    try (EntityManager other = factory.createEntityManager()) {
      other.getTransaction().begin();
      new JpaPresenceStore(() -> other).saveLoadStates(ADA, states);
      other.getTransaction().commit();
    }
    entityManager.getTransaction().commit();
    entityManager.clear();
    assertThat(store.find(ADA))
        .contains(PresenceStoreContract.everything(ADA).withLimit(2).withLoadStates(states));
  }

  @Test
  void anInstantIsTheSameWhereverTheServerStands() {
    java.util.TimeZone before = java.util.TimeZone.getDefault();
    try {
      java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Europe/Berlin"));
      inTransaction(() -> store.saveSession(ADA, session(NOW)));
      inTransaction(() -> store.saveSession(BEN, session(NOW.plusSeconds(3_600))));
      java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("America/New_York"));
      assertThat(store.sessions(Instant.EPOCH))
          .isEqualTo(
              Map.of(ADA, List.of(session(NOW)), BEN, List.of(session(NOW.plusSeconds(3_600)))));
    } finally {
      java.util.TimeZone.setDefault(before);
    }
  }

  @Test
  void everybodyIsReadWhateverTheNumber() {
    inTransaction(
        () -> {
          for (int i = 0; i < 2_500; i++) {
            store.save(PresenceSettings.initial(EmployeeId.of("p" + i)));
          }
        });
    Set<EmployeeId> read = new TreeSet<>();
    store.forEach(settings -> read.add(settings.employee()));
    assertThat(read).hasSize(2_500);
  }

  @Test
  void aFailingDatabaseIsToldWithoutTheData() {
    inTransaction(
        () -> entityManager.createNativeQuery("DROP TABLE presence_settings").executeUpdate());
    assertThatThrownBy(() -> store.find(EmployeeId.of("secret")))
        .isInstanceOf(PresenceStoreException.class)
        .hasMessageNotContaining("secret");
  }

  /** A new column has to be looked at here: is it anything that could watch somebody? */
  @Test
  void theSchemaKeepsNoHistoryAndNothingLikeLastSeen() {
    List<?> rows =
        entityManager
            .createNativeQuery(
                "SELECT LOWER(table_name), LOWER(column_name) FROM information_schema.columns"
                    + " WHERE LOWER(table_name) LIKE 'presence%'")
            .getResultList();
    Map<String, Set<String>> columns = new HashMap<>();
    for (Object row : new ArrayList<>(rows)) {
      Object[] cells = (Object[]) row;
      if (!cells[0].equals("presence_history")) { // Flyway's own, of scripts
        columns.computeIfAbsent((String) cells[0], table -> new TreeSet<>()).add((String) cells[1]);
      }
    }
    assertThat(columns)
        .isEqualTo(
            Map.of(
                "presence_settings",
                Set.of(
                    "employee",
                    "version",
                    "manual_status",
                    "manual_until",
                    "manual_note",
                    "manual_back",
                    "manual_set", // goes with the status
                    "share_percent",
                    "share_until",
                    "channel_limits",
                    "time_zone",
                    "hours",
                    "point_limit",
                    "rules"),
                "presence_hysteresis",
                Set.of("employee", "applies_to", "relieved", "since"),
                "presence_session",
                Set.of(
                    "employee",
                    "device",
                    "state",
                    "heard_at", // goes with the session, within the hour
                    "valid_until"),
                "presence_absence",
                Set.of(
                    "employee",
                    "absence",
                    "kind",
                    "starts_at",
                    "ends_at",
                    "over_at",
                    "time_zone",
                    "note",
                    "note_public",
                    "deputy",
                    "deputy_agreed",
                    "ramp"),
                "presence_subscription",
                Set.of(
                    "employee",
                    "calendar",
                    "name",
                    "address",
                    "rules",
                    "etag",
                    "last_fetch", // of the calendar: says nothing of the person
                    "last_error",
                    "left_out"), // reasons and numbers of lines
                "presence_calendar",
                Set.of(
                    "employee",
                    "calendar",
                    "read_at",
                    "fresh_until",
                    "first_end",
                    "entries"))); // times and statuses, never a title
    List<?> keys =
        entityManager
            .createNativeQuery(
                "SELECT LOWER(k.table_name), LOWER(k.column_name)"
                    + " FROM information_schema.key_column_usage k"
                    + " WHERE LOWER(k.table_name) LIKE 'presence%'"
                    + " AND LOWER(k.table_name) <> 'presence_history'")
            .getResultList();
    assertThat(keys)
        .as("one row for each employee and thing, so that none can be added to")
        .extracting(key -> ((Object[]) key)[0] + "." + ((Object[]) key)[1])
        .containsExactlyInAnyOrder(
            "presence_settings.employee",
            "presence_hysteresis.employee",
            "presence_hysteresis.applies_to",
            "presence_absence.employee",
            "presence_absence.absence",
            "presence_subscription.employee",
            "presence_subscription.calendar",
            "presence_calendar.employee",
            "presence_calendar.calendar",
            "presence_session.employee",
            "presence_session.device");
  }
}
