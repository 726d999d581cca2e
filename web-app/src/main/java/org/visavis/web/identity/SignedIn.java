package org.visavis.web.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.EmployeeId;

/**
 * Who has signed in. Immutable.
 *
 * @param account the name of the account
 * @param roles what the account may do
 * @param employee the employee whose account it is, if it is one's
 */
public record SignedIn(String account, Set<Role> roles, Optional<EmployeeId> employee) {

  /** Copies what comes in. */
  public SignedIn {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(employee, "employee");
    roles = Set.copyOf(roles);
  }

  /** Answers whether the account may do what that role does. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
