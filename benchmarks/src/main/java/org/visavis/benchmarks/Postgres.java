package org.visavis.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the machine's own package on loopback, started for a program and deleted
 * afterwards. It syncs every commit, as it does unless it is told otherwise.
 */
final class Postgres implements AutoCloseable {

  private static final String USER = "postgres";

  private final Path home;
  private final Process server;
  private final int port;

  private Postgres(Path home, Process server, int port) {
    this.home = home;
    this.server = server;
    this.port = port;
  }

  /** Starts one and waits for it. */
  static Postgres start() throws Exception {
    Path home = Files.createTempDirectory("visavis-postgres");
    Path programs = programs();
    int port = freePort();
    Path data = home.resolve("data");
    new ProcessBuilder("chown", USER, home.toString()).start().waitFor();
    asPostgres(programs.resolve("initdb") + " -D " + data + " -E UTF8 --locale=C -A trust")
        .waitFor();
    Process server =
        asPostgres(
            "exec "
                + programs.resolve(USER)
                + (" -D " + data + " -k " + home + " -h 127.0.0.1 -p " + port)
                + " -c shared_buffers=512MB -c work_mem=64MB");
    Postgres started = new Postgres(home, server, port);
    started.awaitConnection();
    return started;
  }

  private void awaitConnection() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        connect(USER).close();
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(200);
      }
    }
  }

  /** Answers the address of a new, empty database. */
  String newDatabase(String name) throws SQLException {
    try (Connection connection = connect(USER);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return address(name);
  }

  String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(address(database));
  }

  /**
   * Answers the transactions per second that pgbench reports for a script.
   *
   * @param clients how many connections it holds
   */
  double pgbench(String database, String script, int clients, int seconds)
      throws IOException, InterruptedException {
    Path file = Files.writeString(home.resolve("script.sql"), script);
    List<String> command =
        List.of(
            programs().resolve("pgbench").toString(),
            "-n",
            "-M",
            "prepared",
            "-f",
            file.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-U",
            USER,
            "-c",
            Integer.toString(clients),
            "-j",
            "2",
            "-T",
            Integer.toString(seconds),
            database);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("pgbench: " + said);
    }
    return said.lines()
        .filter(line -> line.startsWith("tps = "))
        .mapToDouble(
            line ->
                new Scanner(line.substring("tps = ".length())).useLocale(Locale.ROOT).nextDouble())
        .findFirst()
        .orElseThrow(() -> new IOException("pgbench: " + said));
  }

  @Override
  public void close() throws IOException {
    try {
      server.destroy();
      server.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Liberty.delete(home);
  }

  private static Path programs() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions.max(Path::compareTo).orElseThrow().resolve("bin");
    }
  }

  /** PostgreSQL refuses to run as root. */
  private static Process asPostgres(String command) throws IOException {
    return new ProcessBuilder(
            "setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups", "sh", "-c", command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
