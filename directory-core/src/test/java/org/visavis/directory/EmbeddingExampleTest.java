package org.visavis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.directory.exchange.CsvPeople;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

/** What stands in the Javadoc and the documents compiles and runs: it is copied from here. */
class EmbeddingExampleTest {

  private static final String HERE =
      "src/test/java/org/visavis/directory/EmbeddingExampleTest.java";

  @Test
  void aFileComesInAndSomebodyIsFound() throws IOException {
    Clock clock = Clock.systemDefaultZone();
    Directory directory =
        Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
    Path csv = Path.of("src/test/resources/sample/people-sample.csv");

    // A file comes in:
    try (InputStream file = Files.newInputStream(csv)) {
      ImportPlan plan = directory.plan(CsvPeople.read(file));
      for (ImportedPeople.Refusal refusal : plan.refused()) {
        String where = "line " + refusal.line() + refusal.column().map(c -> ", " + c).orElse("");
        System.Logger.Level level = System.Logger.Level.WARNING;
        System.getLogger("import").log(level, where + ": " + refusal.reason());
      }
      directory.apply(plan);
    }
    // It is in.

    // Somebody is found:
    directory.saveTopics(List.of(Topic.named("Radwege")));
    Employee.Builder eva = Employee.named(EmployeeId.of("E1"), "Eva", "Weiß");
    eva.consents(Consents.toEverybody(clock.instant(), Basis.ofThePerson()));
    directory.save(eva.topics(List.of(TopicId.of("radwege"))).channel(Channel.MESSAGE).build());

    PeoplePage page = directory.search(PeopleQuery.everybody().text("Radwge weiss"), id -> true);
    Profile found = page.matches().get(0).profile();
    // There she is.

    assertThat(found.id()).isEqualTo(EmployeeId.of("E1"));
    assertThat(page.total()).isEqualTo(1);
    assertThat(directory.everybody()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({
    "../docs/import.md, // A file comes in:, // It is in.",
    "src/main/java/org/visavis/directory/Directory.java, // Somebody is found:, // There she is.",
  })
  void theDocumentsShowIt(Path document, String start, String end) throws IOException {
    String here = Files.readString(Path.of(HERE));
    List<String> code = lines(here.substring(here.indexOf(start), here.indexOf(end)));
    assertThat(code).hasSizeGreaterThan(1);
    assertThat(lines(Files.readString(document).replaceAll("(?m)^ \\* ?", "")))
        .containsSequence(code.subList(1, code.size()));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
