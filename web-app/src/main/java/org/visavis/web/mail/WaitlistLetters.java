package org.visavis.web.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.routing.Lease;
import org.visavis.routing.WaitlistEntry;
import org.visavis.web.pages.Language;

/**
 * Writes to those who want to be told when somebody is free. Nothing of what was typed is in it but
 * the address that it goes to. Thread-safe.
 */
final class WaitlistLetters {

  private final Letterhead letterhead;
  private final Function<EmployeeId, Optional<Profile>> people;
  private final Function<Lease, String> places;

  /**
   * Takes what every mail needs.
   *
   * @param people knows what the public may see of somebody
   * @param places answers where a lease is used: an address after the language
   */
  WaitlistLetters(
      Letterhead letterhead,
      Function<EmployeeId, Optional<Profile>> people,
      Function<Lease, String> places) {
    this.letterhead = letterhead;
    this.people = people;
    this.places = places;
  }

  /** Answers the mail that asks whether the address is the customer's own. */
  Mail confirmation(WaitlistEntry entry) {
    return mail(
        Occasion.WAITLIST_CONFIRM, entry, "/waitlist/" + entry.token().value(), entry.until());
  }

  /** Answers the mail that tells of a place that is held. */
  Mail free(WaitlistEntry entry, Lease lease) {
    return mail(Occasion.WAITLIST_FREE, entry, places.apply(lease), lease.until());
  }

  private Mail mail(Occasion occasion, WaitlistEntry entry, String path, Instant until) {
    Language language = Letterhead.language(entry.language());
    return letterhead.write(
        occasion,
        "waitlist",
        language,
        "",
        entry.email(),
        "footer.waitlist",
        people.apply(entry.employee()).map(Profile::displayName).orElse(letterhead.organisation()),
        letterhead.link(language, path),
        letterhead.until(language, until),
        letterhead.organisation());
  }
}
