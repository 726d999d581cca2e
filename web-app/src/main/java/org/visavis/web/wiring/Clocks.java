package org.visavis.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock of the portal: in UTC, because zones belong to people, not to the server. */
@ApplicationScoped
class Clocks {
  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
