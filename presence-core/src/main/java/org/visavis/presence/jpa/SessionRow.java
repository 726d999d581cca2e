package org.visavis.presence.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.visavis.directory.EmployeeId;

/** Until when one device of an employee counts, in the table. */
@Entity(name = "PresenceSession")
@Table(name = "presence_session")
@IdClass(SessionKey.class)
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class SessionRow {

  @Id private String employee;
  @Id private String device;

  @Column(name = "valid_until")
  private OffsetDateTime validUntil;

  /** For the persistence provider. */
  protected SessionRow() {}

  static SessionRow of(EmployeeId employee, String device, Instant until) {
    SessionRow row = new SessionRow();
    row.employee = employee.value();
    row.device = device;
    row.take(until);
    return row;
  }

  EmployeeId employee() {
    return EmployeeId.of(employee);
  }

  String device() {
    return device;
  }

  void take(Instant until) {
    validUntil = Columns.ofInstant(until);
  }

  Instant validUntil() {
    return validUntil.toInstant();
  }
}
