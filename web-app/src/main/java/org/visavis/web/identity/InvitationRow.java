package org.visavis.web.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;

/** What is kept of an invitation. */
@Entity
@Table(name = "web_invitation")
class InvitationRow {

  @Id private String digest = "";

  @Column(name = "employee_id")
  private @Nullable String employeeId;

  @Column(name = "expires_at")
  private @Nullable OffsetDateTime expiresAt;

  protected InvitationRow() {}

  static InvitationRow of(Secret code, Optional<EmployeeId> employee, OffsetDateTime expiresAt) {
    InvitationRow row = new InvitationRow();
    row.digest = code.digest();
    row.employeeId = employee.map(EmployeeId::value).orElse(null);
    row.expiresAt = expiresAt;
    return row;
  }

  Optional<EmployeeId> employee() {
    return Optional.ofNullable(employeeId).map(EmployeeId::of);
  }
}
