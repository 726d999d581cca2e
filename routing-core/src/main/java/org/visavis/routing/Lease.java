package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * Room within an employee's limit, held for a customer who is writing. Immutable.
 *
 * @param token proves who holds it
 * @param employee whose room it is
 * @param channel the channel that was chosen
 * @param effort the points that are held
 * @param until when it ends by itself, exclusive
 */
public record Lease(
    LeaseToken token, EmployeeId employee, Channel channel, int effort, Instant until) {

  /** How long a lease lasts. */
  public static final Duration DURATION = Duration.ofMinutes(10);

  /** Checks what comes in. */
  public Lease {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(until, "until");
  }
}
