package org.visavis.routing.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.visavis.directory.Audience.PUBLIC;
import static org.visavis.directory.Channel.MESSAGE;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.jpa.JpaDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.ScheduledAlarm;
import org.visavis.presence.jpa.JpaPresenceStore;
import org.visavis.routing.Customer;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Routing;
import org.visavis.routing.RoutingDecision;
import org.visavis.routing.ranking.RankingByRules;
import org.visavis.routing.spi.Ledger;

/** What the documents say of a database compiles and runs: it is copied from here. */
class EmbeddingOnADatabaseTest {

  @Test
  void allThreeCoresLiveInOneDatabase(@TempDir Path folder) {
    // The tables:
    String url = "jdbc:hsqldb:file:" + folder.resolve("db") + ";hsqldb.tx=mvcc;shutdown=true";
    String durable = url + ";hsqldb.write_delay=false;hsqldb.default_table_type=cached";
    for (String core : List.of("directory", "presence", "routing")) {
      Flyway.configure()
          .dataSource(durable, "sa", "")
          .locations("classpath:db/" + core)
          .table(core + "_schema_history")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
    // They are there.

    // On a database:
    EntityManagerFactory factory =
        Persistence.createEntityManagerFactory(
            "visavis",
            Map.of("jakarta.persistence.jdbc.url", durable, "jakarta.persistence.jdbc.user", "sa"));
    PlainTransactions transactions = new PlainTransactions(factory);
    Clock clock = Clock.systemDefaultZone();
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    JpaLedger ledger = new JpaLedger(transactions::entities);
    Directory directory =
        transactions.call(
            () ->
                Directory.over(
                    new JpaDirectoryStore(transactions::entities),
                    new TypoTolerantIndex(clock),
                    clock,
                    transactions));
    Presence presence =
        transactions.call(
            () ->
                Presence.over(
                        directory,
                        new JpaPresenceStore(transactions::entities),
                        clock,
                        ScheduledAlarm.on(timer, clock))
                    .workload(ledger)
                    .afterCommit(transactions)
                    .upkeep(transactions::run)
                    .open());
    Routing routing =
        Routing.over(
                presence,
                ledger,
                new JpaLeaseStore(transactions::entities),
                new JpaRequestStore(transactions::entities),
                clock)
            .afterCommit(transactions)
            .ranking(RankingByRules.standard(directory, presence, clock))
            .build();
    // Ready.

    EmployeeId ada = EmployeeId.of("ada");
    transactions.run(
        () -> directory.save(Employee.named(ada, "Ada", "Müller").channel(MESSAGE).build()));
    Customer zoe = Customer.of("Zoë", "zoe@post.example", Locale.GERMAN);
    NewRequest wish = NewRequest.to(ada, MESSAGE, "Umzug", "Ab wann gibt es Strom?", zoe, "key");
    RoutingDecision decision = transactions.call(() -> routing.submit(wish, PUBLIC));
    assertThat(decision).isInstanceOf(RoutingDecision.Assigned.class);
    assertThat(presence.workload(ada).taken()).isEqualTo(1);

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      routing.claim(ada, MESSAGE, PUBLIC, "taken-back");
                      directory.remove(ada);
                      throw new IllegalStateException("on second thoughts");
                    }))
        .hasMessage("on second thoughts");
    assertThat(directory.find(ada)).isPresent();
    assertThat(presence.workload(ada).taken()).isEqualTo(1);

    transactions.run(() -> presence.setChannelLimit(ada, MESSAGE, Optional.of(1)));
    Ledger.Limits one = new Ledger.Limits(5, 5, 1);
    assertThat(transactions.call(() -> ledger.tryTake(ada, MESSAGE, 1, one)))
        .as("the request holds the one point of its channel")
        .isFalse();
    assertThat(transactions.call(() -> ledger.tryTake(ada, Channel.CALLBACK, 1, one))).isTrue();
    assertThat(transactions.call(() -> ledger.takenByChannel(ada))).isEqualTo(Map.of(MESSAGE, 1));
    assertThat(presence.openness(ada, MESSAGE, PUBLIC)).isNotEqualTo(Openness.OPEN);
    NewRequest more = NewRequest.to(ada, MESSAGE, "Noch etwas", "Und die Kisten?", zoe, "more");
    assertThat(transactions.call(() -> routing.submit(more, PUBLIC)))
        .isNotInstanceOf(RoutingDecision.Assigned.class);

    presence.close();
    timer.shutdownNow();
    factory.close();
  }

  @ParameterizedTest
  @CsvSource({
    "EmbeddingOnADatabaseTest, // The tables:, // They are there.",
    "EmbeddingOnADatabaseTest, // On a database:, // Ready.",
    "PlainTransactions, // Transactions without a container:, // That is all of them.",
  })
  void theDocumentShowsThis(String type, String start, String end) throws IOException {
    String here =
        Files.readString(Path.of("src/test/java/org/visavis/routing/jpa/" + type + ".java"));
    List<String> code = lines(here.substring(here.indexOf(start), here.indexOf(end)));
    assertThat(code).hasSizeGreaterThan(1);
    assertThat(lines(Files.readString(Path.of("../docs/embedding.md"))))
        .containsSequence(code.subList(1, code.size()));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
