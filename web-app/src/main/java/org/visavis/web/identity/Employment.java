package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.visavis.directory.Directory;

/** Whether an account is still that of somebody who works here. Thread-safe. */
@ApplicationScoped
class Employment {

  @Inject private Directory directory;
  @Inject private Clock clock;

  /**
   * Answers whether the account's employee exists and has not left; true for an account that is no
   * employee's.
   */
  boolean holds(Account account) {
    return account
        .employee()
        .map(
            id -> directory.find(id).filter(person -> !person.hasLeft(clock.instant())).isPresent())
        .orElse(true);
  }
}
