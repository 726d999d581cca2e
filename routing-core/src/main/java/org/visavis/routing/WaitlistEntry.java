package org.visavis.routing;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * Somebody who wants to be told when an employee is free. Holds no room, and nothing but the
 * address to write to. Immutable; its text form reveals nobody.
 *
 * @param token opens it to whoever asked
 * @param employee whom the customer waits for
 * @param channel the channel on which room is wanted
 * @param email where to write, 3 to 254 characters with an @ inside
 * @param language the language in which to write
 * @param since when the address was confirmed, which is its place in the line; empty until then
 * @param until when it ends by itself, exclusive
 */
public record WaitlistEntry(
    WaitlistToken token,
    EmployeeId employee,
    Channel channel,
    String email,
    Locale language,
    Optional<Instant> since,
    Instant until) {

  /**
   * @throws IllegalArgumentException when the address has another form; the message does not tell
   *     it
   */
  public WaitlistEntry {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(channel, "channel");
    email = Words.requireEmail(email);
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
  }

  /** Answers whether its owner has shown that the address is his or her own. */
  public boolean isConfirmed() {
    return since.isPresent();
  }

  /** Answers this entry as it stands in the line from that instant on. */
  public WaitlistEntry confirmed(Instant at, Instant newEnd) {
    return new WaitlistEntry(token, employee, channel, email, language, Optional.of(at), newEnd);
  }

  @Override
  public String toString() {
    return "WaitlistEntry[" + employee + ", " + channel + "]";
  }
}
