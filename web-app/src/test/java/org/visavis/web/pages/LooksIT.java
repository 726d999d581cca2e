package org.visavis.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/**
 * Opens every page as people do, on a phone and on a desk, in both languages, light and dark: axe
 * finds nothing, nothing sticks out, and a picture is kept of each under {@code
 * target/screenshots}, those of the documentation where {@code visavis.images} says.
 */
@PortalTest
class LooksIT {

  private static final Path PICTURES = Path.of("target/screenshots");
  private static final String EMPLOYEE = "amara.nwosu";
  private static final String BOOKABLE = "seun.adeyemi";
  private static final String PASSWORD = "people-first";

  private static Stream<Look> looks() {
    return Stream.of(
        new Look(390, 844, "en", ColorScheme.LIGHT),
        new Look(1280, 900, "en", ColorScheme.LIGHT),
        new Look(390, 844, "de", ColorScheme.DARK),
        new Look(1280, 900, "de", ColorScheme.DARK));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void everyPageIsAccessibleAndFitsItsScreen(Look look, PortalServer portal, Browser browser) {
    List<String> wrong = new ArrayList<>();
    try (BrowserContext customer = look.in(browser);
        BrowserContext employee = look.in(browser);
        BrowserContext administrator = look.in(browser)) {
      Visit visit = new Visit(look, portal, customer.newPage(), wrong);
      String tracking = customerPages(visit);
      Visit work = new Visit(look, portal, employee.newPage(), wrong);
      employeePages(work);
      Visit admin = new Visit(look, portal, administrator.newPage(), wrong);
      administratorPages(admin);
      visit.page().navigate(tracking);
      visit.look("tracking");
      visit.page().locator("form[action$='/withdraw'] button").click();
      visit.look("tracking-withdrawn");
    }
    assertThat(wrong).isEmpty();
  }

  /** Answers the address under which the customer follows the request. */
  private static String customerPages(Visit visit) {
    visit.open("/people");
    visit.look("people");
    visit.open("/people?q=rehcnung");
    visit.look("people-found");
    visit.open("/people?q=xylophon");
    visit.look("people-nobody");
    visit.open("/people/nobody.here");
    visit.look("not-found");
    visit.open("/appointments/" + BOOKABLE);
    visit.look("times");
    visit.page().locator("#slot a.button").first().click();
    visit.look("times-form");
    visit.open("/people/" + EMPLOYEE);
    visit.look("person");
    Page page = visit.page();
    page.locator("button[name=channel][value=message]:visible").first().click();
    page.waitForURL("**/request/**");
    visit.look("request");
    page.locator("button.primary.big").click();
    visit.look("request-errors");
    page.fill("#name", "Jana Peters");
    page.fill("#email", "jana.peters@example.org");
    page.fill("#subject", visit.words("Ein Lastenrad für zwei Kinder", "A cargo bike for two"));
    page.fill(
        "#message",
        visit.words(
            "Guten Tag, wir suchen ein Rad für zwei Kinder und den Einkauf. Können wir am Samstag"
                + " eine Probefahrt machen?",
            "Hello, we look for a bike for two children and the shopping. Could we come for a test"
                + " ride on Saturday?"));
    page.locator("button.primary.big").click();
    page.waitForURL("**/requests/**");
    visit.look("tracking-new");
    return page.url();
  }

  private static void employeePages(Visit visit) {
    Page page = visit.page();
    visit.open("/workspace");
    visit.look("sign-in");
    signIn(page, EMPLOYEE);
    visit.look("workspace");
    visit.open("/workspace/profile");
    visit.look("profile");
    visit.page().fill("#languages", "Quenya");
    visit.page().locator("form[action$='/workspace/profile'] button").click();
    visit.look("profile-errors");
    presencePages(visit);
    visit.open("/workspace");
    page.locator("a.item").filter(visit.containing("Lastenrad", "cargo bike")).first().click();
    page.waitForURL("**/workspace/requests/**");
    visit.look("care");
    page.fill(
        "#message",
        visit.words(
            "Guten Tag Frau Peters, Samstag um elf passt gut. Ich stelle zwei Räder bereit.",
            "Hello Ms Peters, Saturday at eleven is fine. I will have two bikes ready."));
    page.locator("form[action$='/reply'] button").first().click();
    visit.look("care-answered");
    visit.open("/demo/mail");
    visit.look("mails");
  }

  private static void presencePages(Visit visit) {
    Page page = visit.page();
    visit.open("/workspace/presence/absences");
    page.fill("#first", "2028-07-03");
    page.fill("#last", "2028-07-21");
    page.fill("#note", visit.words("Radeln an der Loire", "Cycling along the Loire"));
    page.fill("#deputy", "Anna Brandt");
    page.fill("#ramp", "50, 75");
    page.locator("form button.primary").last().click();
    visit.look("absences");
    visit.open("/workspace/presence");
    visit.look("presence");
    visit.open("/workspace/presence/absences");
    page.locator("form[action$=removal] button").first().click();
    page.fill("#first", "2028-07-21");
    page.fill("#last", "2028-07-03");
    page.fill("#deputy", "a");
    page.locator("form button.primary").last().click();
    visit.look("absences-errors");
    visit.open("/workspace/presence/hours");
    visit.look("hours");
    page.fill("#w1-tue", visit.words("acht bis fünf", "eight to five"));
    page.check("input[name=cycle][value=odd-even]");
    page.locator("form button.primary").first().click();
    visit.look("hours-errors");
    visit.open("/workspace/presence/calendars");
    visit.look("calendars");
    page.fill("#name", visit.words("Arbeit", "Work"));
    page.fill("#address", "https://127.0.0.1/work.ics");
    page.fill("#contains-0", "Urlaub");
    page.locator("form button.primary").last().click();
    visit.look("calendars-errors");
    visit.open("/workspace/presence/limits");
    visit.look("limits");
    visit.open("/workspace/presence/appointments");
    visit.look("appointments");
    visit.open("/workspace/duty");
    visit.look("duty");
    visit.open("/workspace/presence/appearance?audience=public&channel=message");
    page.check("input[name=rule][value=hidden]");
    page.locator("button[value=preview]").click();
    visit.look("appearance-preview");
  }

  private static void administratorPages(Visit visit) {
    visit.open("/admin");
    signIn(visit.page(), "admin");
    visit.look("admin");
    visit.open("/admin/import");
    visit.look("import");
    visit
        .page()
        .setInputFiles(
            "#file",
            new FilePayload(
                "people.csv",
                "text/csv",
                "Personalnummer;Anzeigename;Schuhgröße\nlooks.1;Eva Weiß;38\n;Ohne Nummer;40\n"
                    .getBytes(StandardCharsets.UTF_8)));
    visit.page().locator("#file").locator("xpath=ancestor::form").locator("button").click();
    visit.page().locator("details").first().evaluate("box => box.open = true");
    visit.look("import-tried");
    visit.open("/admin/invitations");
    visit.look("invitations");
    visit.open("/admin/duty");
    visit.look("duty-admin");
    visit.open("/admin/policies");
    visit.look("policies");
    visit.page().fill("#hours-bikes", "bald");
    visit.page().locator("main form button").click();
    visit.look("policies-errors");
  }

  private static void signIn(Page page, String user) {
    page.fill("#user", user);
    page.fill("#password", PASSWORD);
    page.locator("button.primary.big").click();
  }

  /** How somebody looks at the portal. */
  private record Look(int width, int height, String language, ColorScheme scheme) {

    BrowserContext in(Browser browser) {
      return browser.newContext(
          new Browser.NewContextOptions()
              .setViewportSize(width, height)
              .setLocale(language)
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
    }

    boolean isForTheDocumentation() {
      return scheme == ColorScheme.LIGHT && System.getProperty("visavis.images") != null;
    }
  }

  /** One visitor's page, and what was wrong on it. */
  private record Visit(Look look, PortalServer portal, Page page, List<String> wrong) {

    private static final String ALL_FACES_SHOWN =
        "Promise.all(Array.from(document.images, image => { image.loading = 'eager'; return"
            + " image.decode().catch(() => {}); }))";

    private static final List<String> DOCUMENTED =
        List.of("people", "person", "request", "workspace", "presence", "tracking");

    void open(String path) {
      page.navigate(portal.uri("/" + look.language() + path).toString());
    }

    String words(String german, String english) {
      return look.language().equals("de") ? german : english;
    }

    Locator.FilterOptions containing(String german, String english) {
      return new Locator.FilterOptions().setHasText(words(german, english));
    }

    void look(String name) {
      page.evaluate(ALL_FACES_SHOWN);
      String file = name + "-" + look.width() + "-" + look.language() + ".png";
      page.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
      if (look.isForTheDocumentation() && DOCUMENTED.contains(name)) {
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("visavis.images")).resolve(file)));
      }
      Object overhang =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (!Integer.valueOf(0).equals(overhang)) {
        wrong.add(look + " " + name + " sticks out by " + overhang + " pixels");
      }
      for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
        wrong.add(
            look
                + " "
                + name
                + ": "
                + rule.getHelp()
                + " at "
                + rule.getNodes().stream().map(node -> node.getTarget().toString()).toList());
      }
    }
  }
}
