package org.visavis.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/**
 * The administrator's pages on a portal that starts empty, as a delivered one does; a browser
 * without JavaScript.
 */
@PortalTest
class ImportPagesIT {

  private static final Path BROKEN =
      Path.of("../directory-core/src/test/resources/sample/people-broken.csv");
  private static final Path CONGRESS = Path.of("../../shared/data/congress/people.csv");
  private static final String PASSWORD = "a sentence of my own";
  private static final Pattern CODE = Pattern.compile("once: ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){4})");

  private static PortalServer portal;

  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void startAnEmptyPortal(Browser browser) {
    portal = PortalServer.named("import").start();
    Matcher code = CODE.matcher(portal.console());
    assertThat(code.find()).as(portal.console()).isTrue();
    try (BrowserContext first = browser.newContext(withoutScript())) {
      Page welcome = first.newPage();
      welcome.navigate(at("/en/welcome"));
      welcome.fill("#code", code.group(1));
      welcome.fill("#user", "boss");
      welcome.fill("#password", PASSWORD);
      welcome.click("main form button");
      assertThat(welcome.url()).isEqualTo(at("/en/admin"));
    }
  }

  @AfterAll
  static void stopIt() {
    portal.close();
  }

  @BeforeEach
  void signIn(Browser browser) {
    context = browser.newContext(withoutScript());
    page = context.newPage();
    signIn(page, "boss");
  }

  @AfterEach
  void leave() {
    context.close();
  }

  private static Browser.NewContextOptions withoutScript() {
    return new Browser.NewContextOptions().setJavaScriptEnabled(false);
  }

  private static String at(String path) {
    return portal.uri(path).toString();
  }

  private static void signIn(Page page, String user) {
    page.navigate(at("/en/sign-in"));
    page.fill("#user", user);
    page.fill("#password", PASSWORD);
    page.click("main form button");
  }

  private static FilePayload csv(String name, String... lines) {
    return new FilePayload(
        name, "text/csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private void tryOut(FilePayload file) {
    page.navigate(at("/en/admin/import"));
    page.setInputFiles("#file", file);
    page.click("button:has-text(\"See what would happen\")");
  }

  private void importForReal() {
    page.click("button:has-text(\"Import for real\")");
  }

  private List<String> figures() {
    return page.locator(".figures dd").allTextContents();
  }

  private long people() {
    page.navigate(at("/en/admin"));
    return Long.parseLong(figures().get(0).replaceAll("\\D", ""));
  }

  @Test
  void aDryRunReportsBrokenRowsAndWritesNothingAndTheGoodOnesAreImportedAfterIt() throws Exception {
    long before = people();
    FilePayload broken =
        new FilePayload("people-broken.csv", "text/csv", Files.readAllBytes(BROKEN));

    tryOut(broken);

    assertThat(figures()).containsExactly("12", "4", "0", "0", "8");
    assertThat(page.locator("[aria-labelledby=report] tbody td:first-child").allTextContents())
        .containsExactly("3", "5", "6", "8", "9", "10", "11", "13");
    assertThat(page.locator("[aria-labelledby=report] tbody").textContent())
        .contains("timeZone")
        .contains("Europe/Kranichau")
        .contains("An earlier line has the same id.");
    assertThat(page.locator("[aria-labelledby=report]").textContent()).contains("twitter, youtube");
    assertThat(people()).isEqualTo(before);

    tryOut(broken);
    importForReal();

    assertThat(page.locator("[aria-labelledby=report]").textContent())
        .contains("people-broken.csv has done");
    assertThat(figures()).containsExactly("12", "4", "0", "0", "8");
    assertThat(people()).isEqualTo(before + 4);

    tryOut(broken);

    assertThat(figures()).containsExactly("12", "0", "0", "4", "8");
    assertThat(page.locator("button:has-text(\"Import for real\")").count()).isZero();
  }

  @Test
  void aChangedRowChangesOneAndLoadingTheResultAgainChangesNothing() {
    tryOut(csv("two.csv", "id,displayName,title", "t1,Ada One,Clerk", "t2,Bob Two,Clerk"));
    importForReal();
    long before = people();

    tryOut(csv("two.csv", "id,displayName,title", "t1,Ada One,Head", "t2,Bob Two,Clerk"));
    importForReal();

    assertThat(figures()).containsExactly("2", "0", "1", "1", "0");
    page.reload();
    assertThat(figures()).containsExactly("2", "0", "0", "2", "0");
    assertThat(people()).isEqualTo(before);
  }

  @Test
  void aRealDirectoryIsImportedOnce() throws Exception {
    assumeTrue(Files.exists(CONGRESS), "skipped: the directory of a parliament is not here");
    long before = people();
    FilePayload congress = new FilePayload("people.csv", "text/csv", Files.readAllBytes(CONGRESS));

    tryOut(congress);
    assertThat(figures()).containsExactly("537", "536", "0", "0", "1");
    importForReal();

    assertThat(figures()).containsExactly("537", "536", "0", "0", "1");
    assertThat(people()).isEqualTo(before + 536);
    tryOut(congress);
    assertThat(figures()).containsExactly("537", "0", "0", "536", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "'',no rows",
    "'id,displayName',no rows",
    "'name,mail\nAda,a@b.c',needs the heading id",
    "'id,id\na,b',line of headings cannot be read",
    "'PK\u0000\u0001,b',no text file"
  })
  void aFileThatCannotBeReadIsAnsweredWithWhatToDo(String content, String advice) {
    page.navigate(at("/en/admin/import"));
    page.setInputFiles("#file", csv("file.csv", content));

    Response answer =
        page.waitForResponse(
            at("/en/admin/import"), () -> page.click("button:has-text(\"See what would happen\")"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(page.locator("#errors").textContent()).contains(advice);
    assertThat(page.locator("#file-error").textContent()).contains(advice);
  }

  @Test
  void whatIsNoFileOrNoMoreTheSameFileIsAnsweredWithWhatToDo() {
    String bomb = Staged.of(new byte[48 * 1024 * 1024]);
    String part = Staged.of("id,displayName\nx,X".getBytes(StandardCharsets.UTF_8)).substring(4);

    assertThat(post(FormData.create().set("other", "x")))
        .isEqualTo(Map.of(422, "Please choose a CSV file."));
    for (String staged : List.of(bomb, part, "", "%%%")) {
      assertThat(post(FormData.create().set("staged", staged).set("name", "people.csv")))
          .isEqualTo(
              Map.of(
                  422,
                  "The file has not come back in one piece, and nothing was written. Please choose"
                      + " it again."));
    }
    var noForm =
        context
            .request()
            .post(
                at("/en/admin/import"),
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setData("{\"file\":1}"));
    assertThat(noForm.status()).isEqualTo(422);
  }

  /** The server need not read what it refuses, so the client asks before it sends. */
  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
    String cookies =
        context.cookies().stream()
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(Collectors.joining("; "));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at("/en/admin/import")))
            .header("Cookie", cookies)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .expectContinue(true)
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[17 * 1024 * 1024]))
            .build();

    HttpResponse<String> refused =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(413);
  }

  private Map<Integer, String> post(FormData form) {
    var answer =
        context.request().post(at("/en/admin/import"), RequestOptions.create().setMultipart(form));
    Matcher error =
        Pattern.compile("href=\"#file\">([^<]+)<").matcher(answer.text().replace("&#39;", "’"));
    return Map.of(answer.status(), error.find() ? error.group(1) : answer.text());
  }

  @Test
  void anInvitedPersonChoosesAPasswordOnceAndIsInTheWorkspace(Browser browser) {
    tryOut(csv("people.csv", "id,displayName,givenName", "Wanda.Long,Wanda Long,Wanda"));
    importForReal();
    page.navigate(at("/en/admin/invitations"));
    page.fill("#q", "wanda long");
    page.click("button:has-text(\"Search\")");

    page.click("button:has-text(\"Invite\")");

    String link = page.inputValue("#link");
    assertThat(link).startsWith(at("/en/welcome/"));
    try (BrowserContext hers = browser.newContext(withoutScript())) {
      Page workspace = hers.newPage();
      workspace.navigate(link);
      workspace.fill("#password", PASSWORD);
      workspace.click("main form button");
      assertThat(workspace.url()).isEqualTo(at("/en/workspace"));
      assertThat(workspace.locator(".preview .card").textContent())
          .contains("Wanda")
          .doesNotContain("Long");
      assertThat(workspace.navigate(link).status()).isEqualTo(404);
      assertThat(workspace.navigate(at("/en/admin")).status()).isEqualTo(403);
      signIn(workspace, "wanda.long");
      assertThat(workspace.url()).isEqualTo(at("/en/workspace"));
    }
  }

  @Test
  void twoBrowsersOfOnePersonDoNotEndEachOther(Browser browser) {
    tryOut(csv("people.csv", "id,displayName", "twice,Twice There"));
    importForReal();
    page.navigate(at("/en/admin/invitations?q=twice"));
    page.click("button:has-text(\"Invite\")");
    String link = page.inputValue("#link");
    try (BrowserContext first = browser.newContext(withoutScript());
        BrowserContext second = browser.newContext(withoutScript())) {
      Page desk = first.newPage();
      desk.navigate(link);
      desk.fill("#password", PASSWORD);
      desk.click("main form button");
      Page phone = second.newPage();
      signIn(phone, "twice");
      assertThat(why(phone)).contains("Your status is unknown");
      assertThat(first.request().post(at("/en/workspace/heartbeat")).status()).isEqualTo(204);
      assertThat(second.request().post(at("/en/workspace/heartbeat")).status()).isEqualTo(204);
      assertThat(why(phone)).contains("You count as available");

      desk.click("button:has-text(\"Sign out\")");
      assertThat(why(phone)).contains("You count as available");

      phone.click("button:has-text(\"Sign out\")");
      signIn(phone, "twice");
      assertThat(why(phone)).contains("Your status is unknown");
    }
  }

  private static String why(Page workspace) {
    workspace.navigate(at("/en/workspace"));
    return workspace.locator(".why").textContent();
  }

  @Test
  void anInvitationOfNobodyIsRefusedAndTheNameOfTheAdministratorIsNotGivenAway() {
    tryOut(csv("people.csv", "id,displayName", "BOSS,Somebody Else"));
    importForReal();

    page.navigate(at("/en/admin/invitations?q=BOSS"));
    Response taken =
        page.waitForResponse(
            at("/en/admin/invitations"), () -> page.click("button:has-text(\"Invite\")"));
    var unknown =
        context
            .request()
            .post(
                at("/en/admin/invitations"),
                RequestOptions.create().setForm(FormData.create().set("person", "nobody.here")));

    assertThat(taken.status()).isEqualTo(422);
    assertThat(page.locator("#errors").textContent()).contains("boss belongs to another account");
    assertThat(unknown.status()).isEqualTo(422);
  }

  @Test
  void theDemosMailBoxDoesNotExistHere() {
    assertThat(page.navigate(at("/en/demo/mail")).status()).isEqualTo(404);
  }
}
