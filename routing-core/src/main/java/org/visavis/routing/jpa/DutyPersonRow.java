package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;

/** Whether somebody wants to be asked, and when it was last. Changed by statements only. */
@Entity(name = "RoutingDutyPerson")
@Table(name = "routing_duty_person")
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class DutyPersonRow {

  @Id private String employee;
  private boolean willing;

  @Column(name = "asked_at")
  @Convert(converter = InstantConverter.class)
  private @Nullable Instant askedAt;

  /** For the persistence provider. */
  protected DutyPersonRow() {}

  static DutyPersonRow of(EmployeeId employee, boolean willing, @Nullable Instant askedAt) {
    DutyPersonRow row = new DutyPersonRow();
    row.employee = employee.value();
    row.willing = willing;
    row.askedAt = askedAt;
    return row;
  }

  EmployeeId employee() {
    return EmployeeId.of(employee);
  }

  boolean isWilling() {
    return willing;
  }

  Optional<Instant> askedAt() {
    return Optional.ofNullable(askedAt);
  }
}
