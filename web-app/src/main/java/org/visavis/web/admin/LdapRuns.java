package org.visavis.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers, within the caller's transaction, the last import from the directory server. */
@ApplicationScoped
class LdapRuns {

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  Optional<LdapRun> last() {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT ended_at, scheduled, entries_read, created, changed, unchanged, refused,"
                    + " failure, read_to FROM web_ldap_run WHERE id = 1")
            .getResultList();
    return rows.stream().map(row -> run((Object[]) row)).findFirst();
  }

  private static LdapRun run(Object[] row) {
    return new LdapRun(
        Instant.ofEpochMilli(((Number) row[0]).longValue()),
        ((Number) row[1]).intValue() == 1,
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]),
        number(row[6]),
        Optional.of(row[7].toString()).filter(failure -> !failure.isEmpty()),
        row[8].toString());
  }

  private static int number(Object column) {
    return ((Number) column).intValue();
  }

  /** Remembers a run in place of the one before. */
  void keep(LdapRun run) {
    entities.createNativeQuery("DELETE FROM web_ldap_run WHERE id = 1").executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO web_ldap_run (id, ended_at, scheduled, entries_read, created, changed,"
                + " unchanged, refused, failure, read_to) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .setParameter(1, run.endedAt().toEpochMilli())
        .setParameter(2, run.scheduled() ? 1 : 0)
        .setParameter(3, run.read())
        .setParameter(4, run.created())
        .setParameter(5, run.changed())
        .setParameter(6, run.unchanged())
        .setParameter(7, run.refused())
        .setParameter(8, run.failure().orElse(""))
        .setParameter(9, run.cursor())
        .executeUpdate();
  }
}
