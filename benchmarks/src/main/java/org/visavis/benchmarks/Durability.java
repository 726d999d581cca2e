package org.visavis.benchmarks;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Which embedded database loses what it has acknowledged when its process is killed?
 *
 * <p>A child process commits rows from 16 connections and writes the number of each to its standard
 * output after the commit has returned. The parent kills it by SIGKILL at a random moment, reads to
 * the end what had been acknowledged, opens the database again and compares. A pipe keeps what was
 * written into it, so an acknowledged row that is missing was lost by the database.
 *
 * <p>SIGKILL leaves the kernel's cache alone. Whether a commit also reaches the disk is shown by
 * the syncs that the last column counts, where {@code strace} is installed.
 *
 * <p>Arguments: the number of kills (10), then names of {@link Engine}s (all).
 */
final class Durability {
  private static final int WRITERS = 16;
  private static final String BODY = "x".repeat(400);
  private static final int COUNTED_SECONDS = 5;

  private Durability() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 4 && args[0].equals("write")) {
      write(Engine.valueOf(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
      return;
    }
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    List<Engine> engines =
        args.length > 1
            ? Arrays.stream(args).skip(1).map(Engine::valueOf).toList()
            : List.of(Engine.values());
    System.out.printf(
        "%d kills each, %d writers; kills are seeded, the moment is the machine's%n",
        kills, WRITERS);
    System.out.printf(
        "%-44s %12s %24s %8s %10s %14s%n",
        "engine", "acknowledged", "lost (per kill)", "doubled", "commits/s", "syncs/commit");
    for (Engine engine : engines) {
      compare(engine, kills);
    }
  }

  private static void compare(Engine engine, int kills) throws Exception {
    Random random = new Random(2026);
    Path folder = Files.createTempDirectory("visavis-durability");
    try {
      createTable(engine, folder);
      Map<Long, Integer> acknowledged = new HashMap<>();
      List<Double> rates = new ArrayList<>();
      for (int round = 0; round < kills; round++) {
        killed(engine, folder, round, 1000 + random.nextInt(2000), acknowledged, rates);
      }
      Found found = find(engine, folder, acknowledged, kills);
      System.out.printf(
          Locale.ROOT,
          "%-44s %12d %24s %8d %10.0f %14s%n",
          engine.label(),
          acknowledged.size(),
          found.lost(),
          found.doubled(),
          rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow(),
          syncsPerCommit(engine));
    } finally {
      delete(folder);
    }
  }

  private static void createTable(Engine engine, Path folder) throws SQLException {
    try (Connection connection = engine.open(folder);
        Statement statement = connection.createStatement()) {
      // Without a primary key: a row that recovery doubles shall be seen, not refused.
      statement.execute(
          "CREATE TABLE request (number BIGINT NOT NULL, body VARCHAR(1000) NOT NULL)");
      statement.execute("CREATE INDEX request_number ON request (number)");
      engine.shutDown(statement);
    }
  }

  /** Lets a child write, kills it, and adds what it had acknowledged. */
  private static void killed(
      Engine engine,
      Path folder,
      int round,
      int milliseconds,
      Map<Long, Integer> acknowledged,
      List<Double> rates)
      throws IOException, InterruptedException {
    Process child = child(engine, folder, round).start();
    try (BufferedReader lines = reader(child)) {
      String line = lines.readLine();
      if (line == null) {
        throw new IOException(engine + " could not be opened after kill " + round);
      }
      long first = System.nanoTime();
      Thread killer =
          new Thread(
              () -> {
                try {
                  TimeUnit.MILLISECONDS.sleep(milliseconds);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                // Not the process itself, which would close the pipe before it is read to its end.
                child.toHandle().destroyForcibly();
              });
      killer.start();
      int count = 0;
      // The last line may be cut off: every whole one ends with a dot.
      for (; line != null; line = lines.readLine()) {
        if (line.endsWith(".")) {
          acknowledged.put(Long.valueOf(line.substring(0, line.length() - 1)), round);
          count++;
        }
      }
      rates.add(count / ((System.nanoTime() - first) / 1e9));
      killer.join();
      child.waitFor();
    }
  }

  private static Found find(Engine engine, Path folder, Map<Long, Integer> acknowledged, int kills)
      throws SQLException {
    int[] lost = new int[kills];
    int doubled = 0;
    Map<Long, Integer> rows = new HashMap<>();
    try (Connection connection = engine.open(folder);
        Statement statement = connection.createStatement();
        ResultSet numbers = statement.executeQuery("SELECT number FROM request")) {
      while (numbers.next()) {
        rows.merge(numbers.getLong(1), 1, Integer::sum);
      }
      engine.shutDown(statement);
    }
    for (int copies : rows.values()) {
      doubled += copies - 1;
    }
    acknowledged.forEach(
        (number, round) -> {
          if (!rows.containsKey(number)) {
            lost[round]++;
          }
        });
    return new Found(Arrays.stream(lost).boxed().toList(), doubled);
  }

  /** The child: writes until it is killed. */
  private static void write(Engine engine, Path folder, int round) {
    FileOutputStream acknowledgements = new FileOutputStream(FileDescriptor.out);
    for (int writer = 0; writer < WRITERS; writer++) {
      long first = (round * (long) WRITERS + writer) * 10_000_000;
      Thread thread = new Thread(() -> write(engine, folder, first, acknowledgements));
      thread.start();
    }
  }

  private static void write(
      Engine engine, Path folder, long first, FileOutputStream acknowledgements) {
    try (Connection connection = engine.open(folder);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO request (number, body) VALUES (?, ?)")) {
      for (long number = first; ; number++) {
        insert.setLong(1, number);
        insert.setString(2, BODY);
        insert.executeUpdate();
        // One system call for each line, which the kernel takes whole.
        acknowledgements.write((number + ".\n").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (SQLException | IOException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  /** Counts the syncs of a child under strace, which slows it down but changes no count. */
  private static String syncsPerCommit(Engine engine) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("visavis-syncs");
    try {
      createTable(engine, folder);
      Path counts = folder.resolve("strace");
      ProcessBuilder builder = child(engine, folder, 0);
      builder
          .command()
          .addAll(
              0,
              List.of(
                  "strace",
                  "-f",
                  "-qq",
                  "-e",
                  "trace=fsync,fdatasync,msync",
                  "-o",
                  counts.toString()));
      Process child = builder.start();
      long commits = 0;
      try (BufferedReader lines = reader(child)) {
        lines.readLine();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(COUNTED_SECONDS);
        while (System.nanoTime() < end && lines.readLine() != null) {
          commits++;
        }
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        child.waitFor();
      }
      try (Stream<String> lines = Files.lines(counts)) {
        // A call that another thread interrupts is written in two lines: the first one counts.
        long syncs = lines.filter(line -> line.contains("sync(")).count();
        return String.format(Locale.ROOT, "%.3f", (double) syncs / commits);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    } catch (IOException e) {
      if (e.getMessage() != null && e.getMessage().contains("strace")) {
        return "no strace";
      }
      throw e;
    } finally {
      delete(folder);
    }
  }

  private static ProcessBuilder child(Engine engine, Path folder, int round) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Durability.class.getName(), "write", engine.name()));
    command.addAll(List.of(folder.toString(), Integer.toString(round)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static BufferedReader reader(Process child) {
    return new BufferedReader(
        new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What was found after the last kill, lost rows by kill. */
  private record Found(List<Integer> lostByKill, int doubled) {

    String lost() {
      int sum = lostByKill.stream().mapToInt(Integer::intValue).sum();
      return sum == 0
          ? "0"
          : sum + " (" + Collections.min(lostByKill) + "-" + Collections.max(lostByKill) + ")";
    }
  }
}
