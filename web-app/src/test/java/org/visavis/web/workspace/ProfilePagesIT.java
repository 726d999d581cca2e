package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;
import org.visavis.web.testing.Visitor;

/** The profile of Luca, whom no other test touches; a browser without JavaScript. */
@PortalTest
class ProfilePagesIT {

  private static final String ME = "luca.moretti";

  private final PortalServer portal;
  private final BrowserContext employee;
  private final Page page;
  private final Visitor customer;

  ProfilePagesIT(PortalServer portal, Browser browser) {
    this.portal = portal;
    employee = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page = employee.newPage();
    customer = Visitor.of(portal);
  }

  @BeforeEach
  void signIn() {
    page.navigate(at("/en/sign-in"));
    page.fill("#user", ME);
    page.fill("#password", "people-first");
    page.click("main form button");
    page.navigate(at("/en/workspace/profile"));
  }

  @AfterEach
  void leave() {
    employee.close();
  }

  private String at(String path) {
    return portal.uri(path).toString();
  }

  private static byte[] photo(Color colour) {
    BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 300 * 400; i++) {
      image.setRGB(i % 300, i / 300, colour.getRGB());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private void upload(byte[] file, String disclosure) {
    page.setInputFiles("#file", new FilePayload("me.png", "image/png", file));
    page.selectOption("#photo-disclosure", disclosure);
    page.click("form[enctype] button");
  }

  private void choose(String attribute, String disclosure) {
    page.selectOption("#consent-" + attribute, disclosure);
    page.click("form[action$=consents] button");
  }

  private String publicPage() {
    return customer.get("/en/people/" + ME).body();
  }

  private String ownFace() {
    String src = page.locator(".own-face img").getAttribute("src");
    return src.substring(0, src.lastIndexOf('/'));
  }

  @Test
  void theProfileLeadsToAllThatIsKeptAndToItsFile() {
    page.click("a[href$='/workspace/record']");

    assertThat(page.locator("dl.record").textContent()).contains(ME, "disclosedTo");
    var file = page.waitForDownload(() -> page.click("a[download]"));
    assertThat(file.suggestedFilename()).isEqualTo(ME + ".json");
  }

  @Test
  void aPortraitIsShownReplacedAndGone() {
    upload(photo(Color.ORANGE), "public");

    assertThat(page.locator(".notice").textContent()).contains("shown from now on");
    String first = ownFace();
    assertThat(publicPage()).contains(first + "/384");
    for (int side : new int[] {96, 192, 768}) {
      assertThat(customer.get(first + "/" + side).headers().firstValue("Content-Type"))
          .hasValue("image/jpeg");
    }

    upload(photo(Color.BLUE), "public");

    String second = ownFace();
    assertThat(second).isNotEqualTo(first);
    assertThat(customer.get(first + "/384").statusCode()).isEqualTo(404);
    assertThat(customer.get(second + "/384").statusCode()).isEqualTo(200);

    page.click("form[action$=portrait-removal] button");

    assertThat(page.locator(".own-face img").count()).isZero();
    assertThat(customer.get(second + "/384").statusCode()).isEqualTo(404);
    assertThat(publicPage()).doesNotContain("/portraits/" + second);
  }

  @Test
  void aPhotoThatIsWithdrawnIsGoneAtOnceAndForGood() {
    upload(photo(Color.GREEN), "public");
    String face = ownFace();
    assertThat(customer.get(face + "/96").statusCode()).isEqualTo(200);

    choose("photo", "colleagues");

    assertThat(customer.get(face + "/96").statusCode()).isEqualTo(404);
    assertThat(publicPage()).doesNotContain(face);
    assertThat(page.locator(".own-face img").count()).isEqualTo(1);

    choose("photo", "nobody");
    choose("photo", "public");

    assertThat(page.locator(".own-face img").count()).isZero();
    assertThat(customer.get(face + "/96").statusCode()).isEqualTo(404);
  }

  @Test
  void aPhotoForKnownCustomersIsShownWhereTheyFollowTheirRequestsAlone() {
    upload(photo(Color.PINK), "known-customers");
    String open = ownFace();
    String tracking = handIn();
    String other = handIn();
    String src = faceOn(tracking);

    assertThat(publicPage()).doesNotContain(open);
    assertThat(customer.get(open + "/384").statusCode()).isEqualTo(404);
    assertThat(src).startsWith(tracking + "/portraits/").endsWith("/384");
    HttpResponse<String> image = customer.get(src);
    assertThat(image.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(image.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(faceOn(other)).isNotEqualTo(src);
    String nobodys = tracking.substring(0, tracking.length() - 3) + "AAA";
    assertThat(customer.get(src.replace(tracking, nobodys)).statusCode()).isEqualTo(404);
    assertThat(customer.get(tracking + "/portraits/" + "0".repeat(64) + "/384").statusCode())
        .isEqualTo(404);

    choose("photo", "colleagues");

    assertThat(customer.get(src).statusCode()).isEqualTo(404);
    assertThat(customer.get(tracking).body()).doesNotContain("/portraits/");

    page.click("form[action$=portrait-removal] button");
    for (String request : new String[] {tracking, other}) {
      customer.post(request + "/withdraw", Map.of());
    }
  }

  private String handIn() {
    String tracking =
        ApiClient.of(portal)
            .with("Idempotency-Key", UUID.randomUUID().toString())
            .post(
                "/requests",
                """
                {"employee": "%s", "channel": "message", "subject": "A face", "message": "Hello",
                 "ifUnavailable": "wait", "customer": {"name": "Kim", "email": "kim@example.org"}}"""
                    .formatted(ME))
            .text("tracking");
    return "/en/requests/" + tracking.substring(tracking.lastIndexOf('/') + 1);
  }

  private String faceOn(String tracking) {
    return Jsoup.parse(customer.get(tracking).body()).select(".aside img").attr("src");
  }

  @Test
  void aFileThatIsNoPhotographIsRefusedWithWords() {
    upload("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "public");

    assertThat(page.locator("#file-error").textContent()).contains("JPEG, PNG or WebP");
    assertThat(page.locator("#errors").isVisible()).isTrue();

    byte[] photo = photo(Color.RED);
    upload(java.util.Arrays.copyOf(photo, photo.length - 9), "public");

    assertThat(page.locator("#file-error").textContent()).contains("incomplete");
  }

  @Test
  void eachAudienceSeesInThePreviewWhatItMaySee() {
    choose("surname", "colleagues");

    assertThat(page.locator(".seen strong").allTextContents())
        .containsExactly("Luca", "Luca", "Luca Moretti");
    assertThat(customer.get("/en/people/" + ME).statusCode()).isEqualTo(404);
    Document found = Jsoup.parse(customer.get("/en/people?q=luca").body());
    String address = found.select("article h3 a[href*=/people/_]").attr("href");
    assertThat(customer.get(address).body()).contains("Luca").doesNotContain("Moretti", "/" + ME);
    assertThat(page.locator("#since-surname").textContent()).contains("by you");

    choose("surname", "public");

    assertThat(publicPage()).contains("Luca Moretti");
  }

  @Test
  void whatSomebodySaysIsReadByWhomItIsDisclosedTo() {
    page.fill("#about-en", "I mend bikes.\nAnd I sing.");
    page.fill("#languages", "Italian, Deutsch");
    page.fill("#links", "https://example.org/luca My bikes");
    page.click("form[action$='/workspace/profile'] button");

    assertThat(page.locator(".notice").textContent()).contains("saved");
    assertThat(page.locator("#languages").inputValue()).isEqualTo("Italian, German");
    choose("about", "nobody");
    assertThat(publicPage()).doesNotContain("I mend bikes.");

    choose("about", "public");

    assertThat(publicPage()).contains("I mend bikes.", "https://example.org/luca");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsLost() {
    page.fill("#about-en", "Something long to type again");
    page.fill("#links", "example.org");
    page.click("form[action$='/workspace/profile'] button");

    assertThat(page.locator("#links-error").textContent()).contains("example.org");
    assertThat(page.locator("#about-en").inputValue()).isEqualTo("Something long to type again");
  }
}
