package org.visavis.presence.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Session;

/** What one client of an employee says, and until when, in the table. */
@Entity(name = "PresenceSession")
@Table(name = "presence_session")
@IdClass(SessionKey.class)
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class SessionRow {

  @Id private String employee;
  @Id private String device;

  private String state;

  @Column(name = "heard_at")
  private OffsetDateTime heardAt;

  @Column(name = "valid_until")
  private OffsetDateTime validUntil;

  /** For the persistence provider. */
  protected SessionRow() {}

  static SessionRow of(EmployeeId employee, Session session) {
    SessionRow row = new SessionRow();
    row.employee = employee.value();
    row.device = session.client();
    row.take(session);
    return row;
  }

  EmployeeId employee() {
    return EmployeeId.of(employee);
  }

  void take(Session session) {
    state = session.state().code();
    heardAt = Columns.ofInstant(session.heardAt());
    validUntil = Columns.ofInstant(session.until());
  }

  Session toDomain() {
    return new Session(
        device, Session.State.from(state), heardAt.toInstant(), validUntil.toInstant());
  }
}
