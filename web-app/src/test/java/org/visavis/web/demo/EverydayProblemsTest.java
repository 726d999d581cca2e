package org.visavis.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.visavis.directory.Directory;
import org.visavis.directory.Match;
import org.visavis.directory.Match.Field;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Suggestion;
import org.visavis.directory.TopicId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

/**
 * The demo company's vocabulary against problems told by hand, none of which it has word by word.
 * Those in {@code problems.csv} went along with the vocabulary while it grew; those in {@code
 * problems-held-out.csv} were told by somebody who had not seen it, and nothing is ever added to it
 * for their sake: they say how the next customer fares.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverydayProblemsTest {

  private record Problem(String text, TopicId topic) {}

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

  private final MemoryDirectoryStore store = new MemoryDirectoryStore();
  private final List<Problem> problems = problems("problems.csv");
  private final List<Problem> heldOut = problems("problems-held-out.csv");
  private Directory directory;

  @BeforeAll
  void theDemoCompanyMovesIn() {
    store.saveDepartments(DemoFiles.departments());
    store.saveTopics(DemoFiles.topics());
    store.save(DemoFiles.people(CLOCK.instant()));
    directory = Directory.over(store, new TypoTolerantIndex(CLOCK), CLOCK);
  }

  private static List<Problem> problems(String name) {
    try (InputStream file =
            Objects.requireNonNull(EverydayProblemsTest.class.getResourceAsStream(name));
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
        CSVParser parser =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      return parser.stream()
          .map(row -> new Problem(row.get("problem"), TopicId.of(row.get("topic"))))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theFirstPersonCaresForTheTopicThatAnswersTheProblem() {
    assertThat(problems).hasSizeGreaterThanOrEqualTo(60);
    assertThat(
            problems.stream()
                .filter(problem -> !caresFor(first(problem.text()), problem.topic()))
                .map(problem -> problem.text() + " -> " + first(problem.text())))
        .isEmpty();
  }

  @Test
  void theTopicItselfIsSuggestedFirst() {
    List<String> wrong =
        problems.stream()
            .filter(problem -> !topic(problem.text()).equals(problem.topic().value()))
            .map(problem -> problem.text() + " -> " + topic(problem.text()))
            .toList();

    assertThat(wrong).isEmpty();
  }

  /** As many as were answered when the problems were told (24 and 22 of 26): a floor, no goal. */
  @Test
  void otherWordingsAreAnsweredAsOftenAsEver() {
    assertThat(heldOut).hasSize(26);
    assertThat(
            heldOut.stream()
                .filter(problem -> !caresFor(first(problem.text()), problem.topic()))
                .map(problem -> problem.text() + " -> " + first(problem.text())))
        .hasSizeLessThanOrEqualTo(2);
    assertThat(
            heldOut.stream()
                .filter(problem -> !suggested(problem.text()).contains(problem.topic().value()))
                .map(problem -> problem.text() + " -> " + suggested(problem.text())))
        .hasSizeLessThanOrEqualTo(4);
  }

  private Optional<Match> first(String text) {
    return directory.search(PeopleQuery.everybody().text(text), id -> true).matches().stream()
        .findFirst();
  }

  private static boolean caresFor(Optional<Match> match, TopicId topic) {
    return match.filter(found -> found.profile().topics().contains(topic)).isPresent();
  }

  private String topic(String text) {
    return suggested(text).stream().findFirst().orElse("none");
  }

  private List<String> suggested(String text) {
    return directory.suggest(text, 10, id -> true).stream()
        .filter(suggestion -> suggestion.field() == Field.TOPIC)
        .map(Suggestion::id)
        .toList();
  }
}
