package org.visavis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

/**
 * What somebody withholds, and somebody who is hidden or has left, is for outsiders exactly as if
 * it did not exist: not found, not counted, not listed, not shown.
 */
class PromiseWithheldLooksLikeAbsentTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final EmployeeId ZOE = EmployeeId.of("e-1");

  /** Every word that only Zoë brings in, and enough around them to be found by. */
  private static final List<String> WORDS =
      List.of(
          "",
          "Zoë",
          "zoe",
          "Xylander",
          "xylandr",
          "Dr.",
          "they",
          "Turm",
          "rocket",
          "xyl",
          "zx@example.org",
          "99998101",
          "example",
          "Adviser",
          "sales",
          "contracts",
          "Ben",
          "Quast");

  private static Employee zoe() {
    return Employee.named(ZOE, "Zoë", "Xylander")
        .formOfAddress("Dr.")
        .pronouns(Label.of("they"))
        .roles(List.of(new Role(DepartmentId.of("sales"), Label.of("Adviser"))))
        .topics(List.of(TopicId.of("contracts")))
        .languages(List.of(Locale.FRENCH))
        .mail("zx@example.org")
        .office(Label.of("Turm 3"))
        .about(Label.prose("Builds rockets"))
        .channel(Channel.PHONE, URI.create("tel:+49-89-99998101"))
        .links(List.of(new Link(URI.create("https://xylander.example/"), "homepage")))
        .portrait(PortraitId.of("ab".repeat(32)))
        .build();
  }

  /** Zoë as she would be if she had nothing but what belongs to the work. */
  private static Employee bareZoe() {
    return Employee.named(ZOE, "Zoë", "")
        .roles(List.of(new Role(DepartmentId.of("sales"), Label.of("Adviser"))))
        .topics(List.of(TopicId.of("contracts")))
        .channel(Channel.PHONE)
        .build();
  }

  private static Employee disclosed(Employee employee) {
    return employee.toBuilder().consents(Consents.toEverybody(NOW, Basis.ofThePerson())).build();
  }

  private static Directory company(Employee... people) {
    Directory directory = Directory.over(new MemoryDirectoryStore(), index(), CLOCK);
    directory.saveDepartments(List.of(Department.named("sales")));
    directory.saveTopics(List.of(Topic.named("contracts")));
    directory.save(
        disclosed(
            Employee.named(EmployeeId.of("e-2"), "Ben", "Quast")
                .departments(List.of(DepartmentId.of("sales")))
                .languages(List.of(Locale.GERMAN))
                .build()));
    for (Employee person : people) {
      directory.save(person);
    }
    return directory;
  }

  private static TypoTolerantIndex index() {
    return new TypoTolerantIndex(CLOCK);
  }

  private static void assertSame(Directory one, Directory other, Predicate<EmployeeId> visible) {
    for (Audience audience : Audience.values()) {
      assertThat(one.view(ZOE, audience)).isEqualTo(other.view(ZOE, audience));
    }
    assertSameFound(one, other, visible);
  }

  private static void assertSameFound(
      Directory one, Directory other, Predicate<EmployeeId> visible) {
    for (String text : WORDS) {
      PeopleQuery query = PeopleQuery.everybody().text(text);
      assertThat(one.suggest(text, 20, visible))
          .as("suggested for %s", text)
          .isEqualTo(other.suggest(text, 20, id -> true));
      for (PeopleQuery each :
          List.of(
              query,
              query.language(Locale.FRENCH),
              query.channel(Channel.PHONE),
              query.department(DepartmentId.of("sales")),
              query.topic(TopicId.of("contracts")),
              query.page(0, 1))) {
        assertThat(one.search(each, visible))
            .as("%s", text)
            .isEqualTo(other.search(each, id -> true));
        assertThat(one.searchAmong(each, id -> standing(visible.test(id))))
            .as("%s", text)
            .isEqualTo(other.searchAmong(each, id -> standing(true)));
      }
    }
  }

  private static Optional<Standing> standing(boolean visible) {
    return visible
        ? Optional.of(Standing.of(Set.of(Channel.PHONE), Set.of("available")))
        : Optional.empty();
  }

  @Test
  void whomNobodyAskedIsFoundByTheWorkAlone() {
    assertSame(company(zoe()), company(bareZoe()), id -> true);
  }

  @Test
  void whatIsWithdrawnIsGoneAtOnce() {
    Directory directory = company(disclosed(zoe()));
    assertThat(directory.search(PeopleQuery.everybody().text("Xylander"), id -> true).total())
        .isEqualTo(1);

    for (Attribute attribute : Attribute.values()) {
      directory.change(
          ZOE, zoe -> zoe.toBuilder().consents(zoe.consents().withdrawn(attribute, NOW)).build());
    }

    assertSame(directory, company(bareZoe()), id -> true);
  }

  @Property(tries = 60)
  void anyMixtureOfConsentsShowsExactlyWhatIsDisclosed(
      @ForAll @Size(max = 10) Set<Attribute> open) {
    Consents consents = Consents.of(open, new Consent(Disclosure.PUBLIC, NOW, Basis.ofThePerson()));
    Employee.Builder only = bareZoe().toBuilder();
    Map<Attribute, Consumer<Employee>> parts =
        Map.of(
            Attribute.PHOTO, zoe -> only.portrait(zoe.portrait().orElseThrow()),
            Attribute.SURNAME, zoe -> only.name("Zoë", "Xylander").formOfAddress("Dr."),
            Attribute.TELEPHONE, zoe -> only.channels(zoe.channels()),
            Attribute.MAIL, zoe -> only.mail("zx@example.org"),
            Attribute.LINKS, zoe -> only.links(zoe.links()),
            Attribute.ABOUT, zoe -> only.about(zoe.about()),
            Attribute.OFFICE, zoe -> only.office(zoe.office()),
            Attribute.PRONOUNS, zoe -> only.pronouns(zoe.pronouns()),
            Attribute.LANGUAGES, zoe -> only.languages(zoe.languages()));
    parts.forEach(
        (attribute, part) -> {
          if (open.contains(attribute)) {
            part.accept(zoe());
          }
        });

    Directory directory = company(zoe().toBuilder().consents(consents).build());

    assertSame(directory, company(only.consents(consents).build()), id -> true);
  }

  @Test
  void whoIsHiddenLooksLikeSomebodyWhoDoesNotExist() {
    assertSameFound(company(disclosed(zoe())), company(), id -> !id.equals(ZOE));
  }

  @Test
  void whoHasLeftLooksLikeSomebodyWhoDoesNotExistBeforeAndAfterARestart() {
    Employee left = disclosed(zoe().toBuilder().leavesOn(LocalDate.of(2026, 3, 1)).build());

    assertSame(company(left), company(), id -> true);
  }

  @Test
  void theLastDayEndsWithoutAnybodySavingAnything() {
    Instant[] now = {NOW};
    Directory directory = Directory.over(new MemoryDirectoryStore(), index(), () -> now[0]);
    directory.save(
        disclosed(
            zoe().toBuilder()
                .timeZone(ZoneId.of("America/New_York"))
                .leavesOn(LocalDate.of(2026, 3, 2))
                .build()));
    PeopleQuery query = PeopleQuery.everybody().text("Xylander");
    Instant midnight = Instant.parse("2026-03-03T05:00:00Z");

    now[0] = midnight.minusNanos(1);
    assertThat(directory.search(query, id -> true).total()).isEqualTo(1);
    assertThat(directory.view(ZOE, Audience.COLLEAGUE)).isPresent();
    now[0] = midnight;

    PeoplePage page = directory.search(query, id -> true);
    assertThat(page.total()).isZero();
    assertThat(page.departments()).isEmpty();
    assertThat(page.languages()).isEmpty();
    assertThat(directory.suggest("Xyl", 10, id -> true)).isEmpty();
    assertThat(directory.view(ZOE, Audience.COLLEAGUE)).isEmpty();
  }

  /** A new door has to be added to the tests above, or is for the company's own use. */
  @Test
  void theseAreAllTheDoors() {
    Set<String> forOutsiders = Set.of("view", "search", "searchAmong", "suggest");
    Set<String> forTheCompany =
        Set.of(
            "find",
            "require",
            "everybody",
            "findPortrait",
            "keepPortrait",
            "save",
            "change",
            "saveDepartments",
            "saveTopics",
            "remove",
            "plan",
            "apply",
            "reload",
            "onChange",
            "over");
    Set<String> withoutPeople =
        Set.of("departments", "findDepartment", "departmentTree", "topics", "findTopic");
    Set<String> known = new HashSet<>(forOutsiders);
    known.addAll(forTheCompany);
    known.addAll(withoutPeople);

    Set<String> declared =
        Arrays.stream(Directory.class.getDeclaredMethods())
            .filter(method -> !method.isSynthetic())
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(declared).containsExactlyInAnyOrderElementsOf(known);
  }
}
