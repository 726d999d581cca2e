package org.visavis.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.visavis.directory.Attribute;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Presence;

/**
 * Knocks at every public door of the portal. Who is hidden or has left answers exactly as somebody
 * who was removed, and who withholds something as somebody who does not have it: status, headers
 * (entity tags among them) and body, byte by byte.
 */
@ExtendWith(ArquillianExtension.class)
class HiddenPeopleLeaveNoTraceIT {

  private static final EmployeeId ZOE = EmployeeId.of("no-trace-1");
  private static final EmployeeId BEN = EmployeeId.of("no-trace-2");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The clock of a page. */
  private static final Pattern CLOCK = Pattern.compile("<time data-clock[^>]*>[^<]*</time>");

  @Inject Directory directory;
  @Inject Presence presence;
  @Inject Transactions transactions;
  @Inject Clock clock;
  @Inject Config config;

  private final Portrait portrait =
      Portrait.of(
          List.of(
              PortraitImage.of(96, "image/webp", "only Zoë's".getBytes(StandardCharsets.UTF_8))));

  /** Its addresses begin at the root, as those of the delivered portal do. */
  @Deployment
  static WebArchive portal() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/visavis.war"))
        .addAsWebInfResource(
            new StringAsset(
                """
                <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.0">
                  <context-root uri="/"/>
                </web-ext>
                """),
            "ibm-web-ext.xml")
        .addClass(HiddenPeopleLeaveNoTraceIT.class)
        .addAsLibraries(
            new File(
                org.assertj.core.api.Assertions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath()));
  }

  @BeforeEach
  void found() {
    transactions.run(
        () -> {
          directory.saveDepartments(List.of(Department.named("Traces")));
          directory.saveTopics(List.of(Topic.named("Footprints")));
          directory.save(disclosed(Employee.named(BEN, "Ben", "Quast")).build());
        });
    save(zoe().build());
    assertThat(get("/api/v1/people/" + ZOE)).contains("Xylander").startsWith("200");
    assertThat(get("/portraits/" + portrait.id() + "/96")).startsWith("200");
  }

  @AfterEach
  void clean() {
    transactions.run(() -> directory.remove(ZOE));
    transactions.run(() -> directory.remove(BEN));
  }

  private Employee.Builder disclosed(Employee.Builder person) {
    return person
        .departments(List.of(DepartmentId.of("traces")))
        .topics(List.of(TopicId.of("footprints")))
        .channel(Channel.MESSAGE)
        .consents(Consents.toEverybody(clock.instant(), Basis.ofThePerson()));
  }

  private Employee.Builder zoe() {
    return disclosed(Employee.named(ZOE, "Zoë", "Xylander"))
        .title(Label.of("Tracker"))
        .formOfAddress("Dr.")
        .pronouns(Label.of("they"))
        .languages(List.of(Locale.FRENCH))
        .mail("zx@xylander.example")
        .office(Label.of("Turm 3"))
        .about(Label.prose("Builds rockets"))
        .channel(Channel.PHONE, URI.create("tel:+49-89-99998101"))
        .channel(Channel.CALLBACK, URI.create("tel:+49-151-23456789"))
        .links(List.of(new Link(URI.create("https://xylander.example/"), "homepage")))
        .portrait(portrait.id());
  }

  private void save(Employee employee) {
    transactions.run(
        () -> {
          employee.portrait().ifPresent(id -> directory.keepPortrait(portrait));
          directory.save(employee);
        });
  }

  @Test
  void whoIsHiddenLooksLikeSomebodyWhoDoesNotExist() {
    transactions.run(() -> presence.setRule(ZOE, Audience.PUBLIC, AppearanceRule.hidden()));
    Map<String, String> hidden = knockEverywhere();
    knockForRoom(hidden);
    transactions.run(() -> directory.remove(ZOE));

    assertSame(hidden, true);
  }

  @Test
  void whoHasLeftLooksLikeSomebodyWhoDoesNotExist() {
    save(zoe().leavesOn(LocalDate.now(clock).minusDays(2)).build());
    Map<String, String> left = knockEverywhere();
    knockForRoom(left);
    transactions.run(() -> directory.remove(ZOE));

    assertSame(left, true);
  }

  @Test
  void whatNobodyHasAgreedToPublishLooksLikeNothing() {
    save(zoe().consents(Consents.none()).build());
    Map<String, String> unpublished = knockEverywhere();
    save(bareZoe());

    assertSame(unpublished, false);
  }

  @Test
  void whatIsWithdrawnLooksLikeNothingFromThatMomentOn() {
    for (Attribute attribute : Attribute.values()) {
      transactions.run(
          () ->
              directory.change(
                  ZOE,
                  zoe ->
                      zoe.toBuilder()
                          .consents(zoe.consents().withdrawn(attribute, clock.instant()))
                          .build()));
    }
    Map<String, String> withdrawn = knockEverywhere();
    assertThat(withdrawn.get("/portraits/" + portrait.id() + "/96")).startsWith("404");
    save(bareZoe());

    assertSame(withdrawn, false);
  }

  private void assertSame(Map<String, String> before, boolean gone) {
    Map<String, String> after = knockEverywhere();
    if (gone) {
      knockForRoom(after);
    }
    assertThat(before).hasSizeGreaterThan(50).hasSameSizeAs(after);
    before.forEach(
        (address, answer) -> assertThat(answer).as(address).isEqualTo(after.get(address)));
  }

  /** Asks for what only somebody who is shown can give. */
  private void knockForRoom(Map<String, String> answers) {
    answers.put("lease", post("/api/v1/leases", "{\"employee\":\"%s\",\"channel\":\"message\"}"));
    for (String otherwise : List.of("ask", "wait", "colleague")) {
      answers.put(
          "request, or " + otherwise,
          post(
              "/api/v1/requests",
              """
              {"employee": "%s", "channel": "message", "subject": "Trace?", "message": "Hello",
               "ifUnavailable": "OTHERWISE", "customer": {"name": "Kim", "email": "kim@example.org"}}"""
                  .replace("OTHERWISE", otherwise)));
    }
  }

  private String post(String address, String json) {
    return send(
        HttpRequest.newBuilder(at(address))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json.formatted(ZOE)))
            .build());
  }

  private Employee bareZoe() {
    return Employee.named(ZOE, "Zoë", "")
        .title(Label.of("Tracker"))
        .departments(List.of(DepartmentId.of("traces")))
        .topics(List.of(TopicId.of("footprints")))
        .channel(Channel.MESSAGE)
        .channel(Channel.PHONE)
        .channel(Channel.CALLBACK)
        .title(Label.of("Tracker"))
        .build();
  }

  /** Every address that anybody may ask, with every word that only Zoë brings in. */
  private Map<String, String> knockEverywhere() {
    List<String> addresses = new ArrayList<>(List.of("/", "/portraits/" + portrait.id() + "/96"));
    for (String word :
        List.of("Xylander", "xylandr", "zoe", "Zo", "they", "rockets", "Turm", "99998101", "zx")) {
      addresses.add("/en/people?q=" + word);
      addresses.add("/api/v1/people?q=" + word);
      addresses.add("/api/v1/suggestions?q=" + word);
    }
    for (String filter :
        List.of(
            "",
            "?department=traces",
            "?topic=footprints",
            "?language=fr",
            "?channel=phone",
            "?channel=message",
            "?open=true",
            "?limit=1")) {
      addresses.add("/api/v1/people" + filter);
      addresses.add("/en/people" + filter);
    }
    for (String language : List.of("de", "en")) {
      addresses.add("/" + language);
      addresses.add("/" + language + "/people/" + ZOE);
      addresses.add("/" + language + "/people/" + BEN);
      addresses.add("/" + language + "/request/" + ZOE);
      addresses.add("/" + language + "/request/" + ZOE + "/message");
    }
    for (String end : List.of("", "/card.vcf", "/card.json", "/slots", "/portrait")) {
      addresses.add("/api/v1/people/" + ZOE + end);
    }
    addresses.add("/api/v1/departments");
    Map<String, String> answers = new LinkedHashMap<>();
    addresses.forEach(address -> answers.put(address, get(address)));
    answers.put("stream", stream());
    return answers;
  }

  private String get(String address) {
    return send(HttpRequest.newBuilder(at(address)).GET().build());
  }

  private URI at(String address) {
    return URI.create(config.getValue("VISAVIS_BASE_URL", String.class) + address);
  }

  /** Answers status, headers and body as one text. */
  private static String send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
      Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
      headers.remove("date");
      // A page says what the time is: its length follows from the body, which is compared.
      headers.remove("content-length");
      String body = new String(response.body(), StandardCharsets.UTF_8);
      return response.statusCode() + " " + headers + "\n" + CLOCK.matcher(body).replaceAll("");
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** What a new watcher is told, without the revisions, which count every change of anybody. */
  private String stream() {
    try {
      HttpRequest request = HttpRequest.newBuilder(at("/api/v1/presence")).build();
      try (InputStream body = HTTP.send(request, BodyHandlers.ofInputStream()).body();
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        List<String> lines = new ArrayList<>();
        boolean shown = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (!line.startsWith("id:")) {
            lines.add(line);
          }
          shown |= line.equals("event: shown");
          if (shown && line.startsWith("data:")) {
            break;
          }
        }
        return String.join("\n", lines);
      }
    } catch (IOException e) {
      throw new AssertionError("/api/v1/presence", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
