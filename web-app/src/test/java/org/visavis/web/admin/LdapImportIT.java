package org.visavis.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.directory.exchange.Slapd;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/** A portal that reads a real OpenLDAP server: one story, from the first look to its end. */
@PortalTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LdapImportIT {

  @TempDir static Path folder;

  private static Slapd slapd;
  private static PortalServer portal;

  @BeforeAll
  static void startBoth() throws Exception {
    slapd = Slapd.start(folder);
    try (LDAPConnection to = slapd.connection()) {
      to.add("dn: " + Slapd.SUFFIX, "objectClass: domain", "dc: example");
      to.add("dn: " + Slapd.PEOPLE, "objectClass: organizationalUnit", "ou: people");
      add(to, "live.one", "Liva", "Erste");
      add(to, "live.two", "Livb", "Zweite");
    }
    portal =
        PortalServer.named("ldap")
            .demo()
            .with("VISAVIS_LDAP_URL", slapd.address())
            .with("VISAVIS_LDAP_STARTTLS", "off")
            .with("VISAVIS_LDAP_USER", Slapd.ACCOUNT)
            .with("VISAVIS_LDAP_PASSWORD", Slapd.PASSWORD)
            .with("VISAVIS_LDAP_BASE", Slapd.PEOPLE)
            .with("VISAVIS_LDAP_MINUTES", "1")
            .start();
  }

  @AfterAll
  static void stopBoth() throws InterruptedException {
    if (portal != null) {
      portal.close();
    }
    if (slapd != null) {
      slapd.close();
    }
  }

  private static void add(LDAPConnection to, String uid, String given, String family)
      throws Exception {
    to.add(
        "dn: uid=" + uid + "," + Slapd.PEOPLE,
        "objectClass: inetOrgPerson",
        "uid: " + uid,
        "cn: " + given + " " + family,
        "sn: " + family,
        "givenName: " + given,
        "ou: Live-Desk");
  }

  private static JsonObject state() {
    return ApiClient.of(portal, "admin").get("/admin/import/ldap").json();
  }

  private static Answer imported(String query) {
    return ApiClient.of(portal, "admin").send("POST", "/admin/import/ldap" + query, "", "");
  }

  private static boolean isShown(String displayName) {
    return ApiClient.of(portal).handle(displayName).isPresent();
  }

  @Test
  @Order(1)
  void theApiSaysWhatWouldHappenAndNothingHappens() {
    assertThat(state().get("lastImport").isJsonNull()).isTrue();

    Answer dry = imported("?dryRun=true");

    assertThat(dry.status()).as(dry.toString()).isEqualTo(200);
    assertThat(dry.json().getAsJsonArray("created")).hasSize(2);
    assertThat(isShown("Liva")).isFalse();
    assertThat(imported("?fingerprint=of-another-plan").status()).isEqualTo(409);
    assertThat(isShown("Liva")).isFalse();
    assertThat(ApiClient.of(portal).get("/admin/import/ldap").status()).isEqualTo(401);
  }

  @Test
  @Order(2)
  void anAdministratorLooksFirstAndThenImports(Browser browser) {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(portal.uri("/en/sign-in").toString());
      page.fill("#user", "admin");
      page.fill("#password", "people-first");
      page.click("main form button");
      page.navigate(portal.uri("/en/admin/import").toString());
      assertThat(page.textContent("main"))
          .contains(Slapd.PEOPLE)
          .contains("Nothing has been imported from it yet")
          .contains("/scim/v2");

      page.click("#ldap");
      assertThat(page.locator(".figures dd").allTextContents())
          .containsExactly("2", "2", "0", "0", "0");
      assertThat(page.textContent("main")).contains("Nothing has been written yet");
      assertThat(isShown("Liva")).isFalse();
      page.click("button:has-text(\"Import for real\")");

      assertThat(page.textContent("main"))
          .contains("The directory is up to date")
          .contains("by hand: 2 read, 2 new");
      assertThat(page.content()).doesNotContain(Slapd.PASSWORD);
    }
    String one = ApiClient.of(portal).handle("Liva").orElseThrow();
    assertThat(ApiClient.of(portal).get("/people/" + one).body())
        .contains("Liva")
        .doesNotContain("Erste");
    assertThat(state().getAsJsonObject("lastImport").get("created").getAsInt()).isEqualTo(2);
  }

  @Test
  @Order(3)
  void theScheduleTakesOverWhoHasChanged() throws Exception {
    try (LDAPConnection to = slapd.connection()) {
      to.modify(
          "uid=live.two," + Slapd.PEOPLE,
          new Modification(ModificationType.REPLACE, "givenName", "Livia"));
      add(to, "live.three", "Livc", "Dritte");
    }
    Instant end = Instant.now().plus(Duration.ofMinutes(3));
    while (!isShown("Livc") && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(500);
    }

    assertThat(isShown("Livc")).isTrue();
    assertThat(isShown("Livia")).isTrue();
    assertThat(state().getAsJsonObject("lastImport").get("scheduled").getAsBoolean()).isTrue();
  }

  @Test
  @Order(4)
  void aServerThatIsGoneIsSaidAndThePasswordNever() throws Exception {
    slapd.close();

    Answer gone = imported("");

    assertThat(gone.status()).isEqualTo(502);
    assertThat(gone.text("type")).isEqualTo("urn:visavis:problem:ldap-unreachable");
    assertThat(gone.body() + state() + portal.log() + portal.console())
        .doesNotContain(Slapd.PASSWORD);
  }
}
