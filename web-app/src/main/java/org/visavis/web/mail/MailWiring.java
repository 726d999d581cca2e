package org.visavis.web.mail;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.Handles;
import org.visavis.presence.Presence;
import org.visavis.routing.Routing;
import org.visavis.routing.spi.DutyObserver;
import org.visavis.routing.spi.PromiseObserver;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.WaitlistObserver;
import org.visavis.web.jobs.Jobs;
import org.visavis.web.portal.WaitlistServlet;
import org.visavis.web.wiring.Settings;

/** Puts outgoing mail together from the settings. */
@ApplicationScoped
class MailWiring {

  private static final System.Logger LOG = System.getLogger(MailWiring.class.getName());
  private static final Duration REMEMBERED = Duration.ofDays(30);

  @Resource(lookup = "jdbc/visavis")
  private DataSource database;

  @Inject
  @ConfigProperty(name = "VISAVIS_SMTP_HOST")
  private Optional<String> host;

  @Inject
  @ConfigProperty(name = "VISAVIS_SMTP_PORT", defaultValue = "25")
  private int port;

  @Inject
  @ConfigProperty(name = "VISAVIS_SMTP_USER")
  private Optional<String> user;

  @Inject
  @ConfigProperty(name = "VISAVIS_SMTP_PASSWORD")
  private Optional<String> password;

  @Inject
  @ConfigProperty(name = "VISAVIS_SMTP_FROM", defaultValue = "visavis@localhost")
  private String from;

  @Inject
  @ConfigProperty(name = "VISAVIS_SMTP_STARTTLS")
  private Optional<String> encryption;

  @Inject private Clock clock;
  @Inject private Settings settings;

  @Produces
  @Singleton
  Outbox outbox() {
    return new Outbox(database, clock);
  }

  @Produces
  @Singleton
  RequestObserver observer(Outbox outbox, Jobs jobs, Directory directory) {
    Letters letters =
        new Letters(
            new MailTexts(),
            directory::find,
            employee -> directory.view(employee, Audience.KNOWN_CUSTOMER),
            settings.organisation(),
            settings.baseUrl(),
            clock);
    return new OutboxObserver(letters, post(outbox, jobs));
  }

  @Produces
  @Singleton
  WaitlistObserver waitlistObserver(
      Outbox outbox, Jobs jobs, Directory directory, Handles handles) {
    WaitlistLetters letters =
        new WaitlistLetters(
            letterhead(),
            employee -> directory.view(employee, Audience.PUBLIC),
            lease -> WaitlistServlet.place(lease, handles));
    return new WaitlistMails(letters, post(outbox, jobs));
  }

  @Produces
  @Singleton
  DutyObserver dutyObserver(Outbox outbox, Jobs jobs, Directory directory) {
    return new DutyMails(
        letterhead(), directory::find, directory::findDepartment, post(outbox, jobs)::send);
  }

  @Produces
  @Singleton
  PromiseObserver promiseObserver(
      Outbox outbox, Jobs jobs, Directory directory, Presence presence, Routing routing) {
    return new PromiseMails(
        letterhead(),
        promise -> routing.find(promise.employee(), promise.request()),
        directory::find,
        employee -> directory.view(employee, Audience.KNOWN_CUSTOMER),
        employee -> presence.deputy(employee, Audience.COLLEAGUE),
        directory::findDepartment,
        post(outbox, jobs)::send);
  }

  private Letterhead letterhead() {
    return new Letterhead(
        new MailTexts(), settings.organisation(), settings.baseUrl(), settings.zone(), clock);
  }

  @Produces
  @Singleton
  Task<Void> delivery(Outbox outbox) {
    Optional<MailServer> server = server();
    if (server.isPresent()) {
      LOG.log(INFO, "Mails are handed over to {0}.", server.get());
    } else if (!settings.demo()) {
      LOG.log(WARNING, "No mail is sent, because VISAVIS_SMTP_HOST is empty; mails are kept.");
    }
    TemplateEngine templates =
        TemplateEngine.createPrecompiled(null, ContentType.Html, MailWiring.class.getClassLoader());
    return new MailDelivery(
            outbox,
            server.map(
                at -> new Postman(at, settings.organisation(), settings.baseUrl(), templates)))
        .job();
  }

  @Produces
  @Singleton
  Task<Void> forgetting(Outbox outbox) {
    return Tasks.recurring("forget-mails", Schedules.fixedDelay(Duration.ofHours(6)))
        .execute(
            (all, context) -> outbox.forget(MailState.SENT, clock.instant().minus(REMEMBERED)));
  }

  private OutgoingMail post(Outbox outbox, Jobs jobs) {
    return new OutgoingMail(outbox, jobs, server().isPresent());
  }

  private Optional<MailServer> server() {
    return host.map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(
            name ->
                new MailServer(
                    name,
                    port,
                    user.orElse(""),
                    password.orElse(""),
                    from,
                    MailServer.Encryption.from(encryption.orElse(""), user.isPresent())));
  }
}
