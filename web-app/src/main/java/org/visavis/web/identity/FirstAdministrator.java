package org.visavis.web.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import org.visavis.web.wiring.Settings;

/**
 * Lets the first administrator in: as long as nobody can administrate, each start prints a code
 * that works once.
 */
@ApplicationScoped
class FirstAdministrator {

  void invite(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 100) Startup startup,
      Accounts accounts,
      Invitations invitations,
      Settings settings) {
    if (accounts.haveAdministrator()) {
      return;
    }
    String code = invitations.inviteAdministrator().value();
    System.out.println(
        """

          Nobody can administrate this portal yet. Open %s/en/welcome
          within %d hours and use this code, once: %s
        """
            .formatted(settings.baseUrl(), Invitations.ADMINISTRATOR_LIFETIME.toHours(), code));
  }
}
