package org.visavis.routing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.routing.spi.WaitlistObserver;
import org.visavis.routing.spi.WaitlistStore;

/**
 * "Tell me when this person is free": once, first come, first served, with a lease on the room that
 * became free.
 *
 * <p>Nothing is written to an address whose owner has not asked for it by the secret of the first
 * mail, and an entry ends by itself. Whoever stays hidden, or does not exist any more, is never
 * told of: to the customer both are silence. Requests that wait come before the waitlist, because
 * their customers have written already.
 *
 * <p>All methods that change something work within the caller's transaction where there is one; the
 * observer is told within it. Thread-safe.
 */
public interface Waitlist {

  /** How long an entry waits for its owner to confirm the address. */
  Duration CONFIRMED_WITHIN = Duration.ofDays(1);

  /** How long a confirmed entry lasts. */
  Duration LASTS = Duration.ofDays(14);

  /** How many entries one address may have at a time; what is asked beyond them is left out. */
  int MOST_OF_ADDRESS = 5;

  /** How many entries one employee may have at a time; what is asked beyond them is left out. */
  int MOST_OF_EMPLOYEE = 200;

  /**
   * Answers a waitlist.
   *
   * @param presence says who is shown and open
   * @param routing gives leases, by the same stores as everywhere
   * @param store keeps the entries
   * @param observer writes to those who asked
   * @param clock says what time it is
   * @param random where secrets come from
   */
  static Waitlist over(
      Presence presence,
      Routing routing,
      WaitlistStore store,
      WaitlistObserver observer,
      InstantSource clock,
      SecureRandom random) {
    return new LeasingWaitlist(presence, routing, store, observer, clock, random);
  }

  /**
   * Asks to be told when somebody is free. The observer asks the owner of the address to confirm.
   * An address that asks for the same again, or for too much, is left as it is, and nobody learns
   * of it: the answer is the same.
   *
   * @param email where to write
   * @param language the language in which to write
   * @return false when the person is hidden from the public or does not exist; nothing was kept
   *     then
   * @throws IllegalArgumentException when the address has another form
   */
  boolean join(EmployeeId employee, Channel channel, String email, Locale language);

  /** Answers how an entry stands. */
  WaitlistStanding standing(WaitlistToken token);

  /**
   * Confirms the address of an entry, and gives it its place in the line; one that has its place
   * keeps it. Where there is room at once, the answer holds it.
   */
  WaitlistStanding confirm(WaitlistToken token);

  /** Takes an entry back; forgets the address. Idempotent; unknown ones are nothing to do. */
  void withdraw(WaitlistToken token);

  /**
   * Tells those who wait for somebody, as far as there is room: requests that wait are given room
   * first, then each entry takes a lease and is gone, the longest waiting first. Each is told once,
   * on any number of nodes. Call it when somebody may have room again. Idempotent.
   */
  void tell(EmployeeId employee);

  /** Answers for whom entries wait. */
  Set<EmployeeId> waitedFor();

  /**
   * Forgets entries that have ended, up to 500 at once.
   *
   * @return when the next one ends, if any will
   */
  Optional<Instant> endDue();
}
