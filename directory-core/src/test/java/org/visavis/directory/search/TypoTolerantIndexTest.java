package org.visavis.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Match;
import org.visavis.directory.Match.Field;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Profile;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.directory.spi.PeopleIndex;
import org.visavis.directory.spi.PeopleIndex.Entry;

class TypoTolerantIndexTest {

  private static final Department BILLING =
      new Department(
          DepartmentId.of("billing"), Label.of("Billing").with(Locale.GERMAN, "Rechnungswesen"));
  private static final Department SALES =
      new Department(DepartmentId.of("sales"), Label.of("Sales").with(Locale.GERMAN, "Vertrieb"));
  private static final Topic INVOICES =
      new Topic(
          TopicId.of("invoices"),
          Label.of("Invoices and reminders").with(Locale.GERMAN, "Rechnungen und Mahnungen"));
  private static final Topic CONTRACTS =
      new Topic(TopicId.of("contracts"), Label.of("Contracts").with(Locale.GERMAN, "Verträge"));

  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };
  private final PeopleIndex index = new TypoTolerantIndex(clock);

  static Entry person(String id, String given, String family) {
    return new Entry(
        disclosed(Employee.named(EmployeeId.of(id), given, family)), List.of(), List.of());
  }

  /** Answers somebody of whom everybody may see everything. */
  static Profile disclosed(Employee.Builder person) {
    Consents consents = Consents.toEverybody(Instant.EPOCH, Basis.ofThePerson());
    return Profile.of(person.consents(consents).build(), Audience.PUBLIC, Instant.EPOCH)
        .orElseThrow();
  }

  private static Entry clerk(String id, String name, Department department, Topic... topics) {
    return new Entry(
        disclosed(
            Employee.named(EmployeeId.of(id), "", name)
                .departments(List.of(department.id()))
                .topics(java.util.Arrays.stream(topics).map(Topic::id).toList())
                .languages(List.of(Locale.GERMAN))
                .channel(Channel.MESSAGE)),
        List.of(department),
        List.of(topics));
  }

  private PeoplePage page(PeopleQuery query) {
    return index.search(query, id -> true);
  }

  private List<String> found(String text) {
    return ids(page(PeopleQuery.everybody().text(text)));
  }

  private static List<String> ids(PeoplePage page) {
    return page.matches().stream().map(match -> match.profile().id().value()).toList();
  }

  private record Matched(Field field, String text) {}

  private List<Matched> matched(String text) {
    return page(PeopleQuery.everybody().text(text)).matches().get(0).reasons().stream()
        .map(reason -> new Matched(reason.field(), reason.text()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Müller, Müller",
    "Müller, Mueller",
    "Müller, Muller",
    "Müller, MÜLLER",
    "Müller, mu\u0308ller",
    "Mueller, Müller",
    "Mueller, Muller",
    "Muller, Müller",
    "Muller, Mueller",
    "Groß, Gross",
    "Gross, Groß",
    "Weiß, WEISS",
    "Jørgensen, Joergensen",
    "Jørgensen, Jorgensen",
    "Jürgensen, Juergensen",
    "Dvořák, Dvorak",
    "Núñez, Nunez",
    "O'Brien, OBrien",
    "O’Brien, O'Brien",
    "Michael, Michael",
    "Goethe, Göthe",
    "Bauer, bauer",
    "Çelik, Celik",
    "Łukasz, Lukasz",
    "Szabó-Kiss, Szabo Kiss",
    "Szabó-Kiss, SzaboKiss",
    "Иванов, иванов"
  })
  void spellingsOfTheSameNameAreAlike(String name, String typed) {
    index.replaceAll(List.of(person("a", "", name), person("b", "", "Nobody")));

    assertThat(found(typed)).containsExactly("a");
    Matched matched = matched(typed).get(0);
    assertThat(matched).isEqualTo(new Matched(Field.NAME, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Schmidtbauer", // as it is
        "Schmitbauer", // one letter missing
        "Schmiddtbauer", // one too many
        "Schmidtbeuer", // another one
        "Scmhidtbauer", // two swapped
        "xchmidtbauer", // at the beginning
        "Schmidtbaue", // at the end
        "Scmitbauer", // two missing
        "Schmidtbauerin", // two too many
        "Shcmidtbaeur", // two swaps
        "Schm", // being typed
        "Schmidtb",
        "Schmitb" // being typed with a typo
      })
  void typosAreForgiven(String typed) {
    index.replaceAll(List.of(person("a", "Eva", "Schmidtbauer"), person("b", "Ute", "Lang")));

    assertThat(found(typed)).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lnag", "Xang", "Smabuer", "Lan g", "Evo", "!!!", "🙂", "' '"})
  void shortWordsAndManyTyposAreNot(String typed) {
    index.replaceAll(List.of(person("a", "Eva", "Schmidtbauer")));

    assertThat(found(typed)).isEmpty();
  }

  @Test
  void theSameWordComesBeforeABeginningAndATypo() {
    index.replaceAll(
        List.of(
            person("typo", "", "Mayer"),
            person("longer", "", "Maierhof"),
            person("same", "", "Maier")));

    assertThat(found("Maier")).containsExactly("same", "longer", "typo");
  }

  @Test
  void twoTyposCountOnlyWhereNobodyIsMetWithout() {
    index.replaceAll(List.of(person("same", "", "Steiner"), person("far", "", "Steinle")));

    assertThat(found("Steiner")).containsExactly("same");
    assertThat(found("Steinxr")).containsExactly("same", "far");
  }

  @Test
  void whoeverMeetsAllWordsWins() {
    index.replaceAll(
        List.of(
            person("a", "Anna", "Schmidt"),
            person("b", "Anna", "Weber"),
            person("c", "Carl", "Schmidt")));

    assertThat(found("Anna Schmidt")).containsExactly("a");
    assertThat(found("schmidt anna")).containsExactly("a");
    assertThat(found("Carl Weber")).containsExactlyInAnyOrder("b", "c");
  }

  @Test
  void ofThoseWhoMeetSomeWordsTheOneWithMostComesFirst() {
    index.replaceAll(
        List.of(clerk("one", "Weber", SALES, CONTRACTS), clerk("two", "Lang", BILLING, INVOICES)));

    assertThat(found("quarrel about invoices in billing or contracts")).startsWith("two");
    assertThat(found("quarrel about invoices in billing or contracts")).contains("one");
  }

  @Test
  void aSentenceIsUnderstoodByItsWords() {
    index.replaceAll(
        List.of(clerk("a", "Weber", BILLING, INVOICES), clerk("b", "Lang", SALES, CONTRACTS)));

    assertThat(found("ich habe eine Frage zu meiner Rechnung")).containsExactly("a");
    assertThat(found("the contract")).containsExactly("b");
  }

  @Test
  void aNameThatIsAlsoAFillerWordIsFound() {
    index.replaceAll(List.of(person("a", "Will", "Smith"), person("b", "Ann", "Smith")));

    assertThat(found("Will")).containsExactly("a");
    assertThat(found("Will Smith").get(0)).isEqualTo("a");
  }

  @Test
  void topicsDepartmentsAndTitlesAreFoundInEveryLanguage() {
    Entry head =
        new Entry(
            disclosed(
                Employee.named(EmployeeId.of("h"), "Ida", "Kern")
                    .title(Label.of("Head of logistics").with(Locale.GERMAN, "Leiterin Logistik"))),
            List.of(),
            List.of());
    index.replaceAll(List.of(clerk("a", "Weber", BILLING, INVOICES), head));

    assertThat(matched("mahnung")).containsExactly(new Matched(Field.TOPIC, "Mahnungen"));
    assertThat(matched("reminders invoices"))
        .containsExactly(new Matched(Field.TOPIC, "Invoices and reminders"));
    assertThat(matched("Rechnungswesen"))
        .containsExactly(new Matched(Field.DEPARTMENT, "Rechnungswesen"));
    assertThat(matched("Leiterin")).containsExactly(new Matched(Field.TITLE, "Leiterin"));
    assertThat(matched("logistics")).containsExactly(new Matched(Field.TITLE, "logistics"));
  }

  @Test
  void withoutATextNothingIsExplained() {
    index.replaceAll(List.of(person("a", "Anna", "Weber")));

    assertThat(page(PeopleQuery.everybody()).matches())
        .extracting(Match::reasons)
        .containsExactly(List.of());
  }

  @Test
  void filtersNarrowAndEveryFacetSaysWhatFollowingItShows() {
    index.replaceAll(
        List.of(
            clerk("a", "Weber", BILLING, INVOICES),
            clerk("b", "Weber", BILLING, CONTRACTS),
            clerk("c", "Weber", SALES, CONTRACTS),
            clerk("d", "Lang", SALES, CONTRACTS)));
    PeopleQuery webers = PeopleQuery.everybody().text("weber");

    PeoplePage page = page(webers.department(BILLING.id()));

    assertThat(ids(page)).containsExactlyInAnyOrder("a", "b");
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.departments()).isEqualTo(Map.of(BILLING.id(), 2, SALES.id(), 1));
    assertThat(page.topics()).isEqualTo(Map.of(INVOICES.id(), 1, CONTRACTS.id(), 1));
    assertThat(page.languages()).isEqualTo(Map.of("de", 2));
    assertThat(ids(page(webers.department(BILLING.id()).topic(CONTRACTS.id()))))
        .containsExactly("b");
    assertThat(ids(page(webers.language(Locale.FRENCH)))).isEmpty();
    assertThat(page(webers.language(Locale.GERMANY)).total()).isEqualTo(3);
    assertThat(page(webers.channel(Channel.MESSAGE)).total()).isEqualTo(3);
    assertThat(page(webers.channel(Channel.CHAT)).total()).isZero();
    assertThat(page(webers.topic(TopicId.of("unheard-of"))).total()).isZero();
  }

  @Test
  void somebodyHiddenLeavesNoTrace() {
    Entry hidden = clerk("hidden", "Steiner", BILLING, INVOICES);
    Entry shown = clerk("shown", "Steinle", SALES, CONTRACTS);
    index.replaceAll(List.of(hidden, shown));
    PeoplePage withHidden =
        index.search(PeopleQuery.everybody().text("Steiner"), id -> !id.value().equals("hidden"));

    index.replaceAll(List.of(shown));
    PeoplePage without = page(PeopleQuery.everybody().text("Steiner"));

    assertThat(ids(without)).containsExactly("shown");
    assertThat(withHidden.matches()).isEqualTo(without.matches());
    assertThat(withHidden).isEqualTo(without);
  }

  @Test
  void aChangeIsFoundAtOnceAndTheOldStateIsGone() {
    index.replaceAll(List.of(person("a", "Anna", "Weber"), person("b", "Ben", "Lang")));

    index.update(List.of(person("a", "Anna", "Keller")), List.of(EmployeeId.of("b")));

    assertThat(found("Weber")).isEmpty();
    assertThat(found("Lang")).isEmpty();
    assertThat(found("Keller")).containsExactly("a");
    assertThat(page(PeopleQuery.everybody()).total()).isEqualTo(1);
  }

  @Test
  void manyChangesOneByOneLoseNobody() {
    for (int i = 0; i < 1_200; i++) {
      index.update(List.of(person("p" + i, "Given", "Family")), List.of());
    }
    for (int i = 0; i < 1_200; i += 2) {
      index.update(List.of(), List.of(EmployeeId.of("p" + i)));
    }

    assertThat(page(PeopleQuery.everybody().text("Family")).total()).isEqualTo(600);
  }

  @Test
  void pagesTogetherShowEverybodyOnce() {
    index.replaceAll(
        IntStream.range(0, 95).mapToObj(i -> person("p" + i, "Anna", "Weber")).toList());
    Set<String> seen = new LinkedHashSet<>();

    for (int offset = 0; offset < 100; offset += 10) {
      seen.addAll(ids(page(PeopleQuery.everybody().text("weber").page(offset, 10))));
    }

    assertThat(seen).hasSize(95);
    assertThat(page(PeopleQuery.everybody().page(Integer.MAX_VALUE, 100)).matches()).isEmpty();
  }

  @Test
  void amongEqualsAnotherOneComesFirstEveryDay() {
    index.replaceAll(IntStream.range(0, 20).mapToObj(i -> person("p" + i, "A", "B")).toList());
    Set<String> first = new LinkedHashSet<>();
    List<String> today = ids(page(PeopleQuery.everybody()));

    now = now.plus(Duration.ofHours(15));
    assertThat(ids(page(PeopleQuery.everybody()))).isEqualTo(today);
    for (int day = 0; day < 100; day++) {
      now = now.plus(Duration.ofDays(1));
      first.add(ids(page(PeopleQuery.everybody())).get(0));
    }

    assertThat(first).hasSizeGreaterThan(15);
  }

  @Test
  void theOrderOfTheDayDoesNotDependOnHowPeopleCameIn() {
    List<Entry> people =
        new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> person("p" + i, "A", "B")).toList());
    index.replaceAll(people);
    List<String> order = ids(page(PeopleQuery.everybody().page(0, 50)));

    index.replaceAll(List.of());
    people.forEach(entry -> index.update(List.of(entry), List.of()));

    assertThat(ids(page(PeopleQuery.everybody().page(0, 50)))).isEqualTo(order);
  }

  @Test
  void theLongestTextIsAnswered() {
    index.replaceAll(List.of(person("a", "Anna", "Weber")));

    assertThat(found("a".repeat(200))).isEmpty();
    assertThat(found("a ".repeat(100))).containsExactly("a");
  }
}
