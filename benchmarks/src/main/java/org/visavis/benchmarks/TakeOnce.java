package org.visavis.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.scheduling.BackgroundJob;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.gson.GsonJsonMapper;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * The same work by routing and by libraries that people use for it, each on a database of its own
 * on one PostgreSQL: something is handed in and is durable then, and is taken exactly once. By
 * routing that is a request that is handed in and resolved; by the others a job that does nothing.
 * Sixteen callers hand in, sixteen workers take; each library is set up as its documentation
 * advises for throughput. Arguments: how many for routing and db-scheduler (20,000), for JobRunr
 * (5,000), for Quartz (5,000).
 */
public final class TakeOnce {

  private static final int CALLERS = 16;
  private static final int PEOPLE = 5_000;
  private static final Duration POLL = Duration.ofMillis(100);

  private static volatile Taken taken = new Taken(0);

  private TakeOnce() {}

  /** Hands work in, and closes what it needs for that afterwards. */
  private interface Engine extends AutoCloseable {
    void handIn(int number);

    @Override
    void close();
  }

  /** Counts what was taken, and how often each. */
  private static final class Taken {

    private final AtomicIntegerArray times;
    private final AtomicInteger sum = new AtomicInteger();

    Taken(int number) {
      times = new AtomicIntegerArray(number);
    }

    void take(int number) {
      times.incrementAndGet(number);
      sum.incrementAndGet();
    }

    boolean isOnceEach() {
      for (int i = 0; i < times.length(); i++) {
        if (times.get(i) != 1) {
          return false;
        }
      }
      return true;
    }
  }

  /** Runs one after the other. */
  public static void main(String[] arguments) throws Exception {
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    int many = number(arguments, 0, 20_000);
    try (Postgres server = Postgres.start()) {
      double routing = measure("Visavis", many, routing(server));
      double db = measure("db-scheduler", many, dbScheduler(server));
      double runr = measure("JobRunr", number(arguments, 1, 5_000), jobRunr(server));
      double quartz = measure("Quartz", number(arguments, 2, 5_000), quartz(server));
      System.out.printf(
          Locale.ROOT,
          "Visavis to db-scheduler %.2f, to JobRunr %.2f, to Quartz %.2f%n",
          routing / db,
          routing / runr,
          routing / quartz);
    }
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  /** Answers how many a second were handed in and taken, from the first to the last. */
  private static double measure(String name, int number, Engine engine) throws Exception {
    try (engine) {
      work(number / 10, engine);
      Taken counted = new Taken(number);
      taken = counted;
      long start = System.nanoTime();
      Callers.Rate rate = Callers.upTo(number, CALLERS, new AtomicInteger(), engine::handIn);
      while (counted.sum.get() < number) {
        Thread.sleep(5);
      }
      double perSecond = number * 1e9 / (System.nanoTime() - start);
      System.out.printf(
          Locale.ROOT,
          "%s: %,.0f a second, handed in and taken%s; handing in: median %.1f ms, p99 %.1f ms%n",
          name,
          perSecond,
          counted.isOnceEach() ? " once each" : ", NOT ONCE EACH",
          rate.median() / 1e6,
          rate.p99() / 1e6);
      return perSecond;
    }
  }

  /** Warms up; the numbers are beyond those that are measured. */
  private static void work(int number, Engine engine) throws Exception {
    Taken counted = new Taken(10 * number + number);
    taken = counted;
    Callers.upTo(11 * number, CALLERS, new AtomicInteger(10 * number), engine::handIn);
    while (counted.sum.get() < number) {
      Thread.sleep(5);
    }
  }

  private static Engine routing(Postgres server) throws Exception {
    DurableRouting routing =
        new DurableRouting(server.newDatabase("routing"), "postgres", CALLERS, PEOPLE);
    return new Engine() {
      @Override
      public void handIn(int number) {
        routing.resolve(routing.submit(number));
        taken.take(number);
      }

      @Override
      public void close() {
        routing.close();
      }
    };
  }

  private static Engine dbScheduler(Postgres server) throws Exception {
    HikariDataSource pool = pool(server.newDatabase("db_scheduler"));
    execute(
        pool,
        """
        CREATE TABLE scheduled_tasks (
          task_name text, task_instance text, task_data bytea, execution_time timestamptz NOT NULL,
          picked boolean NOT NULL, picked_by text, last_success timestamptz,
          last_failure timestamptz, consecutive_failures int, last_heartbeat timestamptz,
          version bigint NOT NULL, priority smallint, PRIMARY KEY (task_name, task_instance));
        CREATE INDEX due ON scheduled_tasks (execution_time);
        CREATE INDEX beat ON scheduled_tasks (last_heartbeat);
        """);
    OneTimeTask<Void> task =
        Tasks.oneTime("work")
            .execute((instance, context) -> taken.take(Integer.parseInt(instance.getId())));
    Scheduler scheduler =
        Scheduler.create(pool, List.of(task))
            .threads(CALLERS)
            .pollingInterval(POLL)
            .pollUsingLockAndFetch(1.0, 4.0)
            .build();
    scheduler.start();
    return new Engine() {
      @Override
      public void handIn(int number) {
        scheduler.scheduleIfNotExists(task.instance(Integer.toString(number)), Instant.now());
      }

      @Override
      public void close() {
        scheduler.stop();
        pool.close();
      }
    };
  }

  /** Is called by JobRunr. */
  public static void take(int number) {
    taken.take(number);
  }

  private static Engine jobRunr(Postgres server) throws Exception {
    HikariDataSource pool = pool(server.newDatabase("jobrunr"));
    JobRunr.configure()
        .useJsonMapper(new GsonJsonMapper())
        .useStorageProvider(SqlStorageProviderFactory.using(pool))
        .useBackgroundJobServer(
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andPollIntervalInSeconds(5)
                .andWorkerCount(CALLERS))
        .initialize();
    return new Engine() {
      @Override
      public void handIn(int number) {
        BackgroundJob.enqueue(() -> TakeOnce.take(number));
      }

      @Override
      public void close() {
        JobRunr.destroy();
        pool.close();
      }
    };
  }

  /** Is made by Quartz. */
  public static final class QuartzJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      taken.take(Integer.parseInt(context.getJobDetail().getKey().getName()));
    }
  }

  private static Engine quartz(Postgres server) throws Exception {
    String address = server.newDatabase("quartz");
    HikariDataSource pool = pool(address);
    try (InputStream tables =
        StdSchedulerFactory.class.getResourceAsStream("jdbcjobstore/tables_postgres.sql")) {
      execute(pool, new String(tables.readAllBytes(), StandardCharsets.UTF_8));
    }
    pool.close();
    Properties properties = new Properties();
    properties.putAll(
        Map.ofEntries(
            Map.entry("org.quartz.scheduler.instanceName", "benchmark"),
            Map.entry("org.quartz.scheduler.instanceId", "AUTO"),
            Map.entry("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "16"),
            Map.entry("org.quartz.threadPool.threadCount", Integer.toString(CALLERS)),
            Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
            Map.entry(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
            Map.entry("org.quartz.jobStore.isClustered", "true"),
            Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true"),
            Map.entry("org.quartz.jobStore.dataSource", "pool"),
            Map.entry("org.quartz.dataSource.pool.provider", "hikaricp"),
            Map.entry("org.quartz.dataSource.pool.driver", "org.postgresql.Driver"),
            Map.entry("org.quartz.dataSource.pool.URL", address),
            Map.entry("org.quartz.dataSource.pool.user", "postgres"),
            Map.entry("org.quartz.dataSource.pool.maxConnections", "32")));
    org.quartz.Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
    scheduler.start();
    return new Engine() {
      @Override
      public void handIn(int number) {
        JobDetail job =
            JobBuilder.newJob(QuartzJob.class).withIdentity(Integer.toString(number)).build();
        try {
          scheduler.scheduleJob(job, TriggerBuilder.newTrigger().startNow().build());
        } catch (SchedulerException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public void close() {
        try {
          scheduler.shutdown();
        } catch (SchedulerException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private static HikariDataSource pool(String address) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(address);
    configuration.setMaximumPoolSize(2 * CALLERS);
    return new HikariDataSource(configuration);
  }

  private static void execute(HikariDataSource pool, String sql) throws Exception {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
