package org.visavis.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remembers, within the caller's transaction, under which names an identity provider knows people
 * and departments. They are its own matter and no part of the directory.
 */
@ApplicationScoped
class ProvisionedNames {

  /** The longest name, in UTF-16 characters. */
  static final int MAX_NAME = 320;

  /** The longest id of the identity provider's own. */
  static final int MAX_EXTERNAL = 256;

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** Answers the names of one of them. */
  Optional<Called> find(Kind kind, String id) {
    return rows("id = ?2", kind, id).map(all -> all.get(id));
  }

  /** Answers the names of all, by id. */
  Map<String, Called> all(Kind kind) {
    return rows("id >= ?2", kind, "").orElse(Map.of());
  }

  /** Answers the ids of those who have such a name, in any case, or id of the provider's own. */
  Set<String> having(Kind kind, Optional<String> name, Optional<String> externalId) {
    Set<String> ids = new TreeSet<>();
    name.flatMap(said -> rows("name_key = ?2", kind, key(said)))
        .ifPresent(found -> ids.addAll(found.keySet()));
    externalId
        .flatMap(said -> rows("external_id = ?2", kind, said))
        .ifPresent(found -> ids.addAll(found.keySet()));
    return ids;
  }

  /** Remembers names in place of those before. */
  void keep(Kind kind, String id, Called names) {
    forget(kind, id);
    statement(
            "INSERT INTO web_provisioned (kind, id, name, name_key, external_id)"
                + " VALUES (?1, ?2, ?3, ?4, ?5)",
            kind,
            id)
        .setParameter(3, names.name())
        .setParameter(4, key(names.name()))
        .setParameter(5, names.externalId().orElse(""))
        .executeUpdate();
  }

  /** Forgets the names of one of them. Idempotent. */
  void forget(Kind kind, String id) {
    statement("DELETE FROM web_provisioned WHERE kind = ?1 AND id = ?2", kind, id).executeUpdate();
  }

  private Optional<Map<String, Called>> rows(String condition, Kind kind, String value) {
    List<?> found =
        statement(
                "SELECT id, name, external_id FROM web_provisioned WHERE kind = ?1 AND "
                    + condition,
                kind,
                value)
            .getResultList();
    Map<String, Called> rows = new HashMap<>();
    for (Object row : found) {
      Object[] columns = (Object[]) row;
      Optional<String> external = Optional.of(columns[2].toString()).filter(id -> !id.isEmpty());
      rows.put(columns[0].toString(), new Called(columns[1].toString(), external));
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
  }

  private Query statement(String sql, Kind kind, String value) {
    return entities
        .createNativeQuery(sql)
        .setParameter(1, kind.name().toLowerCase(Locale.ROOT))
        .setParameter(2, value);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Who or what has the names. */
  enum Kind {
    /** A person. */
    USER,
    /** A department. */
    GROUP
  }

  /**
   * The names of one of them.
   *
   * @param name the one that is unique, in any case
   * @param externalId the provider's own id, where it has said one
   */
  record Called(String name, Optional<String> externalId) {}
}
