package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/** The profile of Carmen, whom no other test touches. */
@PortalTest
class OwnProfileApiIT {

  private static final String ME = "carmen.ortega";

  private ApiClient carmen;
  private ApiClient anybody;

  @BeforeEach
  void signIn(PortalServer portal) {
    carmen = ApiClient.of(portal, ME);
    anybody = ApiClient.of(portal);
  }

  @AfterEach
  void leaveAsFound() {
    carmen.put("/me/consents", "{\"surname\": \"public\", \"photo\": \"public\"}");
  }

  private static byte[] photo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private Answer portrait(String query, byte[] file) {
    return carmen.send("PUT", "/me/portrait" + query, "image/jpeg", file);
  }

  @Test
  void aProfileComesBackAsItWasSaid() {
    Answer said =
        carmen.put(
            "/me/profile",
            "{\"about\": {\"de\": \"Ich berate.\", \"und\": \"Hola\"}, \"languages\": [\"es\","
                + " \"pt-BR\"], \"links\": [{\"href\": \"https://example.org/\", \"label\":"
                + " \"Home\"}]}");

    assertThat(said.status()).as(said.body()).isEqualTo(200);
    assertThat(carmen.get("/me/profile").body()).isEqualTo(said.body());
    assertThat(said.text("about", "de")).isEqualTo("Ich berate.");
    assertThat(said.text("about", "und")).isEqualTo("Hola");
    assertThat(said.json().getAsJsonArray("ownFields").toString())
        .contains("about", "languages", "links");
    assertThat(anybody.get("/me/profile").status()).isEqualTo(401);
  }

  @Test
  void whatIsWrongIsNamed() {
    Answer wrong =
        carmen.put(
            "/me/profile",
            "{\"about\": {\"de\": \""
                + "x".repeat(2_001)
                + "\"}, \"languages\": [\"zz-what\"], \"topics\": [\"no-such-topic\"], \"links\":"
                + " [{\"href\": \"javascript:alert(1)\"}], \"more\": 1}");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("about.de", "languages", "topics", "links[0].href", "\"more\"");
  }

  @Test
  void aPortraitIsShownAndTakenAway() {
    assertThat(portrait("?disclosure=public", photo()).status()).isEqualTo(204);
    String shown = anybody.get("/people/" + ME).text("portrait");
    assertThat(shown).isEqualTo(carmen.get("/me/profile").text("portrait"));
    assertThat(anybody.page(shown).status()).isEqualTo(200);

    assertThat(carmen.delete("/me/portrait").status()).isEqualTo(204);

    assertThat(anybody.page(shown).status()).isEqualTo(404);
    assertThat(carmen.get("/me/profile").json().get("portrait").isJsonNull()).isTrue();
  }

  @Test
  void aPortraitNeedsSomebodyWhoMaySeeIt() {
    carmen.put("/me/consents", "{\"photo\": \"nobody\"}");

    assertThat(portrait("", photo()).status()).isIn(400, 422);
    assertThat(portrait("?disclosure=nobody", photo()).status()).isIn(400, 422);
    assertThat(portrait("?disclosure=colleagues", photo()).status()).isEqualTo(204);
    assertThat(anybody.get("/people/" + ME).json().get("portrait").isJsonNull()).isTrue();
    assertThat(portrait("", photo()).status()).isEqualTo(204);
  }

  @Test
  void whatIsNoPortraitIsRefusedWithACode() {
    Answer page = portrait("?disclosure=public", "<html>".getBytes(StandardCharsets.UTF_8));
    Answer truncated =
        portrait("?disclosure=public", java.util.Arrays.copyOf(photo(), photo().length - 10));
    Answer large = portrait("?disclosure=public", java.util.Arrays.copyOf(photo(), 10_000_001));

    assertThat(page.status()).isEqualTo(415);
    assertThat(page.body()).contains("not-an-image");
    assertThat(truncated.status()).isEqualTo(422);
    assertThat(truncated.body()).contains("broken");
    assertThat(large.status()).isEqualTo(413);
    assertThat(carmen.send("PUT", "/me/portrait", "text/html", photo()).status()).isEqualTo(415);
  }

  @Test
  void aConsentAppliesAtOnceEverywhere() {
    Answer said = carmen.put("/me/consents", "{\"surname\": \"known-customers\"}");

    assertThat(said.text("consents", "surname", "disclosure")).isEqualTo("known-customers");
    assertThat(said.text("consents", "surname", "basis")).isEqualTo("person");
    assertThat(anybody.get("/people/" + ME).status()).isEqualTo(404);
    String handle = anybody.handle("Carmen").orElseThrow();
    assertThat(anybody.get("/people/" + handle).text("displayName")).isEqualTo("Carmen");
    assertThat(anybody.get("/people?q=Ortega").body()).doesNotContain(ME);

    carmen.put("/me/consents", "{\"surname\": \"public\"}");

    assertThat(anybody.get("/people?q=Ortega").body()).contains(ME);
    assertThat(carmen.put("/me/consents", "{\"surname\": \"friends\"}").status()).isEqualTo(422);
    assertThat(carmen.put("/me/consents", "{\"hair\": \"public\"}").status()).isEqualTo(422);
  }
}
