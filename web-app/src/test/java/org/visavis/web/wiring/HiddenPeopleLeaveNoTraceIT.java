package org.visavis.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.visavis.directory.Handles;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Presence;
import org.visavis.routing.DutyAnswer;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.DutyRota;
import org.visavis.routing.RequestToken;

/**
 * Knocks at every public door of the portal, as the server itself lists them. Who is hidden or has
 * left answers exactly as somebody who was removed, and who withholds something as somebody who
 * does not have it: status, headers (entity tags among them) and body, byte by byte.
 */
@ExtendWith(ArquillianExtension.class)
class HiddenPeopleLeaveNoTraceIT {

  private static final EmployeeId ZOE = EmployeeId.of("no-trace-1");
  private static final EmployeeId BEN = EmployeeId.of("no-trace-2");
  private static final EmployeeId NOBODY = EmployeeId.of("no-trace-3");

  /** What nobody has to sign in for, and yet shows no person who has not been reached before. */
  private static final Map<String, String> NOT_KNOCKED_AT =
      Map.ofEntries(
          Map.entry("/error", "is asked by the server alone"),
          Map.entry("/openapi", "describes the API"),
          Map.entry("/de/sign-in", "asks for a password"),
          Map.entry("/en/sign-in", "asks for a password"),
          Map.entry("/de/sign-out", "ends a session"),
          Map.entry("/en/sign-out", "ends a session"),
          Map.entry("/de/welcome/*", "asks for the code of an invitation"),
          Map.entry("/en/welcome/*", "asks for the code of an invitation"),
          Map.entry("/de/demo/mail/*", "is the demonstration's"),
          Map.entry("/en/demo/mail/*", "is the demonstration's"),
          Map.entry("/de/requests/*", "asks for the secret of a request"),
          Map.entry("/en/requests/*", "asks for the secret of a request"),
          Map.entry(
              "/de/waitlist/*", "asks for the secret of an entry, and its form is knocked at"),
          Map.entry(
              "/en/waitlist/*", "asks for the secret of an entry, and its form is knocked at"),
          Map.entry("POST /api/v1/tokens", "asks for a password"),
          Map.entry("DELETE /api/v1/leases/{lease}", "answers the same always"),
          Map.entry("GET /api/v1/requests/{token}", "asks for the secret of a request"),
          Map.entry(
              "GET /api/v1/requests/{token}/relationship", "asks for the secret of a request"),
          Map.entry(
              "DELETE /api/v1/requests/{token}/relationship", "asks for the secret of a request"),
          Map.entry("/de/departments/*", "asks for a department on duty, not for a person"),
          Map.entry("/en/departments/*", "asks for a department on duty, not for a person"),
          Map.entry("POST /api/v1/department-requests", "asks for a department, not for a person"),
          Map.entry("GET /api/v1/department-requests/{token}", "asks for the secret of a request"),
          Map.entry(
              "DELETE /api/v1/department-requests/{token}", "asks for the secret of a request"),
          Map.entry("POST /api/v1/requests/{token}/messages", "asks for the secret of a request"),
          Map.entry(
              "POST /api/v1/requests/{token}/appointment", "asks for the secret of a request"),
          Map.entry("POST /api/v1/requests/{token}/choose", "asks for the secret of a request"),
          Map.entry("POST /api/v1/requests/{token}/withdraw", "asks for the secret of a request"),
          Map.entry("POST /api/v1/requests/{token}/feedback", "asks for the secret of a request"),
          Map.entry("POST /api/v1/requests/{token}/reopen", "asks for the secret of a request"));

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Pattern TAG = Pattern.compile("etag=\\[([^\\]]*)\\]");

  /** Each form has a key of its own, which says nothing of anybody. */
  private static final Pattern VISIT = Pattern.compile("name=\"visit\" value=\"[0-9a-f-]{36}\"");

  /** The clock of a page. */
  private static final Pattern CLOCK = Pattern.compile("<time data-clock[^>]*>[^<]*</time>");

  @Inject Directory directory;
  @Inject Presence presence;
  @Inject DutyRota rota;
  @Inject Transactions transactions;
  @Inject Clock clock;
  @Inject Config config;
  @Inject Handles handles;
  @Inject ServletContext server;
  @Inject BeanManager beans;

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
    Map<String, String> hidden = knockWith(ZOE.value());
    transactions.run(() -> directory.remove(ZOE));

    assertSame(hidden, knockWith(ZOE.value()));
  }

  @Test
  void aDepartmentOnDutyOfHiddenPeopleLooksLikeOneWhereNobodyWorks() {
    transactions.run(() -> rota.setOnDuty(DepartmentId.of("traces"), true));
    transactions.run(() -> presence.setRule(ZOE, Audience.PUBLIC, AppearanceRule.hidden()));
    transactions.run(() -> presence.setRule(BEN, Audience.PUBLIC, AppearanceRule.hidden()));
    Map<String, String> hidden = knockAtTheDepartment();
    assertThat(hidden.get("/en/departments/traces")).startsWith("200");
    transactions.run(() -> directory.remove(ZOE));
    transactions.run(() -> directory.remove(BEN));
    Map<String, String> empty = knockAtTheDepartment();
    transactions.run(() -> rota.setOnDuty(DepartmentId.of("traces"), false));

    assertThat(empty).isEqualTo(hidden);
  }

  @Test
  void whoeverTakesARequestToTheDepartmentOnIsKnownToTheCustomerAlone() {
    transactions.run(() -> rota.setOnDuty(DepartmentId.of("traces"), true));
    transactions.run(() -> presence.setRule(ZOE, Audience.PUBLIC, AppearanceRule.hidden()));
    transactions.run(() -> presence.setRule(BEN, Audience.PUBLIC, AppearanceRule.hidden()));
    String handedIn =
        post(
            "/api/v1/department-requests",
            """
            {"department": "traces", "subject": "Trace?", "message": "Hello",
             "customer": {"name": "Kim", "email": "%s@example.org"}}\
            """,
            "kim-" + UUID.randomUUID());
    transactions.run(() -> rota.setOnDuty(DepartmentId.of("traces"), false));
    Matcher token = Pattern.compile("\"token\":\"([^\"]+)\"").matcher(handedIn);
    assertThat(token.find()).as(handedIn).isTrue();
    String mine = "/api/v1/department-requests/" + token.group(1);
    assertThat(get(mine)).contains("\"asking\"").doesNotContain("no-trace", "Zo", "Ben");
    String page = "/en/requests/" + token.group(1);
    assertThat(get(page)).startsWith("200").doesNotContain("no-trace", "Xylander", "Quast");

    DutyRequest request =
        transactions.call(() -> rota.find(RequestToken.of(token.group(1)))).orElseThrow();
    EmployeeId asked = request.asked().orElseThrow();
    assertThat(transactions.call(() -> rota.accept(asked, request.id())))
        .isEqualTo(DutyAnswer.TAKEN);
    assertThat(get(mine)).contains("\"taken\"");
    assertThat(get(page)).startsWith("303");
    assertThat(get("/en/people/" + asked)).startsWith("404");
    assertThat(get("/en/people?department=traces")).doesNotContain(asked.value());
  }

  private Map<String, String> knockAtTheDepartment() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String address :
        List.of(
            "/en/departments/traces", "/de/departments/traces", "/en/people?department=traces")) {
      answers.put(address, get(address).replaceAll("duty-[0-9a-f-]{36}", "KEY"));
    }
    String handedIn =
        post(
            "/api/v1/department-requests",
            """
            {"department": "traces", "subject": "Trace?", "message": "Hello",
             "customer": {"name": "Kim", "email": "%s@example.org"}}\
            """,
            "kim-" + UUID.randomUUID());
    answers.put(
        "POST",
        handedIn
            .replaceAll("[A-Za-z0-9_-]{24}", "TOKEN")
            .replaceAll("\"until\":\"[^\"]*\"", "UNTIL"));
    return answers;
  }

  @Test
  void whoHasLeftLooksLikeSomebodyWhoDoesNotExist() {
    save(zoe().leavesOn(LocalDate.now(clock).minusDays(2)).build());
    Map<String, String> left = knockWith(ZOE.value());
    transactions.run(() -> directory.remove(ZOE));

    assertSame(left, knockWith(ZOE.value()));
  }

  @Test
  void whatNobodyHasAgreedToPublishLooksLikeNothing() {
    save(zoe().consents(Consents.none()).build());
    String name = handles.of(ZOE);
    Map<String, String> unpublished = knockEverywhere(name);
    assertThat(unpublished.get("GET /api/v1/people/" + name + "/card.json")).startsWith("200");
    assertThat(unpublished.values()).noneMatch(answer -> answer.contains(ZOE.value()));
    save(bareZoe());

    assertSame(unpublished, knockEverywhere(name));
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
    String name = handles.of(ZOE);
    Map<String, String> withdrawn = knockEverywhere(name);
    assertThat(withdrawn.get("GET /portraits/" + portrait.id() + "/96")).startsWith("404");
    save(bareZoe());

    assertSame(withdrawn, knockEverywhere(name));
  }

  @Test
  void theIdOfWhoWithholdsTheSurnameLooksLikeOneThatNobodyHas() {
    save(zoe().consents(Consents.none()).build());
    assertThat(get("/api/v1/people/" + handles.of(ZOE))).startsWith("200").doesNotContain("" + ZOE);
    assertThat(get("/en/people/" + handles.of(ZOE))).startsWith("200").doesNotContain("" + ZOE);

    Map<String, String> nobody = knockWith(NOBODY.value());
    knockWith(ZOE.value())
        .forEach(
            (door, answer) ->
                assertThat(answer.replace(ZOE.value(), NOBODY.value()))
                    .as(door)
                    .isEqualTo(nobody.get(door.replace(ZOE.value(), NOBODY.value()))));
  }

  @Test
  void whoeverHasSeenAPersonIsToldNothingMoreWhenHidden() {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String door : List.of("", "/card.vcf", "/card.json")) {
      Matcher tag = TAG.matcher(get("/api/v1/people/" + ZOE + door));
      assertThat(tag.find()).as(door).isTrue();
      tags.put("/api/v1/people/" + ZOE + door, tag.group(1));
    }
    transactions.run(() -> presence.setRule(ZOE, Audience.PUBLIC, AppearanceRule.hidden()));

    tags.forEach(
        (address, tag) ->
            assertThat(
                    send(
                        HttpRequest.newBuilder(at(address))
                            .header("If-None-Match", tag)
                            .GET()
                            .build()))
                .as(address)
                .startsWith("404"));
  }

  @Test
  void noDoorSaysWhenSomethingChanged() {
    assertThat(knockEverywhere(handles.of(ZOE)).values())
        .noneMatch(answer -> answer.contains("last-modified="));
  }

  @Test
  void noPublicDoorIsForgotten() {
    Set<String> doors = doors();
    Map<String, String> knocked = knockEverywhere(handles.of(ZOE));
    knockForRoom(knocked, handles.of(ZOE));
    Set<String> answered = new TreeSet<>(NOT_KNOCKED_AT.keySet());
    assertThat(doors).hasSizeGreaterThan(30).containsAll(answered);
    knocked.keySet().forEach(knock -> door(knock, doors).ifPresent(answered::add));

    assertThat(answered).as("a new door wants a knock, or a word why not").isEqualTo(doors);
  }

  /** Answers what the server has that asks for no role: pages by pattern, the API by method. */
  private Set<String> doors() {
    Set<String> doors = new TreeSet<>();
    for (ServletRegistration servlet : server.getServletRegistrations().values()) {
      servlet.getMappings().stream()
          .filter(pattern -> pattern.matches("(/[a-z0-9/-]*(/\\*)?)?"))
          .filter(
              pattern ->
                  !pattern.matches("/[a-z]{2}/(workspace|admin)(/.*)?|/(api/v1|scim/v2)/\\*"))
          .forEach(doors::add);
    }
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      if (type.isAnnotationPresent(Path.class) && !type.isAnnotationPresent(RolesAllowed.class)) {
        String base = "/api/v1/" + type.getAnnotation(Path.class).value();
        for (Method method : type.getDeclaredMethods()) {
          Path path = method.getAnnotation(Path.class);
          Stream.of(method.getAnnotations())
              .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
              .filter(Objects::nonNull)
              .map(verb -> verb.value() + " " + base + (path == null ? "" : "/" + path.value()))
              .forEach(doors::add);
        }
      }
    }
    return doors;
  }

  /**
   * Answers the door behind which a knock is heard, as the server chooses it: the one of exactly
   * that address, else the one that says most.
   */
  private static Optional<String> door(String knock, Set<String> doors) {
    String route = knock.replaceFirst("[?].*", "");
    String path = route.replaceFirst("^GET ", "").replaceFirst("^/$", "");
    return doors.contains(path)
        ? Optional.of(path)
        : doors.stream()
            .filter(door -> (door.startsWith("/") ? path : route).matches(form(door)))
            .max(Comparator.comparingInt(String::length));
  }

  private static String form(String door) {
    return Pattern.quote(door)
        .replaceAll("[{][^}]*[}]", "\\\\E[^/]+\\\\Q")
        .replaceFirst("/[*]\\\\E$", "\\\\E(/.*)?");
  }

  private static void assertSame(Map<String, String> before, Map<String, String> after) {
    assertThat(before).hasSizeGreaterThan(50).hasSameSizeAs(after);
    before.forEach(
        (address, answer) -> assertThat(answer).as(address).isEqualTo(after.get(address)));
  }

  private Map<String, String> knockWith(String name) {
    Map<String, String> answers = knockEverywhere(name);
    knockForRoom(answers, name);
    return answers;
  }

  /** Asks for what only somebody who is shown can give. */
  private void knockForRoom(Map<String, String> answers, String name) {
    answers.put(
        "POST /api/v1/leases",
        post("/api/v1/leases", "{\"employee\":\"%s\",\"channel\":\"message\"}", name));
    answers.put(
        "POST /api/v1/people/" + name + "/waitlist",
        post("/api/v1/people/" + name + "/waitlist", "{\"email\":\"kim@example.org\"}", name));
    for (String language : List.of("de", "en")) {
      answers.put(
          "POST /" + language + "/waitlist",
          send(
              HttpRequest.newBuilder(at("/" + language + "/waitlist"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "channel=message&address=kim%40example.org&to=" + name))
                  .build()));
    }
    for (String language : List.of("de", "en")) {
      answers.put(
          "POST /" + language + "/appointments/" + name,
          send(
              HttpRequest.newBuilder(at("/" + language + "/appointments/" + name))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("slot=2030-01-01T09%3A00%3A00Z&name=Kim"))
                  .build()));
    }
    answers.put(
        "POST /api/v1/requests?slot",
        post(
            "/api/v1/requests",
            """
            {"employee": "%s", "channel": "appointment", "subject": "Trace?", "message": "Hello",
             "slot": "2030-01-01T09:00:00Z",
             "customer": {"name": "Kim", "email": "kim@example.org"}}\
            """,
            name));
    for (String otherwise : List.of("ask", "wait", "colleague")) {
      answers.put(
          "POST /api/v1/requests?" + otherwise,
          post(
              "/api/v1/requests",
              """
              {"employee": "%s", "channel": "message", "subject": "Trace?", "message": "Hello",
               "ifUnavailable": "OTHERWISE", "customer": {"name": "Kim", "email": "kim@example.org"}}\
              """
                  .replace("OTHERWISE", otherwise),
              name));
    }
  }

  private String post(String address, String json, String name) {
    return send(
        HttpRequest.newBuilder(at(address))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json.formatted(name)))
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
  private Map<String, String> knockEverywhere(String name) {
    List<String> addresses = new ArrayList<>(List.of("/", "/portraits/" + portrait.id() + "/96"));
    for (String word :
        List.of("Xylander", "xylandr", "zoe", "Zo", "they", "rockets", "Turm", "99998101", "zx")) {
      addresses.add("/en/people?q=" + word);
      addresses.add("/de/people?q=" + word);
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
      addresses.add("/" + language + "/people/" + name);
      addresses.add("/" + language + "/appointments/" + name);
      addresses.add("/" + language + "/people/" + BEN);
      addresses.add("/" + language + "/request/" + name);
      addresses.add("/" + language + "/request/" + name + "/message");
    }
    for (String end :
        List.of(
            "",
            "/card.vcf",
            "/card.json",
            "/presence.xml",
            "/freebusy.ics",
            "/slots",
            "/slots?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z",
            "/slots",
            "/portrait")) {
      addresses.add("/api/v1/people/" + name + end);
    }
    addresses.add("/api/v1/departments");
    Map<String, String> answers = new LinkedHashMap<>();
    addresses.forEach(address -> answers.put("GET " + address, get(address)));
    answers.put("GET /api/v1/presence", stream());
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
      return response.statusCode()
          + " "
          + headers
          + "\n"
          + VISIT.matcher(CLOCK.matcher(body).replaceAll("")).replaceAll("");
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
