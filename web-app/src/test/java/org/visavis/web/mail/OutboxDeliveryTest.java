package org.visavis.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.visavis.web.mail.Requests.ANNA;
import static org.visavis.web.mail.Requests.ID;
import static org.visavis.web.mail.Requests.events;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.web.jobs.Jobs;
import org.visavis.web.mail.MailServer.Encryption;

/** The way of a mail from what happened to the mail server, over a real database. */
class OutboxDeliveryTest {

  private final Clock clock = Clock.systemUTC();
  private final GreenMail smtp = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final JDBCDataSource database = new JDBCDataSource();
  private final Outbox outbox = new Outbox(database, clock);
  private MailDelivery delivery;

  @BeforeEach
  void start() {
    database.setUrl("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc");
    Flyway.configure().dataSource(database).locations("classpath:db/web").load().migrate();
    smtp.start();
    MailServer server =
        new MailServer(
            "localhost", smtp.getSmtp().getPort(), "", "", "a@people.example", Encryption.OFF);
    TemplateEngine templates =
        TemplateEngine.createPrecompiled(null, ContentType.Html, getClass().getClassLoader());
    delivery =
        new MailDelivery(
            outbox, Optional.of(new Postman(server, "Nahwärts", "http://here", templates)));
  }

  @AfterEach
  void stop() {
    smtp.stop();
  }

  @Test
  void whatHappenedIsSentOnceByTheJobs() {
    try (Jobs jobs = jobs(database)) {
      jobs.start();
      happened(jobs, outbox, true);

      assertThat(smtp.waitForIncomingEmail(20_000, 2)).isTrue();
    }
    assertThat(smtp.getReceivedMessages()).hasSize(2);
    assertThat(outbox.counts())
        .containsEntry(MailState.SENT, 2L)
        .containsEntry(MailState.WAITING, 0L);
  }

  @Test
  void mailsAndTheirJobsShareTheFateOfTheTransaction() throws SQLException {
    try (Connection transaction = database.getConnection()) {
      transaction.setAutoCommit(false);
      DataSource within = new OneConnection(transaction);
      try (Jobs jobs = jobs(within)) {
        happened(jobs, new Outbox(within, clock), true);
      }
      transaction.rollback();
      assertThat(count("web_mail") + count("web_job")).isZero();

      try (Jobs jobs = jobs(within)) {
        happened(jobs, new Outbox(within, clock), true);
      }
      assertThat(count("web_mail")).isZero();
      transaction.commit();
      assertThat(count("web_mail")).isEqualTo(2);
      assertThat(count("web_job")).isEqualTo(2);
    }
  }

  @Test
  void mailWaitsWhileTheServerIsDownAndIsNotDoubledAfterwards() {
    int port = smtp.getSmtp().getPort();
    happened(jobs(database), outbox, true);
    smtp.stop();
    String id = ID + ".customer";
    assertThatThrownBy(() -> delivery.deliver(id))
        .isInstanceOf(MailDelivery.NotTakenException.class);
    assertThat(outbox.counts()).containsEntry(MailState.WAITING, 2L);

    GreenMail again = new GreenMail(new ServerSetup(port, "localhost", "smtp"));
    again.start();
    try {
      delivery.deliver(id);
      delivery.deliver(id);
      assertThat(again.getReceivedMessages()).hasSize(1);
    } finally {
      again.stop();
    }
  }

  @Test
  void confirmationOfARequestCannotBeWrittenTwice() {
    happened(jobs(database), outbox, true);
    assertThatThrownBy(() -> happened(jobs(database), outbox, true))
        .isInstanceOf(OutboxException.class)
        .hasMessageNotContaining("mo@example.org");
  }

  @Test
  void withoutAServerMailsAreKeptAndNothingIsDueForThem() throws SQLException {
    happened(jobs(database), outbox, false);

    assertThat(count("web_job")).isZero();
    assertThat(outbox.newest(MailState.KEPT, 10)).hasSize(2);
    assertThat(outbox.find(ID + ".customer", MailState.KEPT)).isPresent();
    assertThat(outbox.find(ID + ".customer", MailState.WAITING)).isEmpty();
  }

  @Test
  void sentMailsAreForgottenInTime() {
    happened(jobs(database), outbox, true);
    outbox.settle(ID + ".customer", MailState.SENT);

    assertThat(outbox.forget(MailState.SENT, clock.instant().minusSeconds(60))).isZero();
    assertThat(outbox.forget(MailState.SENT, clock.instant().plusSeconds(60))).isOne();
    assertThat(outbox.counts()).containsEntry(MailState.WAITING, 1L);
  }

  @Test
  void pausesGrowToAQuarterOfAnHour() {
    assertThat(MailDelivery.pauseAfter(0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(MailDelivery.pauseAfter(3)).isEqualTo(Duration.ofSeconds(80));
    assertThat(MailDelivery.pauseAfter(9)).isEqualTo(Duration.ofMinutes(15));
    assertThat(MailDelivery.pauseAfter(280)).isEqualTo(Duration.ofMinutes(15));
  }

  private Jobs jobs(DataSource source) {
    return Jobs.of(
        source, List.of(delivery.job()), Executors.defaultThreadFactory(), clock, Runnable::run);
  }

  private void happened(Jobs jobs, Outbox into, boolean sends) {
    List<TimelineEvent> events = events(ANNA, Kind.RECEIVED, "Hello", Kind.ACCEPTED);
    Letters letters =
        new Letters(
            new MailTexts(), Requests::find, Requests::known, "Nahwärts", "http://here", clock);
    new OutboxObserver(letters, new OutgoingMail(into, jobs, sends))
        .happened(Requests.of(Locale.GERMAN, "Mo", ANNA, events), events);
  }

  private long count(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
