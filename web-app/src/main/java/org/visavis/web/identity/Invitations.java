package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;

/**
 * Invitations to an account: each works once and runs out. One without an employee makes an
 * administrator, and only while there is none. Thread-safe.
 */
@ApplicationScoped
class Invitations {

  /** How long the code on the console works. */
  static final Duration ADMINISTRATOR_LIFETIME = Duration.ofHours(24);

  /** How long an employee's invitation works. */
  static final Duration EMPLOYEE_LIFETIME = Duration.ofDays(7);

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Inject private Accounts accounts;
  @Inject private Passwords passwords;
  @Inject private Directory directory;
  @Inject private Clock clock;
  @Inject private SecureRandom random;

  /** Answers a new code for the first administrator. */
  @Transactional
  Secret inviteAdministrator() {
    return keep(Secret.code(random), Optional.empty(), ADMINISTRATOR_LIFETIME);
  }

  /**
   * Answers a new invitation of that employee; those before it end.
   *
   * @return the invitation; empty when there is no such person, or when somebody else has an
   *     account under the person's name
   */
  @Transactional
  Optional<Secret> invite(EmployeeId employee) {
    if (!isKnown(employee) || !isFree(employee)) {
      return Optional.empty();
    }
    entities
        .createQuery("DELETE FROM InvitationRow i WHERE i.employeeId = :employee")
        .setParameter("employee", employee.value())
        .executeUpdate();
    return Optional.of(keep(Secret.token(random), Optional.of(employee), EMPLOYEE_LIFETIME));
  }

  /** Answers whose invitation that is; empty when it is nobody's or has run out. */
  Optional<EmployeeId> findInvited(Secret code) {
    return valid(code).flatMap(InvitationRow::employee).filter(this::isKnown).filter(this::isFree);
  }

  /**
   * Makes the employee's account, or gives the one there is a new password.
   *
   * @return the account; empty when the invitation is nobody's, was used or has run out
   */
  @Transactional
  Optional<Account> accept(Secret code, String password) {
    Optional<EmployeeId> employee = findInvited(code);
    if (employee.isEmpty() || !use(code)) {
      return Optional.empty();
    }
    AccountName name = AccountName.from(employee.get().value());
    Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
    accounts.find(name).map(Account::roles).ifPresent(roles::addAll);
    Account account = new Account(name, passwords.hash(password), roles, employee, false);
    accounts.save(account);
    return Optional.of(account);
  }

  /**
   * Makes the first administrator.
   *
   * @return the account; empty when the code is wrong, was used or has run out, or when there is an
   *     administrator already
   */
  @Transactional
  Optional<Account> acceptAdministrator(Secret code, AccountName name, String password) {
    boolean invited = valid(code).filter(row -> row.employee().isEmpty()).isPresent();
    if (!invited || accounts.haveAdministrator() || !use(code)) {
      return Optional.empty();
    }
    entities.createQuery("DELETE FROM InvitationRow i WHERE i.employeeId IS NULL").executeUpdate();
    Account account =
        new Account(name, passwords.hash(password), Set.of(Role.ADMIN), Optional.empty(), false);
    accounts.save(account);
    return Optional.of(account);
  }

  private Optional<InvitationRow> valid(Secret code) {
    return entities
        .createQuery(
            "SELECT i FROM InvitationRow i WHERE i.digest = :digest AND i.expiresAt > :now",
            InvitationRow.class)
        .setParameter("digest", code.digest())
        .setParameter("now", OffsetDateTime.now(clock))
        .getResultStream()
        .findFirst();
  }

  /** One of all concurrent callers is answered true. */
  private boolean use(Secret code) {
    return entities
            .createQuery("DELETE FROM InvitationRow i WHERE i.digest = :digest")
            .setParameter("digest", code.digest())
            .executeUpdate()
        == 1;
  }

  private boolean isKnown(EmployeeId employee) {
    return directory.find(employee).isPresent();
  }

  /** Nobody comes by an invitation into the account of somebody else, such as an administrator. */
  private boolean isFree(EmployeeId employee) {
    return accounts
        .find(AccountName.from(employee.value()))
        .map(account -> account.employee().equals(Optional.of(employee)))
        .orElse(true);
  }

  private Secret keep(Secret code, Optional<EmployeeId> employee, Duration lifetime) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    entities
        .createQuery("DELETE FROM InvitationRow i WHERE i.expiresAt <= :now")
        .setParameter("now", now)
        .executeUpdate();
    entities.persist(InvitationRow.of(code, employee, now.plus(lifetime)));
    return code;
  }
}
