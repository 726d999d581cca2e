package org.visavis.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/** What a customer does, with the scripts of the pages switched off. */
@PortalTest
class CustomerPagesIT {

  private static final String PAUL = "paul.schroeder";

  /** At the limit, with a waitlist. */
  private static final String DOROTHEA = "dorothea.vonahlen";

  private static final String HIDDEN = "bjoern.grosskopf";
  private static final String UNKNOWN = "bjoern.grosskopg";

  private final HttpClient client = HttpClient.newHttpClient();
  private final PortalServer portal;

  CustomerPagesIT(PortalServer portal) {
    this.portal = portal;
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(portal.uri(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(portal.uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String location(HttpResponse<?> response) {
    assertThat(response.statusCode()).isEqualTo(303);
    return response.headers().firstValue("Location").orElseThrow();
  }

  private Document page(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return Jsoup.parse(response.body(), portal.uri(path).toString());
  }

  private String claim(String employee, String channel) {
    return location(post("/en/request", Map.of("to", employee, "channel", channel)));
  }

  private static Map<String, String> filled(Document form, String message) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("key", form.select("form.box input[name=key]").attr("value"));
    fields.put("name", "Lena Holm");
    fields.put("email", "lena.holm@example.org");
    fields.put("subject", "The kettle whistles off key");
    fields.put("message", message);
    fields.put("ifUnavailable", "ask");
    return fields;
  }

  @Test
  void customerFindsWritesFollowsAndTakesBackWithoutAnyScript(Browser browser) {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(portal.uri("/en/people").toString());
      page.getByLabel("Name, topic or problem").fill("retrun somthing");
      button(page, "Search").click();
      page.locator("[data-person='" + PAUL + "'] h3 a").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("Paul Schröder");

      page.locator(".reach button[value=message]").click();
      assertThat(page.url()).contains("/en/request/");
      assertThat(page.locator(".hold").textContent()).contains("A place with Paul Schröder");
      button(page, "Send to Paul Schröder").click();
      assertThat(page.locator("#errors a").allTextContents()).hasSize(4);
      page.getByLabel("Your name").fill("Lena Holm");
      page.getByLabel("Your e-mail address").fill("lena.holm@example.org");
      page.getByLabel("What is it about?").fill("The kettle whistles off key");
      page.getByLabel("Your message").fill("Good morning,\nmay I send it back?");
      button(page, "Send to Paul Schröder").click();

      assertThat(page.url()).contains("/en/requests/");
      assertThat(page.locator("h1").textContent()).isEqualTo("Paul Schröder takes care of it.");
      page.getByLabel("Add something").fill("It is an F sharp.");
      button(page, "Send").click();
      assertThat(page.locator(".said").allTextContents())
          .containsExactly("Good morning,\nmay I send it back?", "It is an F sharp.");
      Response reloaded = page.reload();
      assertThat(reloaded.status()).isEqualTo(200);
      assertThat(page.locator(".said").count()).isEqualTo(2);

      button(page, "Take the request back").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("You have taken your request back.");
    }
  }

  @Test
  void wordsMayMeanATopicWhichIsOfferedAsALinkWithoutAnyScript() {
    Document found = page("/en/people?q=my+router+blinks+red");

    assertThat(found.select(".meant a").first().attr("href"))
        .isEqualTo("/en/people?topic=router-setup");
    assertThat(found.select(".card").first().text()).contains("router blinks red");
    assertThat(found.select(".filters h2").eachText())
        .containsExactly("Departments", "Status", "Channel");
  }

  @Test
  void whoeverTypesChoosesFromAListByKeys(Browser browser) {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(portal.uri("/en/people").toString());
      page.getByLabel("Name, topic or problem").pressSequentially("balcon");
      Locator first = page.locator("[role=option]").first();
      first.waitFor();
      assertThat(first.textContent()).contains("Register a balcony solar panel");

      page.keyboard().press("ArrowDown");
      assertThat(page.locator("#q").getAttribute("aria-activedescendant"))
          .isEqualTo(first.getAttribute("id"));
      page.keyboard().press("Enter");
      page.waitForURL("**/en/people?topic=balcony-solar");
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void sendingTwiceIsOneRequestAndOtherWordsOfTheSameFormAreGivenBack() {
    String form = claim(PAUL, "message");
    Map<String, String> fields = filled(page(form), "First words");

    String first = location(post(form, fields));
    String second = location(post(form, fields));
    fields.put("message", "Other words");
    HttpResponse<String> other = post(form, fields);

    assertThat(second).isEqualTo(first);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(other.body()).select(".said").text()).isEqualTo("Other words");
    post(first + "/withdraw", Map.of());
  }

  @Test
  void choosingTwiceOnOnePageHoldsOnePlace() {
    String visit = page("/en/people/" + PAUL).select("input[name=visit]").attr("value");
    String other = page("/en/people/" + PAUL).select("input[name=visit]").attr("value");

    String first = chosen(visit, "message");
    assertThat(chosen(visit, "message")).isEqualTo(first);
    String callback = chosen(visit, "callback");
    String elsewhere = chosen(other, "message");
    assertThat(List.of(first, callback, elsewhere)).doesNotHaveDuplicates();

    post(first + "/release", Map.of());
    String again = chosen(visit, "message");
    assertThat(again).as("what was given back is held anew").isNotEqualTo(first);
    assertThat(page(again).select(".hold")).hasSize(1);
    for (String form : List.of(again, callback, elsewhere)) {
      post(form + "/release", Map.of());
    }
  }

  private String chosen(String visit, String channel) {
    return location(post("/en/request", Map.of("to", PAUL, "channel", channel, "visit", visit)));
  }

  @Test
  void mistakesKeepWhatWasTypedAndTheHeldPlace() {
    String form = claim(PAUL, "callback");
    Map<String, String> fields = filled(page(form), "x".repeat(20_001));
    fields.put("email", "lena");

    HttpResponse<String> response = post(form, fields);
    Document shown = Jsoup.parse(response.body());

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(shown.select("#errors a").eachAttr("href"))
        .containsExactly("#email", "#phone", "#message");
    assertThat(shown.select("#name").attr("value")).isEqualTo("Lena Holm");
    assertThat(shown.select("#message").text()).hasSize(20_001);
    assertThat(shown.select(".hold")).hasSize(1);
    post(form + "/release", Map.of());
  }

  @Test
  void formWhosePlaceWasGivenBackCanStillBeSent() {
    String form = claim(PAUL, "message");
    Map<String, String> fields = filled(page(form), "Late words");

    assertThat(location(post(form + "/release", Map.of()))).isEqualTo("/en/people/" + PAUL);
    assertThat(page(form).select("[role=status]").text()).contains("You can still send");
    fields.put("email", "");
    Document renewed = Jsoup.parse(post(form, fields).body());
    assertThat(renewed.select(".hold").text()).contains("we took it for you again");
    fields.put("email", "lena.holm@example.org");
    String request = location(post(renewed.select("form.box").attr("action"), fields));

    assertThat(page(request).select("h1").text()).isEqualTo("Paul Schröder takes care of it.");
    post(request + "/withdraw", Map.of());
  }

  @Test
  void whoeverIsFullOffersTheWaitlistAndTheCustomerMayLeaveIt() {
    String form = claim(DOROTHEA, "message");
    Document joined = page(form);
    assertThat(joined.select(".note").text()).contains("has no room at the moment");

    String request = location(post(form, filled(joined, "I can wait")));
    Document waiting = page(request);
    assertThat(waiting.select("h1").text()).contains("waits in line for Dorothea");
    assertThat(waiting.select(".where-it-stands").text()).contains("Place 1 in the line");

    assertThat(location(post(request + "/choose", Map.of("choose", "wait")))).isEqualTo(request);
    HttpResponse<String> hidden = post(request + "/choose", Map.of("choose", "person:" + HIDDEN));
    HttpResponse<String> unknown = post(request + "/choose", Map.of("choose", "person:" + UNKNOWN));
    assertThat(hidden.statusCode()).isEqualTo(409);
    assertThat(errors(hidden)).isEqualTo(errors(unknown)).contains("Please choose again");

    location(post(request + "/withdraw", Map.of()));
    HttpResponse<String> late = post(request + "/messages", Map.of("message", "Too late"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Too late");
  }

  private static String errors(HttpResponse<String> response) {
    return Jsoup.parse(response.body()).select("#errors").text();
  }

  @Test
  void hiddenPersonIsNobodyOnEveryPage() {
    for (String path : List.of("/en/people/%s", "/de/people/%s", "/en/people/%s/x")) {
      HttpResponse<String> hidden = get(path.formatted(HIDDEN));
      HttpResponse<String> unknown = get(path.formatted(UNKNOWN));
      assertThat(hidden.statusCode()).isEqualTo(404);
      assertThat(hidden.body().replace(HIDDEN, "?"))
          .isEqualTo(unknown.body().replace(UNKNOWN, "?"));
      assertThat(names(hidden)).isEqualTo(names(unknown));
    }
    for (String channel : List.of("message", "phone", "video")) {
      HttpResponse<String> hidden = post("/en/request", Map.of("to", HIDDEN, "channel", channel));
      HttpResponse<String> unknown = post("/en/request", Map.of("to", UNKNOWN, "channel", channel));
      assertThat(hidden.statusCode()).isEqualTo(404);
      assertThat(hidden.body()).isEqualTo(unknown.body());
    }
    assertThat(get("/de/people?q=Gro%C3%9Fkopf").body()).doesNotContain(HIDDEN);
  }

  private static List<String> names(HttpResponse<String> response) {
    return response.headers().map().entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("Date"))
        .map(Object::toString)
        .sorted()
        .toList();
  }

  @Test
  void wordsFromASpentLeaseToSomebodyGoneAreGivenBack() {
    String form = claim(PAUL, "message");
    Map<String, String> fields = filled(page(form), "Precious words");
    post(form + "/release", Map.of());

    for (String gone : List.of(HIDDEN, UNKNOWN)) {
      HttpResponse<String> response = post(form.replace(PAUL, gone), fields);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(Jsoup.parse(response.body()).select(".said").text()).isEqualTo("Precious words");
      assertThat(get(form.replace(PAUL, gone)).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void everyPersonIsOnExactlyOnePageAndThoseReachableNowComeFirst() {
    List<String> people = new ArrayList<>();
    List<Boolean> available = new ArrayList<>();
    String next = "/en/people";
    int total = 0;
    while (!next.isEmpty()) {
      Document page = page(next);
      total = Integer.parseInt(page.select("[data-live=count]").attr("data-count"));
      people.addAll(page.select(".cards .card").eachAttr("data-person"));
      page.select(".cards .card .status")
          .eachAttr("data-status")
          .forEach(status -> available.add(status.equals("available")));
      next = page.select(".more a").attr("href");
    }

    assertThat(people).doesNotHaveDuplicates().hasSize(total).doesNotContain(HIDDEN);
    assertThat(available)
        .isSortedAccordingTo(Comparator.<Boolean>reverseOrder())
        .contains(true, false);
  }

  @Test
  void nobodyFoundIsNoDeadEnd() {
    Document none = page("/en/people?department=bikes&language=uk&topic=fibre");

    assertThat(none.select("select[name=language] option[selected]").attr("value")).isEqualTo("uk");
    assertThat(none.select(".empty a[href]").size()).isPositive();
    for (String href : none.select(".empty a[href]").eachAttr("href")) {
      assertThat(page(href).select(".cards .card").size()).as(href).isPositive();
    }
    assertThat(page("/en/people?q=qqqqqqqqqqq").select(".empty a[href]").size()).isPositive();
  }

  @Test
  void whatCannotBeUnderstoodIsAnsweredWithAdvice() {
    for (String path :
        List.of(
            "/en/people?cursor=abc",
            "/en/people?cursor=-20",
            "/en/people?q=" + "x".repeat(201),
            "/en/people?department=../etc",
            "/en/people?language=%22%3E")) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(400);
      assertThat(Jsoup.parse(response.body()).select("main p").eachText()).hasSizeGreaterThan(2);
    }
    assertThat(get("/en/people?cursor=9999999").statusCode()).isEqualTo(303);
    assertThat(post("/en/request", Map.of("to", PAUL, "channel", "pigeon")).statusCode())
        .isEqualTo(400);
    for (String path :
        List.of("/en/requests", "/en/requests/abc", "/en/requests/" + "A".repeat(24))) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(response.body()).contains("open the link in the mail");
      assertThat(post(path + "/messages", Map.of("message", "x")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void frontDoorSpeaksTheLanguageOfWhoeverComes() {
    HttpResponse<String> german = get("/", "Accept-Language", "de-AT,de;q=0.9,en;q=0.5");

    assertThat(german.statusCode()).isEqualTo(302);
    assertThat(german.headers().firstValue("Location")).contains("/de/people");
    assertThat(german.headers().firstValue("Vary")).contains("Accept-Language");
    assertThat(get("/").headers().firstValue("Location")).contains("/en/people");
    for (String path : List.of("/de", "/de/")) {
      assertThat(get(path).headers().firstValue("Location")).contains("/de/people");
    }
    assertThat(get("/de/nothing").statusCode()).isEqualTo(404);
  }
}
