package org.visavis.presence.jpa;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.AbsenceId;

/** Identifies an absence of an employee; public for the persistence provider alone. */
public final class AbsenceKey implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private String employee = "";
  private String absence = "";

  /** For the persistence provider. */
  public AbsenceKey() {}

  static AbsenceKey of(EmployeeId employee, AbsenceId absence) {
    AbsenceKey key = new AbsenceKey();
    key.employee = employee.value();
    key.absence = absence.value();
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AbsenceKey key
        && employee.equals(key.employee)
        && absence.equals(key.absence);
  }

  @Override
  public int hashCode() {
    return Objects.hash(employee, absence);
  }
}
