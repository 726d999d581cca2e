package org.visavis.routing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.EmployeeId;

/**
 * Who helped a customer last, as far as the holder of one request's secret is concerned. Holds
 * neither a name nor an address. Immutable.
 *
 * @param request the request by whose secret the customer is recognised
 * @param beginning the request with which it began; all that have the same are one relationship
 * @param helper who helped last; empty once one of the two has ended it, which is for good
 * @param at when that was, or when it was ended
 */
public record Relationship(
    RequestId request, RequestId beginning, Optional<EmployeeId> helper, Instant at) {

  /** Checks what comes in. */
  public Relationship {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(beginning, "beginning");
    Objects.requireNonNull(helper, "helper");
    Objects.requireNonNull(at, "at");
  }
}
