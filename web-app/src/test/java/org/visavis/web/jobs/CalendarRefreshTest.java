package org.visavis.web.jobs;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When calendars are fetched again, by the real jobs over a real database. */
@Timeout(60)
class CalendarRefreshTest {

  private static final String WORK = "anna/work";
  private static final Duration HOUR = Duration.ofHours(1);

  /** In the middle of every range, so that nothing is jittered. */
  private static final RandomGenerator STEADY =
      new Random() {
        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong(long origin, long bound) {
          return (origin + bound - 1) / 2;
        }
      };

  private final Clock clock = Clock.systemUTC();
  private final JDBCDataSource database = new JDBCDataSource();

  private record Row(Instant at, int failures) {}

  @BeforeEach
  void migrate() {
    database.setUrl("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc");
    Flyway.configure().dataSource(database).locations("classpath:db/web").load().migrate();
  }

  private Jobs node(Function<String, Optional<Duration>> refresh) {
    return Jobs.of(
        database,
        List.of(CalendarRefresh.job(refresh, STEADY)),
        Executors.defaultThreadFactory(),
        clock,
        Runnable::run);
  }

  private Optional<Row> row(String instance) throws SQLException {
    try (Connection connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "SELECT execution_time, consecutive_failures FROM web_job"
                    + " WHERE task_name = 'calendar' AND task_instance = ?")) {
      query.setString(1, instance);
      try (ResultSet found = query.executeQuery()) {
        return found.next()
            ? Optional.of(
                new Row(
                    found.getObject(1, OffsetDateTime.class).toInstant(),
                    Math.max(0, found.getInt(2))))
            : Optional.empty();
      }
    }
  }

  /** Lets the jobs of one node begin what is due, and come to its end. */
  private void run(Jobs node, CountDownLatch begun) throws InterruptedException {
    node.start();
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    node.close();
  }

  @Test
  void aCalendarIsFetchedAgainAfterItsPause() throws Exception {
    CountDownLatch fetched = new CountDownLatch(1);
    Jobs node =
        node(
            calendar -> {
              assertThat(calendar).isEqualTo(WORK);
              fetched.countDown();
              return Optional.of(HOUR);
            });
    node.plan(CalendarRefresh.JOB, WORK, clock.instant());

    run(node, fetched);

    Row next = row(WORK).orElseThrow();
    assertThat(next.at()).isCloseTo(clock.instant().plus(HOUR), within(1, MINUTES));
    assertThat(next.failures()).isZero();
  }

  @Test
  void whatIsPlannedForLaterWaits() throws Exception {
    CountDownLatch fetched = new CountDownLatch(1);
    Jobs node =
        node(
            calendar -> {
              assertThat(calendar).isEqualTo(WORK);
              fetched.countDown();
              return Optional.of(HOUR);
            });
    Instant later = clock.instant().plus(HOUR).truncatedTo(SECONDS);
    node.plan(CalendarRefresh.JOB, "anna/later", later);
    node.plan(CalendarRefresh.JOB, WORK, clock.instant().minusSeconds(1));

    run(node, fetched);

    assertThat(row("anna/later")).contains(new Row(later, 0));
  }

  @ParameterizedTest
  @CsvSource({"0,15", "1,30", "2,60", "3,120", "4,240", "40,240"})
  void eachFailureDoublesThePauseUpToFourHours(int before, int minutes) throws Exception {
    CountDownLatch tried = new CountDownLatch(1);
    Jobs node =
        node(
            calendar -> {
              tried.countDown();
              throw new Calendars.NotReadException();
            });
    node.plan(CalendarRefresh.JOB, WORK, clock.instant());
    try (Connection connection = database.getConnection();
        var update = connection.prepareStatement("UPDATE web_job SET consecutive_failures = ?")) {
      update.setInt(1, before);
      update.executeUpdate();
    }

    run(node, tried);

    Row next = row(WORK).orElseThrow();
    assertThat(next.at())
        .isCloseTo(clock.instant().plus(Duration.ofMinutes(minutes)), within(1, MINUTES));
    assertThat(next.failures()).isEqualTo(before + 1);
  }

  @Test
  void notAllAskAtTheSameTime() {
    Random random = new Random(7);
    List<Long> pauses =
        IntStream.range(0, 1_000)
            .mapToObj(i -> CalendarRefresh.pauseAfter(0, random).toSeconds())
            .toList();
    assertThat(pauses).allMatch(seconds -> seconds >= 720 && seconds <= 1_080);
    assertThat(pauses).anyMatch(seconds -> seconds < 760).anyMatch(seconds -> seconds > 1_040);
  }

  @Test
  void aCalendarThatIsGoneIsNotFetchedAgain() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Jobs node =
        node(
            calendar -> {
              asked.countDown();
              return Optional.empty();
            });
    node.plan(CalendarRefresh.JOB, WORK, clock.instant());

    run(node, asked);

    assertThat(row(WORK)).isEmpty();
  }

  @Test
  void twoNodesFetchEachCalendarOnce() throws Exception {
    int calendars = 40;
    Map<String, Integer> fetches = new ConcurrentHashMap<>();
    CountDownLatch all = new CountDownLatch(calendars);
    Function<String, Optional<Duration>> refresh =
        calendar -> {
          fetches.merge(calendar, 1, Integer::sum);
          all.countDown();
          return Optional.of(HOUR);
        };
    Jobs one = node(refresh);
    Jobs other = node(refresh);
    for (int i = 0; i < calendars; i++) {
      // Brought in on either node, and some on both.
      (i % 2 == 0 ? one : other).plan(CalendarRefresh.JOB, "anna/" + i, clock.instant());
      (i % 3 == 0 ? one : other).plan(CalendarRefresh.JOB, "anna/" + i, clock.instant());
    }
    one.start();
    other.start();
    assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    one.close();
    other.close();

    assertThat(fetches).hasSize(calendars);
    assertThat(fetches.values()).containsOnly(1);
  }

  @Test
  void whoChangesACalendarWhileItIsFetchedIsNotRefused() throws Exception {
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    Jobs node =
        node(
            calendar -> {
              fetching.countDown();
              await(changed);
              return Optional.of(HOUR);
            });
    node.plan(CalendarRefresh.JOB, WORK, clock.instant());
    node.start();
    assertThat(fetching.await(30, TimeUnit.SECONDS)).isTrue();

    node.plan(CalendarRefresh.JOB, WORK, clock.instant());
    changed.countDown();
    node.close();

    assertThat(row(WORK).orElseThrow().at())
        .isCloseTo(clock.instant().plus(HOUR), within(1, MINUTES));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
