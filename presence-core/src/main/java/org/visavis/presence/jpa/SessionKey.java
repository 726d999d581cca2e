package org.visavis.presence.jpa;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.visavis.directory.EmployeeId;

/** Identifies a session; public for the persistence provider alone. */
public final class SessionKey implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private String employee = "";
  private String device = "";

  /** For the persistence provider. */
  public SessionKey() {}

  static SessionKey of(EmployeeId employee, String device) {
    SessionKey key = new SessionKey();
    key.employee = employee.value();
    key.device = device;
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SessionKey key
        && employee.equals(key.employee)
        && device.equals(key.device);
  }

  @Override
  public int hashCode() {
    return Objects.hash(employee, device);
  }
}
