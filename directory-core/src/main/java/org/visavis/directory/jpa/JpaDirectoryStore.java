package org.visavis.directory.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.visavis.directory.Department;
import org.visavis.directory.DirectoryStoreException;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitId;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.Topic;
import org.visavis.directory.spi.DirectoryStore;

/**
 * Keeps people in a relational database. A write needs the caller's transaction and is sent to the
 * database before the method returns, so that the row is locked from then on. As thread-safe as the
 * entity manager that the supplier answers: a container's proxy is.
 */
public final class JpaDirectoryStore implements DirectoryStore {

  /** How many rows one query reads: few round trips, and never everybody at once. */
  private static final int CHUNK = 500;

  /** Keeps what is only read out of the persistence context; EclipseLink's own name for it. */
  private static final String READ_ONLY = "eclipselink.read-only";

  private final Supplier<EntityManager> entityManager;

  /**
   * Makes a store.
   *
   * @param entityManager answers the entity manager of the caller's transaction, each time it is
   *     asked
   */
  public JpaDirectoryStore(Supplier<EntityManager> entityManager) {
    this.entityManager = Objects.requireNonNull(entityManager, "entityManager");
  }

  @Override
  public Optional<Employee> find(EmployeeId id) {
    return read(
            "find an employee", em -> Optional.ofNullable(em.find(EmployeeRow.class, id.value())))
        .map(EmployeeRow::toDomain);
  }

  @Override
  public void forEach(Consumer<Employee> receiver) {
    String after = "";
    Shared shared = new Shared();
    List<EmployeeRow> rows;
    do {
      String last = after;
      rows =
          read(
              "read employees",
              em ->
                  em.createQuery(
                          "SELECT r FROM DirectoryEmployee r WHERE r.id > :last ORDER BY r.id",
                          EmployeeRow.class)
                      .setParameter("last", last)
                      .setMaxResults(CHUNK)
                      .setHint(READ_ONLY, true)
                      .getResultList());
      for (EmployeeRow row : rows) {
        receiver.accept(row.toDomain(shared));
        after = row.id();
      }
    } while (rows.size() == CHUNK);
  }

  @Override
  public void save(Collection<Employee> employees) {
    saveRows(
        EmployeeRow.class,
        "DirectoryEmployee",
        byId(employees, employee -> employee.id().value()),
        EmployeeRow::id,
        EmployeeRow::of,
        EmployeeRow::take);
  }

  @Override
  public boolean remove(EmployeeId id) {
    return write(
        "remove an employee",
        em -> {
          EmployeeRow row = em.find(EmployeeRow.class, id.value());
          if (row == null) {
            return false;
          }
          em.remove(row);
          return true;
        });
  }

  @Override
  public List<Department> departments() {
    return read(
            "read departments",
            em ->
                em.createQuery("SELECT r FROM DirectoryDepartment r", DepartmentRow.class)
                    .setHint(READ_ONLY, true)
                    .getResultList())
        .stream()
        .map(DepartmentRow::toDomain)
        .sorted(Comparator.comparing(Department::id))
        .toList();
  }

  @Override
  public void saveDepartments(Collection<Department> departments) {
    saveRows(
        DepartmentRow.class,
        "DirectoryDepartment",
        byId(departments, department -> department.id().value()),
        DepartmentRow::id,
        DepartmentRow::of,
        DepartmentRow::take);
  }

  @Override
  public List<Topic> topics() {
    return read(
            "read topics",
            em ->
                em.createQuery("SELECT r FROM DirectoryTopic r", TopicRow.class)
                    .setHint(READ_ONLY, true)
                    .getResultList())
        .stream()
        .map(TopicRow::toDomain)
        .sorted(Comparator.comparing(Topic::id))
        .toList();
  }

  @Override
  public void saveTopics(Collection<Topic> topics) {
    saveRows(
        TopicRow.class,
        "DirectoryTopic",
        byId(topics, topic -> topic.id().value()),
        TopicRow::id,
        TopicRow::of,
        TopicRow::take);
  }

  @Override
  public Optional<PortraitImage> findPortrait(PortraitId id, int side) {
    return read(
        "find a portrait",
        em ->
            Portrait.fitting(sides(em, id), side)
                .map(one -> em.find(PortraitImageRow.class, PortraitImageKey.of(id, one)))
                .map(PortraitImageRow::toDomain));
  }

  private static List<Integer> sides(EntityManager em, PortraitId id) {
    return em.createQuery(
            "SELECT r.side FROM DirectoryPortraitImage r WHERE r.portrait = :id", Integer.class)
        .setParameter("id", id.value())
        .getResultList();
  }

  @Override
  public void savePortrait(Portrait portrait) {
    write(
        "keep a portrait",
        em -> {
          if (sides(em, portrait.id()).isEmpty()) {
            portrait
                .images()
                .forEach(image -> em.persist(PortraitImageRow.of(portrait.id(), image)));
          }
          return true;
        });
  }

  @Override
  public void removeUnusedPortraits(Collection<PortraitId> portraits) {
    if (portraits.isEmpty()) {
      return;
    }
    write(
        "remove portraits",
        em -> {
          for (PortraitId id : portraits) {
            em.createQuery(
                    "DELETE FROM DirectoryPortraitImage r WHERE r.portrait = :id AND NOT EXISTS"
                        + " (SELECT e.id FROM DirectoryEmployee e WHERE e.portrait = :id)")
                .setParameter("id", id.value())
                .executeUpdate();
          }
          return true;
        });
  }

  /** Where an id comes twice, the later value counts. */
  private static <V> Map<String, V> byId(Collection<V> values, Function<V, String> id) {
    Map<String, V> byId = new LinkedHashMap<>();
    values.forEach(value -> byId.put(id.apply(value), value));
    return byId;
  }

  /** Reads the rows that exist in a few queries, then inserts and updates in one flush. */
  private <V, R> void saveRows(
      Class<R> type,
      String entity,
      Map<String, V> values,
      Function<R, String> id,
      Function<V, R> create,
      BiConsumer<R, V> update) {
    write(
        "save",
        em -> {
          Map<String, R> known = new HashMap<>();
          List<String> ids = new ArrayList<>(values.keySet());
          for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            em.createQuery("SELECT r FROM " + entity + " r WHERE r.id IN :ids", type)
                .setParameter("ids", some)
                .getResultList()
                .forEach(row -> known.put(id.apply(row), row));
          }
          values.forEach(
              (key, value) -> {
                R row = known.get(key);
                if (row == null) {
                  em.persist(create.apply(value));
                } else {
                  update.accept(row, value);
                }
              });
          return true;
        });
  }

  /**
   * Catches everything: EclipseLink lets its own exceptions out where the standard names another.
   */
  private <T> T read(String what, Function<EntityManager, T> work) {
    try {
      return work.apply(entityManager.get());
    } catch (RuntimeException e) {
      throw new DirectoryStoreException("Could not " + what, e);
    }
  }

  private <T> T write(String what, Function<EntityManager, T> work) {
    EntityManager em = entityManager.get();
    if (!em.isJoinedToTransaction()) {
      throw new IllegalStateException("The directory is written to within a transaction");
    }
    try {
      T result = work.apply(em);
      em.flush();
      return result;
    } catch (RuntimeException e) {
      throw new DirectoryStoreException("Could not " + what, e);
    }
  }
}
