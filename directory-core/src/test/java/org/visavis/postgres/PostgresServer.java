package org.visavis.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/**
 * One real PostgreSQL for all tests of a module: the server's own binaries, which come with Maven,
 * so that a machine needs nothing else. It is started at the first use, on a free port of the
 * loopback interface, and ends with the process. Thread-safe.
 *
 * <p>PostgreSQL refuses to run as root. Where the tests do, the server is started in a user
 * namespace of its own, which needs {@code unshare} (util-linux) and a kernel that allows it; where
 * that is impossible the tests fail and say so.
 */
public final class PostgresServer {

  /** Who the tests are to the server. */
  public static final String USER = "postgres";

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private PostgresServer() {}

  /** Answers the address of a new, empty database. */
  public static String newDatabase() {
    EmbeddedPostgres server = Running.SERVER;
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(server.getJdbcUrl(USER, USER));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE DATABASE " + name);
      return server.getJdbcUrl(USER, name);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL makes no database", e);
    }
  }

  /** Started at the first use and by nobody else. */
  private static final class Running {

    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setPGStartupWait(START_LIMIT)
            .setServerConfig("fsync", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "PostgreSQL does not start. As root it needs unshare (util-linux) and user namespaces;"
                + " otherwise run the tests as another user",
            e);
      }
    }
  }
}
