package org.visavis.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged portal as a process of its own, with its own server folder, its own data and a free
 * port.
 *
 * <p>The process is the server's JVM itself, without a script in between, so that {@link #kill}
 * hits what it means. A server that was stopped or killed can be started again: it finds its data
 * and is back sooner, because its caches are warm. Not thread-safe, but {@link #uri} may be called
 * from anywhere while the server runs.
 */
public final class PortalServer implements AutoCloseable {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path RUNTIME = TARGET.resolve("liberty/wlp");
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  private final Path home;
  private final Map<String, String> environment = new TreeMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;

  private PortalServer(Path home) {
    this.home = home;
    environment.put("VISAVIS_DATA", home.resolve("data").toString());
    environment.put("VISAVIS_DEMO", "false");
    environment.put("VISAVIS_HOST", "localhost");
    // All tests come from one address.
    environment.put("VISAVIS_POSTS_PER_MINUTE", "0");
    environment.put("VISAVIS_SIGN_IN_TRIES", "0");
    environment.put("VISAVIS_STREAMS_PER_ADDRESS", "0");
  }

  /**
   * A server in a folder of this name under {@code target/portals}, emptied first; not yet started.
   * It is no demo until told so.
   */
  public static PortalServer named(String name) {
    Path home = TARGET.resolve("portals").resolve(name);
    try {
      delete(home);
      PortalServer server = new PortalServer(home);
      server.install();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets an environment variable for the next start. */
  public PortalServer with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Turns the demo on for the next start. */
  public PortalServer demo() {
    return with("VISAVIS_DEMO", "true");
  }

  /**
   * Starts the server and waits until it answers that it is ready.
   *
   * @throws IllegalStateException if it runs already, ends, or is not ready in time; the message
   *     holds what it wrote
   */
  public PortalServer start() {
    if (isRunning()) {
      throw new IllegalStateException("already running: " + home);
    }
    environment.putIfAbsent("VISAVIS_PORT", Integer.toString(freePort()));
    environment.putIfAbsent("VISAVIS_BASE_URL", uri("").toString());
    try {
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElse("java"));
      command.addAll(jvmOptions());
      command.add("-Djava.awt.headless=true");
      // What the script adds as well: CDI and others reach into the JDK.
      command.add("@" + RUNTIME.resolve("lib/platform/java/java9.options"));
      command.add("-javaagent:" + RUNTIME.resolve("bin/tools/ws-javaagent.jar"));
      command.add("-jar");
      command.add(RUNTIME.resolve("bin/tools/ws-server.jar").toString());
      command.add("visavis");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(serverFolder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(consoleFile().toFile()));
      builder.environment().keySet().removeIf(name -> name.startsWith("VISAVIS_"));
      builder.environment().putAll(environment);
      builder.environment().put("WLP_USER_DIR", home.toString());
      process = builder.start();
      awaitReady();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a path on this server, for example {@code uri("/en/people")}. */
  public URI uri(String path) {
    return URI.create("http://localhost:" + environment.get("VISAVIS_PORT") + path);
  }

  /** Whether the process lives. */
  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** Asks the server to end, as Ctrl-C does, waits for it and answers its exit code. */
  public int stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException("did not stop within " + STOP_LIMIT + "\n" + console());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Ends the server with SIGKILL, in the middle of whatever it does. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Stops the server if it runs. */
  @Override
  public void close() {
    if (isRunning()) {
      stop();
    }
  }

  /** What the server wrote on its console since the folder was made. */
  public String console() {
    return read(consoleFile());
  }

  /** The server's own log, with everything that the console leaves out. */
  public String log() {
    return read(serverFolder().resolve("logs/messages.log"));
  }

  /** Where the server keeps its data. */
  public Path dataFolder() {
    return Path.of(environment.get("VISAVIS_DATA"));
  }

  /**
   * The memory that the process holds now, in bytes.
   *
   * @throws UncheckedIOException on systems without {@code /proc}
   */
  public long residentBytes() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    HttpRequest probe =
        HttpRequest.newBuilder(uri("/health/ready")).timeout(Duration.ofSeconds(10)).build();
    Instant deadline = Instant.now().plus(START_LIMIT);
    try {
      while (Instant.now().isBefore(deadline)) {
        if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException(
              "ended with " + process.exitValue() + " instead of starting\n" + console() + log());
        }
        if (log().contains("CWWKZ0002E") || log().contains("CWWKZ0004E")) {
          kill();
          throw new IllegalStateException("could not start\n" + console() + log());
        }
        try {
          if (client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // Not listening yet.
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    kill();
    throw new IllegalStateException("not ready within " + START_LIMIT + "\n" + console() + log());
  }

  private void install() throws IOException {
    Path created = RUNTIME.resolve("usr/servers/visavis");
    Path war = TARGET.resolve("visavis.war");
    if (!Files.exists(created.resolve("jdbc")) || !Files.exists(war)) {
      throw new IllegalStateException(
          "No server in "
              + created
              + " or no "
              + war
              + ": they are made by mvn pre-integration-test");
    }
    copy(Path.of("src/main/liberty/config"), serverFolder());
    copy(created.resolve("jdbc"), serverFolder().resolve("jdbc"));
    copy(TARGET.resolve("libraries"), serverFolder().resolve("libraries"));
    Files.createDirectories(serverFolder().resolve("apps"));
    Files.copy(war, serverFolder().resolve("apps/visavis.war"));
  }

  private List<String> jvmOptions() throws IOException {
    try (Stream<String> lines = Files.lines(serverFolder().resolve("jvm.options"))) {
      return lines.filter(line -> line.startsWith("-")).toList();
    }
  }

  private Path serverFolder() {
    return home.resolve("servers/visavis");
  }

  private Path consoleFile() {
    return home.resolve("console.log");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = new ArrayList<>(walk.toList());
    }
    for (int i = paths.size() - 1; i >= 0; i--) {
      Files.delete(paths.get(i));
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }
}
