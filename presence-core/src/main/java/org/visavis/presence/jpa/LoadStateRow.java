package org.visavis.presence.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.LoadState;

/** The state of hysteresis of one employee for one audience, in the table. */
@Entity(name = "PresenceLoadState")
@Table(name = "presence_load_state")
@IdClass(LoadStateKey.class)
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class LoadStateRow {

  @Id private String employee;
  @Id private String audience;
  private boolean relieved;
  private OffsetDateTime since;

  /** For the persistence provider. */
  protected LoadStateRow() {}

  static LoadStateRow of(EmployeeId employee, Audience audience, LoadState state) {
    LoadStateRow row = new LoadStateRow();
    row.employee = employee.value();
    row.audience = audience.code();
    row.take(state);
    return row;
  }

  String employee() {
    return employee;
  }

  Audience audience() {
    return Audience.from(audience);
  }

  void take(LoadState state) {
    relieved = state.relieved();
    since = Columns.ofInstant(state.since());
  }

  LoadState toDomain() {
    return new LoadState(relieved, since.toInstant());
  }
}
