package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Address;
import org.visavis.directory.Attribute;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consent;
import org.visavis.directory.Consents;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Disclosure;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.Profile;
import org.visavis.directory.Role;
import org.visavis.directory.TopicId;

class VCardsTest {

  @Provide
  Arbitrary<List<Employee>> people() {
    return SamplePeople.anybody();
  }

  /**
   * Except for words with a backslash in the oldest version, which does not say how one is written,
   * so that the library drops some, and at times the character before it.
   */
  @Property(tries = 200)
  void whatIsWrittenIsReadAgain(
      @ForAll("people") List<Employee> people, @ForAll VCards.Version version) throws IOException {
    StringBuilder file = new StringBuilder();
    VCards.write(people, Names.ids(), version, file);
    if (people.isEmpty()) {
      return;
    }
    ImportedPeople read = read(file.toString());
    assertThat(read.refused()).isEmpty();
    List<Employee> again = read.people().stream().map(ImportedPeople.Row::employee).toList();
    assertThat(again).hasSameSizeAs(people);
    for (int i = 0; i < people.size(); i++) {
      String words = SamplePeople.withoutOrder(people.get(i));
      if (version != VCards.Version.V2_1 || words.indexOf('\\') < 0) {
        assertThat(SamplePeople.withoutOrder(again.get(i))).isEqualTo(words);
      }
    }
  }

  @Test
  void aCardOfAnAddressBookIsUnderstood() {
    ImportedPeople read =
        read(
            """
            BEGIN:VCARD
            VERSION:3.0
            N:Weiß;Eva;;Dr.;
            FN:Dr. Eva Weiß
            ORG:Nahwaerts;Kundendienst;Abrechnung
            TITLE:Beraterin
            EMAIL;TYPE=WORK:Eva.Weiss@nahwaerts.example
            TEL;TYPE=WORK,FAX:+49 89 99998199
            TEL;TYPE=CELL:+49 171 1234567
            TEL;TYPE=WORK,VOICE:+49 89 99998101
            item1.URL:https://eva.example
            item1.X-ABLabel:blog
            NOTE:Mag Zahlen\\, und Menschen.
            CATEGORIES:Rechnungen,Abschläge
            END:VCARD
            """);
    assertThat(read.refused()).isEmpty();
    Employee eva = read.people().get(0).employee();
    assertThat(eva.id().value()).isEqualTo("eva.weiss");
    assertThat(eva.familyName()).isEqualTo("Weiß");
    assertThat(eva.formOfAddress()).isEqualTo("Dr.");
    assertThat(eva.departments()).containsExactly(DepartmentId.of("abrechnung"));
    assertThat(eva.title()).isEqualTo(Label.of("Beraterin"));
    assertThat(eva.about()).isEqualTo(Label.prose("Mag Zahlen, und Menschen."));
    assertThat(eva.topics()).containsExactly(TopicId.of("rechnungen"), TopicId.of("abschlaege"));
    assertThat(eva.channels().get(Channel.PHONE))
        .contains(Address.published(URI.create("tel:+49-89-99998101")));
    assertThat(eva.links())
        .containsExactlyInAnyOrder(
            new Link(URI.create("https://eva.example"), "blog"),
            new Link(URI.create("tel:+49-171-1234567"), "mobile"));
  }

  @Test
  void aCardOfAnOldTelephoneIsUnderstood() {
    ImportedPeople read =
        read(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nUID:7\r\n"
                + "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Wei=C3=9F;Eva\r\nEND:VCARD\r\n");
    assertThat(read.people().get(0).employee().familyName()).isEqualTo("Weiß");
  }

  @Test
  void brokenCardsAreRefusedWithTheirLineAndTheOthersTaken() {
    ImportedPeople read =
        read(
            """
            BEGIN:VCARD
            VERSION:4.0
            UID:a
            FN:Anna
            END:VCARD

            BEGIN:VCARD
            VERSION:4.0
            FN:Nobody knows
            END:VCARD
            BEGIN:VCARD
            VERSION:4.0
            UID:a
            FN:Anna again
            END:VCARD
            BEGIN:VCARD
            VERSION:4.0
            UID:b
            FN:Bo
            URL:javascript:alert(1)
            END:VCARD
            BEGIN:VCARD
            VERSION:4.0
            UID:c
            """);
    assertThat(read.people()).hasSize(1);
    assertThat(read.refused())
        .extracting(Refusal::line, Refusal::column, Refusal::reason)
        .containsExactly(
            tuple(7, Optional.of("UID"), Reason.MISSING),
            tuple(11, Optional.of("UID"), Reason.DUPLICATE_ID),
            tuple(16, Optional.of("URL"), Reason.MALFORMED),
            tuple(22, Optional.empty(), Reason.UNREADABLE));
    assertThat(read("FN:no card\n").refused()).extracting(Refusal::line).containsExactly(1);
  }

  @Test
  void aCardShowsWhatTheAudienceMaySeeAndNothingElse() {
    Consents some =
        Consents.of(
            List.of(Attribute.MAIL, Attribute.TELEPHONE),
            new Consent(Disclosure.PUBLIC, Instant.EPOCH, Basis.ofThePerson()));
    Employee eva =
        Employee.named(EmployeeId.of("e1"), "Eva", "Geheim")
            .formOfAddress("Dr.")
            .mail("mail@example.org")
            .about(Label.prose("Verborgen"))
            .office(Label.of("Zimmer 7"))
            .languages(List.of(Locale.GERMAN))
            .roles(
                List.of(
                    new Role(
                        DepartmentId.of("billing"), Label.of(Map.of(Locale.GERMAN, "Beraterin")))))
            .channel(Channel.PHONE, URI.create("tel:+49-89-99998101"))
            .channel(Channel.CHAT, Address.relayed(URI.create("xmpp:intern@example.org")))
            .consents(some)
            .build();
    Profile seen = Profile.of(eva, Audience.PUBLIC, Instant.EPOCH).orElseThrow();
    for (VCards.Version version : VCards.Version.values()) {
      String card = VCards.card(seen, Names.ids().within("Nahwärts"), version);
      assertThat(card)
          .contains("Eva", "mail@example.org", "+49-89-99998101", "Nahw", "billing", "Beraterin")
          .doesNotContain("Geheim", "Dr.", "Verborgen", "Zimmer", "intern@", "relayed", "consent");
    }
  }

  private static ImportedPeople read(String file) {
    return VCards.read(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }
}
