package org.visavis.presence;

import java.util.Objects;
import org.visavis.directory.EmployeeId;

/**
 * The new public decision on one person. Immutable.
 *
 * @param revision the number of the change; later changes have larger ones
 * @param employee whom it is about
 * @param reachability the decision for the public, without reasons
 */
public record PresenceChange(long revision, EmployeeId employee, Reachability reachability) {

  /** Checks what comes in. */
  public PresenceChange {
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(reachability, "reachability");
  }
}
