package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;

/** Calendars, fetched from a real server on loopback that this portal is allowed to ask. */
class OwnCalendarsApiIT {

  private static final String TITLE = "Zahnarzt Zwickau";
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final AtomicInteger FETCHES = new AtomicInteger();
  private static final AtomicInteger UNCHANGED = new AtomicInteger();
  private static HttpServer source;
  private static PortalServer portal;
  private static volatile String calendar = "";
  private static volatile int status = 200;

  private static Iterator<String> people;

  /** Each test has a person of its own, because a person reads ten times a minute at most. */
  private ApiClient me;

  private String name;

  @BeforeAll
  static void start() throws IOException {
    source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    source.createContext("/", OwnCalendarsApiIT::serve);
    source.start();
    portal = PortalServer.named("calendars").demo();
    Path more = logs().resolveSibling("configDropins/overrides/trace.xml");
    Files.createDirectories(more.getParent());
    Files.writeString(
        more,
        """
        <server>
          <logging traceSpecification="org.visavis.*=all:okhttp3.*=all:org.dmfs.*=all:\
        com.github.kagkarlsson.*=all:org.eclipse.persistence.*=all:eclipselink.*=all"/>
        </server>
        """);
    portal.with("VISAVIS_CALENDAR_SERVERS", "localhost:" + source.getAddress().getPort()).start();
    List<String> shown = new ArrayList<>();
    ApiClient.of(portal)
        .get("/people?limit=100")
        .json()
        .getAsJsonArray("people")
        .forEach(person -> shown.add(person.getAsJsonObject().get("id").getAsString()));
    people = shown.iterator();
  }

  @AfterAll
  static void stop() {
    portal.close();
    source.stop(0);
  }

  private static Path logs() {
    return portal.dataFolder().resolveSibling("servers/visavis/logs");
  }

  private static void serve(HttpExchange exchange) throws IOException {
    FETCHES.incrementAndGet();
    byte[] body = calendar.getBytes(StandardCharsets.UTF_8);
    String tag = "\"" + calendar.hashCode() + "\"";
    exchange.getResponseHeaders().add("ETag", tag);
    if (status == 200 && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      UNCHANGED.incrementAndGet();
      exchange.sendResponseHeaders(304, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @BeforeEach
  void signIn() {
    name = people.next();
    me = ApiClient.of(portal, name);
    me.put("/me/appearance", "{\"mode\": \"always\"}");
    me.delete("/me/status");
    status = 200;
    calendar = busyNow(TITLE);
  }

  private static String busyNow(String title) {
    Instant now = Instant.now();
    return String.join(
        "\r\n",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Visavis//Test//EN",
        "BEGIN:VEVENT",
        "UID:1@example.org",
        "DTSTAMP:" + UTC.format(now),
        "DTSTART:" + UTC.format(now.minus(1, ChronoUnit.HOURS)),
        "DTEND:" + UTC.format(now.plus(2, ChronoUnit.HOURS)),
        "SUMMARY:" + title,
        "LOCATION:" + title + " location",
        "DESCRIPTION:" + title + " description",
        "END:VEVENT",
        "END:VCALENDAR",
        "");
  }

  private static String address() {
    return "http://localhost:" + source.getAddress().getPort() + "/private-9c1f.ics";
  }

  private Answer add(String address, String rules) {
    return me.once(ApiClient.newKey())
        .post(
            "/me/calendars",
            """
            {"name": "Team", "address": "%s", "rules": [%s]}\
            """
                .formatted(address, rules));
  }

  private JsonObject decider() {
    for (var source : me.get("/me/explanation").json().getAsJsonArray("sources")) {
      if (source.getAsJsonObject().get("standing").getAsString().equals("decides")) {
        return source.getAsJsonObject();
      }
    }
    throw new AssertionError(me.get("/me/explanation"));
  }

  @Test
  void aCalendarIsFetchedAndDecides() {
    Answer added = add(address(), "");

    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    assertThat(added.text("standing")).isEqualTo("fresh");
    assertThat(added.json().get("error").isJsonNull()).isTrue();
    assertThat(added.json().get("busyTimes").getAsInt()).isEqualTo(1);
    assertThat(decider().get("kind").getAsString()).isEqualTo("calendar");
    assertThat(decider().get("says").getAsString()).isEqualTo("busy");
    assertThat(decider().get("text").getAsString()).contains("Team");
  }

  @Test
  void rulesMakeAStatusOfATitleWithoutKeepingIt() {
    String rule = "{\"contains\": \"zahnarzt\", \"status\": \"off-duty\"}";
    String id = add(address(), "").text("id");

    Answer ruled =
        me.put(
            "/me/calendars/" + id,
            """
            {"name": "Team", "address": "%s", "rules": [%s]}\
            """
                .formatted(address(), rule));

    assertThat(ruled.status()).as(ruled.toString()).isEqualTo(200);
    assertThat(decider().get("says").getAsString()).isEqualTo("off-duty");
    Answer times = me.get("/me/calendars/" + id + "/times");
    assertThat(times.json().getAsJsonArray("times")).hasSize(1);
    assertThat(times.body()).contains("off-duty").doesNotContain("Zahnarzt");
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    String id = add(address(), "").text("id");
    int before = UNCHANGED.get();

    Answer again = me.post("/me/calendars/" + id + "/refresh", "");

    assertThat(again.text("standing")).isEqualTo("fresh");
    assertThat(UNCHANGED.get()).isEqualTo(before + 1);
    assertThat(decider().get("kind").getAsString()).isEqualTo("calendar");
  }

  @Test
  void aFailureIsToldAsAReasonAndWhatWasReadGoesOnCounting() {
    String id = add(address(), "").text("id");
    status = 404;

    Answer failed = me.post("/me/calendars/" + id + "/refresh", "");

    assertThat(failed.text("error", "code")).isEqualTo("not-found");
    assertThat(failed.text("error", "detail")).isNotEmpty().doesNotContain("calendar.error");
    assertThat(failed.text("standing")).isEqualTo("fresh");
    assertThat(failed.json().get("busyTimes").getAsInt()).isEqualTo(1);
  }

  @Test
  void addressesInsideAreNotFetched() {
    int before = FETCHES.get();
    for (String inside :
        List.of(
            "http://127.0.0.1/x.ics",
            "http://[::1]/x.ics",
            "http://[::ffff:10.0.0.1]/x.ics",
            "http://192.168.1.1/x.ics",
            "http://169.254.169.254/latest")) {
      Answer refused = add(inside, "");
      assertThat(refused.status()).as(inside + refused).isEqualTo(422);
      assertThat(refused.text("type")).isEqualTo("urn:visavis:problem:calendar-inside");
      assertThat(refused.text("detail")).contains("inside your own network");
    }
    assertThat(add("file:///etc/passwd", "").text("type")).endsWith("calendar-other-scheme");
    assertThat(me.get("/me/calendars").json().getAsJsonArray("calendars")).isEmpty();
    assertThat(FETCHES.get()).isEqualTo(before);
  }

  @Test
  void aFileIsUploaded() {
    Answer added = me.once(ApiClient.newKey()).post("/me/calendars", "{\"name\": \"Uploaded\"}");
    assertThat(added.text("standing")).isEqualTo("unread");
    String path = "/me/calendars/" + added.text("id") + "/file";

    Answer read = me.send("PUT", path, "text/calendar", busyNow(TITLE));

    assertThat(read.status()).as(read.toString()).isEqualTo(200);
    assertThat(decider().get("says").getAsString()).isEqualTo("busy");
    Answer page = me.send("PUT", path, "text/calendar", "<html>");
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.text("type")).endsWith("calendar-not-a-calendar");
    assertThat(me.send("PUT", path, "text/calendar", "x".repeat(3_000_000)).status())
        .isEqualTo(422);
    assertThat(decider().get("says").getAsString()).isEqualTo("busy");
    assertThat(me.post("/me/calendars/" + added.text("id") + "/refresh", "").status())
        .isEqualTo(404);
  }

  @Test
  void aRepeatedPostBringsOneCalendarIn() {
    String key = ApiClient.newKey();
    String wish = "{\"name\": \"Once\"}";

    Answer once = me.once(key).post("/me/calendars", wish);

    assertThat(me.once(key).post("/me/calendars", wish).body()).isEqualTo(once.body());
    assertThat(me.once(key).post("/me/calendars", "{\"name\": \"Other\"}").status()).isEqualTo(422);
    assertThat(me.get("/me/calendars").json().getAsJsonArray("calendars")).hasSize(1);
  }

  @Test
  void nobodyMakesThePortalFetchWithoutEnd() {
    ApiClient other = ApiClient.of(portal, people.next());
    String id =
        other
            .once(ApiClient.newKey())
            .post("/me/calendars", "{\"name\": \"T\", \"address\": \"" + address() + "\"}")
            .text("id");
    Answer last = null;
    for (int i = 0; i < 15; i++) {
      last = other.post("/me/calendars/" + id + "/refresh", "");
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
  }

  @Test
  void aCalendarBelongsToOnePersonAlone() {
    String id = add(address(), "").text("id");
    ApiClient other = ApiClient.of(portal, people.next());

    assertThat(other.get("/me/calendars/" + id + "/times").status()).isEqualTo(404);
    assertThat(other.put("/me/calendars/" + id, "{\"name\": \"Mine\"}").status()).isEqualTo(404);
    assertThat(other.delete("/me/calendars/" + id).status()).isEqualTo(204);
    assertThat(me.get("/me/calendars").json().getAsJsonArray("calendars")).hasSize(1);
  }

  @Test
  void noTitleSurvivesAnywhere() throws IOException {
    String title = "Kündigungsgespräch Xaver 4711";
    calendar = busyNow(title);
    String id = add(address(), "{\"contains\": \"4711\", \"status\": \"busy\"}").text("id");
    assertThat(me.get("/me/calendars/" + id + "/times").body()).contains("busy");

    assertThat(everything()).contains(name).doesNotContain("ndigungsgespr", "Xaver");
  }

  /** What the API tells, what the database wrote and what the server logged. */
  private String everything() throws IOException {
    StringBuilder all = new StringBuilder(portal.console());
    for (String path :
        List.of("/me/calendars", "/me/explanation", "/me/preview", "/me/record", "/me/status")) {
      all.append(me.get(path).body());
    }
    all.append(ApiClient.of(portal).get("/people/" + name).body());
    for (Path folder : List.of(portal.dataFolder(), logs())) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }

  @Test
  void busyTimesArePublishedByThosePeopleAloneWhoSaySo() {
    ApiClient anybody = ApiClient.of(portal);
    add(address(), "");
    me.put("/me/consents", "{\"calendar\": \"nobody\"}");
    Answer unknown = anybody.get("/people/no.body/freebusy.ics");
    Answer unpublished = anybody.get("/people/" + name + "/freebusy.ics");
    assertThat(unpublished.status()).isEqualTo(404);
    assertThat(unpublished.body()).isEqualTo(unknown.body());

    me.put("/me/consents", "{\"calendar\": \"public\"}");

    Answer published = anybody.get("/people/" + name + "/freebusy.ics");
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    assertThat(published.header("Content-Type")).startsWith("text/calendar");
    assertThat(published.body())
        .contains("BEGIN:VFREEBUSY", "FBTYPE=BUSY:")
        .doesNotContain("Zahnarzt", "SUMMARY");
    me.put("/me/consents", "{\"calendar\": \"nobody\"}");
    assertThat(anybody.get("/people/" + name + "/freebusy.ics").body()).isEqualTo(unknown.body());
  }

  @Test
  void presenceIsToldToPrograms() {
    ApiClient anybody = ApiClient.of(portal);
    add(address(), "");

    Answer document = anybody.get("/people/" + name + "/presence.xml");

    assertThat(document.status()).as(document.toString()).isEqualTo(200);
    assertThat(document.header("Content-Type")).startsWith("application/pidf+xml");
    assertThat(document.body()).contains("busy", "<tuple").doesNotContain("Zahnarzt");
    me.put("/me/appearance", "{\"mode\": \"hidden\"}");
    assertThat(anybody.get("/people/" + name + "/presence.xml").body())
        .isEqualTo(anybody.get("/people/no.body/presence.xml").body());
  }
}
