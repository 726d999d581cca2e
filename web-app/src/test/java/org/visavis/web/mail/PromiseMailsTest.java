package org.visavis.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.web.mail.Requests.ANNA;
import static org.visavis.web.mail.Requests.ID;
import static org.visavis.web.mail.Requests.NOW;
import static org.visavis.web.mail.Requests.TOKEN;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.routing.Promise;
import org.visavis.routing.Request;
import org.visavis.routing.TimelineEvent;
import org.visavis.web.pages.Language;

class PromiseMailsTest {

  private static final EmployeeId LEAD = EmployeeId.of("lea.lang");
  private static final EmployeeId DEPUTY = EmployeeId.of("dora.dietz");
  private static final DepartmentId BILLS = DepartmentId.of("bills");
  private static final DepartmentId SERVICE = DepartmentId.of("service");

  private final Map<DepartmentId, Department> departments =
      Map.of(
          SERVICE, new Department(SERVICE, Label.of("Service")).ledBy(LEAD),
          BILLS, new Department(BILLS, Label.of("Bills")).within(SERVICE).ledBy(ANNA));
  private final List<Mail> mails = new ArrayList<>();
  private Optional<EmployeeId> deputy = Optional.empty();
  private Locale customers = Locale.ENGLISH;

  private PromiseMails writing() {
    return new PromiseMails(
        Requests.LETTERHEAD,
        promise -> Optional.of(request()),
        PromiseMailsTest::person,
        Requests::known,
        absent -> deputy,
        id -> Optional.ofNullable(departments.get(id)),
        mails::addAll);
  }

  private Request request() {
    List<TimelineEvent> events = Requests.events(ANNA, TimelineEvent.Kind.RECEIVED, "It is urgent");
    return Requests.of(customers, "Mo Diallo", ANNA, events);
  }

  private static Optional<Employee> person(EmployeeId id) {
    if (id.equals(ANNA)) {
      return Optional.of(
          Employee.named(ANNA, "Anna", "Brandt")
              .languages(List.of(Locale.ENGLISH))
              .departments(List.of(BILLS))
              .timeZone(ZoneId.of("Europe/Lisbon"))
              .mail("anna.brandt@nahwaerts.example")
              .build());
    }
    return Optional.of(
        Employee.named(id, "Somebody", "Else")
            .languages(List.of(Locale.GERMAN))
            .timeZone(ZoneId.of("Europe/Berlin"))
            .mail(id + "@nahwaerts.example")
            .build());
  }

  private static Promise promise(Promise.Stage stage) {
    return new Promise(
        ID,
        ANNA,
        Duration.ofHours(4),
        NOW.minus(Duration.ofHours(3)),
        Optional.of(NOW.plus(Duration.ofHours(1))),
        stage,
        Optional.empty());
  }

  private Mail to(String address) {
    return mails.stream()
        .filter(mail -> mail.toAddress().equals(address))
        .reduce((one, other) -> null)
        .orElseThrow();
  }

  @Test
  void whoPromisedIsRemindedInTheOwnTimeAndNobodyElseHearsOfIt() {
    writing().dueSoon(promise(Promise.Stage.REMINDED));

    assertThat(mails).hasSize(1);
    Mail mail = to("anna.brandt@nahwaerts.example");
    assertThat(mail.subject()).isEqualTo("Answer to Mo Diallo promised by 10:00");
    assertThat(mail.text())
        .contains("“The meter that counts twice”")
        .contains("\n\nhttps://people.example/en/workspace/requests/" + ID + "\n")
        .doesNotContain(TOKEN.value());
  }

  @Test
  void whatIsOverdueIsToldToThePersonTheLeadAboveAndTheCustomer() {
    writing().overdue(promise(Promise.Stage.OVERDUE));

    assertThat(mails)
        .extracting(Mail::occasion)
        .containsExactly(
            Occasion.PROMISE_OVERDUE, Occasion.PROMISE_ESCALATED, Occasion.PROMISE_MISSED);
    assertThat(to("anna.brandt@nahwaerts.example").subject())
        .isEqualTo("The answer to Mo Diallo is overdue");
    assertThat(to("lea.lang@nahwaerts.example").subject())
        .as("who leads the department has promised, so that the one above it is asked")
        .isEqualTo("Eine Antwort von Anna Brandt ist überfällig");
    assertThat(to("mo@example.org").text())
        .contains("Anna Brandt was to answer you by 11:00.", "we are sorry")
        .contains("\n\nhttps://people.example/en/requests/" + TOKEN.value() + "\n");
  }

  @Test
  void whoStandsInIsToldInThePlaceOfTheLead() {
    deputy = Optional.of(DEPUTY);

    writing().overdue(promise(Promise.Stage.OVERDUE));

    assertThat(mails)
        .extracting(Mail::toAddress)
        .containsExactly(
            "anna.brandt@nahwaerts.example", "dora.dietz@nahwaerts.example", "mo@example.org");
  }

  @Test
  void nothingOfTheRequestIsToldToTheLeadAndNothingThatWasTypedToTheCustomer() {
    writing().overdue(promise(Promise.Stage.OVERDUE));

    assertThat(to("lea.lang@nahwaerts.example").subject() + to("lea.lang@nahwaerts.example").text())
        .doesNotContain("Mo", "meter", "urgent", TOKEN.value(), ID.toString());
    assertThat(to("mo@example.org").subject() + to("mo@example.org").text())
        .doesNotContain("meter", "urgent", "lea.lang", ID.toString());
  }

  @Test
  void customersAreToldInTheirLanguageAndTheirTime() {
    customers = Locale.GERMAN;

    writing().overdue(promise(Promise.Stage.OVERDUE));

    Mail mail = to("mo@example.org");
    assertThat(mail.language()).isEqualTo(Language.DE);
    assertThat(mail.subject()).isEqualTo("Ihre Antwort von Anna Brandt dauert länger");
    assertThat(mail.text()).contains("bis 11:00", "es tut uns leid");
  }
}
