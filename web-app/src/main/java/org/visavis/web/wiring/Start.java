package org.visavis.web.wiring;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import org.visavis.directory.Directory;
import org.visavis.presence.Presence;
import org.visavis.routing.Routing;

/**
 * Reads everybody into memory after the migrations and before the first request. Whoever observes
 * {@link Startup} with a priority of {@link Interceptor.Priority#APPLICATION} or later finds
 * everything in its place.
 */
@ApplicationScoped
class Start {

  void load(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) Startup startup,
      Transactions transactions,
      Directory directory,
      Presence presence,
      Routing routing) {
    transactions.run(
        () -> {
          // First calls, because until then these are only promises of what they stand for.
          directory.departments();
          presence.guardrails();
          routing.expireDue();
        });
  }
}
