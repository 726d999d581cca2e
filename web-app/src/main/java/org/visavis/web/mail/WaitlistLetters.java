package org.visavis.web.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.routing.Lease;
import org.visavis.routing.WaitlistEntry;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Texts;

/**
 * Writes to those who want to be told when somebody is free. Nothing of what was typed is in it but
 * the address that it goes to. Thread-safe.
 */
final class WaitlistLetters {

  private final MailTexts texts;
  private final Function<EmployeeId, Optional<Profile>> people;
  private final Function<Lease, String> places;
  private final String organisation;
  private final String baseUrl;
  private final ZoneId zone;
  private final InstantSource clock;

  /**
   * Takes what every mail needs.
   *
   * @param people knows what the public may see of somebody
   * @param places answers where a lease is used: an address after the language
   * @param baseUrl where the portal is reached from outside, without a slash at its end
   * @param zone the zone in which times are written
   */
  WaitlistLetters(
      MailTexts texts,
      Function<EmployeeId, Optional<Profile>> people,
      Function<Lease, String> places,
      String organisation,
      String baseUrl,
      ZoneId zone,
      InstantSource clock) {
    this.texts = texts;
    this.people = people;
    this.places = places;
    this.organisation = organisation;
    this.baseUrl = baseUrl;
    this.zone = zone;
    this.clock = clock;
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
    Language language = Language.find(entry.language().getLanguage()).orElse(Language.EN);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Object[] gaps = {
      people.apply(entry.employee()).map(Profile::displayName).orElse(organisation),
      baseUrl + "/" + language.tag() + path,
      Texts.of(language, zone).until(until, now),
      organisation
    };
    String id = UUID.randomUUID() + ".waitlist";
    return new Mail(
        id,
        id,
        occasion,
        language,
        "",
        entry.email(),
        texts.of(language, occasion.code() + ".subject", gaps),
        texts.of(
            language,
            "frame",
            texts.of(language, "greeting"),
            texts.of(language, occasion.code() + ".text", gaps),
            organisation,
            texts.of(language, "footer.waitlist", gaps)),
        now);
  }
}
