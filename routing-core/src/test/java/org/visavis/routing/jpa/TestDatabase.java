package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.visavis.postgres.PostgresServer;
import org.visavis.routing.RoutingStoreException;

/**
 * A migrated database with one entity manager for each transaction, as a container gives it.
 * Another database needs only another address.
 */
public final class TestDatabase implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 100;

  /** Held here: a logger that nobody holds forgets its level. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final EntityManagerFactory factory;
  private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();
  private final ThreadLocal<List<Runnable>> afterCommit = ThreadLocal.withInitial(ArrayList::new);
  private final AtomicInteger conflicts = new AtomicInteger();
  private final List<EntityManager> readers = new ArrayList<>();

  private TestDatabase(String url, String user, String password) {
    MIGRATIONS.setLevel(Level.WARNING);
    Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/routing")
        .table("routing_schema_history")
        .load()
        .migrate();
    factory =
        Persistence.createEntityManagerFactory(
            "routing",
            Map.of(
                "jakarta.persistence.jdbc.url", url,
                "jakarta.persistence.jdbc.user", user,
                "jakarta.persistence.jdbc.password", password));
  }

  /** Answers a new database in memory. */
  public static TestDatabase hsqldb() {
    return new TestDatabase("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc", "sa", "");
  }

  /** Answers a new database that syncs each commit to the disk. */
  public static TestDatabase hsqldb(Path folder) {
    return new TestDatabase(
        "jdbc:hsqldb:file:"
            + folder.resolve("db")
            + ";hsqldb.tx=mvcc;hsqldb.write_delay=false;shutdown=true;"
            + "hsqldb.default_table_type=cached",
        "sa",
        "");
  }

  /** Answers a new database of a real PostgreSQL. */
  public static TestDatabase postgres() {
    return at(PostgresServer.newDatabase());
  }

  /** Answers the database of a PostgreSQL that others may use as well. */
  public static TestDatabase at(String address) {
    return new TestDatabase(address, PostgresServer.USER, "");
  }

  /** Answers the entity manager of the thread's transaction, or a new one to read with. */
  public EntityManager entityManager() {
    EntityManager joined = current.get();
    if (joined != null) {
      return joined;
    }
    EntityManager reader = factory.createEntityManager();
    synchronized (readers) {
      readers.forEach(EntityManager::close);
      readers.clear();
      readers.add(reader);
    }
    return reader;
  }

  /** Runs it once the thread's transaction is committed. */
  public void afterCommit(Runnable task) {
    if (current.get() == null) {
      task.run();
    } else {
      afterCommit.get().add(task);
    }
  }

  /** Answers how often a transaction lost against another and was tried again. */
  public int conflicts() {
    return conflicts.get();
  }

  /** Runs the work in a transaction of its own, again after a conflict. */
  public <T> T inTransaction(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (RoutingStoreException e) {
        if (!e.isConflict() || attempt == MOST_ATTEMPTS) {
          throw e;
        }
        conflicts.incrementAndGet();
      }
    }
  }

  private <T> T once(Supplier<T> work) {
    List<Runnable> tasks;
    T result;
    try (EntityManager em = factory.createEntityManager()) {
      EntityTransaction transaction = em.getTransaction();
      transaction.begin();
      current.set(em);
      try {
        result = work.get();
        transaction.commit();
        tasks = List.copyOf(afterCommit.get());
      } finally {
        current.remove();
        afterCommit.remove();
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
    tasks.forEach(Runnable::run);
    return result;
  }

  @Override
  public void close() {
    readers.forEach(EntityManager::close);
    factory.close();
  }
}
