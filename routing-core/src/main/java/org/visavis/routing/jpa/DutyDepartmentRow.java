package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.visavis.directory.DepartmentId;

/** A department on duty. Inserted and deleted. */
@Entity(name = "RoutingDutyDepartment")
@Table(name = "routing_duty_department")
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class DutyDepartmentRow {

  @Id private String department;

  /** For the persistence provider. */
  protected DutyDepartmentRow() {}

  static DutyDepartmentRow of(DepartmentId department) {
    DutyDepartmentRow row = new DutyDepartmentRow();
    row.department = department.value();
    return row;
  }

  DepartmentId toDomain() {
    return DepartmentId.of(department);
  }
}
