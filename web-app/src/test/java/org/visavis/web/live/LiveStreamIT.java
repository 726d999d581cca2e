package org.visavis.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.Eventually;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

@PortalTest
class LiveStreamIT {

  private static final String CHIARA = "chiara.bellini";
  private static final int READERS = 100;
  private static final int CHANGES = 200;

  private final List<AutoCloseable> open = new ArrayList<>();
  private ApiClient chiara;
  private PortalServer portal;

  @BeforeEach
  void signIn(PortalServer portal) {
    this.portal = portal;
    chiara = ApiClient.of(portal, CHIARA);
    set("available");
  }

  @AfterEach
  void leaveAsFound() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    rule("by-load");
    set("available");
  }

  @Test
  void theStreamBeginsWithEverybodyWhoIsShown() {
    EventStream stream = opened("/api/v1/presence");

    assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
    assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
    assertThat(stream.shown()).contains(CHIARA).doesNotContain("bjoern.grosskopf");
    assertThat(stream.status(CHIARA)).isEqualTo("available");
    assertThat(stream.person("bjoern.grosskopf").size()).isZero();
  }

  @Test
  void aStreamOfADepartmentHasItsPeopleAlone() {
    EventStream stream = opened("/api/v1/presence?department=contracts");

    assertThat(stream.shown()).contains(CHIARA).doesNotContain("jonas.meier");
  }

  @Test
  void aChangeArrivesWithinASecond() {
    EventStream stream = opened("/api/v1/presence");

    set("away");

    Eventually.holds(
        "the change", Duration.ofSeconds(1), () -> stream.status(CHIARA).equals("away"));
  }

  @Test
  void aChangeReachesAnOpenPageWithinASecond(BrowserContext browser) {
    Page page = browser.newPage();
    page.navigate(portal.uri("/en/people/" + CHIARA).toString());
    Locator status = page.locator(".person .status").first();
    assertThat(status).hasAttribute("data-status", "available");
    page.evaluate("window.sameDocument = true");
    // The stream is open once a first change has come through.
    set("busy");
    assertThat(status).hasAttribute("data-status", "busy");

    set("away");

    assertThat(status)
        .hasAttribute(
            "data-status", "away", new LocatorAssertions.HasAttributeOptions().setTimeout(1_000));
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
  }

  @Test
  void oneClientThatNeverReadsDelaysNobody() throws Exception {
    Socket stuck = neverReading();
    for (int i = 0; i < READERS; i++) {
      opened("/api/v1/presence");
    }

    for (int i = 0; i < CHANGES; i++) {
      set(i % 2 == 0 ? "busy" : "away", "change " + i);
    }

    long start = System.nanoTime();
    String last = "change " + (CHANGES - 1);
    for (AutoCloseable each : open) {
      if (each instanceof EventStream stream) {
        stream.await(
            last,
            () ->
                stream
                    .person(CHIARA)
                    .getAsJsonObject("status")
                    .get("note")
                    .getAsString()
                    .equals(last));
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(stuck.isConnected()).isTrue();
  }

  @Test
  void aClientResumesFromTheRevisionThatItHasSeen() {
    EventStream first = opened("/api/v1/presence");
    set("away");
    first.await("the change", () -> first.status(CHIARA).equals("away"));
    String seen = first.lastId();
    first.close();
    set("busy");

    EventStream second = EventStream.open(portal.uri("/api/v1/presence"), seen);
    open.add(second);

    second.await("what was missed", () -> second.status(CHIARA).equals("busy"));
    assertThat(second.lines()).noneMatch(line -> line.startsWith("event: shown"));
    assertThat(Long.parseLong(second.lastId())).isGreaterThan(Long.parseLong(seen));
  }

  @Test
  void aRevisionOfAnotherLifeBeginsAnew() {
    for (String other : List.of("1", "9223372036854775807", "no number")) {
      EventStream stream = EventStream.open(portal.uri("/api/v1/presence"), other);
      open.add(stream);

      stream.await("the whole state", () -> stream.shown().contains(CHIARA));
    }
  }

  @Test
  void somebodyWhoHidesLeavesTheStreamWithoutAReason() {
    EventStream stream = opened("/api/v1/presence");

    rule("hidden");

    stream.await("that she leaves", () -> !stream.person(CHIARA).get("shown").getAsBoolean());
    assertThat(stream.person(CHIARA)).hasToString("{\"id\":\"" + CHIARA + "\",\"shown\":false}");
    assertThat(opened("/api/v1/presence").shown()).doesNotContain(CHIARA);
  }

  @Test
  void anUnknownDepartmentIsAProblem() {
    ApiClient anybody = ApiClient.of(portal);

    assertThat(anybody.get("/presence?department=nothing").status()).isEqualTo(404);
    assertThat(anybody.get("/presence?department=%00").status()).isBetween(400, 404);
    assertThat(anybody.post("/presence", "{}").status()).isEqualTo(405);
  }

  private EventStream opened(String path) {
    EventStream stream = EventStream.openFully(portal.uri(path));
    open.add(stream);
    return stream;
  }

  /** Its window is full soon, because nobody takes anything out of it. */
  private Socket neverReading() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1);
    socket.connect(new InetSocketAddress("localhost", portal.uri("").getPort()));
    socket
        .getOutputStream()
        .write(
            "GET /api/v1/presence HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    open.add(socket);
    return socket;
  }

  private void set(String code) {
    set(code, "");
  }

  private void set(String code, String note) {
    String until = OffsetDateTime.now(ZoneOffset.UTC).plusHours(7).toString();
    ApiClient.Answer answer =
        chiara.put(
            "/me/status",
            """
            {"code": "%s", "until": "%s", "note": "%s"}"""
                .formatted(code, until, note));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }

  private void rule(String mode) {
    ApiClient.Answer answer =
        chiara.put(
            "/me/appearance",
            """
            {"mode": "%s", "hideAt": 5, "showAgainAt": 3, "atLimit": "waitlist-only"}"""
                .formatted(mode));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }
}
