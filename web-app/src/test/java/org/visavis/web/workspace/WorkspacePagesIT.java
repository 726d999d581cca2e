package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/** The workspace of Dmytro, whom no other test touches; browsers without JavaScript. */
@PortalTest
class WorkspacePagesIT {

  private static final String ME = "dmytro.kovalenko";

  private final PortalServer portal;
  private final BrowserContext customer;
  private final BrowserContext employee;
  private final Page page;

  WorkspacePagesIT(PortalServer portal, Browser browser) {
    this.portal = portal;
    customer = browser.newContext(withoutScript());
    employee = browser.newContext(withoutScript());
    page = employee.newPage();
  }

  @BeforeEach
  void signIn() {
    signIn(page, ME);
    assertThat(page.url()).isEqualTo(at("/en/workspace"));
  }

  @AfterEach
  void leaveAsFound() {
    post("status", FormData.create().set("end", "clear"));
    post("presence/limits", FormData.create().set("limit", "5"));
    post("presence/appearance", rule("by-load", "5", "3"));
    employee.close();
    customer.close();
  }

  private static Browser.NewContextOptions withoutScript() {
    return new Browser.NewContextOptions().setJavaScriptEnabled(false);
  }

  private static FormData rule(String rule, String hideAt, String showAt) {
    return FormData.create()
        .set("rule", rule)
        .set("hideAt", hideAt)
        .set("showAt", showAt)
        .set("dwell", "1")
        .set("atLimit", "vanish");
  }

  private String at(String path) {
    return portal.uri(path).toString();
  }

  private void signIn(Page page, String user) {
    page.navigate(at("/en/sign-in"));
    page.fill("#user", user);
    page.fill("#password", "people-first");
    page.click("main form button");
  }

  private APIResponse post(String form, FormData fields) {
    return employee
        .request()
        .post(
            at("/en/workspace/" + form),
            RequestOptions.create().setForm(fields).setMaxRedirects(0));
  }

  private APIResponse asCustomer(String path) {
    return customer.request().get(at(path), RequestOptions.create().setMaxRedirects(0));
  }

  private String card() {
    return asCustomer("/en/people/" + ME).text();
  }

  @Test
  void aStatusSetByHandIsWhatCustomersSeeUntilItIsCleared() {
    String tomorrow = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1).toString();
    page.check("input[name=status][value=travelling]");
    page.check("input[name=end][value=at]");
    page.fill("#time", "18:00");
    page.fill("#day", tomorrow);
    page.fill("#note", "With the bees on the roof");

    page.click("button:has-text(\"Set status\")");

    assertThat(page.locator(".notice").textContent()).contains("Your status is set.");
    assertThat(page.locator(".why").textContent())
        .contains("Your status “Travelling” is set by hand until tomorrow, 18:00.");
    assertThat(page.locator(".preview").textContent()).contains("With the bees on the roof");
    assertThat(card()).contains("With the bees on the roof").contains("until tomorrow, 18:00");

    page.click("button:has-text(\"Clear status\")");

    assertThat(page.locator(".notice").textContent()).contains("follows by itself");
    assertThat(card()).doesNotContain("With the bees on the roof");
  }

  @Test
  void whatCannotBeTakenComesBackWithWhatWasTyped() {
    APIResponse past =
        post(
            "status",
            FormData.create()
                .set("status", "away")
                .set("end", "at")
                .set("time", "10:00")
                .set("day", "2020-01-01")
                .set("note", "später zurück, größer als „≠“"));
    APIResponse rule = post("presence/appearance", rule("by-load", "2", "2"));

    assertThat(past.status()).isEqualTo(422);
    assertThat(past.text()).contains("2020-01-01", "10:00", "später zurück, größer als „≠“");
    assertThat(past.text()).contains("id=\"time-error\"");
    assertThat(rule.status()).isEqualTo(422);
    assertThat(rule.text()).contains("id=\"showAt-error\"");
    assertThat(page.navigate(at("/de/workspace/status")).url()).isEqualTo(at("/de/workspace"));
    assertThat(post("nothing", FormData.create()).status()).isEqualTo(404);
  }

  @Test
  void whoeverHidesIsAsUnknownAsOneWhoDoesNotExistAndStillSeesTheOwnCard() {
    post("presence/appearance", rule("hidden", "5", "3"));
    page.navigate(at("/en/workspace"));

    assertThat(page.locator("#preview").textContent()).contains("Customers do not see you now");
    assertThat(page.locator(".as-hidden .card").textContent()).contains("Dmytro Kovalenko");
    assertThat(page.locator(".why").textContent())
        .contains("You are hidden, because you chose so.");
    APIResponse hidden = asCustomer("/en/people/" + ME);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.text().replace(ME, "nobody.here"))
        .isEqualTo(asCustomer("/en/people/nobody.here").text());

    post("presence/appearance", rule("always", "5", "3"));
    page.navigate(at("/en/workspace"));

    assertThat(page.locator("#preview").textContent())
        .contains("This is how customers see you now");
    assertThat(asCustomer("/en/people/" + ME).status()).isEqualTo(200);
  }

  @Test
  void aRequestIsAnsweredOnceAndResolvedWithLastWords() {
    String tracking = ask("Bees in the meter box");

    page.navigate(at("/en/workspace"));
    assertThat(page.locator(".item.unread:has-text(\"Bees in the meter box\")").textContent())
        .contains("Lena Brandt");
    page.click(".item:has-text(\"Bees in the meter box\")");
    String request = page.url();
    page.fill("#message", "Please leave the box closed.\nI come on Friday.");
    String key = page.inputValue("form.answer input[name=key]");
    page.click("button:has-text(\"Send the answer\")");
    assertThat(page.locator(".notice").textContent()).contains("Your answer is on its way.");

    APIResponse again =
        employee
            .request()
            .post(
                request + "/reply",
                RequestOptions.create()
                    .setForm(
                        FormData.create()
                            .set("key", key)
                            .set("message", "Please leave the box closed.\r\nI come on Friday.")));
    assertThat(again.status()).isEqualTo(200);
    page.navigate(request);
    assertThat(page.locator(".message.mine").count()).isEqualTo(1);
    assertThat(page.navigate(at("/en/workspace?show=waiting")).status()).isEqualTo(200);
    assertThat(page.locator(".items").textContent()).contains("Bees in the meter box");

    page.navigate(request);
    page.fill("#message", "They have moved to the roof.");
    page.click("button:has-text(\"Send and mark as done\")");
    assertThat(page.locator(".notice").textContent()).contains("Marked as done.");
    assertThat(page.locator("#message").count()).isZero();
    assertThat(asCustomer(tracking).text())
        .contains("I come on Friday.")
        .contains("They have moved to the roof.");

    APIResponse late =
        employee
            .request()
            .post(
                request + "/reply",
                RequestOptions.create()
                    .setForm(FormData.create().set("key", "k").set("message", "One thing more")));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("One thing more");
  }

  @Test
  void whoeverDeclinesSaysWhyAndTheCustomerIsAsked() {
    String tracking = ask("A meter on the moon");
    page.navigate(at("/en/workspace"));
    page.click(".item:has-text(\"A meter on the moon\")");
    String request = page.url();

    APIResponse silent =
        employee
            .request()
            .post(
                request + "/decline",
                RequestOptions.create().setForm(FormData.create().set("reason", " ")));
    page.click("summary:has-text(\"Decline\")");
    page.fill("#reason", "Our ladder is too short.");
    page.click("details button:has-text(\"Decline\")");

    assertThat(silent.status()).isEqualTo(422);
    assertThat(page.locator(".notice").textContent()).contains("The customer chooses now.");
    assertThat(asCustomer(tracking).text()).contains("Our ladder is too short.");
  }

  @Test
  void anotherEmployeesRequestIsAsUnknownAsOneThatDoesNotExist(Browser browser) {
    ask("For nobody else");
    page.navigate(at("/en/workspace"));
    page.click(".item:has-text(\"For nobody else\")");
    String request = page.url();
    try (BrowserContext other = browser.newContext(withoutScript())) {
      Page foreign = other.newPage();
      signIn(foreign, "walburga.obermeier");

      assertThat(foreign.navigate(request).status()).isEqualTo(404);
      for (String verb : new String[] {"accept", "reply", "resolve", "decline"}) {
        APIResponse answer =
            other
                .request()
                .post(
                    request + "/" + verb,
                    RequestOptions.create()
                        .setForm(FormData.create().set("message", "m").set("reason", "r")));
        assertThat(answer.status()).as(verb).isEqualTo(404);
      }
      for (String id : new String[] {"1", "00000000-0000-0000-0000-000000000000", "%00"}) {
        assertThat(asOther(other, at("/en/workspace/requests/" + id))).isBetween(400, 404);
      }
    }
    page.click("form[action$=\"/resolve\"] button");
    assertThat(page.locator("#state").textContent()).contains("Done");
  }

  private static int asOther(BrowserContext other, String address) {
    return other.request().get(address).status();
  }

  @Test
  void theOpenPageSaysThatSomebodyIsThere() {
    APIResponse beat = employee.request().post(at("/en/workspace/heartbeat"));

    assertThat(beat.status()).isEqualTo(204);
    assertThat(customer.request().post(at("/en/workspace/heartbeat")).status()).isEqualTo(200);
  }

  @Test
  void theDemoKeepsTheMailsThatItWouldSend() {
    ask("A letter for the box");
    Page mails = customer.newPage();

    mails.navigate(at("/en/demo/mail"));
    mails.click(".item:has-text(\"lena.brandt@post.example\")");

    assertThat(mails.locator(".said").textContent()).contains("Lena Brandt");
    String link = mails.locator(".said a").first().getAttribute("href");
    assertThat(mails.navigate(link).status()).isEqualTo(200);
    assertThat(mails.locator("main").textContent()).contains("A letter for the box");
    assertThat(mails.navigate(at("/en/demo/mail/none")).status()).isEqualTo(404);
  }

  /** Asks as a customer does, by the pages; answers the path of the tracking page. */
  private String ask(String subject) {
    post("presence/appearance", rule("always", "5", "3"));
    post("presence/limits", FormData.create().set("limit", "20"));
    Page form = customer.newPage();
    form.navigate(at("/en/people/" + ME));
    form.click("main button[name=channel][value=message]");
    form.fill("#name", "Lena Brandt");
    form.fill("#email", "lena.brandt@post.example");
    form.fill("#subject", subject);
    form.fill("#message", "Hello Mr Kovalenko, " + subject + ". What shall I do?");
    form.click("main button:has-text(\"Send to\")");
    assertThat(form.url()).contains("/en/requests/");
    String path = form.url().substring(form.url().indexOf("/en/requests/"));
    return path.replaceAll("[?#].*", "");
  }
}
