package org.visavis.directory.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;

/** One department in the table. */
@Entity(name = "DirectoryDepartment")
@Table(name = "directory_department")
@Cacheable(false)
@SuppressWarnings("NullAway.Init")
class DepartmentRow {

  @Id private String id;
  @Version private long version;
  private String name;
  private String synonyms;
  private @Nullable String parent;

  @Column(name = "led_by")
  private @Nullable String lead;

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
    synonyms = Lines.ofSynonyms(department.synonyms());
    parent = department.parent().map(DepartmentId::value).orElse(null);
    lead = department.lead().map(EmployeeId::value).orElse(null);
  }

  Department toDomain() {
    return new Department(
        DepartmentId.of(id),
        Lines.parseLabel(name),
        Lines.parseSynonyms(synonyms),
        Optional.ofNullable(parent).map(DepartmentId::of),
        Optional.ofNullable(lead).map(EmployeeId::of));
  }
}
