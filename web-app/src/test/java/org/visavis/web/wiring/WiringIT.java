package org.visavis.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class WiringIT {
  @Inject AfterCommit afterCommit;
  @Inject Config config;

  @Inject UserTransaction transaction;
  @Inject Transactions transactions;

  @Resource(lookup = "jdbc/visavis")
  DataSource database;

  /** The portal lets no library bring servlets; the one that runs tests inside of it has to. */
  @Deployment
  static WebArchive portal() throws IOException {
    String descriptor = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/visavis.war"))
        .setWebXML(new StringAsset(descriptor.replace("<absolute-ordering/>", "")))
        .addClass(WiringIT.class)
        .addAsLibraries(
            new File(
                org.assertj.core.api.Assertions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath()));
  }

  @Test
  void everyCoreHasItsOwnHistoryOfMigrations() throws Exception {
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.getConnection();
        ResultSet found =
            connection.getMetaData().getTables(null, null, "%_schema_history", null)) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }

    assertThat(tables)
        .containsExactlyInAnyOrderElementsOf(
            Migrations.LOCATIONS.stream().map(location -> location + "_schema_history").toList());
  }

  @Test
  void aTaskWaitsForTheCommit() throws Exception {
    List<String> said = new ArrayList<>();

    transaction.begin();
    afterCommit.execute(() -> said.add("first"));
    afterCommit.execute(() -> said.add("second"));
    said.add("before");
    transaction.commit();

    assertThat(said).containsExactly("before", "first", "second");
  }

  @Test
  void aTaskIsDroppedAtARollback() throws Exception {
    List<String> said = new ArrayList<>();

    transaction.begin();
    afterCommit.execute(() -> said.add("never"));
    transaction.rollback();

    assertThat(said).isEmpty();
  }

  @Test
  void aTaskThatFailsStopsNoOtherAndNoCommit() throws Exception {
    List<String> said = new ArrayList<>();

    transaction.begin();
    afterCommit.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    afterCommit.execute(() -> said.add("second"));
    transaction.commit();

    assertThat(said).containsExactly("second");
  }

  @Test
  void aTaskOutsideATransactionRunsAtOnce() {
    List<String> said = new ArrayList<>();

    afterCommit.execute(() -> said.add("now"));

    assertThat(said).containsExactly("now");
  }

  @Test
  void whatLostAgainstAnotherTransactionIsTriedAgainWhole() {
    AtomicInteger tries = new AtomicInteger();
    List<String> done = new ArrayList<>();

    String answer =
        transactions.call(
            () -> {
              int number = tries.incrementAndGet();
              afterCommit.execute(() -> done.add("try " + number));
              if (number < 3) {
                throw new IllegalStateException(new SQLException("lost", "40001"));
              }
              return "kept";
            });

    assertThat(answer).isEqualTo("kept");
    assertThat(done).containsExactly("try 3");
  }

  @Test
  void whatFailsOtherwiseIsTriedOnce() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      tries.incrementAndGet();
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");
    assertThat(tries).hasValue(1);
  }

  @Test
  void anActionJoinsTheCallersTransaction() throws Exception {
    List<String> said = new ArrayList<>();

    transaction.begin();
    transactions.run(() -> afterCommit.execute(() -> said.add("never")));
    transaction.rollback();

    assertThat(said).isEmpty();
  }

  @Test
  void settingsHaveDefaults() {
    assertThat(config.getValue("VISAVIS_DEMO", Boolean.class)).isFalse();
    assertThat(config.getValue("VISAVIS_BASE_URL", String.class)).startsWith("http://localhost:");
    assertThat(config.getOptionalValue("VISAVIS_SMTP_HOST", String.class)).isEmpty();
  }
}
