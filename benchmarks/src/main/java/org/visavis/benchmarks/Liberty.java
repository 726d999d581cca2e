package org.visavis.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server on the Liberty runtime that the build unpacked, as a process of its own on a free port.
 * Not thread-safe.
 */
final class Liberty implements AutoCloseable {
  private static final Path RUNTIME = Path.of("web-app/target/liberty/wlp").toAbsolutePath();
  private static final Path CONFIG = Path.of("web-app/src/main/liberty/config");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
  private static final String NAME = "visavis";

  private final Path home;
  private final int port = freePort();
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> moreOptions = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable Process process;

  private Liberty(Path home) throws IOException {
    this.home = home;
    delete(home);
    Files.createDirectories(folder());
  }

  /** The portal as it is packaged, with the demo company and empty data. */
  static Liberty portal(String name) throws IOException {
    Liberty server = new Liberty(Path.of("benchmarks/target/servers", name).toAbsolutePath());
    Path created = RUNTIME.resolve("usr/servers/visavis");
    copy(CONFIG, server.folder());
    copy(created.resolve("jdbc"), server.folder().resolve("jdbc"));
    copy(Path.of("web-app/target/libraries"), server.folder().resolve("libraries"));
    Files.createDirectories(server.folder().resolve("apps"));
    Files.copy(Path.of("web-app/target/visavis.war"), server.folder().resolve("apps/visavis.war"));
    // What server.env says.
    server.environment.put("WLP_SKIP_BOOTSTRAP_AGENT", "true");
    server.environment.put("MALLOC_ARENA_MAX", "2");
    server.environment.put("VISAVIS_DEMO", "true");
    server.environment.put("VISAVIS_DATA", server.home.resolve("data").toString());
    server.environment.put("VISAVIS_PORT", Integer.toString(server.port));
    server.environment.put("VISAVIS_BASE_URL", "http://localhost:" + server.port);
    return server;
  }

  /** A server without any application that has this one feature and the runtime's defaults. */
  static Liberty empty(String feature) throws IOException {
    Liberty server =
        new Liberty(Path.of("benchmarks/target/servers/empty-" + feature).toAbsolutePath());
    Files.writeString(
        server.folder().resolve("server.xml"),
        """
        <server>
          <featureManager>
            <feature>%s</feature>
          </featureManager>
          <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%d" httpsPort="-1"/>
        </server>
        """
            .formatted(feature, server.port));
    return server;
  }

  /**
   * Keeps the classes of one start in an archive for those to come, as docs/operating.md tells an
   * operator to do.
   */
  void archiveClasses(String path) throws IOException, InterruptedException {
    Path archive = home.resolve("classes.jsa");
    moreOptions.add("-XX:ArchiveClassesAtExit=" + archive);
    start(path);
    stop();
    moreOptions.clear();
    moreOptions.add("-XX:SharedArchiveFile=" + archive);
  }

  /** Takes another size of the heap, such as {@code 1g}, from the next start on. */
  void heap(String size) {
    moreOptions.add("-Xmx" + size);
  }

  /** Starts the server and answers how long it took until that path was answered by 200. */
  Duration start(String path) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(jvmOptions());
    command.addAll(moreOptions);
    command.add("-Djava.awt.headless=true");
    command.add("@" + RUNTIME.resolve("lib/platform/java/java9.options"));
    if (!environment.containsKey("WLP_SKIP_BOOTSTRAP_AGENT")) {
      command.add("-javaagent:" + RUNTIME.resolve("bin/tools/ws-javaagent.jar"));
    }
    command.addAll(List.of("-jar", RUNTIME.resolve("bin/tools/ws-server.jar").toString(), NAME));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("console.log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("VISAVIS_"));
    builder.environment().putAll(environment);
    builder.environment().put("WLP_USER_DIR", home.toString());
    HttpRequest probe = HttpRequest.newBuilder(uri(path)).timeout(START_LIMIT).build();
    long start = System.nanoTime();
    Process started = builder.start();
    process = started;
    while (System.nanoTime() - start < START_LIMIT.toNanos()) {
      if (started.waitFor(10, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(Files.readString(home.resolve("console.log")));
      }
      try {
        if (client.send(probe, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          return Duration.ofNanos(System.nanoTime() - start);
        }
      } catch (IOException e) {
        // Not listening yet.
      }
    }
    close();
    throw new IllegalStateException("No " + path + " within " + START_LIMIT);
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** The memory that the process holds now ({@code VmRSS}) or held at most ({@code VmHWM}). */
  long megabytes(String measure) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + running().pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith(measure + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  long pid() {
    return running().pid();
  }

  /** Ends the server as Ctrl-C does. */
  void stop() throws InterruptedException {
    Process ending = running();
    ending.destroy();
    if (!ending.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      ending.destroyForcibly().waitFor();
    }
    process = null;
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      process = null;
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("not running: " + home);
    }
    return process;
  }

  private Path folder() {
    return home.resolve("servers").resolve(NAME);
  }

  private List<String> jvmOptions() throws IOException {
    Path file = folder().resolve("jvm.options");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith("-")).toList();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
