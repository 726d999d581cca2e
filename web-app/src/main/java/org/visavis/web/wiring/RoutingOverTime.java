package org.visavis.web.wiring;

import java.time.Clock;
import org.visavis.routing.Routing;

/** Makes the routing of this portal at a time of the caller's choice. Thread-safe. */
@FunctionalInterface
public interface RoutingOverTime {

  /** Answers routing over the same stores and observers, by that clock. */
  Routing at(Clock clock);
}
