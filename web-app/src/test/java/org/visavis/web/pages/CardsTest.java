package org.visavis.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Load;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Presence;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.routing.Alternative.Reason;
import org.visavis.routing.Customer;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestToken;
import org.visavis.routing.Situation;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.web.pages.Conversation.EventKind;

final class CardsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant NOON = NOW.plus(Duration.ofHours(3));
  private static final EmployeeId ANNA = EmployeeId.of("anna.brandt");
  private static final EmployeeId PAUL = EmployeeId.of("paul.schroeder");
  private static final Portrait FACE =
      Portrait.of(List.of(PortraitImage.of(400, "image/webp", new byte[] {1, 2, 3})));
  private static final Texts GERMAN = Texts.of(Language.DE, SampleOrganisation.BERLIN);
  private static final Texts ENGLISH = Texts.of(Language.EN, SampleOrganisation.BERLIN);

  private final Directory directory =
      Directory.over(
          new MemoryDirectoryStore(), new TypoTolerantIndex(Clock.systemUTC()), Clock.systemUTC());
  private final Presence presence =
      Presence.over(
              directory,
              new MemoryPresenceStore(),
              Clock.fixed(NOW, ZoneOffset.UTC),
              (at, action) -> () -> {})
          .open();
  private final Cards cards = new Cards(directory, presence, SampleHandles.of(directory));

  @BeforeEach
  void twoPeopleWork() {
    directory.saveDepartments(
        List.of(new Department(DepartmentId.of("moving"), both("Umzug", "Moving house"))));
    directory.saveTopics(
        List.of(new Topic(TopicId.of("meter"), both("Zählerstand melden", "Report a reading"))));
    directory.keepPortrait(FACE);
    directory.save(
        Employee.named(ANNA, "Anna", "Brandt")
            .title(both("Umzugsberaterin", "Moving adviser"))
            .departments(List.of(DepartmentId.of("moving"), DepartmentId.of("closed-down")))
            .topics(List.of(TopicId.of("meter")))
            .channel(Channel.MESSAGE)
            .channel(Channel.PHONE, URI.create("tel:+49-89-99998107"))
            .channel(Channel.CALLBACK, URI.create("tel:+49-89-99998107"))
            .portrait(FACE.id())
            .consents(DISCLOSED)
            .build());
    directory.save(
        Employee.named(PAUL, "Paul", "Schröder")
            .channel(Channel.MESSAGE)
            .consents(DISCLOSED)
            .build());
  }

  @AfterEach
  void close() {
    presence.close();
  }

  private static final Consents DISCLOSED =
      Consents.toEverybody(Instant.EPOCH, Basis.ofThePerson());

  private static Label both(String german, String english) {
    return Label.of(Map.of(Locale.GERMAN, german, Locale.ENGLISH, english));
  }

  private PersonCard anna(Language language) {
    return cards.find(ANNA, language).orElseThrow();
  }

  private void annaIs(Status status) {
    presence.setStatus(ANNA, new ManualStatus(status, NOON, both("Bin da", "I am in")));
  }

  private static ChannelButton button(PersonCard card, ChannelKind kind) {
    return card.channels().stream().filter(b -> b.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void cardSpeaksTheLanguageOfItsPage() {
    annaIs(Status.AVAILABLE);

    PersonCard german = anna(Language.DE);
    PersonCard english = anna(Language.EN);

    assertThat(german.title()).isEqualTo("Umzugsberaterin");
    assertThat(german.departments()).containsExactly("Umzug");
    assertThat(german.status().note()).isEqualTo("Bin da");
    assertThat(english.departments()).containsExactly("Moving house");
    assertThat(english.topics()).containsExactly("Report a reading");
    assertThat(english.status())
        .isEqualTo(StatusView.of(StatusKind.AVAILABLE, NOON).withNote("I am in"));
    assertThat(english.portrait().url()).isEqualTo("/portraits/" + FACE.id());
  }

  @Test
  void openPhoneIsALinkAndACallbackGoesThroughThePortal() {
    annaIs(Status.AVAILABLE);

    PersonCard card = anna(Language.EN);

    assertThat(button(card, ChannelKind.PHONE))
        .isEqualTo(
            ChannelButton.link(
                ChannelKind.PHONE, Openness.OPEN, "tel:+49-89-99998107", "+49 89 99998107"));
    assertThat(button(card, ChannelKind.CALLBACK).takesLease()).isTrue();
  }

  @Test
  void numberOfAClosedPhoneIsNotGivenAwayAndTheOpenChannelsComeFirst() {
    annaIs(Status.BUSY);

    PersonCard card = anna(Language.EN);

    assertThat(card.channels())
        .containsExactly(
            ChannelButton.lease(ChannelKind.MESSAGE, Openness.OPEN, ChannelNote.NONE),
            ChannelButton.lease(ChannelKind.CALLBACK, Openness.OPEN, ChannelNote.NONE),
            ChannelButton.lease(ChannelKind.PHONE, Openness.LATER, ChannelNote.NOT_NOW)
                .openingAt(NOON));
  }

  @Test
  void everyStatusOpennessAndLoadHasItsWords() {
    for (Status status : Status.values()) {
      for (Load load : Load.values()) {
        for (org.visavis.presence.Openness openness : org.visavis.presence.Openness.values()) {
          Reachability decided =
              new Reachability(
                  true,
                  new PublicStatus(status, Optional.of(NOON), Label.empty()),
                  load,
                  Map.of(Channel.PHONE, openness),
                  List.of(),
                  Optional.empty());
          PersonCard card =
              cards.of(directory.view(ANNA, Audience.PUBLIC).orElseThrow(), decided, Language.DE);
          ChannelButton phone = card.channels().get(0);

          assertThat(ENGLISH.has("status." + card.status().kind().code())).isTrue();
          assertThat(card.load().code()).isEqualTo(load.code());
          assertThat(phone.openness().code()).isEqualTo(openness.code());
          assertThat(phone.takesLease()).isEqualTo(openness != org.visavis.presence.Openness.OPEN);
          assertThat(ENGLISH.has("channel.note." + phone.note().code())).isTrue();
        }
      }
    }
  }

  @Test
  void hiddenPersonHasNoCardButKeepsTheNameForThoseWhoKnowIt() {
    presence.setRule(ANNA, Audience.PUBLIC, AppearanceRule.hidden());

    assertThat(cards.find(ANNA, Language.DE)).isEmpty();
    assertThat(cards.find(EmployeeId.of("nobody"), Language.DE)).isEmpty();
    assertThat(cards.name(ANNA, GERMAN)).isEqualTo("Anna Brandt");
    assertThat(cards.face(ANNA, "Anna Brandt").hasPicture()).isFalse();
    assertThat(cards.name(EmployeeId.of("nobody"), ENGLISH)).isEqualTo("Somebody who has left");
  }

  @Test
  void whatFitsIsSaidInTheLanguageOfThePage() {
    var match =
        directory.search(PeopleQuery.everybody().text("readng"), id -> true).matches().get(0);

    assertThat(cards.of(match, Reachability.hidden(), Language.DE).matched())
        .containsExactly("Zählerstand melden");
  }

  @Test
  void alternativesSayWhyAndLeaveOutWhoHasHidden() {
    presence.setRule(ANNA, Audience.PUBLIC, AppearanceRule.hidden());
    Alternatives alternatives = new Alternatives(directory, cards);

    List<Alternative> shown =
        alternatives.of(
            List.of(
                new org.visavis.routing.Alternative(ANNA, List.of(new Reason.HasRoom())),
                new org.visavis.routing.Alternative(
                    PAUL,
                    List.of(
                        new Reason.ProposedByChosen(),
                        new Reason.SameTopic(TopicId.of("meter")),
                        new Reason.SameDepartment(),
                        new Reason.SharedLanguage(),
                        new Reason.HasRoom()))),
            ANNA,
            ENGLISH);

    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).person().name()).isEqualTo("Paul Schröder");
    assertThat(shown.get(0).reasons().stream().map(reason -> ENGLISH.of(reason, NOW)))
        .containsExactly(
            "Proposed by Anna Brandt",
            "Cares for Report a reading too",
            "Works in the same department",
            "Speaks your language",
            "Has time now");
  }

  @Test
  void conversationIsReadByBothSidesInTheirOwnWords() {
    Request request =
        request(
            event(Kind.RECEIVED, "Where is the meter?"),
            event(Kind.ACCEPTED, ""),
            event(Kind.REPLIED, "In the cellar."),
            event(Kind.CUSTOMER_WROTE, "Thank you"),
            event(Kind.RESOLVED, "You are welcome"),
            event(Kind.DECLINED, "Away from tomorrow"));
    Conversations conversations = new Conversations(cards);

    Conversation customers =
        conversations.forCustomer(request, ENGLISH, "/en/requests/r/portraits");
    Conversation employees = conversations.forEmployee(request, ENGLISH);

    assertThat(customers.messages())
        .extracting(Conversation.Message::mine, m -> m.author() + ": " + m.text())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(true, "You: Where is the meter?"),
            org.assertj.core.groups.Tuple.tuple(false, "Anna Brandt: In the cellar."),
            org.assertj.core.groups.Tuple.tuple(true, "You: Thank you"),
            org.assertj.core.groups.Tuple.tuple(false, "Anna Brandt: You are welcome"));
    assertThat(employees.messages())
        .extracting(Conversation.Message::author)
        .containsExactly("Lena Holm", "You", "Lena Holm", "You");
    assertThat(customers.events()).isEqualTo(employees.events());
    assertThat(customers.events().get(5).note()).isEqualTo("Away from tomorrow");
  }

  @Test
  void everyStepHasWordsForBothSides() {
    for (Kind kind : Kind.values()) {
      EventKind shown = Conversations.kind(kind);

      assertThat(ENGLISH.has("event.customer." + shown.code())).isEqualTo(kind.isForCustomer());
      assertThat(ENGLISH.has("event.employee." + shown.code())).isTrue();
    }
    for (org.visavis.routing.RequestState state : org.visavis.routing.RequestState.values()) {
      assertThat(ENGLISH.has("state." + Cards.state(state).code())).isTrue();
      assertThat(Cards.state(state).ended()).isEqualTo(state.isEnded());
    }
    for (Channel channel : Channel.values()) {
      assertThat(Cards.channel(channel).code()).isEqualTo(channel.code());
    }
  }

  private static TimelineEvent event(Kind kind, String text) {
    return TimelineEvent.of(kind, NOW, ANNA, text);
  }

  private static Request request(TimelineEvent... events) {
    return new Request(
        new RequestId(UUID.fromString("0192f0a0-0000-7000-8000-000000000001")),
        RequestToken.of("Zm9vYmFyYmF6cXV4Zm9vYmFy"),
        ANNA,
        Channel.MESSAGE,
        "The meter",
        new Customer(
            "Lena Holm", "lena@example.org", Optional.empty(), Locale.ENGLISH, Optional.empty()),
        IfUnavailable.ASK,
        org.visavis.routing.RequestState.ACCEPTED,
        1,
        Situation.holding(1),
        NOW,
        NOW,
        0,
        List.of(events));
  }
}
