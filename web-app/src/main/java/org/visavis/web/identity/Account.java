package org.visavis.web.identity;

import java.util.Optional;
import java.util.Set;
import org.visavis.directory.EmployeeId;

/**
 * What somebody signs in to. Immutable; its text form does not reveal the hash.
 *
 * @param name the name that is typed
 * @param passwordHash what is kept of the password
 * @param roles what the account may do
 * @param employee whose it is, if it is an employee's
 * @param demo whether it belongs to the demonstration, and is refused everywhere else
 */
record Account(
    AccountName name,
    String passwordHash,
    Set<Role> roles,
    Optional<EmployeeId> employee,
    boolean demo) {

  Account {
    roles = Set.copyOf(roles);
  }

  SignedIn signedIn() {
    return new SignedIn(name.value(), roles, employee);
  }

  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
