package org.visavis.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests that are durable once they are answered: on PostgreSQL beside pgbench, which sends the
 * same statements by as many clients to the same server, before and after; and on the embedded
 * database as the portal sets it up. Arguments: {@code postgres} or {@code embedded}, seconds (15),
 * callers (16).
 */
public final class RequestSpeed {

  private static final int PEOPLE = 5_000;
  private static final double GATE_BESIDE_PGBENCH = 0.9;
  private static final double GATE_EMBEDDED = 3_000;

  /** The statements of one hand-in, in their order, with the same sizes. */
  private static final String SAME_STATEMENTS =
      """
      \\set person random(0, 4999)
      \\set high random(0, 1000000000000000)
      \\set low random(0, 1000000000000000)
      BEGIN;
      SELECT * FROM routing_request WHERE idempotency_key = 'key-' || :high::text || '-' || :low::text;
      SELECT * FROM routing_lease WHERE employee = 'p' || :person::text AND ends_at <= now()
        ORDER BY ends_at, token;
      UPDATE routing_ledger SET taken = taken + 1
        WHERE employee = 'p' || :person::text AND taken + 1 <= capacity AND taken + 1 <= 20000000;
      SELECT * FROM routing_request WHERE idempotency_key = 'key-' || :high::text || '-' || :low::text;
      INSERT INTO routing_request (id, token, idempotency_key, fingerprint, employee, channel,
          subject, customer_name, customer_email, customer_language, if_unavailable, state, effort,
          received_at, changed_at, version)
        VALUES (lpad(to_hex(:high::bigint), 18, '0') || lpad(to_hex(:low::bigint), 18, '0'),
          lpad(to_hex(:low::bigint), 22, '0') || lpad(to_hex(:high::bigint), 21, '0'),
          'key-' || :high::text || '-' || :low::text, repeat('f', 64), 'p' || :person::text, 'message', 'Umzug',
          'Zoë', 'zoe@post.example', 'de', 'ask', 'ACCEPTED', 1, now(), now(), 0);
      INSERT INTO routing_timeline (request_id, event_number, kind, happened_at, employee, words,
          proposed)
        VALUES (lpad(to_hex(:high::bigint), 18, '0') || lpad(to_hex(:low::bigint), 18, '0'), 0, 'RECEIVED', now(),
          'p' || :person::text, 'Ab wann gibt es in der neuen Wohnung Strom?', '');
      INSERT INTO routing_timeline (request_id, event_number, kind, happened_at, employee, words,
          proposed)
        VALUES (lpad(to_hex(:high::bigint), 18, '0') || lpad(to_hex(:low::bigint), 18, '0'), 1, 'ACCEPTED', now(),
          'p' || :person::text, '', '');
      COMMIT;
      """;

  private RequestSpeed() {}

  /** Runs the one or the other. */
  public static void main(String[] arguments) throws Exception {
    String which = arguments.length > 0 ? arguments[0] : "postgres";
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
    int callers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 16;
    if (which.equals("embedded")) {
      embedded(seconds, callers);
    } else {
      besidePgbench(seconds, callers);
    }
  }

  private static void besidePgbench(int seconds, int callers) throws Exception {
    try (Postgres server = Postgres.start()) {
      String ours = server.newDatabase("ours");
      String theirs = server.newDatabase("theirs");
      try (DurableRouting routing = new DurableRouting(theirs, "postgres", 1, PEOPLE)) {
        routing.submit(0);
      }
      try (Connection connection = server.connect("theirs");
          Statement statement = connection.createStatement()) {
        statement.execute("UPDATE routing_ledger SET capacity = 10000000, ceiling = 10000000");
      }
      try (DurableRouting routing = new DurableRouting(ours, "postgres", callers, PEOPLE)) {
        AtomicInteger numbers = new AtomicInteger();
        Callers.during(seconds / 2, callers, numbers, routing::submit);
        double before = server.pgbench("theirs", SAME_STATEMENTS, callers, seconds);
        Callers.Rate rate = Callers.during(seconds, callers, numbers, routing::submit);
        double after = server.pgbench("theirs", SAME_STATEMENTS, callers, seconds);
        double ratio = 2 * rate.perSecond() / (before + after);
        System.out.printf(
            Locale.ROOT,
            "durable requests on PostgreSQL, %d callers: %,.0f/s, median %.1f ms, p99 %.1f ms;"
                + " pgbench with the same statements: %,.0f/s before and %,.0f/s after;"
                + " ratio %.2f, to the gate of %.1f: %.2f%n",
            callers,
            rate.perSecond(),
            rate.median() / 1e6,
            rate.p99() / 1e6,
            before,
            after,
            ratio,
            GATE_BESIDE_PGBENCH,
            ratio / GATE_BESIDE_PGBENCH);
      }
    }
  }

  private static void embedded(int seconds, int callers) throws Exception {
    Path folder = Files.createTempDirectory("visavis-embedded");
    String address =
        "jdbc:hsqldb:file:"
            + folder.resolve("db")
            + ";hsqldb.tx=mvcc;hsqldb.write_delay=false;shutdown=true;"
            + "hsqldb.default_table_type=cached";
    try (DurableRouting routing = new DurableRouting(address, "sa", callers, PEOPLE)) {
      AtomicInteger numbers = new AtomicInteger();
      Callers.during(seconds / 2, callers, numbers, routing::submit);
      Callers.Rate rate = Callers.during(seconds, callers, numbers, routing::submit);
      System.out.printf(
          Locale.ROOT,
          "durable requests on HSQLDB, %d callers: %,.0f/s, median %.1f ms, p99 %.1f ms; ratio to"
              + " the gate of %,.0f: %.2f%n",
          callers,
          rate.perSecond(),
          rate.median() / 1e6,
          rate.p99() / 1e6,
          GATE_EMBEDDED,
          rate.perSecond() / GATE_EMBEDDED);
    } finally {
      Liberty.delete(folder);
    }
  }
}
