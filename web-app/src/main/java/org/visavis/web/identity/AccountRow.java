package org.visavis.web.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;

/** An {@link Account} as a row. */
@Entity
@Table(name = "web_account")
class AccountRow {

  @Id private String name = "";

  @Column(name = "password_hash")
  private String passwordHash = "";

  @Column(name = "employee_role")
  private boolean employeeRole;

  @Column(name = "admin_role")
  private boolean adminRole;

  @Column(name = "employee_id")
  private @Nullable String employeeId;

  private boolean demo;

  @Column(name = "created_at")
  private @Nullable OffsetDateTime createdAt;

  @Version private long version;

  protected AccountRow() {}

  static AccountRow of(Account account, OffsetDateTime now) {
    AccountRow row = new AccountRow();
    row.name = account.name().value();
    row.createdAt = now;
    row.take(account);
    return row;
  }

  final void take(Account account) {
    passwordHash = account.passwordHash();
    employeeRole = account.roles().contains(Role.EMPLOYEE);
    adminRole = account.roles().contains(Role.ADMIN);
    employeeId = account.employee().map(EmployeeId::value).orElse(null);
    demo = account.demo();
  }

  Account toDomain() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (employeeRole) {
      roles.add(Role.EMPLOYEE);
    }
    if (adminRole) {
      roles.add(Role.ADMIN);
    }
    return new Account(
        new AccountName(name),
        passwordHash,
        roles,
        Optional.ofNullable(employeeId).map(EmployeeId::of),
        demo);
  }
}
