package org.visavis.presence.jpa;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarId;

/** Identifies a calendar of an employee; public for the persistence provider alone. */
public final class CalendarKey implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private String employee = "";
  private String calendar = "";

  /** For the persistence provider. */
  public CalendarKey() {}

  static CalendarKey of(EmployeeId employee, CalendarId calendar) {
    CalendarKey key = new CalendarKey();
    key.employee = employee.value();
    key.calendar = calendar.value();
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CalendarKey key
        && employee.equals(key.employee)
        && calendar.equals(key.calendar);
  }

  @Override
  public int hashCode() {
    return Objects.hash(employee, calendar);
  }
}
