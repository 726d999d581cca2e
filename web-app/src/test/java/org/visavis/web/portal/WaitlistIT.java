package org.visavis.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.Eventually;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;
import org.visavis.web.testing.Visitor;

/** "Tell me when this person is free", from the mails' side as well. No script is needed. */
@PortalTest
class WaitlistIT {

  /** At the limit of two, with a waitlist. */
  private static final String DOROTHEA = "dorothea.vonahlen";

  private static final String HIDDEN = "bjoern.grosskopf";
  private static final String UNKNOWN = "bjoern.grosskopg";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Pattern LINK = Pattern.compile("/(en|de)/(waitlist|request)/[^\\s\"<]+");

  private final String address = "kim-" + UUID.randomUUID() + "@example.org";
  private final Visitor visitor;
  private final ApiClient anybody;
  private final ApiClient dorothea;

  WaitlistIT(PortalServer portal) {
    visitor = Visitor.of(portal);
    anybody = ApiClient.of(portal);
    dorothea = ApiClient.of(portal, DOROTHEA);
  }

  @AfterEach
  void leaveAsFound() {
    limit(2);
  }

  private void limit(int points) {
    assertThat(dorothea.put("/me/limit", "{\"limit\": " + points + "}").status()).isEqualTo(200);
  }

  /** The addresses of the mails with that subject that went to this test's customer. */
  private Set<String> links(String subject) {
    Set<String> links = new HashSet<>();
    Document box = Jsoup.parse(visitor.get("/en/demo/mail").body());
    for (Element mail : box.select("a[href^=/en/demo/mail/]")) {
      if (mail.text().contains(address) && mail.text().contains(subject)) {
        Matcher link = LINK.matcher(visitor.get(mail.attr("href")).body());
        while (link.find()) {
          links.add(link.group());
        }
      }
    }
    return links;
  }

  private String theLink(String subject) {
    Eventually.holds(subject, SOON, () -> links(subject).size() == 1);
    return links(subject).iterator().next();
  }

  @Test
  void customerIsToldOnceAndFindsThePlaceHeld() {
    Document page = Jsoup.parse(visitor.get("/en/people/" + DOROTHEA).body());
    assertThat(page.select(".tell h2").text()).isEqualTo("Tell me when Dorothea von Ahlen is free");
    Map<String, String> form =
        Map.of(
            "to", page.select(".tell input[name=to]").attr("value"),
            "channel", page.select(".tell input[name=channel]").attr("value"),
            "address", address);
    assertThat(form.get("channel")).isEqualTo("message");
    assertThat(Visitor.location(visitor.post("/en/waitlist", form)))
        .isEqualTo("/en/waitlist/asked");
    assertThat(visitor.get("/en/waitlist/asked").body()).contains("Please look into your mail");

    String entry = theLink("Shall we tell you when Dorothea von Ahlen is free?");
    assertThat(visitor.get(entry).body()).contains("Shall we tell you when Dorothea");
    assertThat(visitor.get(entry).body()).as("looking confirms nothing").contains("Yes, tell me");
    assertThat(Visitor.location(visitor.post(entry + "/confirm", Map.of()))).isEqualTo(entry);
    assertThat(visitor.get(entry).body()).contains("We tell you as soon as Dorothea");

    limit(3);
    String place = theLink("Dorothea von Ahlen is free now");
    Document held = Jsoup.parse(visitor.get(place).body());
    assertThat(held.select(".hold").text()).contains("A place with Dorothea von Ahlen is held");
    assertThat(visitor.get(entry).statusCode()).isEqualTo(404);
    visitor.post(place + "/release", Map.of());
    assertThat(links("Dorothea von Ahlen is free now")).hasSize(1);
  }

  @Test
  void whoeverConfirmsWhileThereIsRoomIsLedToThePlaceAtOnce() {
    Answer joined = join(DOROTHEA, "{\"email\": \"" + address + "\"}");
    assertThat(joined.status()).isEqualTo(202);
    assertThat(joined.body()).isEmpty();
    String entry = theLink("Shall we tell you when Dorothea von Ahlen is free?");
    limit(3);

    Eventually.holds(
        "there is room", SOON, () -> dorothea.get("/me/preview").body().contains("\"open\""));
    String place = Visitor.location(visitor.post(entry + "/confirm", Map.of()));
    assertThat(place).startsWith("/en/request/");
    visitor.post(place + "/release", Map.of());
  }

  @Test
  void theSecretLinkTakesItBackAndNothingIsSaidTwice() {
    join(DOROTHEA, "{\"email\": \"" + address + "\", \"language\": \"de\"}");
    join(DOROTHEA, "{\"email\": \"" + address.toUpperCase(Locale.ROOT) + "\"}");
    String entry = theLink("Sollen wir Bescheid geben, wenn Dorothea von Ahlen frei ist?");
    assertThat(entry).startsWith("/de/");
    assertThat(Visitor.location(visitor.post(entry + "/withdraw", Map.of())))
        .isEqualTo("/de/waitlist/withdrawn");
    assertThat(visitor.get("/de/waitlist/withdrawn").statusCode()).isEqualTo(200);
    assertThat(visitor.get(entry).body()).contains("Hier wartet niemand mehr");
    assertThat(visitor.post(entry + "/confirm", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void hiddenPersonIsNobodyToWaitFor() {
    String wish = "{\"email\": \"" + address + "\"}";
    Answer hidden = join(HIDDEN, wish);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(join(UNKNOWN, wish).body());
    for (String language : List.of("de", "en")) {
      HttpResponse<String> page = join(language, HIDDEN, "message", address);
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body().replace(HIDDEN, UNKNOWN))
          .isEqualTo(join(language, UNKNOWN, "message", address).body());
    }
    assertThat(links("free")).isEmpty();
  }

  @Test
  void whatCannotBeUnderstoodIsAnsweredWithAdvice() {
    HttpResponse<String> wrong = join("en", DOROTHEA, "message", "kim at example");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(wrong.body()).select("#address").attr("value"))
        .isEqualTo("kim at example");
    assertThat(join("en", DOROTHEA, "pigeon", address).statusCode()).isEqualTo(400);
    assertThat(join(DOROTHEA, "{}").body()).contains("\"email\"");
    assertThat(join(DOROTHEA, "{\"email\": \"kim\"}").status()).isEqualTo(422);
    assertThat(join(DOROTHEA, "{\"email\": \"" + address + "\", \"channel\": \"video\"}").status())
        .isEqualTo(422);
    assertThat(visitor.get("/en/waitlist/nothing-that-can-be").statusCode()).isEqualTo(404);
  }

  private Answer join(String person, String wish) {
    return anybody.post("/people/" + person + "/waitlist", wish);
  }

  private HttpResponse<String> join(String language, String person, String channel, String email) {
    return visitor.post(
        "/" + language + "/waitlist", Map.of("to", person, "channel", channel, "address", email));
  }
}
