package org.visavis.directory.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;

/** One department in the table. */
@Entity(name = "DirectoryDepartment")
@Table(name = "directory_department")
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class DepartmentRow {

  @Id private String id;
  @Version private long version;
  private String name;

  /** For the persistence provider. */
  protected DepartmentRow() {}

  static DepartmentRow of(Department department) {
    DepartmentRow row = new DepartmentRow();
    row.id = department.id().value();
    row.take(department);
    return row;
  }

  String id() {
    return id;
  }

  void take(Department department) {
    name = Lines.ofLabel(department.name());
  }

  Department toDomain() {
    return new Department(DepartmentId.of(id), Lines.parseLabel(name));
  }
}
