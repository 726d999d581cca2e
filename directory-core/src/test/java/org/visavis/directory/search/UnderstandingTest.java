package org.visavis.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.directory.Channel;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Match.Field;
import org.visavis.directory.Match.Hit;
import org.visavis.directory.Match.How;
import org.visavis.directory.Match.Reason;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Standing;
import org.visavis.directory.Suggestion;
import org.visavis.directory.Synonyms;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.spi.PeopleIndex.Entry;

/** What customers type, and what they mean by it. */
class UnderstandingTest {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Topic BILLS =
      new Topic(
          TopicId.of("bills"),
          Label.of(Map.of(Locale.GERMAN, "Rechnungen", Locale.ENGLISH, "Bills")),
          Synonyms.of(
              Map.of(
                  Locale.GERMAN, List.of("Rechnung zu hoch", "doppelt abgebucht"),
                  Locale.ENGLISH, List.of("overcharged", "bill too high"),
                  Locale.ROOT, List.of("fatura"))));
  private static final Topic CONNECTION =
      new Topic(
          TopicId.of("connection"), Label.of(Map.of(Locale.GERMAN, "Hausanschluss für Neubau")));
  private static final Topic MOVING_IN =
      new Topic(TopicId.of("in"), Label.of(Map.of(Locale.GERMAN, "Ich ziehe ein")));
  private static final Topic MOVING_OUT =
      new Topic(TopicId.of("out"), Label.of(Map.of(Locale.GERMAN, "Ich ziehe aus")));
  private static final Topic ROUTER =
      new Topic(
          TopicId.of("router"),
          Label.of(Map.of(Locale.ENGLISH, "Router")),
          Synonyms.of(Map.of(Locale.ENGLISH, List.of("router blinks red"))));

  private final TypoTolerantIndex index = new TypoTolerantIndex(CLOCK);

  private static Entry one(String id, String name, Topic... topics) {
    return new Entry(
        TypoTolerantIndexTest.disclosed(
            Employee.named(EmployeeId.of(id), "", name)
                .topics(java.util.Arrays.stream(topics).map(Topic::id).toList())
                .channel(Channel.MESSAGE)),
        List.of(),
        List.of(topics));
  }

  private static Entry speaking(String id, String... languages) {
    return new Entry(
        TypoTolerantIndexTest.disclosed(
            Employee.named(EmployeeId.of(id), "", id.toUpperCase(Locale.ROOT))
                .languages(
                    java.util.Arrays.stream(languages).map(Locale::forLanguageTag).toList())),
        List.of(),
        List.of());
  }

  @Test
  void whatSharesOnlyAWordWithTheProblemIsNotSuggested() {
    Topic slow = Topic.named("Das Internet ist langsam").withSynonyms(Synonyms.of("Ping zu hoch"));
    index.replaceAll(List.of(one("a", "Weber", BILLS), one("b", "Lang", slow)));

    assertThat(suggested("Rechnung zu hoch", id -> true))
        .extracting(Suggestion::id)
        .containsExactly("bills");
    assertThat(suggested("zu hoch", id -> true))
        .extracting(Suggestion::id)
        .containsExactlyInAnyOrder("bills", slow.id().value());
    assertThat(suggested("Rechnung zu hoch", id -> id.value().equals("b")))
        .extracting(Suggestion::id)
        .containsExactly(slow.id().value());
  }

  private List<String> found(String text) {
    return ids(index.search(PeopleQuery.everybody().text(text), id -> true));
  }

  private static List<String> ids(PeoplePage page) {
    return page.matches().stream().map(match -> match.profile().id().value()).toList();
  }

  private Reason reason(String text) {
    return index
        .search(PeopleQuery.everybody().text(text), id -> true)
        .matches()
        .get(0)
        .reasons()
        .get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "Rechnung, EXACT, Rechnung, true",
    "Gasrechnungen, COMPOUND, Rechnungen, false",
    "bills, EXACT, Bills, false",
    "billing, STEM, Bills, false",
    "Stromrechnung, COMPOUND, Rechnungen, false",
    "Rechnungsbetrag, COMPOUND, Rechnungen, false",
    "Rechnungn, TYPO, Rechnungen, false",
    "rechnu, PREFIX, Rechnungen, false",
    "fatura, EXACT, fatura, true",
    "overcharging, STEM, overcharged, true"
  })
  void aTopicIsMetInManyWaysAndSaysInWhich(String typed, How how, String met, boolean synonym) {
    index.replaceAll(List.of(one("a", "Weber", BILLS), one("b", "Lang", ROUTER)));

    assertThat(found(typed)).containsExactly("a");
    assertThat(reason(typed))
        .isEqualTo(
            new Reason(Field.TOPIC, BILLS.name(), met, synonym, List.of(new Hit(typed, how))));
  }

  @Test
  void theLastPartOfACompoundMeetsTheWhole() {
    index.replaceAll(List.of(one("a", "Weber", CONNECTION), one("b", "Lang", BILLS)));

    assertThat(found("Anschluss")).containsExactly("a");
    assertThat(reason("Anschlüsse").hits()).containsExactly(new Hit("Anschlüsse", How.COMPOUND));
    assertThat(found("Haus")).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Meier", "Maier", "Mayer", "Meyer", "Meyr", "Mair", "Mayr"})
  void namesThatSoundTheSameFindEachOther(String typed) {
    index.replaceAll(
        List.of(one("a", "Meier"), one("b", "Mayer"), one("c", "Meyr"), one("d", "Mohr")));

    assertThat(found(typed)).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aSoundIsSaidToBeOne() {
    index.replaceAll(List.of(one("a", "Schmidt")));

    assertThat(reason("Szmytt").hits()).containsExactly(new Hit("Szmytt", How.PHONETIC));
    index.replaceAll(List.of(one("a", "Phillipp")));
    assertThat(reason("Filip").hits()).containsExactly(new Hit("Filip", How.PHONETIC));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "français",
        "francais",
        "French",
        "Französisch",
        "speaks French",
        "spricht Französisch",
        "französischsprachig"
      })
  void aLanguageIsMetByAnyOfItsNames(String typed) {
    index.replaceAll(List.of(speaking("a", "fr", "de"), speaking("b", "tr")));

    assertThat(found(typed)).containsExactly("a");
    assertThat(reason(typed).field()).isEqualTo(Field.LANGUAGE);
    assertThat(reason(typed).name().text(Locale.GERMAN)).isEqualTo("Französisch");
  }

  @Test
  void aSentenceFindsTheTopicThatMeetsMostOfItsWords() {
    index.replaceAll(
        List.of(one("a", "Blinks", BILLS), one("b", "Redd", CONNECTION), one("c", "Lang", ROUTER)));

    assertThat(found("my router blinks red since yesterday")).startsWith("c");
    assertThat(found("meine rechnung ist viel zu hoch")).startsWith("a");
  }

  @Test
  void wordsWithoutMeaningTipTheScales() {
    index.replaceAll(List.of(one("in", "Weber", MOVING_IN), one("out", "Lang", MOVING_OUT)));

    assertThat(found("Ich ziehe ein").get(0)).isEqualTo("in");
    assertThat(found("Ich ziehe aus").get(0)).isEqualTo("out");
  }

  @Test
  void thePeopleOfADepartmentIncludeThoseOfItsParts() {
    MemoryDirectoryStore store = new MemoryDirectoryStore();
    Directory directory = Directory.over(store, index, CLOCK);
    Department service = Department.named("Kundendienst").withSynonyms(Synonyms.of("Helpline"));
    Department workshop = Department.named("Werkstatt").within(service.id());
    directory.saveDepartments(List.of(service, workshop));
    directory.save(
        Employee.named(EmployeeId.of("w"), "", "Weber")
            .departments(List.of(workshop.id()))
            .build());
    PeopleQuery all = PeopleQuery.everybody();

    assertThat(found("Kundendienst")).containsExactly("w");
    assertThat(found("helpline")).containsExactly("w");
    assertThat(ids(directory.search(all.department(service.id()), id -> true)))
        .containsExactly("w");
    assertThat(directory.search(all, id -> true).departments())
        .isEqualTo(Map.of(service.id(), 1, workshop.id(), 1));

    directory.saveDepartments(List.of(Department.named("Werkstatt")));
    assertThat(found("Kundendienst")).isEmpty();
    assertThat(directory.search(all, id -> true).departments())
        .isEqualTo(Map.of(DepartmentId.from("Werkstatt"), 1));
  }

  @Test
  void standingsAreCountedAndNarrow() {
    index.replaceAll(List.of(one("a", "Weber"), one("b", "Weber"), one("c", "Weber")));
    Map<EmployeeId, Standing> standings =
        Map.of(
            EmployeeId.of("a"), Standing.of(Set.of(Channel.CHAT), Set.of("available", "now")),
            EmployeeId.of("b"), Standing.of(Set.of(Channel.PHONE), Set.of("busy")));
    PeopleQuery webers = PeopleQuery.everybody().text("Weber");

    PeoplePage page = among(webers, standings);

    assertThat(page.total()).isEqualTo(2);
    assertThat(page.channels()).isEqualTo(Map.of(Channel.CHAT, 1, Channel.PHONE, 1));
    assertThat(page.marks()).isEqualTo(Map.of("available", 1, "now", 1, "busy", 1));
    assertThat(ids(among(webers.mark("busy"), standings))).containsExactly("b");
    assertThat(among(webers.mark("busy"), standings).marks()).isEqualTo(page.marks());
    assertThat(ids(among(webers.channel(Channel.CHAT), standings))).containsExactly("a");
    assertThat(among(webers.channel(Channel.CHAT), standings).marks())
        .isEqualTo(Map.of("available", 1, "now", 1));
    assertThat(among(webers.channel(Channel.MESSAGE), standings).total()).isZero();
  }

  private PeoplePage among(PeopleQuery query, Map<EmployeeId, Standing> standings) {
    return index.searchAmong(query, id -> Optional.ofNullable(standings.get(id)));
  }

  @Test
  void aRotationGivesEverybodyATurnAndEveryPageTheSameOrder() {
    index.replaceAll(IntStream.range(0, 20).mapToObj(i -> one("p" + i, "Weber")).toList());
    Set<String> first = new LinkedHashSet<>();

    for (long rotation = 0; rotation < 200; rotation++) {
      PeopleQuery query = PeopleQuery.everybody().text("Weber").rotation(rotation);
      List<String> whole = ids(index.search(query, id -> true));
      List<String> parts = new java.util.ArrayList<>();
      for (int offset = 0; offset < 20; offset += 7) {
        parts.addAll(ids(index.search(query.page(offset, 7), id -> true)));
      }
      assertThat(parts).isEqualTo(whole);
      first.add(whole.get(0));
    }

    assertThat(first).hasSize(20);
  }

  @Test
  void whatIsBeingTypedIsSuggestedWithHowManyItLeadsTo() {
    index.replaceAll(
        List.of(one("a", "Rechner", BILLS), one("b", "Lang", BILLS), one("c", "Kern", ROUTER)));

    assertThat(suggested("rech", id -> true))
        .extracting(Suggestion::field, Suggestion::id, Suggestion::people)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Field.NAME, "a", 1),
            org.assertj.core.groups.Tuple.tuple(Field.TOPIC, "bills", 2));
    assertThat(suggested("rech", id -> !id.value().equals("a")))
        .extracting(Suggestion::id, Suggestion::people)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("bills", 1));
    assertThat(suggested("rech", id -> false)).isEmpty();
    assertThat(suggested("!", id -> true)).isEmpty();
  }

  @Test
  void aSuggestionCountsThoseWhoHaveJustChanged() {
    index.replaceAll(List.of(one("a", "Weber", BILLS), one("b", "Lang", BILLS)));

    index.update(List.of(one("c", "Kern", BILLS), one("b", "Lang")), List.of());

    assertThat(suggested("Rechnungen", id -> true))
        .extracting(Suggestion::people)
        .containsExactly(2);
  }

  private List<Suggestion> suggested(String text, Predicate<EmployeeId> visible) {
    return index.suggest(text, 8, visible);
  }
}
