package org.visavis.web.admin;

import static java.lang.System.Logger.Level.WARNING;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.visavis.directory.Basis;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.exchange.LdapAccessException;
import org.visavis.directory.exchange.LdapPeople;
import org.visavis.directory.exchange.LdapServer;
import org.visavis.web.wiring.Transactions;

/**
 * Imports people live from the directory server that the settings name: when an administrator has
 * looked at what would happen, and after that, by the schedule, who has changed there. Nothing is
 * begun by the schedule before an administrator has imported once. Thread-safe.
 */
@ApplicationScoped
public class LdapImport {

  private static final System.Logger LOG = System.getLogger(LdapImport.class.getName());

  /** How often the job looks whether there is a schedule, where there is none. */
  private static final Duration LONG = Duration.ofDays(1);

  @Inject private LdapSource source;
  @Inject private LdapRuns runs;
  @Inject private Imports imports;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  /** Answers the server; empty where the settings name none. Never says the password. */
  public Optional<LdapServer> server() {
    return source.server();
  }

  /** Answers how long the schedule waits between readings; empty where there is none. */
  public Optional<Duration> pause() {
    return source.pause();
  }

  /** Answers what came of the last import, if there was one. */
  public Optional<LdapRun> lastRun() {
    return transactions.call(runs::last);
  }

  /**
   * Reads everybody and answers what an import would do.
   *
   * @throws LdapAccessException when the server does not answer, or refuses
   * @throws IllegalStateException when the settings name no server
   */
  public ImportPlan plan(Optional<Basis> basis) {
    return imports.plan(people().everybody().people(), basis);
  }

  /**
   * Reads everybody and imports.
   *
   * @param fingerprint of the plan that somebody has looked at; empty for whatever it is now
   * @return what was done; nothing where the plan is another one by now
   * @throws LdapAccessException when the server does not answer, or refuses
   * @throws IllegalStateException when the settings name no server
   */
  public Optional<ImportPlan> apply(Optional<Basis> basis, Optional<String> fingerprint) {
    return apply(people().everybody(), basis, fingerprint, false);
  }

  private Optional<ImportPlan> apply(
      LdapPeople.Reading reading,
      Optional<Basis> basis,
      Optional<String> fingerprint,
      boolean scheduled) {
    Optional<ImportPlan> done = imports.apply(reading.people(), basis, fingerprint);
    done.ifPresent(
        plan ->
            transactions.run(
                () -> runs.keep(LdapRun.of(plan, clock.instant(), scheduled, reading.cursor()))));
    return done;
  }

  private LdapPeople people() {
    return LdapPeople.of(
        server().orElseThrow(() -> new IllegalStateException("No directory server is set")));
  }

  /** Takes over who has changed since the last import; nothing before the first one. */
  void takeOverChanges() {
    Optional<String> cursor = lastRun().map(LdapRun::cursor).filter(text -> !text.isEmpty());
    if (cursor.isEmpty() || server().isEmpty()) {
      return;
    }
    try {
      apply(people().changed(cursor.get()), Optional.empty(), Optional.empty(), true);
    } catch (LdapAccessException e) {
      String failure = String.valueOf(e.getMessage());
      LOG.log(WARNING, failure);
      transactions.run(
          () -> runs.keep(LdapRun.failed(failure, clock.instant(), true, cursor.get())));
    }
  }

  @Produces
  @Singleton
  Task<Void> schedule() {
    return Tasks.recurring("import-from-ldap", FixedDelay.of(pause().orElse(LONG)))
        .execute(
            (all, context) -> {
              if (pause().isPresent()) {
                takeOverChanges();
              }
            });
  }
}
