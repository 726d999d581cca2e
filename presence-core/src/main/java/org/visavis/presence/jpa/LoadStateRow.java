package org.visavis.presence.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.LoadState;
import org.visavis.presence.RuleScope;

/** The state of hysteresis of one rule of an employee, in the table. */
@Entity(name = "PresenceLoadState")
@Table(name = "presence_hysteresis")
@IdClass(LoadStateKey.class)
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class LoadStateRow {

  @Id private String employee;

  @Id
  @Column(name = "applies_to")
  private String appliesTo;

  private boolean relieved;
  private OffsetDateTime since;

  /** For the persistence provider. */
  protected LoadStateRow() {}

  static LoadStateRow of(EmployeeId employee, RuleScope scope, LoadState state) {
    LoadStateRow row = new LoadStateRow();
    row.employee = employee.value();
    row.appliesTo = scope.code();
    row.take(state);
    return row;
  }

  String employee() {
    return employee;
  }

  RuleScope scope() {
    return RuleScope.from(appliesTo);
  }

  void take(LoadState state) {
    relieved = state.relieved();
    since = Columns.ofInstant(state.since());
  }

  LoadState toDomain() {
    return new LoadState(relieved, since.toInstant());
  }
}
