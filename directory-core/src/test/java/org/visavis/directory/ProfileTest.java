package org.visavis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final URI DESK = URI.create("tel:+49-89-99998101");
  private static final URI POCKET = URI.create("tel:+49-151-23456789");
  private static final Link HOME = new Link(URI.create("https://example.org/"), "homepage");
  private static final Link WRITE = new Link(URI.create("mailto:anna@example.org"), "");

  private static Employee.Builder anna() {
    return Employee.named(EmployeeId.of("a1"), "Anna", "Weber")
        .formOfAddress("Dr.")
        .pronouns(Label.of("she/her"))
        .roles(
            List.of(
                new Role(DepartmentId.of("billing"), Label.of("Head of billing")),
                new Role(DepartmentId.of("sales"), Label.of("Adviser"))))
        .topics(List.of(TopicId.of("invoices")))
        .languages(List.of(Locale.GERMAN))
        .region("DE-BY")
        .timeZone(ZoneId.of("Europe/Berlin"))
        .mail("anna@example.org")
        .office(Label.of("Tower 3"))
        .about(Label.prose("Likes to help."))
        .channel(Channel.MESSAGE)
        .channel(Channel.PHONE, DESK)
        .channel(Channel.CALLBACK, POCKET)
        .channel(Channel.VIDEO, Address.relayed(URI.create("https://meet.example.org/anna")))
        .links(List.of(HOME, WRITE, new Link(POCKET, "mobile")))
        .portrait(PortraitId.of("ab".repeat(32)));
  }

  private static Employee disclosing(Attribute attribute, Disclosure disclosure) {
    return anna()
        .consents(
            Consents.none().with(attribute, new Consent(disclosure, NOW, Basis.ofThePerson())))
        .build();
  }

  private static Profile seen(Employee employee, Audience audience) {
    return Profile.of(employee, audience, NOW).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void whomNobodyAskedShowsTheWorkAlone(Audience audience) {
    Profile profile = seen(anna().build(), audience);

    assertThat(profile.displayName()).isEqualTo("Anna");
    assertThat(profile.givenName()).isEqualTo("Anna");
    assertThat(profile.title().text(Locale.ENGLISH)).isEqualTo("Head of billing");
    assertThat(profile.departments())
        .containsExactly(DepartmentId.of("billing"), DepartmentId.of("sales"));
    assertThat(profile.topics()).containsExactly(TopicId.of("invoices"));
    assertThat(profile.channels())
        .containsOnlyKeys(Channel.MESSAGE, Channel.PHONE, Channel.CALLBACK, Channel.VIDEO)
        .allSatisfy((channel, address) -> assertThat(address).isEmpty());
    assertThat(profile.familyName()).isEmpty();
    assertThat(profile.formOfAddress()).isEmpty();
    assertThat(profile.pronouns().isEmpty()).isTrue();
    assertThat(profile.languages()).isEmpty();
    assertThat(profile.office().isEmpty()).isTrue();
    assertThat(profile.about().isEmpty()).isTrue();
    assertThat(profile.mail()).isEmpty();
    assertThat(profile.links()).isEmpty();
    assertThat(profile.portrait()).isEmpty();
    assertThat(profile.toString()).doesNotContain("Weber");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALENDAR")
  void eachAttributeIsSeenByThoseToWhomItIsDisclosedAndByNobodyElse(Attribute attribute) {
    Profile nothing = seen(anna().build(), Audience.PUBLIC);
    for (Disclosure disclosure : Disclosure.values()) {
      Employee employee = disclosing(attribute, disclosure);
      for (Audience audience : Audience.values()) {
        Profile profile = seen(employee, audience);
        boolean asIfNobodyHadAsked = profile.equals(seen(anna().build(), audience));
        assertThat(asIfNobodyHadAsked)
            .as("%s disclosed to %s is seen by %s", attribute, disclosure, audience)
            .isEqualTo(!disclosure.includes(audience));
      }
    }
    assertThat(nothing)
        .isNotEqualTo(seen(disclosing(attribute, Disclosure.PUBLIC), Audience.PUBLIC));
  }

  @Test
  void circlesHoldEachOther() {
    assertThat(EnumSet.allOf(Audience.class))
        .allMatch(Disclosure.PUBLIC::includes)
        .noneMatch(Disclosure.NOBODY::includes);
    assertThat(Disclosure.KNOWN_CUSTOMERS.includes(Audience.PUBLIC)).isFalse();
    assertThat(Disclosure.KNOWN_CUSTOMERS.includes(Audience.COLLEAGUE)).isTrue();
    assertThat(Disclosure.COLLEAGUES.includes(Audience.KNOWN_CUSTOMER)).isFalse();
  }

  @Test
  void aMobileNumberIsNoTelephoneNumber() {
    Profile desk = seen(disclosing(Attribute.TELEPHONE, Disclosure.PUBLIC), Audience.PUBLIC);
    Profile pocket = seen(disclosing(Attribute.MOBILE, Disclosure.PUBLIC), Audience.PUBLIC);

    assertThat(desk.channels())
        .containsEntry(Channel.PHONE, Optional.of(DESK))
        .containsEntry(Channel.CALLBACK, Optional.empty());
    assertThat(desk.links()).isEmpty();
    assertThat(pocket.channels())
        .containsEntry(Channel.PHONE, Optional.empty())
        .containsEntry(Channel.CALLBACK, Optional.of(POCKET));
    assertThat(pocket.links()).containsExactly(new Link(POCKET, "mobile"));
  }

  @Test
  void aMailLinkBelongsToTheMailAddress() {
    Profile mail = seen(disclosing(Attribute.MAIL, Disclosure.PUBLIC), Audience.PUBLIC);
    Profile links = seen(disclosing(Attribute.LINKS, Disclosure.PUBLIC), Audience.PUBLIC);

    assertThat(mail.mail()).contains("anna@example.org");
    assertThat(mail.links()).containsExactly(WRITE);
    assertThat(links.mail()).isEmpty();
    assertThat(links.links()).containsExactly(HOME);
  }

  @Test
  void aRelayedAddressIsSeenByNobodyWhateverIsDisclosed() {
    Employee open = anna().consents(Consents.toEverybody(NOW, Basis.ofThePerson())).build();

    for (Audience audience : Audience.values()) {
      Profile profile = seen(open, audience);
      assertThat(profile.channels()).containsEntry(Channel.VIDEO, Optional.empty());
      assertThat(profile.channels()).containsEntry(Channel.PHONE, Optional.of(DESK));
    }
  }

  @Test
  void withoutAGivenNameNothingIsToldOfTheName() {
    Employee weber = Employee.named(EmployeeId.of("k-77"), "", "Weber").build();

    assertThat(seen(weber, Audience.PUBLIC).displayName()).isEqualTo("N. N.");
  }

  @Test
  void afterTheLastDayInThePersonsZoneNobodySeesAnything() {
    Employee leaving =
        anna()
            .leavesOn(LocalDate.of(2026, 3, 2))
            .consents(Consents.toEverybody(NOW, Basis.ofThePerson()))
            .build();
    Instant midnightInBerlin = Instant.parse("2026-03-02T23:00:00Z");

    for (Audience audience : Audience.values()) {
      assertThat(Profile.of(leaving, audience, midnightInBerlin.minusNanos(1))).isPresent();
      assertThat(Profile.of(leaving, audience, midnightInBerlin)).isEmpty();
    }
    assertThat(leaving.leftAt()).contains(midnightInBerlin);
  }

  @Test
  void aWithdrawnConsentIsKeptAsSuch() {
    Consents withdrawn =
        Consents.toEverybody(NOW, Basis.stated("Works agreement"))
            .withdrawn(Attribute.PHOTO, NOW.plusSeconds(60));

    assertThat(withdrawn.find(Attribute.PHOTO))
        .contains(new Consent(Disclosure.NOBODY, NOW.plusSeconds(60), Basis.ofThePerson()));
    assertThat(withdrawn.allows(Attribute.PHOTO, Audience.COLLEAGUE)).isFalse();
    assertThat(withdrawn.allows(Attribute.SURNAME, Audience.PUBLIC)).isTrue();
  }

  @Test
  void theAttributesOfAPersonAreThoseThatHaveSomethingToShow() {
    assertThat(anna().build().attributes())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Attribute.CALENDAR)));
    assertThat(Employee.named(EmployeeId.of("b"), "Ben", "").build().attributes()).isEmpty();
  }

  @Test
  void namesAreJoinedInTheirOrder() {
    Employee.Builder person = Employee.named(EmployeeId.of("n"), "Éva", "Nagy");

    assertThat(person.build().displayName()).isEqualTo("Éva Nagy");
    Employee hungarian = person.nameOrder(NameOrder.FAMILY_FIRST).build();
    assertThat(hungarian.displayName()).isEqualTo("Nagy Éva");
    assertThat(hungarian.toBuilder().name("Éva", "Kis").build().displayName()).isEqualTo("Kis Éva");
  }

  @Test
  void aNewMainDepartmentTakesTheTitleOver() {
    Employee moved = anna().build().toBuilder().departments(List.of(DepartmentId.of("it"))).build();
    Employee swapped =
        anna().build().toBuilder()
            .departments(List.of(DepartmentId.of("sales"), DepartmentId.of("billing")))
            .build();
    Employee without = anna().build().toBuilder().departments(List.of()).build();

    assertThat(moved.roles())
        .containsExactly(new Role(DepartmentId.of("it"), Label.of("Head of billing")));
    assertThat(swapped.title()).isEqualTo(Label.of("Adviser"));
    assertThat(swapped.roles().get(1).title()).isEqualTo(Label.of("Head of billing"));
    assertThat(without.title()).isEqualTo(Label.of("Head of billing"));
    assertThat(without.toBuilder().build()).isEqualTo(without);
    assertThat(anna().title(Label.of("Boss")).build().roles().get(0).title())
        .isEqualTo(Label.of("Boss"));
  }

  @Test
  void aCopyIsEqual() {
    Employee everything =
        anna()
            .displayName("Anna W.")
            .leavesOn(LocalDate.of(2027, 1, 1))
            .about(Label.prose(Map.of(Locale.GERMAN, "x".repeat(2_000))))
            .build();

    assertThat(everything.toBuilder().build()).isEqualTo(everything);
  }
}
