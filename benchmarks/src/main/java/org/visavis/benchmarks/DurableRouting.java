package org.visavis.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Presence;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.routing.Customer;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Request;
import org.visavis.routing.Routing;
import org.visavis.routing.RoutingDecision;
import org.visavis.routing.jpa.JpaLeaseStore;
import org.visavis.routing.jpa.JpaLedger;
import org.visavis.routing.jpa.JpaRequestStore;

/**
 * Routing on a database as an embedder sets it up: its tables, a pool of connections, a transaction
 * for each call, and people who are all there. Thread-safe.
 */
final class DurableRouting implements AutoCloseable {

  private static final int LIMIT = 20;
  private static final Customer CUSTOMER = Customer.of("Zoë", "zoe@post.example", Locale.GERMAN);

  private record Open(EntityManager entities, List<Runnable> afterwards) {}

  private final HikariDataSource pool;
  private final EntityManagerFactory factory;

  @SuppressWarnings("ThreadLocalUsage") // of this database, which lives as long as the program
  private final ThreadLocal<@Nullable Open> current = new ThreadLocal<>();

  private final Presence presence;
  private final Routing routing;
  private final EmployeeId[] people;

  /**
   * Sets it up.
   *
   * @param connections how many the pool holds
   * @param number how many people there are
   */
  DurableRouting(String address, String user, int connections, int number) {
    Flyway.configure()
        .dataSource(address, user, "")
        .locations("classpath:db/routing")
        .table("routing_schema_history")
        .load()
        .migrate();
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(address);
    configuration.setUsername(user);
    configuration.setMaximumPoolSize(connections);
    configuration.setAutoCommit(false);
    pool = new HikariDataSource(configuration);
    factory =
        Persistence.createEntityManagerFactory(
            "routing", Map.of("jakarta.persistence.nonJtaDataSource", pool));
    Clock clock = Clock.systemUTC();
    JpaLedger ledger = new JpaLedger(this::entities);
    Directory directory =
        Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
    people = hire(directory, number);
    presence =
        call(
            () ->
                Presence.over(directory, new MemoryPresenceStore(), clock, (at, action) -> () -> {})
                    .workload(ledger)
                    .open());
    for (EmployeeId person : people) {
      call(
          () -> {
            presence.setLimit(person, LIMIT);
            presence.setRule(person, Audience.PUBLIC, AppearanceRule.always());
            return person;
          });
    }
    routing =
        Routing.over(
                presence,
                ledger,
                new JpaLeaseStore(this::entities),
                new JpaRequestStore(this::entities),
                clock)
            .afterCommit(this::afterCommit)
            .build();
  }

  static EmployeeId[] hire(Directory directory, int number) {
    EmployeeId[] people = new EmployeeId[number];
    for (int i = 0; i < number; i++) {
      people[i] = EmployeeId.of("p" + i);
      directory.save(
          Employee.named(people[i], "P" + i, "Beispiel")
              .channel(Channel.MESSAGE)
              .consents(Consents.toEverybody(Instant.EPOCH, Basis.ofThePerson()))
              .build());
    }
    return people;
  }

  /** Hands a request in, once for each number, with somebody who has room for it. */
  Request submit(int number) {
    String key = "key-" + number;
    NewRequest wish =
        NewRequest.to(
            people[number % people.length],
            Channel.MESSAGE,
            "Umzug",
            "Ab wann gibt es in der neuen Wohnung Strom?",
            CUSTOMER,
            key);
    RoutingDecision decision = call(() -> routing.submit(wish, Audience.PUBLIC));
    return ((RoutingDecision.Assigned) decision).request();
  }

  /** The employee is done with a request. */
  void resolve(Request request) {
    call(() -> routing.resolve(request.employee(), request.id(), ""));
  }

  private EntityManager entities() {
    Open open = current.get();
    if (open == null) {
      throw new IllegalStateException("There is no transaction");
    }
    return open.entities();
  }

  private void afterCommit(Runnable task) {
    Open open = current.get();
    if (open == null) {
      call(
          () -> {
            task.run();
            return task;
          });
    } else {
      open.afterwards().add(task);
    }
  }

  private <T> T call(Supplier<T> work) {
    if (current.get() != null) {
      return work.get();
    }
    List<Runnable> afterwards = new ArrayList<>();
    T result;
    try (EntityManager entities = factory.createEntityManager()) {
      EntityTransaction transaction = entities.getTransaction();
      transaction.begin();
      current.set(new Open(entities, afterwards));
      try {
        result = work.get();
        transaction.commit();
      } finally {
        current.remove();
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
    afterwards.forEach(this::afterCommit);
    return result;
  }

  @Override
  public void close() {
    presence.close();
    factory.close();
    pool.close();
  }
}
