package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;
import org.visavis.web.testing.Visitor;

/** The presence of Tomasz, and of Emeka who stands in; browsers without JavaScript. */
@PortalTest
class PresencePagesIT {

  private static final String ME = "tomasz.kowalczyk";
  private static final String DEPUTY = "emeka.okafor";
  private static final String PAGES = "/en/workspace/presence";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

  private final PortalServer portal;
  private final BrowserContext mine;
  private final BrowserContext deputys;
  private final Page page;
  private final Page deputy;
  private final Visitor customer;

  PresencePagesIT(PortalServer portal, Browser browser) {
    this.portal = portal;
    Browser.NewContextOptions plain = new Browser.NewContextOptions().setJavaScriptEnabled(false);
    mine = browser.newContext(plain);
    deputys = browser.newContext(plain);
    page = mine.newPage();
    deputy = deputys.newPage();
    customer = Visitor.of(portal);
  }

  @BeforeEach
  void signIn() {
    signIn(page, ME);
    post("/../status", FormData.create().set("end", "clear"));
    post("/appearance", rule("always"));
  }

  @AfterEach
  void leaveAsFound() {
    page.navigate(at("/absences"));
    while (page.locator("form[action$=removal] button").count() > 0) {
      page.locator("form[action$=removal] button").first().click();
    }
    post("/limits", FormData.create().set("limit", "6"));
    post("/limits/share", FormData.create().set("clear", "true"));
    post("/limits/channels", FormData.create());
    mine.close();
    deputys.close();
  }

  private void signIn(Page page, String user) {
    page.navigate(portal.uri("/en/sign-in").toString());
    page.fill("#user", user);
    page.fill("#password", "people-first");
    page.click("main form button");
  }

  private String at(String path) {
    return portal.uri(PAGES + path).normalize().toString();
  }

  private APIResponse post(String path, FormData fields) {
    return mine.request()
        .post(at(path), RequestOptions.create().setForm(fields).setMaxRedirects(0));
  }

  private static FormData rule(String mode) {
    return FormData.create()
        .set("audience", "public")
        .set("rule", mode)
        .set("hideAt", "5")
        .set("showAt", "3")
        .set("dwell", "1")
        .set("atLimit", "show-busy");
  }

  private String publicPage() {
    return customer.get("/en/people/" + ME).body();
  }

  private String notice() {
    return page.locator(".notice").textContent();
  }

  private void plan(LocalDate first, LocalDate last, String deputy) {
    page.navigate(at("/absences"));
    page.check("input[name=kind][value=holiday]");
    page.fill("#first", first.toString());
    page.fill("#last", last.toString());
    page.fill("#note", "Out with the bees");
    page.check("input[name=notePublic]");
    page.fill("#deputy", deputy);
    page.fill("#ramp", "40, 70");
    page.click("button:has-text(\"Plan the absence\")");
  }

  @Test
  void customersSeeAHolidayWithItsReturnAndTheDeputyOnceHeHasAgreed() {
    plan(TODAY, TODAY.plusDays(2), "Emeka Okafor");

    assertThat(notice()).contains("Your absence is planned.");
    assertThat(page.locator(".planned").textContent())
        .contains("Emeka Okafor is asked and has not agreed yet", "40 %, 70 %");
    assertThat(publicPage())
        .contains("On holiday", "Back again: ", "Out with the bees")
        .doesNotContain("Until then you can ask");

    signIn(deputy, DEPUTY);
    deputy.click(".note a");
    assertThat(deputy.locator("main").textContent()).contains("Tomasz Kowalczyk");
    deputy.click("button:has-text(\"Agree\")");

    assertThat(deputy.locator(".notice").textContent()).contains("You stand in.");
    assertThat(publicPage())
        .contains("Until then you can ask", "<a href=\"/en/people/emeka.okafor\">");
    page.navigate(at("/absences"));
    assertThat(page.locator(".planned").textContent()).contains("Emeka Okafor stands in");

    deputy.click("button:has-text(\"Take back\")");

    assertThat(publicPage()).doesNotContain("Until then you can ask");

    page.click("form[action$=removal] button");

    assertThat(publicPage()).doesNotContain("Out with the bees", "Back again: ");
  }

  @Test
  void aDeputyWhoHidesIsNamedToNobodyAndFoundByNobody() {
    plan(TODAY, TODAY.plusDays(2), "Emeka Okafor");
    signIn(deputy, DEPUTY);
    deputy.navigate(at("/absences"));
    deputy.click("button:has-text(\"Agree\")");
    try {
      deputy.navigate(at("/appearance"));
      deputy.check("input[name=rule][value=hidden]");
      deputy.click("button:has-text(\"Set rule\")");

      assertThat(publicPage()).contains("Back again: ").doesNotContain(DEPUTY);
      plan(TODAY.plusDays(30), TODAY.plusDays(31), "Emeka Okafor");
      String hidden = page.locator("#deputy-error").textContent();
      plan(TODAY.plusDays(30), TODAY.plusDays(31), "Nobody Atall");
      assertThat(page.locator("#deputy-error").textContent().replace("Nobody Atall", "…"))
          .isEqualTo(hidden.replace("Emeka Okafor", "…"));
    } finally {
      deputy.navigate(at("/appearance"));
      deputy.check("input[name=rule][value=always]");
      deputy.click("button:has-text(\"Set rule\")");
      deputy.navigate(at("/absences"));
    }
  }

  @Test
  void anAbsenceWithMistakesComesBackWithWhatWasTyped() {
    plan(TODAY.plusDays(9), TODAY.plusDays(8), "a");

    assertThat(page.locator("#last-error").textContent()).contains("after the start");
    assertThat(page.locator("#deputyId option").count()).isGreaterThan(1);
    assertThat(page.inputValue("#note")).isEqualTo("Out with the bees");
    assertThat(page.inputValue("#ramp")).isEqualTo("40, 70");

    page.fill("#last", TODAY.plusDays(9).toString());
    page.click("button:has-text(\"Plan the absence\")");

    assertThat(page.locator(".planned").textContent()).contains("is asked");
    page.click(".planned a:has-text(\"Change\")");
    assertThat(page.inputValue("#first")).isEqualTo(TODAY.plusDays(9).toString());
  }

  @Test
  void whoeverWouldStandInForHimselfInACircleIsToldWho() {
    plan(TODAY.plusDays(3), TODAY.plusDays(5), "Emeka Okafor");
    signIn(deputy, DEPUTY);
    deputy.navigate(at("/absences"));
    deputy.click("button:has-text(\"Agree\")");
    deputy.fill("#first", TODAY.plusDays(4).toString());
    deputy.fill("#last", TODAY.plusDays(6).toString());
    deputy.fill("#deputy", "Tomasz Kowalczyk");
    deputy.click("button:has-text(\"Plan the absence\")");

    assertThat(deputy.locator("#deputy-error").textContent())
        .contains("Emeka Okafor → Tomasz Kowalczyk → Emeka Okafor");
  }

  @Test
  void aWeekIsTypedAsPeopleWriteAndMistakesNameTheirDay() {
    page.navigate(at("/hours"));
    String before = page.inputValue("#w1-mon");
    page.fill("#w1-mon", "8-12.30, 13-17");
    page.fill("#w1-tue", "eight to five");
    page.fill("#w1-wed", "8-12 11-15");
    page.fill("#from-0", TODAY.plusDays(20).toString());
    page.click("button:has-text(\"Set working hours\") >> nth=0");

    assertThat(page.locator("#errors").textContent())
        .contains("Tuesday: “eight to five” is no time", "Wednesday: these times overlap");
    assertThat(page.inputValue("#w1-tue")).isEqualTo("eight to five");

    page.fill("#w1-tue", "");
    page.fill("#w1-wed", "22:00-06:00");
    page.click("button:has-text(\"Set working hours\") >> nth=0");

    assertThat(notice()).contains("Your working hours hold from now on.");
    assertThat(page.inputValue("#w1-mon")).isEqualTo("08:00–12:30 13:00–17:00");
    assertThat(page.inputValue("#w1-wed")).isEqualTo("22:00–06:00");
    assertThat(page.inputValue("#from-0")).isEqualTo(TODAY.plusDays(20).toString());

    page.check("input[name=cycle][value=odd-even]");
    page.click("button:has-text(\"Show these weeks\")");

    assertThat(page.inputValue("#w2-mon")).isEqualTo("08:00–12:30 13:00–17:00");
    page.fill("#w2-mon", "");
    page.click("button:has-text(\"Set working hours\") >> nth=0");
    assertThat(page.inputValue("#w1-mon")).isNotEmpty();
    assertThat(page.inputValue("#w2-mon")).isEmpty();

    FormData found = FormData.create().set("cycle", "every");
    for (String day : new String[] {"mon", "tue", "wed", "thu", "fri"}) {
      found.set("w1-" + day, before);
    }
    assertThat(post("/hours", found).status()).isEqualTo(303);
  }

  @Test
  void limitsAreTheEmployeesOwnWithinWhatTheCompanyAllows() {
    page.navigate(at("/limits"));
    page.fill("#limit", "10");
    page.click("button:has-text(\"Set limit\")");
    assertThat(notice()).contains("Your limit is set.");

    page.fill("#percent", "60");
    page.click("button:has-text(\"Set the share\")");

    assertThat(page.locator("main").textContent())
        .contains("You take on 60 % of your limit", "0 of 6 points");

    page.click("button:has-text(\"In full again\")");
    assertThat(page.locator("main").textContent()).contains("0 of 10 points");

    page.fill("#limit-phone", "2");
    page.click("button:has-text(\"Set the limits of channels\")");
    assertThat(page.inputValue("#limit-phone")).isEqualTo("2");

    APIResponse tooMuch = post("/limits", FormData.create().set("limit", "1000"));
    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.text()).contains("value=\"1000\"").contains("id=\"limit-error\"");
    assertThat(post("/limits/share", FormData.create().set("percent", "5")).status())
        .isEqualTo(422);
  }

  @Test
  void aRuleIsTriedBeforeItIsSetAndHoldsForItsAudienceAndChannelAlone() {
    page.navigate(at("/appearance"));
    page.check("input[name=rule][value=hidden]");
    page.click("button:has-text(\"Show what that would look like\")");

    assertThat(page.locator(".what-if").textContent())
        .contains("Does not see you now", "Nothing is changed yet.");
    assertThat(customer.get("/en/people/" + ME).statusCode()).isEqualTo(200);

    page.selectOption("#for-audience", "public");
    page.selectOption("#for-channel", "callback");
    page.click("button:has-text(\"Open this rule\")");
    page.check("input[name=rule][value=hidden]");
    page.click("button:has-text(\"Set rule\")");

    assertThat(page.locator(".rules").textContent()).contains("Everybody, Callback");
    assertThat(publicPage()).doesNotContain("data-row=\"callback\"");
    page.navigate(at(""));
    assertThat(page.locator(".seen > li").first().textContent())
        .contains("By your rule nobody of this audience sees “Callback”.");

    page.navigate(at("/appearance?audience=public&channel=callback"));
    page.check("input[name=rule][value=inherit]");
    page.click("button:has-text(\"Set rule\")");
    assertThat(publicPage()).contains("data-row=\"callback\"");
  }

  @Test
  void colleaguesCanBeShownWhatCustomersAreNot() {
    post("/appearance", rule("always").set("audience", "colleague"));
    post("/appearance", rule("hidden"));
    page.navigate(at(""));

    assertThat(page.locator(".seen > li").nth(0).textContent())
        .contains("Does not see you now", "You are hidden, because you chose so.");
    assertThat(page.locator(".seen > li").nth(2).textContent()).contains("Tomasz Kowalczyk");
    assertThat(customer.get("/en/people/" + ME).statusCode()).isEqualTo(404);

    post("/appearance", rule("inherit").set("audience", "colleague"));
    page.navigate(at(""));
    assertThat(page.locator(".seen > li").nth(2).textContent()).contains("Does not see you now");
  }

  private static FilePayload calendar(String summary) {
    String day = TODAY.toString().replace("-", "");
    String end = TODAY.plusDays(1).toString().replace("-", "");
    String file =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Example//Test//EN",
            "BEGIN:VEVENT",
            "UID:bees@example.com",
            "DTSTAMP:20260101T000000Z",
            "DTSTART;VALUE=DATE:" + day,
            "DTEND;VALUE=DATE:" + end,
            "SUMMARY:" + summary,
            "END:VEVENT",
            "END:VCALENDAR",
            "");
    return new FilePayload("bees.ics", "text/calendar", file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aCalendarMakesAStatusOfItsEventsAndItsTitlesAreSeenByNobody() {
    page.navigate(at("/calendars"));
    page.fill("#name", "Bees");
    page.setInputFiles("#file", calendar("Bienen und Urlaub"));
    page.fill("#contains-0", "urlaub");
    page.selectOption("#means-0", "on-holiday");
    page.click("button:has-text(\"Save the calendar\")");

    assertThat(notice()).contains("The calendar is read.");
    assertThat(page.locator(".planned").textContent())
        .contains("Bees", "uploaded", "One time", "“urlaub” in the title means: On holiday")
        .doesNotContain("Bienen");
    page.navigate(at(""));
    assertThat(page.locator(".sources li:has-text(\"Bees\")").textContent())
        .contains("Calendar", "Says: On holiday", "decides");
    assertThat(publicPage()).contains("Back again: ").doesNotContain("Bienen");

    page.navigate(at("/calendars"));
    page.click("form[action$=removal] button");

    assertThat(notice()).contains("with all that it said");
    assertThat(publicPage()).doesNotContain("Back again: ");
  }

  @Test
  void whatWasLeftOutOfACalendarIsToldWithItsLineAndNeverWithItsContent() {
    String file =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "BEGIN:VEVENT",
            "UID:1",
            "DTSTART;TZID=Nowhere/Geheimstadt:20300301T090000",
            "DTEND;TZID=Nowhere/Geheimstadt:20300301T100000",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:2",
            "SUMMARY:Geheime Übung",
            "DTSTART:soon",
            "END:VEVENT",
            "END:VCALENDAR",
            "");
    page.navigate(at("/calendars"));
    page.fill("#name", "Übungen für später");
    page.setInputFiles(
        "#file", new FilePayload("a.ics", "text/calendar", file.getBytes(StandardCharsets.UTF_8)));
    page.click("button:has-text(\"Save the calendar\")");

    assertThat(notice()).contains("The calendar is read.");
    assertThat(page.locator(".planned").textContent())
        .contains("Übungen für später", "Last read")
        .contains("Left out at the last reading:")
        .contains("Line 8: An event whose date cannot be read was left out.")
        .contains("A time zone is not known; your own was taken.")
        .doesNotContain("Geheim");
    page.navigate(at("/calendars"));
    assertThat(page.locator(".planned").textContent())
        .as("it is still told when the page is opened later")
        .contains("Line 8: An event whose date cannot be read was left out.");
  }

  @Test
  void aCalendarThatIsNotTakenHasAReasonToActOnAndLeavesNothingBehind() {
    page.navigate(at("/calendars"));
    page.fill("#name", "Inside");
    page.fill("#address", "https://127.0.0.1/work.ics");
    page.fill("#contains-0", "Büro");
    page.click("button:has-text(\"Save the calendar\")");

    assertThat(page.locator("#address-error").textContent())
        .contains("inside your own network and is not fetched");
    assertThat(page.inputValue("#contains-0")).isEqualTo("Büro");

    page.fill("#address", "");
    page.setInputFiles(
        "#file",
        new FilePayload(
            "page.ics", "text/calendar", "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8)));
    page.click("button:has-text(\"Save the calendar\")");

    assertThat(page.locator("#file-error").textContent()).contains("This is no calendar");
    page.navigate(at("/calendars"));
    assertThat(page.locator(".planned").count()).isZero();
    assertThat(post("/calendars", FormData.create().set("name", "Nothing")).status())
        .isEqualTo(422);
  }

  @Test
  void everySourceSaysWhatItSaysHowOldItIsAndWhyItCounts() {
    plan(TODAY, TODAY.plusDays(1), "");
    post(
        "/../status",
        FormData.create().set("status", "busy").set("end", "back").set("note", "Counting bees"));
    page.navigate(at(""));

    assertThat(page.locator(".sources li").first().textContent())
        .contains("Set by hand", "decides", "Says: Busy", "Set just now");
    assertThat(page.locator(".sources li").nth(1).textContent())
        .contains("Absence", "Says: On holiday", "“Set by hand” goes first.");
    assertThat(page.locator(".seen > li").first().textContent())
        .contains("is set by hand until you are back");

    signIn(page, ME);

    page.navigate(at(""));
    assertThat(page.locator(".sources li").first().textContent()).contains("Absence", "decides");
  }

  @Test
  void nobodyButTheEmployeeComesHere() {
    for (PresenceTab tab : PresenceTab.values()) {
      assertThat(customer.get("/en" + tab.path()).body()).doesNotContain("Tomasz");
      assertThat(page.navigate(portal.uri("/de" + tab.path()).toString()).status()).isEqualTo(200);
    }
    assertThat(post("/absences/nothing", FormData.create()).status()).isEqualTo(404);
    assertThat(
            post(
                    "/absences/answer",
                    FormData.create()
                        .set("absent", DEPUTY)
                        .set("absence", "none")
                        .set("agrees", "true"))
                .status())
        .isEqualTo(404);
  }
}
