package org.visavis.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.visavis.directory.Channel;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Profile;
import org.visavis.directory.Standing;
import org.visavis.directory.Standings;
import org.visavis.directory.Synonyms;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.directory.spi.PeopleIndex.Entry;

class SearchPropertiesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
  private static final List<String> DEPARTMENTS = List.of("Sales", "Billing", "Human Resources");
  private static final List<String> TOPICS = List.of("Invoices", "Contracts", "Rückgabe", "Salt");
  private static final Map<String, Synonyms> SYNONYMS =
      Map.of(
          "Invoices",
          Synonyms.of("bill too high", "Stromrechnung", "Rechnungen"),
          "Contracts",
          Synonyms.of("Verträge", "Vertragsrechnung"));

  /** What is typed besides names: words that one topic decides about and another one has too. */
  @Provide
  Arbitrary<String> problems() {
    return Arbitraries.of(
        "Rechnung zu hoch",
        "Stromrechnungen",
        "Gasrechnung",
        "Vertrag und Rechnung",
        "my bill is too high Müller",
        "contracted salt rückgabe",
        "speaks french",
        "sales",
        "Anna sold invoices");
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> usual =
        Arbitraries.of(
            "Müller",
            "Mueller",
            "Muller",
            "Möller",
            "Meier",
            "Maier",
            "Groß",
            "Gross",
            "Anna",
            "Annabell",
            "Sales",
            "Salt",
            "Šimůnek",
            "de la Cruz",
            "O'Brien",
            "Weber-Lang",
            "Noelle");
    Arbitrary<String> random =
        Arbitraries.strings().withChars("abceinorstuüöäßéA").ofMinLength(1).ofMaxLength(12);
    return Arbitraries.oneOf(usual, random);
  }

  @Provide
  Arbitrary<List<Entry>> companies() {
    Arbitrary<Entry> person =
        Combinators.combine(
                Arbitraries.integers().between(0, 60),
                names(),
                names(),
                Arbitraries.of(DEPARTMENTS).list().uniqueElements().ofMaxSize(2),
                Arbitraries.of(TOPICS).list().uniqueElements().ofMaxSize(3),
                Arbitraries.of(Locale.GERMAN, Locale.ENGLISH, Locale.FRENCH)
                    .list()
                    .uniqueElements()
                    .ofMaxSize(2))
            .as(SearchPropertiesTest::entry);
    return person.list().ofMinSize(1).ofMaxSize(40).map(SearchPropertiesTest::onePerId);
  }

  private static List<Entry> onePerId(List<Entry> people) {
    Map<EmployeeId, Entry> byId = new LinkedHashMap<>();
    people.forEach(entry -> byId.put(entry.profile().id(), entry));
    return List.copyOf(byId.values());
  }

  private static Entry entry(
      int id,
      String given,
      String family,
      List<String> departments,
      List<String> topics,
      List<Locale> languages) {
    List<Department> inDepartments = departments.stream().map(Department::named).toList();
    List<Topic> onTopics =
        topics.stream()
            .map(Topic::named)
            .map(
                topic ->
                    topic.withSynonyms(
                        SYNONYMS.getOrDefault(topic.name().text(Locale.ROOT), Synonyms.none())))
            .toList();
    Profile profile =
        TypoTolerantIndexTest.disclosed(
            Employee.named(EmployeeId.of("p" + id), given, family)
                .title(Label.of("Clerk"))
                .departments(inDepartments.stream().map(Department::id).toList())
                .topics(onTopics.stream().map(Topic::id).toList())
                .languages(languages));
    return new Entry(profile, inDepartments, onTopics);
  }

  private static TypoTolerantIndex indexOf(List<Entry> people) {
    TypoTolerantIndex index = new TypoTolerantIndex(CLOCK);
    index.replaceAll(people);
    return index;
  }

  @Property(tries = 300)
  void somebodyHiddenLooksLikeSomebodyWhoDoesNotExist(
      @ForAll("companies") List<Entry> people,
      @ForAll("names") String typed,
      @ForAll @IntRange(min = 0, max = 5) int hideEvery,
      @ForAll boolean inSales) {
    Set<EmployeeId> hidden =
        people.stream()
            .map(entry -> entry.profile().id())
            .filter(id -> id.hashCode() % (hideEvery + 2) == 0)
            .collect(Collectors.toSet());
    PeopleQuery query = PeopleQuery.everybody().text(typed);
    query = inSales ? query.department(DepartmentId.of("sales")) : query;

    PeoplePage page = indexOf(people).search(query, id -> !hidden.contains(id));

    List<Entry> others =
        people.stream().filter(entry -> !hidden.contains(entry.profile().id())).toList();
    assertThat(page).isEqualTo(indexOf(others).search(query, id -> true));
  }

  @Property(tries = 300)
  void whatOnlyHiddenPeopleCareForDecidesNothing(
      @ForAll("companies") List<Entry> people,
      @ForAll("problems") String typed,
      @ForAll @IntRange(min = 0, max = 5) int hideEvery) {
    Set<EmployeeId> hidden =
        people.stream()
            .map(entry -> entry.profile().id())
            .filter(id -> id.hashCode() % (hideEvery + 2) == 0)
            .collect(Collectors.toSet());
    List<Entry> others =
        people.stream().filter(entry -> !hidden.contains(entry.profile().id())).toList();
    PeopleQuery query = PeopleQuery.everybody().text(typed);
    TypoTolerantIndex all = indexOf(people);
    TypoTolerantIndex rest = indexOf(others);

    assertThat(all.search(query, id -> !hidden.contains(id)))
        .isEqualTo(rest.search(query, id -> true));
    assertThat(Set.copyOf(all.suggest(typed, 20, id -> !hidden.contains(id))))
        .isEqualTo(Set.copyOf(rest.suggest(typed, 20, id -> true)));
  }

  @Property(tries = 200)
  void rememberedStandingsAnswerLikeAskedOnes(
      @ForAll("companies") List<Entry> people,
      @ForAll("companies") List<Entry> changed,
      @ForAll List<@From("names") String> typed) {
    TypoTolerantIndex index = indexOf(people);
    Map<EmployeeId, Integer> askedFor = new LinkedHashMap<>();
    Function<EmployeeId, Optional<Standing>> source =
        id ->
            id.hashCode() % 3 == 0
                ? Optional.empty()
                : Optional.of(Standing.of(Set.of(Channel.CHAT), Set.of("m" + id.hashCode() % 3)));
    Standings standings =
        Standings.of(
            id -> {
              askedFor.merge(id, 1, Integer::sum);
              return source.apply(id);
            });
    List<PeopleQuery> queries =
        Stream.concat(Stream.of(""), typed.stream())
            .map(text -> PeopleQuery.everybody().text(text))
            .toList();

    queries.forEach(
        query ->
            assertThat(index.searchAmong(query, standings))
                .isEqualTo(index.searchAmong(query, source)));
    assertThat(askedFor.values()).allMatch(times -> times == 1);

    index.update(changed, List.of(people.get(0).profile().id()));
    queries.forEach(
        query ->
            assertThat(index.searchAmong(query, standings))
                .isEqualTo(index.searchAmong(query, source)));
  }

  @Property(tries = 300)
  void everybodyIsFoundByTheOwnName(
      @ForAll("companies") List<Entry> people, @ForAll @IntRange(max = 39) int which) {
    Profile sought = people.get(which % people.size()).profile();

    PeoplePage page =
        indexOf(people)
            .search(PeopleQuery.everybody().text(sought.displayName()).page(0, 100), id -> true);

    assertThat(page.matches()).extracting(match -> match.profile().id()).contains(sought.id());
  }

  @Property(tries = 500)
  void aNameOfFiveLettersOrMoreIsFoundWithOneTypo(
      @ForAll("companies") List<Entry> people,
      @ForAll("longNames") String name,
      @ForAll @IntRange(max = 3) int kind,
      @ForAll @IntRange(max = 100) int where) {
    List<Entry> all = new ArrayList<>(people);
    all.add(TypoTolerantIndexTest.person("sought", "", name));

    PeoplePage page =
        indexOf(all)
            .search(
                PeopleQuery.everybody()
                    .text(withTypo(name, kind, where % name.length()))
                    .page(0, 100),
                id -> true);

    assertThat(page.matches()).extracting(match -> match.profile().id().value()).contains("sought");
  }

  @Property(tries = 300)
  void aNameOfEightLettersOrMoreIsFoundWithTwoTypos(
      @ForAll("longNames") String drawn,
      @ForAll @IntRange(max = 3) int firstKind,
      @ForAll @IntRange(max = 3) int secondKind,
      @ForAll @IntRange(max = 100) int where) {
    String name = drawn.length() < 8 ? drawn + "bernhard" : drawn;
    String once = withTypo(name, firstKind, where % 3);
    String twice = withTypo(once, secondKind, 4 + where % (once.length() - 4));

    assertThat(foundAmong(List.of(), name, twice)).contains("sought");
  }

  @Property(tries = 300)
  void everySpellingOfUmlautsAndSharpSIsAlike(
      @ForAll("companies") List<Entry> people, @ForAll("germanNames") String name) {
    String sharp = name.replace("ß", "ss");
    String two = sharp.replace("ü", "ue").replace("ö", "oe").replace("ä", "ae");
    String one = sharp.replace('ü', 'u').replace('ö', 'o').replace('ä', 'a');

    for (String typed : List.of(name, sharp, two, one)) {
      assertThat(foundAmong(people, name, typed)).as(typed).contains("sought");
      assertThat(foundAmong(people, two, typed)).as("%s for %s", typed, two).contains("sought");
    }
  }

  /** Every vowel between consonants: what stands beside another vowel is read as a diphthong. */
  @Provide
  Arbitrary<String> germanNames() {
    Arbitrary<String> syllables =
        Combinators.combine(
                Arbitraries.strings().withChars("bdfghjklmnrstvwz").ofLength(1),
                Arbitraries.strings().withChars("aeiouäöü").ofLength(1),
                Arbitraries.of("", "", "ß", "n"))
            .as((onset, vowel, coda) -> onset + vowel + coda);
    return syllables.list().ofMinSize(2).ofMaxSize(5).map(list -> String.join("", list));
  }

  private static List<String> foundAmong(List<Entry> people, String name, String typed) {
    List<Entry> all = new ArrayList<>(people);
    all.add(TypoTolerantIndexTest.person("sought", "", name));
    return indexOf(all)
        .search(PeopleQuery.everybody().text(typed).page(0, 100), id -> true)
        .matches()
        .stream()
        .map(match -> match.profile().id().value())
        .toList();
  }

  @Provide
  Arbitrary<String> longNames() {
    return Arbitraries.strings()
        .withChars("abcdefghijklmnorstuvwzüöäßé")
        .ofMinLength(5)
        .ofMaxLength(14);
  }

  private static String withTypo(String name, int kind, int at) {
    String before = name.substring(0, at);
    String after = name.substring(at + 1);
    return switch (kind) {
      case 0 -> before + after;
      case 1 -> before + "q" + name.charAt(at) + after;
      case 2 -> before + "q" + after;
      default ->
          after.isEmpty()
              ? before
              : before + after.charAt(0) + name.charAt(at) + after.substring(1);
    };
  }

  @Property(tries = 200)
  void aFacetSaysHowManyFollowingItShows(
      @ForAll("companies") List<Entry> people, @ForAll("names") String typed) {
    TypoTolerantIndex index = indexOf(people);
    PeopleQuery query = PeopleQuery.everybody().text(typed);
    PeoplePage page = index.search(query, id -> true);

    for (String name : DEPARTMENTS) {
      DepartmentId id = DepartmentId.from(name);
      assertThat(page.departments().getOrDefault(id, 0))
          .isEqualTo(index.search(query.department(id), any -> true).total());
    }
    for (String name : TOPICS) {
      TopicId id = TopicId.from(name);
      assertThat(page.topics().getOrDefault(id, 0))
          .isEqualTo(index.search(query.topic(id), any -> true).total());
    }
    for (String language : List.of("de", "en", "fr")) {
      assertThat(page.languages().getOrDefault(language, 0))
          .isEqualTo(
              index.search(query.language(Locale.forLanguageTag(language)), any -> true).total());
    }
  }

  @Property(tries = 200)
  void changesOneByOneGiveTheSameAsALoad(
      @ForAll("companies") List<Entry> before,
      @ForAll("companies") List<Entry> after,
      @ForAll("names") String typed) {
    TypoTolerantIndex changed = indexOf(before);
    after.forEach(entry -> changed.update(List.of(entry), List.of()));
    Set<EmployeeId> kept =
        after.stream().map(entry -> entry.profile().id()).collect(Collectors.toSet());
    before.stream()
        .map(entry -> entry.profile().id())
        .filter(id -> !kept.contains(id))
        .forEach(id -> changed.update(List.of(), List.of(id)));

    for (PeopleQuery query :
        List.of(PeopleQuery.everybody(), PeopleQuery.everybody().text(typed))) {
      assertThat(changed.search(query, id -> true))
          .isEqualTo(indexOf(after).search(query, id -> true));
    }
  }

  /** The dictionary finds exactly what comparing with every term would find. */
  @Property(tries = 500)
  void theDictionaryMissesNoTerm(
      @ForAll("terms") Set<String> terms,
      @ForAll("term") String typed,
      @ForAll boolean beginnings) {
    String[] sorted = new TreeSet<>(terms).toArray(String[]::new);
    QueryWord word = new QueryWord(typed, false, beginnings);
    Map<String, Integer> expected = new TreeMap<>();
    for (String term : sorted) {
      int quality = word.quality(term);
      if (quality != Codes.NONE) {
        expected.put(term, quality);
      }
    }

    Map<String, Integer> found = new TreeMap<>();
    new TermDictionary(sorted)
        .lookUp(
            word,
            new int[sorted.length],
            1,
            (term, quality) -> assertThat(found.put(sorted[term], quality)).isNull());

    assertThat(found).isEqualTo(expected);
  }

  /** The bits say what the table of distances says. */
  @Property(tries = 2000)
  void typosAreCountedAsTheirTableSays(
      @ForAll("term") String typed, @ForAll("term") String term, @ForAll boolean beginnings) {
    int[][] table = alignments(typed, term);
    int whole = table[typed.length()][term.length()];
    int beginning = Integer.MAX_VALUE;
    for (int j = Math.max(0, typed.length() - 1); j <= term.length(); j++) {
      beginning = Math.min(beginning, table[typed.length()][j]);
    }
    int forgiven = QueryWord.typosIn(typed.length());
    int expected = whole <= forgiven ? Codes.TWO_TYPOS : Codes.NONE;
    if (beginnings && typed.length() >= 6 && beginning <= 1) {
      expected = Codes.BEGINNING_ONE_TYPO;
    }
    if (whole == 1 && forgiven >= 1) {
      expected = Codes.ONE_TYPO;
    }
    if (beginnings ? term.startsWith(typed) : term.equals(typed)) {
      expected = term.equals(typed) ? Codes.SAME : Codes.BEGINNING;
    }

    assertThat(new QueryWord(typed, false, beginnings).quality(term)).isEqualTo(expected);
  }

  /** For each two beginnings how many letters apart they are, neighbours swapped counting once. */
  private static int[][] alignments(String one, String other) {
    int[][] table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        char a = one.charAt(i - 1);
        char b = other.charAt(j - 1);
        table[i][j] =
            Math.min(
                table[i - 1][j - 1] + (a == b ? 0 : 1),
                1 + Math.min(table[i - 1][j], table[i][j - 1]));
        if (i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2)) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
    return table;
  }

  @Provide
  Arbitrary<String> term() {
    return Arbitraries.strings().withChars("abcш").ofMinLength(1).ofMaxLength(10);
  }

  @Provide
  Arbitrary<Set<String>> terms() {
    return term().set().ofMaxSize(60);
  }
}
