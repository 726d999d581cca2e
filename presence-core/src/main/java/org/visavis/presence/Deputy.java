package org.visavis.presence;

import java.util.Objects;
import org.visavis.directory.EmployeeId;

/**
 * The colleague who stands in during an absence. Customers hear of one only who has agreed.
 * Immutable.
 *
 * @param employee who stands in
 * @param agreed whether he or she has said so
 */
public record Deputy(EmployeeId employee, boolean agreed) {

  /** Checks what comes in. */
  public Deputy {
    Objects.requireNonNull(employee, "employee");
  }

  /** Answers a deputy who has not been asked yet, or has not answered. */
  public static Deputy asked(EmployeeId employee) {
    return new Deputy(employee, false);
  }
}
