package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.visavis.directory.EmployeeId;
import org.visavis.web.wiring.Settings;

/**
 * All accounts. Those of the demonstration do not exist where it is off: nobody finds them, and
 * their names are free. Thread-safe.
 */
@ApplicationScoped
class Accounts {

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Answers the account of that name. */
  Optional<Account> find(AccountName name) {
    return Optional.ofNullable(entities.find(AccountRow.class, name.value()))
        .map(AccountRow::toDomain)
        .filter(this::exists);
  }

  /** Answers the account of that employee. */
  Optional<Account> find(EmployeeId employee) {
    return entities
        .createQuery("SELECT a FROM AccountRow a WHERE a.employeeId = :employee", AccountRow.class)
        .setParameter("employee", employee.value())
        .getResultStream()
        .map(AccountRow::toDomain)
        .filter(this::exists)
        .findFirst();
  }

  /** Answers all employees who have an account. */
  Set<EmployeeId> owners() {
    return entities
        .createQuery("SELECT a FROM AccountRow a WHERE a.employeeId IS NOT NULL", AccountRow.class)
        .getResultStream()
        .map(AccountRow::toDomain)
        .filter(this::exists)
        .flatMap(account -> account.employee().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Answers whether anybody can administrate. */
  boolean haveAdministrator() {
    return entities
        .createQuery("SELECT a FROM AccountRow a WHERE a.adminRole = TRUE", AccountRow.class)
        .getResultStream()
        .map(AccountRow::toDomain)
        .anyMatch(this::exists);
  }

  /** Answers whether there is no account at all, in whatever mode it was made. */
  boolean isEmpty() {
    return entities
            .createQuery("SELECT COUNT(a) FROM AccountRow a", Long.class)
            .getSingleResult()
            .longValue()
        == 0;
  }

  /**
   * Creates or replaces an account. Whoever was signed in to the one before is signed in no more.
   */
  @Transactional
  void save(Account account) {
    AccountRow row = entities.find(AccountRow.class, account.name().value());
    if (row == null) {
      account.employee().ifPresent(this::removeHidden);
      entities.persist(AccountRow.of(account, OffsetDateTime.now(clock)));
    } else {
      row.take(account);
      entities
          .createQuery("DELETE FROM TokenRow t WHERE t.account = :account")
          .setParameter("account", account.name().value())
          .executeUpdate();
    }
    entities.flush();
  }

  /** Creates accounts under names that are free. */
  @Transactional
  void createAll(Collection<Account> accounts) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    accounts.forEach(account -> entities.persist(AccountRow.of(account, now)));
    entities.flush();
  }

  /** An employee has one account at most: one of the demonstration makes room. */
  private void removeHidden(EmployeeId employee) {
    entities
        .createQuery("DELETE FROM AccountRow a WHERE a.employeeId = :employee AND a.demo = TRUE")
        .setParameter("employee", employee.value())
        .executeUpdate();
  }

  private boolean exists(Account account) {
    return !account.demo() || settings.demo();
  }
}
