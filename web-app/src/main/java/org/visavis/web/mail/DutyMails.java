package org.visavis.web.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.spi.DutyObserver;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Texts;

/**
 * Writes about requests to departments: to the customer nothing of whom it asks, and nothing of
 * what was typed; to whoever is asked what it is about. Thread-safe.
 */
final class DutyMails implements DutyObserver {

  private final MailTexts texts;
  private final Function<EmployeeId, Optional<Employee>> people;
  private final Function<DepartmentId, Optional<Department>> departments;
  private final String organisation;
  private final String baseUrl;
  private final ZoneId zone;
  private final InstantSource clock;
  private final OutgoingMail mail;

  /**
   * Takes what every mail needs.
   *
   * @param people knows who somebody is, to write to that person
   * @param baseUrl where the portal is reached from outside, without a slash at its end
   * @param zone the zone in which times are written
   */
  DutyMails(
      MailTexts texts,
      Function<EmployeeId, Optional<Employee>> people,
      Function<DepartmentId, Optional<Department>> departments,
      String organisation,
      String baseUrl,
      ZoneId zone,
      InstantSource clock,
      OutgoingMail mail) {
    this.texts = texts;
    this.people = people;
    this.departments = departments;
    this.organisation = organisation;
    this.baseUrl = baseUrl;
    this.zone = zone;
    this.clock = clock;
    this.mail = mail;
  }

  @Override
  public void received(DutyRequest request) {
    mail.send(List.of(toCustomer(Occasion.DUTY_RECEIVED, request)));
  }

  @Override
  public void ended(DutyRequest request) {
    mail.send(List.of(toCustomer(Occasion.DUTY_ENDED, request)));
  }

  @Override
  public void asked(DutyRequest request, EmployeeId employee) {
    people
        .apply(employee)
        .flatMap(
            person ->
                person.mail().filter(Mail::isAddress).map(at -> toEmployee(request, person, at)))
        .ifPresent(one -> mail.send(List.of(one)));
  }

  private Mail toCustomer(Occasion occasion, DutyRequest request) {
    Language language =
        Language.find(request.customer().language().getLanguage()).orElse(Language.EN);
    return write(
        occasion,
        request,
        language,
        "",
        request.customer().email(),
        "/requests/" + request.token().value(),
        request.until(),
        "footer.customer");
  }

  private Mail toEmployee(DutyRequest request, Employee person, String address) {
    Language language =
        person.languages().stream()
            .map(Locale::getLanguage)
            .map(Language::find)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(Language.EN);
    return write(
        Occasion.DUTY_ASKED,
        request,
        language,
        person.displayName(),
        address,
        "/workspace/duty",
        request.due(),
        "footer.employee");
  }

  private Mail write(
      Occasion occasion,
      DutyRequest request,
      Language language,
      String toName,
      String address,
      String path,
      Instant until,
      String footer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Object[] gaps = {
      departments
          .apply(request.department())
          .map(found -> found.name().text(language.locale()))
          .orElse(organisation),
      baseUrl + "/" + language.tag() + path,
      Texts.of(language, zone).until(until, now),
      organisation,
      request.customer().name(),
      request.subject()
    };
    String greeting =
        toName.isEmpty()
            ? texts.of(language, "greeting")
            : texts.of(language, "greeting.name", toName);
    String id = UUID.randomUUID() + ".duty";
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
        now);
  }
}
