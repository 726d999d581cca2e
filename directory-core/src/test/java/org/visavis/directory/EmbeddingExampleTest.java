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

  @Test
  void theDirectoryAloneNeedsTenLines() {
    // The directory alone:
    Clock clock = Clock.systemDefaultZone();
    Directory directory =
        Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
    directory.saveTopics(List.of(Topic.named("Radwege")));
    Employee.Builder eva = Employee.named(EmployeeId.of("eva.weiss"), "Eva", "Weiß");
    directory.save(eva.topics(List.of(TopicId.of("radwege"))).channel(Channel.MESSAGE).build());

    PeoplePage page = directory.search(PeopleQuery.everybody().text("Radwge"), one -> true);
    Profile found = page.matches().get(0).profile();
    // That is all of it.

    assertThat(found.displayName()).isEqualTo("Eva");

    // Who may see what:
    EmployeeId id = EmployeeId.of("eva.weiss");
    Consent forCustomers =
        new Consent(Disclosure.KNOWN_CUSTOMERS, clock.instant(), Basis.ofThePerson());
    directory.change(
        id,
        one ->
            one.toBuilder().consents(one.consents().with(Attribute.SURNAME, forCustomers)).build());

    String stranger = directory.view(id, Audience.PUBLIC).orElseThrow().displayName();
    String customer = directory.view(id, Audience.KNOWN_CUSTOMER).orElseThrow().displayName();
    // Eva to strangers, Eva Weiß to customers whom she knows.

    assertThat(stranger).isEqualTo("Eva");
    assertThat(customer).isEqualTo("Eva Weiß");

    // And withdrawn:
    directory.change(
        id,
        one ->
            one.toBuilder()
                .consents(one.consents().withdrawn(Attribute.SURNAME, clock.instant()))
                .build());
    // From here on nobody sees it.

    assertThat(directory.view(id, Audience.COLLEAGUE).orElseThrow().displayName()).isEqualTo("Eva");

    byte[] secret = new byte[32];
    // An address that does not tell it either:
    Handles handles = Handles.over(directory, secret);
    String address = "/people/" + handles.of(id);
    EmployeeId meant = handles.resolve(address.substring("/people/".length()));
    // So far the addresses.

    assertThat(address).doesNotContain("weiss");
    assertThat(meant).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "../docs/embedding.md, // The directory alone:, // That is all of it.",
    "../docs/embedding.md, // Who may see what:, // Eva to strangers,",
    "../docs/embedding.md, // And withdrawn:, // From here on",
    "../docs/embedding.md, // An address that, // So far the addresses.",
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
