package org.visavis.web.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;

/**
 * Does later what was asked for in a transaction, once that has committed and never if it was
 * rolled back. Jobs are rows of the table {@code web_job}: they survive the server, each is done by
 * one node, and one whose node died is done again after less than a minute and a half. Thread-safe.
 */
public final class Jobs implements AutoCloseable {

  private static final int THREADS = 4;
  private static final String TABLE = "web_job";

  private final Scheduler scheduler;
  private final List<Task<?>> tasks;
  private final InstantSource clock;
  private final Executor afterCommit;

  private Jobs(
      Scheduler scheduler, List<Task<?>> tasks, InstantSource clock, Executor afterCommit) {
    this.scheduler = scheduler;
    this.tasks = tasks;
    this.clock = clock;
    this.afterCommit = afterCommit;
  }

  /**
   * Answers jobs that are kept in a database, not yet started.
   *
   * @param database must give a connection of the caller's transaction where there is one
   * @param tasks all that can be done
   * @param threads makes the threads that do it; they may use what an application's threads may
   * @param afterCommit runs something once the caller's transaction has committed
   * @throws IllegalStateException when the database does not answer
   */
  public static Jobs of(
      DataSource database,
      Collection<Task<?>> tasks,
      ThreadFactory threads,
      InstantSource clock,
      Executor afterCommit) {
    Scheduler scheduler =
        Scheduler.create(database, List.copyOf(tasks))
            .tableName(TABLE)
            .jdbcCustomization(dialect(database))
            .schedulerName(UUID.randomUUID()::toString)
            .threads(THREADS)
            .executorService(Executors.newFixedThreadPool(THREADS, threads))
            .dueExecutor(Executors.newSingleThreadExecutor(threads))
            .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads))
            // How late a job may be that no commit of this node announced.
            .pollingInterval(Duration.ofSeconds(2))
            .heartbeatInterval(Duration.ofSeconds(10))
            .missedHeartbeatsLimit(6)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .failureLogging(LogLevel.DEBUG, false)
            .build();
    return new Jobs(scheduler, List.copyOf(tasks), clock, afterCommit);
  }

  /** Begins to do what is due. */
  public void start() {
    for (Task<?> task : tasks) {
      if (task instanceof OnStartup always) {
        always.onStartup(scheduler, clock::instant);
      }
    }
    scheduler.start();
  }

  /**
   * Does a job for each of these as soon as the caller's transaction has committed.
   *
   * @param job which one
   * @param instances what it is done for, 1 to 100 characters each; none of them may be waiting
   *     already
   */
  public void doSoon(TaskDescriptor<Void> job, Collection<String> instances) {
    Instant now = clock.instant();
    scheduler.scheduleBatch(instances.stream().map(id -> job.instance(id).build()), now);
    afterCommit.execute(scheduler::triggerCheckForDueExecutions);
  }

  /**
   * Does a job at that time, once the caller's transaction has committed; one that waits already is
   * moved there, and one that is being done says itself when it is done next.
   *
   * @param instance what it is done for, 1 to 100 characters
   */
  public void plan(TaskDescriptor<Void> job, String instance, Instant at) {
    try {
      scheduler.schedule(
          job.instance(instance).scheduledTo(at), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException e) {
      // It will be planned again when it ends.
    }
  }

  /** Lets what is being done come to its end, for up to ten seconds. */
  @Override
  public void close() {
    scheduler.stop();
  }

  private static JdbcCustomization dialect(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
          ? new PostgreSqlJdbcCustomization(false, false)
          : new DefaultJdbcCustomization(false);
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer", e);
    }
  }
}
