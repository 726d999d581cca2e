package org.visavis.web.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.visavis.directory.Employee;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Texts;

/**
 * What mails have in common that begin no conversation: the portal's address, the way in which
 * times are written, greeting and footer. Immutable, thread-safe.
 *
 * @param baseUrl where the portal is reached from outside, without a slash at its end
 * @param zone the zone in which times are written
 */
record Letterhead(
    MailTexts texts, String organisation, String baseUrl, ZoneId zone, InstantSource clock) {

  /** Answers the first of the person's languages that mails are written in, else English. */
  static Language language(Employee employee) {
    return employee.languages().stream()
        .map(Locale::getLanguage)
        .map(Language::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Language.EN);
  }

  /** Answers the language of the reader, else English. */
  static Language language(Locale reader) {
    return Language.find(reader.getLanguage()).orElse(Language.EN);
  }

  /** Answers the address of a page. */
  String link(Language language, String path) {
    return baseUrl + "/" + language.tag() + path;
  }

  /** Writes an end, such as “until 18:00”. */
  String until(Language language, Instant end) {
    return Texts.of(language, zone).until(end, clock.instant());
  }

  /** Writes a moment as it is where the reader is, such as “tomorrow, 10:00”. */
  String moment(Language language, Instant moment, ZoneId readers) {
    return Texts.of(language, readers).moment(moment, clock.instant());
  }

  /**
   * Writes a mail.
   *
   * @param kind what its id ends with
   * @param toName whom it greets; empty for nobody by name
   * @param footer the key of the words at its foot
   * @param gaps what stands in the gaps of subject, text and footer
   */
  Mail write(
      Occasion occasion,
      String kind,
      Language language,
      String toName,
      String address,
      String footer,
      Object... gaps) {
    String id = UUID.randomUUID() + "." + kind;
    String greeting =
        toName.isEmpty()
            ? texts.of(language, "greeting")
            : texts.of(language, "greeting.name", toName);
    return new Mail(
        id,
        id,
        occasion,
        language,
        toName,
        address,
        texts.of(language, occasion.code() + ".subject", gaps),
        texts.of(
            language,
            "frame",
            greeting,
            texts.of(language, occasion.code() + ".text", gaps),
            organisation,
            texts.of(language, footer, gaps)),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
