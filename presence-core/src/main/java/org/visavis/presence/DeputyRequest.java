package org.visavis.presence;

import java.time.Instant;
import java.util.Objects;
import org.visavis.directory.EmployeeId;

/**
 * What a colleague asks an employee to stand in for: the time, and not the reason. Immutable.
 *
 * @param absent who will be away
 * @param absence which absence of that person
 * @param start its first instant
 * @param end the instant of return
 * @param agreed whether the employee has agreed
 */
public record DeputyRequest(
    EmployeeId absent, AbsenceId absence, Instant start, Instant end, boolean agreed) {

  /** Checks what comes in. */
  public DeputyRequest {
    Objects.requireNonNull(absent, "absent");
    Objects.requireNonNull(absence, "absence");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
  }
}
