package org.visavis.presence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real servers on loopback, which the fetcher reaches because they are allowed by name. */
class CalendarFetcherTest {

  private static final String CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<String>> addresses = new HashMap<>();
  private final ConcurrentLinkedQueue<Headers> requests = new ConcurrentLinkedQueue<>();
  private final List<String> looked = new ArrayList<>();
  private HttpServer server;
  private CalendarFetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    addresses.put("calendar.example", List.of("127.0.0.1"));
    fetcher = fetcher(new OkHttpClient.Builder(), port());
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private CalendarFetcher fetcher(OkHttpClient.Builder client, int port) {
    return CalendarFetcher.create(
        Set.of(new InnerServer("calendar.example", port)), this::resolve, client);
  }

  private InetAddress[] resolve(String host) throws UnknownHostException {
    looked.add(host);
    List<String> known = addresses.get(host);
    if (known == null) {
      throw new UnknownHostException(host);
    }
    List<InetAddress> found = new ArrayList<>();
    for (String address : known) {
      found.add(InetAddress.getByName(address));
    }
    return found.toArray(InetAddress[]::new);
  }

  private void serve(String path, int code, Map<String, String> headers, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          requests.add(exchange.getRequestHeaders());
          headers.forEach(exchange.getResponseHeaders()::add);
          send(exchange, code, body);
        });
  }

  private static void send(HttpExchange exchange, int code, byte[] body) throws IOException {
    exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private FetchedCalendar fetch(String address) {
    return fetcher.fetch(URI.create(address), Optional.empty());
  }

  private String here(String path) {
    return "http://calendar.example:" + port() + path;
  }

  private static FetchedCalendar failed(FetchFailure reason) {
    return new FetchedCalendar.Failed(reason);
  }

  private static String text(FetchedCalendar fetched) {
    assertThat(fetched).isInstanceOf(FetchedCalendar.Fetched.class);
    try {
      InputStream file = ((FetchedCalendar.Fetched) fetched).file();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aCalendarIsFetchedAndNothingIsSentThatTellsOfAnybody() {
    serve("/a.ics", 200, Map.of(), bytes(CALENDAR));
    assertThat(text(fetch(here("/a.ics")))).isEqualTo(CALENDAR);
    assertThat(requests.element().keySet())
        .containsExactlyInAnyOrder("Accept", "Accept-encoding", "Connection", "Host", "User-agent");
  }

  @Test
  void anUnchangedCalendarIsNotSentAgain() {
    server.createContext(
        "/a.ics",
        exchange -> {
          boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().add("ETag", "\"v1\"");
          send(exchange, known ? 304 : 200, known ? new byte[0] : bytes(CALENDAR));
        });
    FetchedCalendar first = fetch(here("/a.ics"));
    Optional<String> version = ((FetchedCalendar.Fetched) first).version();
    assertThat(version).contains("\"v1\"");
    assertThat(fetcher.fetch(URI.create(here("/a.ics")), version))
        .isEqualTo(new FetchedCalendar.Unchanged());
  }

  @Test
  void aServerWithoutTagsIsAskedByDate() {
    String date = "Mon, 02 Mar 2026 08:00:00 GMT";
    serve("/a.ics", 200, Map.of("Last-Modified", date), bytes(CALENDAR));
    assertThat(((FetchedCalendar.Fetched) fetch(here("/a.ics"))).version()).contains(date);
    fetcher.fetch(URI.create(here("/a.ics")), Optional.of(date));
    assertThat(requests)
        .last()
        .satisfies(headers -> assertThat(headers.getFirst("If-Modified-Since")).isEqualTo(date));
  }

  @Test
  void aBombIsCountedAfterItIsUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1_000_000];
      for (int i = 0; i < 100; i++) {
        out.write(zeros);
      }
    }
    serve("/bomb", 200, Map.of("Content-Encoding", "gzip"), packed.toByteArray());
    assertThat(fetch(here("/bomb"))).isEqualTo(failed(FetchFailure.TOO_LARGE));
    serve("/large", 200, Map.of(), new byte[CalendarReader.MAX_BYTES + 1]);
    assertThat(fetch(here("/large"))).isEqualTo(failed(FetchFailure.TOO_LARGE));
    serve("/fits", 200, Map.of(), new byte[CalendarReader.MAX_BYTES]);
    assertThat(text(fetch(here("/fits")))).hasSize(CalendarReader.MAX_BYTES);
  }

  /** A server that sends a byte now and then, and one that says nothing at all. */
  @Test
  void aFetchEndsAfterFiveSeconds() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try {
            while (!over.await(200, TimeUnit.MILLISECONDS)) {
              exchange.getResponseBody().write('x');
              exchange.getResponseBody().flush();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    assertThat(fetch(here("/slow"))).isEqualTo(failed(FetchFailure.TOO_SLOW));
    over.countDown();
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CalendarFetcher other = fetcher(new OkHttpClient.Builder(), silent.getLocalPort());
      URI address = URI.create("http://calendar.example:" + silent.getLocalPort() + "/");
      assertThat(other.fetch(address, Optional.empty())).isEqualTo(failed(FetchFailure.TOO_SLOW));
    }
  }

  @Test
  void aNameThatIsNotFoundInTimeEndsTheFetch() {
    CountDownLatch over = new CountDownLatch(1);
    CalendarFetcher waiting =
        CalendarFetcher.create(
            Set.of(),
            host -> {
              try {
                over.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new InetAddress[0];
            },
            new OkHttpClient.Builder());
    assertThat(waiting.fetch(URI.create("http://slow.example/"), Optional.empty()))
        .isEqualTo(failed(FetchFailure.TOO_SLOW));
    over.countDown();
  }

  @Test
  void redirectsAreFollowedFiveTimes() {
    for (int i = 0; i < 10; i++) {
      serve("/hop" + i, 302, Map.of("Location", "/hop" + (i + 1)), new byte[0]);
    }
    serve("/hop10", 200, Map.of(), bytes(CALENDAR));
    assertThat(text(fetch(here("/hop5")))).isEqualTo(CALENDAR);
    assertThat(fetch(here("/hop4"))).isEqualTo(failed(FetchFailure.TOO_MANY_REDIRECTS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost./",
        "http://inside.example/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest",
        "//10.0.0.1/a"
      })
  void aRedirectDoesNotLeadInside(String location) {
    addresses.put("localhost.", List.of("127.0.0.1"));
    addresses.put("127.0.0.1", List.of("127.0.0.1"));
    addresses.put("10.0.0.1", List.of("10.0.0.1"));
    addresses.put("169.254.169.254", List.of("169.254.169.254"));
    addresses.put("::1", List.of("::1"));
    addresses.put("inside.example", List.of("192.168.1.7"));
    serve("/out", 302, Map.of("Location", location), new byte[0]);
    assertThat(fetch(here("/out"))).isEqualTo(failed(FetchFailure.INSIDE));
  }

  @Test
  void aRedirectToAnotherSchemeIsRefused() {
    serve("/file", 302, Map.of("Location", "file:///etc/passwd"), new byte[0]);
    serve("/ftp", 302, Map.of("Location", "ftp://calendar.example/"), new byte[0]);
    serve("/port", 302, Map.of("Location", "http://calendar.example:25/"), new byte[0]);
    assertThat(fetch(here("/file"))).isEqualTo(failed(FetchFailure.OTHER_SCHEME));
    assertThat(fetch(here("/ftp"))).isEqualTo(failed(FetchFailure.OTHER_SCHEME));
    assertThat(fetch(here("/port"))).isEqualTo(failed(FetchFailure.OTHER_PORT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://1.2.3.4.5/"
      })
  void aNumberThatMeansSeveralAddressesIsRefused(String address) {
    assertThat(fetch(address)).isEqualTo(failed(FetchFailure.NOT_AN_ADDRESS));
    assertThat(looked).isEmpty();
  }

  @Test
  void oneAddressInsideAmongSeveralIsEnough() {
    addresses.put("mixed.example", List.of("93.184.216.34", "10.0.0.1"));
    assertThat(fetch("https://mixed.example/")).isEqualTo(failed(FetchFailure.INSIDE));
  }

  /** The name is asked for once; what it says the second time is of no interest. */
  @Test
  void aNameThatChangesBetweenTheLookAndTheConnectionDoesNotLeadInside() {
    serve("/a.ics", 200, Map.of(), bytes(CALENDAR));
    List<String> answers = new ArrayList<>(List.of("127.0.0.1"));
    CalendarFetcher changing =
        CalendarFetcher.create(
            Set.of(new InnerServer("calendar.example", port())),
            host -> new InetAddress[] {InetAddress.getByName(answers.remove(0))},
            new OkHttpClient.Builder());
    assertThat(text(changing.fetch(URI.create(here("/a.ics")), Optional.empty())))
        .isEqualTo(CALENDAR);
    assertThat(answers).isEmpty();
  }

  @Test
  void anAllowedServerIsAllowedAtItsPortAlone() {
    assertThat(fetch("http://calendar.example/")).isEqualTo(failed(FetchFailure.INSIDE));
    assertThat(fetch("http://calendar.example:" + (port() == 81 ? 82 : 81) + "/"))
        .isEqualTo(failed(FetchFailure.OTHER_PORT));
    addresses.put("127.0.0.1", List.of("127.0.0.1"));
    assertThat(fetch("http://127.0.0.1:" + port() + "/a.ics"))
        .isEqualTo(failed(FetchFailure.OTHER_PORT));
  }

  @Test
  void eachMistakeHasItsReason() {
    assertThat(fetch("ftp://calendar.example/")).isEqualTo(failed(FetchFailure.OTHER_SCHEME));
    assertThat(fetch("/etc/passwd")).isEqualTo(failed(FetchFailure.OTHER_SCHEME));
    assertThat(fetch("https://ada:secret@calendar.example/"))
        .isEqualTo(failed(FetchFailure.CREDENTIALS));
    assertThat(fetch("https://nowhere.example/")).isEqualTo(failed(FetchFailure.UNKNOWN_HOST));
    for (int code : new int[] {401, 403, 404, 410, 500, 204}) {
      serve("/" + code, code, Map.of(), new byte[0]);
    }
    assertThat(fetch(here("/401"))).isEqualTo(failed(FetchFailure.FORBIDDEN));
    assertThat(fetch(here("/403"))).isEqualTo(failed(FetchFailure.FORBIDDEN));
    assertThat(fetch(here("/404"))).isEqualTo(failed(FetchFailure.NOT_FOUND));
    assertThat(fetch(here("/410"))).isEqualTo(failed(FetchFailure.NOT_FOUND));
    assertThat(fetch(here("/500"))).isEqualTo(failed(FetchFailure.SERVER_ERROR));
    assertThat(fetch(here("/204"))).isEqualTo(failed(FetchFailure.SERVER_ERROR));
    server.stop(0);
    assertThat(fetch(here("/gone"))).isEqualTo(failed(FetchFailure.UNREACHABLE));
  }

  @Test
  void theCertificateIsThatOfTheNameThoughTheAddressIsChosen(@TempDir Path directory)
      throws Exception {
    KeyStore keys = certificate(directory, "calendar.example");
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    X509TrustManager trusted =
        Arrays.stream(trust.getTrustManagers())
            .map(X509TrustManager.class::cast)
            .findFirst()
            .orElseThrow();
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManagerFactory manager =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    manager.init(keys, "changeit".toCharArray());
    context.init(manager.getKeyManagers(), new X509TrustManager[] {trusted}, null);
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context));
    secure.createContext("/", exchange -> send(exchange, 200, bytes(CALENDAR)));
    secure.createContext(
        "/down",
        exchange -> {
          exchange.getResponseHeaders().add("Location", here("/a.ics"));
          send(exchange, 302, new byte[0]);
        });
    secure.start();
    try {
      int port = secure.getAddress().getPort();
      CalendarFetcher strict = fetcher(new OkHttpClient.Builder(), port);
      URI address = URI.create("webcal://calendar.example:" + port + "/a.ics");
      assertThat(strict.fetch(address, Optional.empty()))
          .isEqualTo(failed(FetchFailure.NOT_TRUSTED));
      OkHttpClient.Builder trusting =
          new OkHttpClient.Builder().sslSocketFactory(context.getSocketFactory(), trusted);
      assertThat(text(fetcher(trusting, port).fetch(address, Optional.empty())))
          .isEqualTo(CALENDAR);
      URI down = URI.create("https://calendar.example:" + port + "/down");
      assertThat(fetcher(trusting, port).fetch(down, Optional.empty()))
          .isEqualTo(failed(FetchFailure.LESS_SECURE));
      addresses.put("other.example", List.of("127.0.0.1"));
      CalendarFetcher other =
          CalendarFetcher.create(
              Set.of(new InnerServer("other.example", port)), this::resolve, trusting);
      assertThat(
              other.fetch(URI.create("https://other.example:" + port + "/a.ics"), Optional.empty()))
          .isEqualTo(failed(FetchFailure.NOT_TRUSTED));
    } finally {
      secure.stop(0);
    }
  }

  private static KeyStore certificate(Path directory, String name)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path file = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-validity",
                "10000",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, "changeit".toCharArray());
    }
    return keys;
  }
}
