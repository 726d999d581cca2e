package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.directory.Audience.PUBLIC;
import static org.visavis.directory.Channel.MESSAGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.ScheduledAlarm;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;
import org.visavis.routing.ranking.RankingByRules;
import org.visavis.routing.spi.Ledger;

/** What stands in the documents and the Javadoc compiles and runs: it is copied from here. */
class EmbeddingExampleTest {

  @Test
  void tenLinesOfPlainJavaAreEnough() {
    // Three cores:
    Clock clock = Clock.systemDefaultZone();
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    Ledger ledger = new MemoryLedger();
    Directory directory =
        Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
    Presence presence =
        Presence.over(directory, new MemoryPresenceStore(), clock, ScheduledAlarm.on(timer, clock))
            .workload(ledger)
            .open();
    Routing routing =
        Routing.over(presence, ledger, new MemoryLeaseStore(), new MemoryRequestStore(), clock)
            .ranking(RankingByRules.standard(directory, presence, clock))
            .build();
    // So far.

    // Somebody to find:
    EmployeeId id = EmployeeId.of("ada");
    Consents consents = Consents.toEverybody(clock.instant(), Basis.ofThePerson());
    Employee.Builder person = Employee.named(id, "Ada", "Müller").channel(Channel.MESSAGE);
    directory.save(person.consents(consents).build());
    // That is all.

    // Ten lines:
    Predicate<EmployeeId> shown = one -> presence.reachability(one, PUBLIC).shown();
    PeoplePage page = directory.search(PeopleQuery.everybody().text("ada mueler"), shown);
    EmployeeId ada = page.matches().get(0).profile().id();
    Openness open = presence.openness(ada, MESSAGE, PUBLIC);
    ClaimOutcome claim = routing.claim(ada, MESSAGE, PUBLIC, "key-1");
    Customer zoe = Customer.of("Zoë", "zoe@post.example", Locale.GERMAN);
    NewRequest wish = NewRequest.to(ada, MESSAGE, "Umzug", "Ab wann gibt es Strom?", zoe, "key-2");
    RoutingDecision decision = routing.submit(wish.holding(claim.token()), PUBLIC);
    Request request = routing.inbox(ada, Set.of(RequestState.ACCEPTED)).get(0);
    Step reply = routing.reply(ada, request.id(), "Ab Samstag.", "key-3");
    // And done.

    assertThat(ada).isEqualTo(id);
    assertThat(open).isEqualTo(Openness.OPEN);
    assertThat(claim.token()).isPresent();
    assertThat(decision).isInstanceOf(RoutingDecision.Assigned.class);
    assertThat(reply).isInstanceOf(Step.Taken.class);
    assertThat(routing.find(request.token()).orElseThrow().state())
        .isEqualTo(RequestState.WAITING_FOR_CUSTOMER);
    assertThat(presence.workload(ada).taken()).isEqualTo(1);
    presence.close();
    timer.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/org/visavis/routing/Routing.java, // Ten lines:, // And done.",
    "../docs/embedding.md, // Three cores:, // So far.",
    "../docs/embedding.md, // Somebody to find:, // That is all.",
    "../docs/embedding.md, // Ten lines:, // And done.",
  })
  void theyStandInTheDocuments(Path document, String start, String end) throws IOException {
    String here =
        Files.readString(Path.of("src/test/java/org/visavis/routing/EmbeddingExampleTest.java"));
    List<String> code = lines(here.substring(here.indexOf(start), here.indexOf(end)));
    List<String> written = lines(Files.readString(document).replaceAll("(?m)^ \\* ", ""));
    assertThat(code).hasSizeGreaterThan(1);
    assertThat(written).containsSequence(code.subList(1, code.size()));
  }

  @Test
  void tenAreTen() throws IOException {
    String here =
        Files.readString(Path.of("src/test/java/org/visavis/routing/EmbeddingExampleTest.java"));
    assertThat(lines(here.substring(here.indexOf("// Ten lines:"), here.indexOf("// And done."))))
        .hasSize(11);
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
