package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Employee;
import org.visavis.web.wiring.Settings;

/**
 * The accounts of the demonstration: one administrator, and one for each employee under the part of
 * the mail address before the {@code @}. They are marked, and where the demonstration is off they
 * do not exist, whatever the database says. Thread-safe.
 */
@ApplicationScoped
public class DemoAccounts {

  /** The password of them all. It opens nothing where the demonstration is off. */
  public static final String PASSWORD = "people-first";

  /** The administrator's name. */
  public static final String ADMINISTRATOR = "admin";

  @Inject private Accounts accounts;
  @Inject private Passwords passwords;
  @Inject private Settings settings;

  /** Answers whether nobody has an account, in whatever mode it was made. */
  public boolean isEmptyOfAny() {
    return accounts.isEmpty();
  }

  /**
   * Makes the accounts, within the caller's transaction.
   *
   * @throws IllegalStateException where the demonstration is off
   */
  public void create(Collection<Employee> employees) {
    if (!settings.demo()) {
      throw new IllegalStateException("Accounts of the demonstration are made nowhere else");
    }
    // One hash for all: a salt of its own protects a secret, and this password is printed on the
    // console. Fifty hashes would take half a minute.
    String hash = passwords.hash(PASSWORD);
    List<Account> made = new ArrayList<>();
    made.add(
        new Account(
            new AccountName(ADMINISTRATOR), hash, Set.of(Role.ADMIN), Optional.empty(), true));
    for (Employee employee : employees) {
      made.add(
          new Account(
              AccountName.from(name(employee)),
              hash,
              Set.of(Role.EMPLOYEE),
              Optional.of(employee.id()),
              true));
    }
    accounts.createAll(made);
  }

  /** Answers the name with which that employee signs in. */
  public static String name(Employee employee) {
    return employee
        .mail()
        .map(mail -> mail.substring(0, mail.indexOf('@')))
        .orElse(employee.id().value());
  }
}
