package org.visavis.directory.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Department;
import org.visavis.directory.DirectoryStoreException;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.directory.spi.DirectoryStore;
import org.visavis.directory.spi.DirectoryStoreContract;

/** The contract, and what a database adds to it, for any database. */
abstract class JpaDirectoryStoreCases implements DirectoryStoreContract {

  private EntityManagerFactory factory;
  private EntityManager entityManager;
  private DirectoryStore store;

  /** Answers the address of an empty database of its own. */
  abstract String newDatabase();

  /** Answers who the tests are to the database. */
  abstract String user();

  @BeforeEach
  void open() {
    String url = newDatabase();
    Flyway.configure()
        .dataSource(url, user(), "")
        .locations("classpath:db/directory")
        .table("directory_history")
        .load()
        .migrate();
    factory =
        Persistence.createEntityManagerFactory(
            "directory",
            Map.of(
                "jakarta.persistence.jdbc.url",
                url,
                "jakarta.persistence.jdbc.user",
                user(),
                "jakarta.persistence.jdbc.password",
                ""));
    entityManager = factory.createEntityManager();
    store = new JpaDirectoryStore(() -> entityManager);
  }

  @AfterEach
  void close() {
    entityManager.close();
    factory.close();
  }

  @Override
  public DirectoryStore store() {
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

  private static Employee person(int number, String familyName) {
    return Employee.named(EmployeeId.of("p" + number), "Given" + number, familyName)
        .topics(List.of(TopicId.of("t" + number % 50), TopicId.of("t" + number % 7)))
        .build();
  }

  @Test
  void aWriteOutsideATransactionIsACallersMistake() {
    assertThatThrownBy(() -> store.save(List.of(person(1, "A"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsRolledBackWasNeverThere() {
    entityManager.getTransaction().begin();
    store.save(List.of(person(1, "A")));
    store.saveTopics(List.of(Topic.named("Invoices")));
    store.saveDepartments(List.of(Department.named("Sales")));
    entityManager.getTransaction().rollback();

    assertThat(store.find(EmployeeId.of("p1"))).isEmpty();
    assertThat(store.topics()).isEmpty();
    assertThat(store.departments()).isEmpty();
  }

  @Test
  void whatAnotherNodeChangedIsSeen() {
    inTransaction(() -> store.save(List.of(person(1, "Before"))));
    try (EntityManager other = factory.createEntityManager()) {
      other.getTransaction().begin();
      other
          .createNativeQuery("UPDATE directory_employee SET family_name = 'After'")
          .executeUpdate();
      other.getTransaction().commit();
    }

    assertThat(store.find(EmployeeId.of("p1")).orElseThrow().familyName()).isEqualTo("After");
    List<Employee> all = new ArrayList<>();
    store.forEach(all::add);
    assertThat(all.get(0).familyName()).isEqualTo("After");
  }

  @Test
  void aFailingDatabaseIsToldWithoutTheData() {
    inTransaction(
        () -> entityManager.createNativeQuery("DROP TABLE directory_employee").executeUpdate());

    assertThatThrownBy(() -> store.find(EmployeeId.of("secret")))
        .isInstanceOf(DirectoryStoreException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void tenThousandPeopleAreSavedAndLoadedInSeconds() {
    List<Employee> people = IntStream.range(0, 10_000).mapToObj(i -> person(i, "A")).toList();
    List<Employee> changed = IntStream.range(0, 10_000).mapToObj(i -> person(i, "B")).toList();
    List<Employee> loaded = new ArrayList<>();

    Duration created = took(() -> inTransaction(() -> store.save(people)));
    Duration replaced = took(() -> inTransaction(() -> store.save(changed)));
    Duration repeated = took(() -> inTransaction(() -> store.save(changed)));
    Duration read = took(() -> store.forEach(loaded::add));
    System.out.printf(
        "10,000 people: created in %d ms, replaced in %d ms, saved again in %d ms, loaded in %d ms%n",
        created.toMillis(), replaced.toMillis(), repeated.toMillis(), read.toMillis());

    assertThat(loaded).hasSize(10_000).allMatch(employee -> employee.familyName().equals("B"));
    // Far above what it takes (under two seconds): only a query for each person would be slower.
    assertThat(created).isLessThan(Duration.ofSeconds(20));
    assertThat(read).isLessThan(Duration.ofSeconds(10));
  }

  private static Duration took(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
