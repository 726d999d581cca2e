package org.visavis.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.web.mail.Requests.ANNA;
import static org.visavis.web.mail.Requests.ID;
import static org.visavis.web.mail.Requests.NOW;
import static org.visavis.web.mail.Requests.SAMUEL;
import static org.visavis.web.mail.Requests.TOKEN;
import static org.visavis.web.mail.Requests.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Request;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.web.pages.Language;

class LettersTest {

  private static final String TYPED = "Please look at http://evil.example/buy at once";

  private final Letters letters =
      new Letters(
          new MailTexts(),
          Requests::find,
          Requests::known,
          "Nahwärts",
          "https://people.example",
          () -> NOW);

  @Test
  void acceptedRequestIsConfirmedToTheCustomerAndAnnouncedToTheEmployee() {
    List<Mail> mails = about(Locale.ENGLISH, "Mo Diallo", ANNA, received(Kind.ACCEPTED));

    assertThat(mails)
        .extracting(Mail::occasion)
        .containsExactly(Occasion.CONFIRMED, Occasion.NEW_REQUEST);
    Mail confirmation = mails.get(0);
    assertThat(confirmation.toAddress()).isEqualTo("mo@example.org");
    assertThat(confirmation.subject()).isEqualTo("Your request to Anna Brandt");
    assertThat(confirmation.text())
        .startsWith("Hello Mo Diallo,\n\nAnna Brandt has your request")
        .contains("\n\nhttps://people.example/en/requests/" + TOKEN.value() + "\n\n");
    Mail notice = mails.get(1);
    assertThat(notice.toAddress()).isEqualTo("anna.brandt@nahwaerts.example");
    assertThat(notice.language()).isEqualTo(Language.DE);
    assertThat(notice.text())
        .contains("„The meter that counts twice“", "> " + TYPED)
        .contains("\n\nhttps://people.example/de/workspace/requests/" + ID + "\n\n")
        .doesNotContain(TOKEN.value());
  }

  @Test
  void customersAreWrittenToInTheirLanguageElseInEnglish() {
    assertThat(about(Locale.GERMANY, "Mo", ANNA, received(Kind.QUEUED)).get(0).subject())
        .isEqualTo("Ihr Anliegen an Anna Brandt wartet in der Reihe");
    assertThat(about(Locale.ITALIAN, "Mo", ANNA, received(Kind.OFFERED)).get(0).subject())
        .isEqualTo("Your request to Anna Brandt: please choose");
  }

  @Test
  void nothingThatWasTypedIsCarriedToAnAddressThatAnybodyCanType() {
    for (Kind outcome : List.of(Kind.ACCEPTED, Kind.QUEUED, Kind.OFFERED)) {
      Mail mail = about(Locale.ENGLISH, "Visit evil.example", ANNA, received(outcome)).get(0);
      assertThat(mail.subject() + mail.toName() + mail.text())
          .doesNotContain("evil", "meter", "Please look");
      assertThat(mail.text()).startsWith("Hello,\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mo Diallo", "Dr. Anna-Lena O'Brien", "J. R. R. Tolkien", "Zoë", "王小明"})
  void namesAreNames(String name) {
    assertThat(Letters.isPlainlyAName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "Mo\r\nBcc: x@example.org",
        "http://x",
        "Mo <b>",
        "",
        "a b c d e f g",
        "call 0900 123",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"
      })
  void otherThingsAreNoNames(String text) {
    assertThat(Letters.isPlainlyAName(text)).isFalse();
  }

  @Test
  void replyDeclineAndLastWordsAreQuotedForTheCustomer() {
    Mail reply = after(Kind.REPLIED, "It is the old one.\n-- \nhttps://people.example/x").get(0);
    assertThat(reply.text())
        .contains("Anna Brandt writes:\n\n> It is the old one.\n> -- \n> https://people.example/x");
    assertThat(after(Kind.DECLINED, "I am moving on.").get(0).text())
        .contains("> I am moving on.", "Choose what happens now");
    assertThat(after(Kind.RESOLVED, "All the best!").get(0).text()).contains("> All the best!");
    assertThat(after(Kind.RESOLVED).get(0).occasion()).isEqualTo(Occasion.RESOLVED);
    assertThat(after(Kind.EXPIRED).get(0).occasion()).isEqualTo(Occasion.EXPIRED);
  }

  @Test
  void nobodyIsToldWhatHeOrSheJustDid() {
    assertThat(after(Kind.CUSTOMER_WROTE, "One more thing"))
        .extracting(Mail::occasion)
        .containsExactly(Occasion.CUSTOMER_WROTE);
    assertThat(after(Kind.WITHDRAWN))
        .extracting(Mail::occasion)
        .containsExactly(Occasion.WITHDRAWN);
    assertThat(after(Kind.REOPENED, "Not yet", Kind.ACCEPTED))
        .extracting(Mail::occasion)
        .containsExactly(Occasion.REOPENED);
    assertThat(after(Kind.REPLIED, "Yes"))
        .extracting(Mail::occasion)
        .containsExactly(Occasion.REPLIED);
  }

  @Test
  void whoeverHasHandedARequestOverIsToldThatItIsTaken() {
    List<TimelineEvent> taken = events(SAMUEL, Kind.HANDED_OVER);
    List<TimelineEvent> all = new ArrayList<>(received(Kind.ACCEPTED));
    all.addAll(events(SAMUEL, Kind.ASKED, "Would you?"));
    all.addAll(taken);

    List<Mail> mails = letters.about(Requests.of(Locale.ENGLISH, "Mo", SAMUEL, all), taken);

    assertThat(mails)
        .extracting(Mail::occasion)
        .containsExactly(Occasion.HANDED_OVER, Occasion.TAKEN_OVER);
    Mail notice = mails.get(1);
    assertThat(notice.toAddress()).isEqualTo("anna.brandt@nahwaerts.example");
    assertThat(notice.text())
        .contains("„The meter that counts twice“", "\n\nhttps://people.example/de/workspace\n\n")
        .doesNotContain("Samuel");
  }

  @Test
  void employeeIsToldOfTheEndOfASnoozeAndNotOfWhatHeOrSheTookUpBefore() {
    assertThat(awake(NOW, Kind.WOKEN)).containsExactly(Occasion.WOKEN);
    assertThat(awake(NOW, Kind.WOKEN, Kind.QUEUED)).containsExactly(Occasion.WOKEN);
    assertThat(awake(NOW.plusSeconds(1), Kind.WOKEN)).isEmpty();
    assertThat(awake(NOW, Kind.WOKEN, Kind.CUSTOMER_WROTE, "Already?"))
        .containsExactly(Occasion.CUSTOMER_WROTE);
  }

  private List<Occasion> awake(Instant until, Object... kindsAndWords) {
    List<TimelineEvent> woken = events(ANNA, kindsAndWords);
    List<TimelineEvent> all = new ArrayList<>(received(Kind.ACCEPTED));
    all.add(new TimelineEvent(Kind.SNOOZED, NOW, ANNA, "", List.of(), Optional.of(until)));
    all.addAll(woken);
    return letters.about(Requests.of(Locale.ENGLISH, "Mo", ANNA, all), woken).stream()
        .map(Mail::occasion)
        .toList();
  }

  @Test
  void employeeIsNotToldOfARequestThatNeverCameThrough() {
    List<TimelineEvent> offered = received(Kind.OFFERED);
    assertThat(about(Locale.ENGLISH, "Mo", ANNA, offered))
        .extracting(Mail::occasion)
        .containsExactly(Occasion.CONFIRMED_ASKING);

    List<TimelineEvent> withdrawn = events(ANNA, Kind.WITHDRAWN);
    List<TimelineEvent> all = new ArrayList<>(offered);
    all.addAll(withdrawn);
    assertThat(letters.about(Requests.of(Locale.ENGLISH, "Mo", ANNA, all), withdrawn)).isEmpty();
  }

  @Test
  void choosingAColleagueTellsBothAndNamesTheColleague() {
    List<TimelineEvent> chosen = events(SAMUEL, Kind.CHOSEN, Kind.ACCEPTED);
    List<TimelineEvent> all = new ArrayList<>(received(Kind.OFFERED));
    all.addAll(chosen);
    List<Mail> mails = letters.about(Requests.of(Locale.ENGLISH, "Mo", SAMUEL, all), chosen);
    assertThat(mails)
        .extracting(Mail::subject)
        .containsExactly("Samuel Osei takes care of your request");

    List<TimelineEvent> inAdvance = new ArrayList<>(received(Kind.OFFERED));
    inAdvance.addAll(chosen);
    Mail confirmation =
        letters.about(Requests.of(Locale.ENGLISH, "Mo", SAMUEL, inAdvance), inAdvance).get(0);
    assertThat(confirmation.text())
        .contains("Anna Brandt has no room", "Samuel Osei takes care of it");
  }

  @Test
  void oneConversationForEachRequestAndSide() {
    List<Mail> first = about(Locale.ENGLISH, "Mo", ANNA, received(Kind.ACCEPTED));
    assertThat(first.get(0).id()).isEqualTo(ID + ".customer").isEqualTo(first.get(0).thread());
    assertThat(first.get(1).id()).isEqualTo(ID + ".employee").isEqualTo(first.get(1).thread());
    Mail reply = after(Kind.REPLIED, "Yes").get(0);
    assertThat(reply.thread()).isEqualTo(ID + ".customer");
    assertThat(reply.id()).startsWith(ID + ".customer.").isNotEqualTo(reply.thread());
  }

  @Test
  void longWordsAreCutAndTheMailSaysSo() {
    Mail mail = after(Kind.REPLIED, "line\n".repeat(15_000)).get(0);
    assertThat(mail.text().length()).isLessThan(30_000);
    assertThat(mail.text()).contains("The rest is on the page.");
    assertThat(after(Kind.REPLIED, "x".repeat(100_000)).get(0).text().length()).isLessThan(30_000);
  }

  @ParameterizedTest
  @EnumSource(Occasion.class)
  void everyOccasionHasItsTextInEveryLanguage(Occasion occasion) {
    MailTexts texts = new MailTexts();
    for (Language language : Language.values()) {
      for (String part : List.of(".subject", ".text")) {
        assertThat(
                texts.of(language, occasion.code() + part, "a", "b", "c", "d", "e", "f", "g", "h"))
            .isNotBlank()
            .doesNotContain("{", "'");
      }
    }
  }

  private static List<TimelineEvent> received(Kind outcome) {
    return events(ANNA, Kind.RECEIVED, TYPED, outcome);
  }

  private List<Mail> about(
      Locale language, String name, EmployeeId employee, List<TimelineEvent> events) {
    return letters.about(Requests.of(language, name, employee, events), events);
  }

  private List<Mail> after(Object... kindsAndWords) {
    List<TimelineEvent> now = events(ANNA, kindsAndWords);
    List<TimelineEvent> all = new ArrayList<>(received(Kind.ACCEPTED));
    all.addAll(now);
    Request request = Requests.of(Locale.ENGLISH, "Mo Diallo", ANNA, all);
    return letters.about(request, now);
  }
}
