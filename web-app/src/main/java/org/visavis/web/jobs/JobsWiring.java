package org.visavis.web.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.visavis.routing.Promises;
import org.visavis.routing.Relationships;
import org.visavis.routing.Routing;
import org.visavis.web.wiring.AfterCommit;
import org.visavis.web.wiring.Transactions;

/** Starts the jobs with the application, on the server's own threads, and ends them with it. */
@ApplicationScoped
class JobsWiring {

  /**
   * The longest that {@code expire-requests} sleeps. Nothing can run out sooner than this after it
   * began, so the next instant is always known before it comes.
   */
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  private static final Duration FORGETTING = Duration.ofHours(6);

  @Resource(lookup = "jdbc/visavis")
  private DataSource database;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  @Inject private Clock clock;
  @Inject private Transactions transactions;

  @Produces
  @Singleton
  Jobs jobs(@Any Instance<Task<?>> tasks, AfterCommit afterCommit) {
    return Jobs.of(database, tasks.stream().toList(), threads, clock, afterCommit);
  }

  /** Ends leases and waiting requests when their time has come, wherever that falls. */
  @Produces
  @Singleton
  Task<Void> expiry(Instance<Routing> routing) {
    return Tasks.custom("expire-requests", Void.class)
        .scheduleOnStartup("all", null, now -> now)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(LONGEST_SLEEP))
        .onDeadExecutionRevive()
        .execute((all, context) -> nextExpiry(routing.get()));
  }

  private CompletionHandler<Void> nextExpiry(Routing routing) {
    Instant latest = clock.instant().plus(LONGEST_SLEEP);
    Instant next =
        transactions
            .call(routing::expireDue)
            .filter(instant -> instant.isBefore(latest))
            .orElse(latest);
    return (complete, operations) -> operations.reschedule(complete, next);
  }

  /** Reminds of promises, and says which are overdue, when their time has come. */
  @Produces
  @Singleton
  Task<Void> promises(Instance<Promises> promises) {
    return Tasks.custom("see-to-promises", Void.class)
        .scheduleOnStartup("all", null, now -> now)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(LONGEST_SLEEP))
        .onDeadExecutionRevive()
        .execute((all, context) -> nextDue(promises.get()));
  }

  private CompletionHandler<Void> nextDue(Promises promises) {
    Instant latest = clock.instant().plus(LONGEST_SLEEP);
    Instant next =
        transactions
            .call(promises::seeToDue)
            .filter(instant -> instant.isBefore(latest))
            .orElse(latest);
    return (complete, operations) -> operations.reschedule(complete, next);
  }

  /** Forgets who helped a customer long ago. */
  @Produces
  @Singleton
  Task<Void> forgetting(Relationships relationships) {
    return Tasks.recurring("forget-relationships", FixedDelay.of(FORGETTING))
        .execute((all, context) -> transactions.run(relationships::forgetDue));
  }

  /** Fetches each calendar that has an address, and less often while that fails. */
  @Produces
  @Singleton
  Task<Void> calendars(Calendars calendars, SecureRandom random) {
    return CalendarRefresh.job(calendars::refreshDue, random);
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) Startup startup, Jobs jobs) {
    jobs.start();
  }

  void stop(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Shutdown shutdown, Jobs jobs) {
    jobs.close();
  }
}
