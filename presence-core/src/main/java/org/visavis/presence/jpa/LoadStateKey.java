package org.visavis.presence.jpa;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.RuleScope;

/** Identifies a state of hysteresis; public for the persistence provider alone. */
public final class LoadStateKey implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private String employee = "";
  private String appliesTo = "";

  /** For the persistence provider. */
  public LoadStateKey() {}

  static LoadStateKey of(EmployeeId employee, RuleScope scope) {
    LoadStateKey key = new LoadStateKey();
    key.employee = employee.value();
    key.appliesTo = scope.code();
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LoadStateKey key
        && employee.equals(key.employee)
        && appliesTo.equals(key.appliesTo);
  }

  @Override
  public int hashCode() {
    return Objects.hash(employee, appliesTo);
  }
}
