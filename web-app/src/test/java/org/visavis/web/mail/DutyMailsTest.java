package org.visavis.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.web.mail.Requests.ANNA;
import static org.visavis.web.mail.Requests.ID;
import static org.visavis.web.mail.Requests.NOW;
import static org.visavis.web.mail.Requests.SAMUEL;
import static org.visavis.web.mail.Requests.TOKEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Label;
import org.visavis.routing.Customer;
import org.visavis.routing.DutyRequest;

class DutyMailsTest {

  private static final DepartmentId BILLS = DepartmentId.of("bills");

  private final List<Mail> mails = new ArrayList<>();
  private final DutyMails writing =
      new DutyMails(
          Requests.LETTERHEAD,
          Requests::find,
          id -> Optional.of(new Department(id, Label.of("Bills"))),
          mails::addAll);

  private static DutyRequest request(DutyRequest.State state) {
    return new DutyRequest(
        ID,
        TOKEN,
        BILLS,
        "The meter that counts twice",
        "It is urgent",
        new Customer(
            "Mo Diallo", "mo@example.org", Optional.empty(), Locale.ENGLISH, Optional.empty()),
        state,
        Optional.of(ANNA),
        List.of(ANNA),
        NOW.plus(Duration.ofHours(1)),
        NOW.plus(Duration.ofDays(1)),
        Optional.empty(),
        0);
  }

  @Test
  void theCustomerIsToldUntilWhenAndNeverWhoIsAsked() {
    writing.received(request(DutyRequest.State.ASKING));

    Mail mail = mails.get(0);
    assertThat(mails).hasSize(1);
    assertThat(mail.toAddress()).isEqualTo("mo@example.org");
    assertThat(mail.subject()).isEqualTo("Your request to Bills");
    assertThat(mail.text())
        .contains("until tomorrow, 10:00 at the latest")
        .contains("\n\nhttps://people.example/en/requests/" + TOKEN.value() + "\n")
        .doesNotContain("Anna", "meter", "urgent");
  }

  @Test
  void theCustomerIsToldWhenNobodyTookItOn() {
    writing.ended(request(DutyRequest.State.ENDED));

    assertThat(mails)
        .extracting(Mail::subject)
        .containsExactly("Nobody at Bills could take care of your request");
    assertThat(mails.get(0).text()).doesNotContain("Anna", "meter", "urgent");
  }

  @Test
  void whoIsAskedIsToldWhatItIsAboutAndUntilWhen() {
    writing.asked(request(DutyRequest.State.ASKING), ANNA);

    Mail mail = mails.get(0);
    assertThat(mails).hasSize(1);
    assertThat(mail.toAddress()).isEqualTo("anna.brandt@nahwaerts.example");
    assertThat(mail.subject()).isEqualTo("Bills fragt: Können Sie sich kümmern?");
    assertThat(mail.text())
        .contains("Mo Diallo", "„The meter that counts twice“", "längstens bis 11:00")
        .contains("\n\nhttps://people.example/de/workspace/duty\n")
        .doesNotContain(TOKEN.value(), "urgent");
  }

  @Test
  void whoHasNoAddressIsNotWrittenTo() {
    writing.asked(request(DutyRequest.State.ASKING), SAMUEL);

    assertThat(mails).isEmpty();
  }
}
