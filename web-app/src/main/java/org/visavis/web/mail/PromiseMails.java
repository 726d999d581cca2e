package org.visavis.web.mail;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.routing.Promise;
import org.visavis.routing.Request;
import org.visavis.routing.spi.PromiseObserver;
import org.visavis.web.pages.Language;

/**
 * Writes about answers that are due. The employee is reminded before and after the time. When it is
 * over, the deputy is told, else whoever leads the department, and the customer.
 *
 * <p>Deputy and lead are told of whom an answer is missing and since when, and nothing of the
 * request: they are to talk to the person. The customer is told plainly that it is late. Nobody is
 * told how often. Thread-safe.
 */
final class PromiseMails implements PromiseObserver {

  private static final String KIND = "promise";

  private final Letterhead letterhead;
  private final Function<Promise, Optional<Request>> requests;
  private final Function<EmployeeId, Optional<Employee>> people;
  private final Function<EmployeeId, Optional<Profile>> known;
  private final Function<EmployeeId, Optional<EmployeeId>> deputies;
  private final Function<DepartmentId, Optional<Department>> departments;
  private final Consumer<List<Mail>> mail;

  /**
   * Takes what every mail needs.
   *
   * @param people knows who somebody is, to write to that person
   * @param known knows what a customer may see of the person who has the request
   * @param deputies knows who has agreed to stand in for somebody now
   * @param mail takes mails into the outbox, within the transaction
   */
  PromiseMails(
      Letterhead letterhead,
      Function<Promise, Optional<Request>> requests,
      Function<EmployeeId, Optional<Employee>> people,
      Function<EmployeeId, Optional<Profile>> known,
      Function<EmployeeId, Optional<EmployeeId>> deputies,
      Function<DepartmentId, Optional<Department>> departments,
      Consumer<List<Mail>> mail) {
    this.letterhead = letterhead;
    this.requests = requests;
    this.people = people;
    this.known = known;
    this.deputies = deputies;
    this.departments = departments;
    this.mail = mail;
  }

  @Override
  public void dueSoon(Promise promise) {
    requests
        .apply(promise)
        .flatMap(request -> toEmployee(Occasion.PROMISE_SOON, promise, request))
        .ifPresent(one -> mail.accept(List.of(one)));
  }

  @Override
  public void overdue(Promise promise) {
    requests.apply(promise).ifPresent(request -> overdue(promise, request));
  }

  private void overdue(Promise promise, Request request) {
    List<Mail> mails = new ArrayList<>();
    toEmployee(Occasion.PROMISE_OVERDUE, promise, request).ifPresent(mails::add);
    deputies
        .apply(promise.employee())
        .or(() -> lead(promise.employee()))
        .flatMap(other -> toOther(other, promise))
        .ifPresent(mails::add);
    mails.add(toCustomer(promise, request));
    mail.accept(mails);
  }

  /** Answers who leads the department, or the one above it; nobody leads himself or herself. */
  private Optional<EmployeeId> lead(EmployeeId employee) {
    return people.apply(employee).stream()
        .flatMap(person -> person.departments().stream())
        .flatMap(this::upwards)
        .flatMap(department -> department.lead().stream())
        .filter(lead -> !lead.equals(employee))
        .findFirst();
  }

  /** Answers a department and those above it, each once, whatever the tree looks like. */
  private Stream<Department> upwards(DepartmentId department) {
    Set<DepartmentId> seen = new HashSet<>();
    return Stream.iterate(
            departments.apply(department),
            found -> found.filter(one -> seen.add(one.id())).isPresent(),
            found -> found.flatMap(Department::parent).flatMap(departments))
        .flatMap(Optional::stream);
  }

  private Optional<Mail> toEmployee(Occasion occasion, Promise promise, Request request) {
    return to(
        promise.employee(),
        (person, language, address) ->
            letterhead.write(
                occasion,
                KIND,
                language,
                person.displayName(),
                address,
                "footer.employee",
                person.displayName(),
                letterhead.link(language, "/workspace/requests/" + request.id()),
                due(promise, language, person.timeZone()),
                letterhead.organisation(),
                request.customer().name(),
                request.subject()));
  }

  private Optional<Mail> toOther(EmployeeId other, Promise promise) {
    return to(
        other,
        (person, language, address) ->
            letterhead.write(
                Occasion.PROMISE_ESCALATED,
                KIND,
                language,
                person.displayName(),
                address,
                "footer.employee",
                people.apply(promise.employee()).map(Employee::displayName).orElse(""),
                letterhead.link(language, "/workspace"),
                due(promise, language, person.timeZone()),
                letterhead.organisation()));
  }

  private Mail toCustomer(Promise promise, Request request) {
    Language language = Letterhead.language(request.customer().language());
    return letterhead.write(
        Occasion.PROMISE_MISSED,
        KIND,
        language,
        "",
        request.customer().email(),
        "footer.customer",
        known.apply(promise.employee()).map(Profile::displayName).orElse(letterhead.organisation()),
        letterhead.link(language, "/requests/" + request.token().value()),
        due(promise, language, request.customer().timeZone().orElse(letterhead.zone())),
        letterhead.organisation());
  }

  private String due(Promise promise, Language language, ZoneId readers) {
    return promise.due().map(due -> letterhead.moment(language, due, readers)).orElse("");
  }

  private Optional<Mail> to(EmployeeId reader, Writer writer) {
    return people
        .apply(reader)
        .flatMap(
            person ->
                person
                    .mail()
                    .filter(Mail::isAddress)
                    .map(at -> writer.write(person, Letterhead.language(person), at)));
  }

  /** Writes to somebody whose address is known. */
  private interface Writer {
    Mail write(Employee person, Language language, String address);
  }
}
