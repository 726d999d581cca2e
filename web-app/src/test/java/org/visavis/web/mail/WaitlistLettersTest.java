package org.visavis.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.web.mail.Requests.ANNA;
import static org.visavis.web.mail.Requests.NOW;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Lease;
import org.visavis.routing.LeaseToken;
import org.visavis.routing.WaitlistEntry;
import org.visavis.routing.WaitlistToken;
import org.visavis.web.pages.Language;

class WaitlistLettersTest {

  private static final WaitlistToken TOKEN = WaitlistToken.of("Zm9vYmFyYmF6cXV4Zm9vYmFy");

  private final WaitlistLetters letters =
      new WaitlistLetters(
          Requests.LETTERHEAD, Requests::known, lease -> "/request/" + lease.employee());

  private static WaitlistEntry entry(EmployeeId employee, Locale language) {
    return new WaitlistEntry(
        TOKEN,
        employee,
        Channel.MESSAGE,
        "mo@example.org",
        language,
        Optional.empty(),
        NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void theOwnerOfTheAddressIsAskedAndToldHowToTakeItBack() {
    Mail mail = letters.confirmation(entry(ANNA, Locale.ENGLISH));

    assertThat(mail.toAddress()).isEqualTo("mo@example.org");
    assertThat(mail.subject()).isEqualTo("Shall we tell you when Anna Brandt is free?");
    assertThat(mail.text())
        .startsWith("Hello,\n\nSomebody, we hope you,")
        .contains("until tomorrow, 10:00 at the latest:")
        .contains("\n\nhttps://people.example/en/waitlist/" + TOKEN.value() + "\n\n")
        .contains("do nothing, and nobody writes to you again");
  }

  @Test
  void whoeverIsToldFindsThePlaceThatIsHeld() {
    Lease lease =
        new Lease(
            LeaseToken.of("Zm9vYmFyYmF6cXV4Zm9vYmFy"),
            ANNA,
            Channel.MESSAGE,
            1,
            NOW.plus(Lease.DURATION));
    Mail mail = letters.free(entry(ANNA, Locale.GERMAN), lease);

    assertThat(mail.language()).isEqualTo(Language.DE);
    assertThat(mail.subject()).isEqualTo("Anna Brandt ist jetzt frei");
    assertThat(mail.text())
        .contains("ein Platz ist für Sie reserviert bis 10:10.")
        .contains("\n\nhttps://people.example/de/request/anna.brandt\n\n");
  }

  @Test
  void whoeverIsNoLongerSeenIsNotNamed() {
    Mail mail = letters.confirmation(entry(EmployeeId.of("nobody"), Locale.FRENCH));

    assertThat(mail.subject()).isEqualTo("Shall we tell you when Nahwärts is free?");
  }
}
