package org.visavis.presence.jpa;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;

/** Identifies a state of hysteresis; public for the persistence provider alone. */
public final class LoadStateKey implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private String employee = "";
  private String audience = "";

  /** For the persistence provider. */
  public LoadStateKey() {}

  static LoadStateKey of(EmployeeId employee, Audience audience) {
    LoadStateKey key = new LoadStateKey();
    key.employee = employee.value();
    key.audience = audience.code();
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LoadStateKey key
        && employee.equals(key.employee)
        && audience.equals(key.audience);
  }

  @Override
  public int hashCode() {
    return Objects.hash(employee, audience);
  }
}
