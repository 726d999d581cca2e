package org.visavis.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Waitlist;
import org.visavis.web.guard.RateLimit;
import org.visavis.web.wiring.Transactions;

/**
 * Where customers ask to be told when somebody is free: the same for the page and for the API.
 * Anybody can type any address, so each client may ask only so often, besides what the waitlist
 * itself bounds by address and by person. Thread-safe.
 */
@ApplicationScoped
public class WaitlistDoor {

  private static final int ASKED_AN_HOUR = 60;

  @Inject private Waitlist waitlist;
  @Inject private Transactions transactions;

  private final RateLimit asked = RateLimit.of(ASKED_AN_HOUR, Duration.ofHours(1));

  /**
   * Counts that a client asks.
   *
   * @param client the client's address
   * @return how long to wait before the next try; zero when it may ask
   */
  public Duration count(String client) {
    return asked.count(client);
  }

  /**
   * Asks for an address to be told.
   *
   * @param language the language in which to write
   * @return false when the person is hidden or does not exist
   * @throws IllegalArgumentException when the address has another form
   */
  public boolean join(EmployeeId employee, Channel channel, String email, Locale language) {
    return transactions.call(() -> waitlist.join(employee, channel, email, language));
  }
}
