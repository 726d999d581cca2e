package org.visavis.web.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.spi.DutyObserver;
import org.visavis.web.pages.Language;

/**
 * Writes about requests to departments: to the customer nothing of whom it asks, and nothing of
 * what was typed; to whoever is asked what it is about. Thread-safe.
 */
final class DutyMails implements DutyObserver {

  private static final String KIND = "duty";

  private final Letterhead letterhead;
  private final Function<EmployeeId, Optional<Employee>> people;
  private final Function<DepartmentId, Optional<Department>> departments;
  private final Consumer<List<Mail>> mail;

  /**
   * Takes what every mail needs.
   *
   * @param people knows who somebody is, to write to that person
   * @param mail takes mails into the outbox, within the transaction
   */
  DutyMails(
      Letterhead letterhead,
      Function<EmployeeId, Optional<Employee>> people,
      Function<DepartmentId, Optional<Department>> departments,
      Consumer<List<Mail>> mail) {
    this.letterhead = letterhead;
    this.people = people;
    this.departments = departments;
    this.mail = mail;
  }

  @Override
  public void received(DutyRequest request) {
    mail.accept(List.of(toCustomer(Occasion.DUTY_RECEIVED, request)));
  }

  @Override
  public void ended(DutyRequest request) {
    mail.accept(List.of(toCustomer(Occasion.DUTY_ENDED, request)));
  }

  @Override
  public void asked(DutyRequest request, EmployeeId employee) {
    people
        .apply(employee)
        .flatMap(
            person ->
                person.mail().filter(Mail::isAddress).map(at -> toEmployee(request, person, at)))
        .ifPresent(one -> mail.accept(List.of(one)));
  }

  private Mail toCustomer(Occasion occasion, DutyRequest request) {
    Language language = Letterhead.language(request.customer().language());
    return letterhead.write(
        occasion,
        KIND,
        language,
        "",
        request.customer().email(),
        "footer.customer",
        gaps(request, language, "/requests/" + request.token().value(), request.until()));
  }

  private Mail toEmployee(DutyRequest request, Employee person, String address) {
    Language language = Letterhead.language(person);
    return letterhead.write(
        Occasion.DUTY_ASKED,
        KIND,
        language,
        person.displayName(),
        address,
        "footer.employee",
        gaps(request, language, "/workspace/duty", request.due()));
  }

  private Object[] gaps(DutyRequest request, Language language, String path, Instant until) {
    return new Object[] {
      departments
          .apply(request.department())
          .map(found -> found.name().text(language.locale()))
          .orElse(letterhead.organisation()),
      letterhead.link(language, path),
      letterhead.until(language, until),
      letterhead.organisation(),
      request.customer().name(),
      request.subject()
    };
  }
}
