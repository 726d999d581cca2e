package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.visavis.routing.RoutingStoreException;

/**
 * Works with the entity manager of the caller's transaction. Rows never stay in its persistence
 * context: they are changed by statements, here and on other nodes, and are always read anew.
 */
final class Session {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String TRANSACTION_ROLLED_BACK = "40";

  private final Supplier<EntityManager> entityManager;

  Session(Supplier<EntityManager> entityManager) {
    this.entityManager = Objects.requireNonNull(entityManager, "entityManager");
  }

  /** Catches everything: EclipseLink lets its own exceptions out where the standard has others. */
  <T> T read(String what, Function<EntityManager, T> work) {
    try {
      return work.apply(entityManager.get());
    } catch (RuntimeException e) {
      throw failure(what, e);
    }
  }

  <T> T write(String what, Function<EntityManager, T> work) {
    EntityManager em = entityManager.get();
    if (!em.isJoinedToTransaction()) {
      throw new IllegalStateException("Routing writes within a transaction");
    }
    return read(what, work);
  }

  /** Sends new rows to the database at once, so that whoever is too late learns it here. */
  static void insert(EntityManager em, List<?> rows) {
    rows.forEach(em::persist);
    em.flush();
    rows.forEach(em::detach);
  }

  static <R> Optional<R> first(EntityManager em, List<R> rows) {
    rows.forEach(em::detach);
    return rows.stream().findFirst();
  }

  private static RoutingStoreException failure(String what, RuntimeException cause) {
    String message = "Could not " + what;
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && isConflict(sql.getSQLState())) {
        return RoutingStoreException.conflict(message, cause);
      }
    }
    return new RoutingStoreException(message, cause);
  }

  private static boolean isConflict(String sqlState) {
    return sqlState != null
        && (sqlState.startsWith(TRANSACTION_ROLLED_BACK) || sqlState.equals(UNIQUE_VIOLATION));
  }
}
