package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.web.wiring.Transactions;

/**
 * Signs a browser out: its token ends, and so does what the open workspace said about the person
 * being there. Thread-safe.
 */
@ApplicationScoped
class SignOut {

  @Inject private Tokens tokens;
  @Inject private Directory directory;
  @Inject private Presence presence;
  @Inject private Transactions transactions;

  /** Ends what the browser's cookie stands for, if it has one. Idempotent. */
  void end(HttpServletRequest request) {
    SessionCookie.find(request)
        .ifPresent(token -> transactions.run(() -> end(token, person(request))));
  }

  private void end(Secret token, Optional<EmployeeId> person) {
    person.ifPresent(employee -> presence.signOff(employee, Identity.browser(token)));
    tokens.revoke(token);
  }

  private Optional<EmployeeId> person(HttpServletRequest request) {
    return Identity.find(request)
        .flatMap(SignedIn::employee)
        .filter(employee -> directory.find(employee).isPresent());
  }
}
