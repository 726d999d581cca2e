package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

@PortalTest
class OwnPresenceApiIT {

  private ApiClient magdalena;
  private ApiClient anybody;
  private String rule;
  private String hours;

  @BeforeEach
  void signIn(PortalServer portal) {
    magdalena = ApiClient.of(portal, "magdalena.wojcik");
    anybody = ApiClient.of(portal);
    rule = "{\"mode\": \"by-load\", \"hideAt\": 5, \"showAgainAt\": 3, \"atLimit\": \"show-busy\"}";
    hours = magdalena.get("/me/hours").body();
  }

  @AfterEach
  void leaveAsFound() {
    magdalena.put("/me/appearance", rule);
    magdalena.put("/me/hours", hours);
    magdalena.put("/me/limit", "{\"limit\": 5}");
    status("available", "");
  }

  @Test
  void aStatusIsSetSeenAndTakenBack() {
    Answer set = status("busy", "Counting panels");

    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    assertThat(magdalena.get("/me/status").body()).isEqualTo(set.body());
    assertThat(anybody.get("/people/magdalena.wojcik").text("status", "note"))
        .isEqualTo("Counting panels");
    assertThat(magdalena.delete("/me/status").status()).isEqualTo(204);
    assertThat(magdalena.get("/me/status").status()).isEqualTo(204);
    assertThat(magdalena.delete("/me/status").status()).isEqualTo(204);
  }

  @Test
  void theLimitStaysWithinTheBoundsThatEverybodySees() {
    Answer limit = magdalena.put("/me/limit", "{\"limit\": 7}");
    assertThat(limit.json().get("limit").getAsInt()).isEqualTo(7);

    Answer tooMuch = magdalena.put("/me/limit", "{\"limit\": 100000}");

    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.body()).contains("limit", limit.json().get("largest").getAsString());
    assertThat(magdalena.get("/me/limit").json().get("limit").getAsInt()).isEqualTo(7);
  }

  @Test
  void theRuleDecidesWhoSees() {
    magdalena.put("/me/appearance", "{\"mode\": \"hidden\"}");

    assertThat(magdalena.get("/me/preview").json().get("shown").getAsBoolean()).isFalse();
    assertThat(magdalena.get("/me/explanation").json().getAsJsonArray("reasons")).isNotEmpty();
    assertThat(anybody.get("/people/magdalena.wojcik").status()).isEqualTo(404);

    magdalena.put("/me/appearance", "{\"mode\": \"always\"}");

    assertThat(magdalena.get("/me/preview").text("person", "id")).isEqualTo("magdalena.wojcik");
    assertThat(magdalena.get("/me/preview").json().getAsJsonObject("person").toString())
        .isEqualTo(anybody.get("/people/magdalena.wojcik").json().toString());
  }

  @Test
  void anExplanationIsInWholeSentencesOfTheOwnLanguage() {
    String german = magdalena.with("Accept-Language", "de").get("/me/explanation").body();
    String english = magdalena.get("/me/explanation").body();

    assertThat(german).isNotEqualTo(english).contains("reasons");
    assertThat(english).doesNotContain("explain.");
  }

  @Test
  void hoursAreReadAndWrittenInTheSameForm() {
    String own = "{\"hours\":\"Mon-Fri 08:00-12:00\",\"timeZone\":\"Europe/Warsaw\"}";

    assertThat(magdalena.put("/me/hours", own).body()).isEqualTo(own);
    assertThat(magdalena.get("/me/hours").body()).isEqualTo(own);
  }

  @Test
  void aDeviceCountsForATime() {
    assertThat(magdalena.put("/me/sessions/desk", "{\"timeToLive\": 60}").status()).isEqualTo(204);
    assertThat(magdalena.delete("/me/sessions/desk").status()).isEqualTo(204);
    assertThat(magdalena.put("/me/sessions/desk", "{\"timeToLive\": 0}").status()).isEqualTo(422);
    assertThat(magdalena.put("/me/sessions/desk", "{\"timeToLive\": 3601}").status())
        .isEqualTo(422);
  }

  @Test
  void nobodyElseIsLetIn() {
    Answer stranger = anybody.get("/me/status");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(anybody.with("Authorization", "Bearer nonsense").get("/me/status").status())
        .isEqualTo(401);
    assertThat(magdalena.send("POST", "/admin/import", "text/csv", "id\n").status()).isEqualTo(403);
  }

  private Answer status(String code, String note) {
    return magdalena.put(
        "/me/status",
        """
        {"code": "%s", "until": "%s", "note": "%s"}"""
            .formatted(code, OffsetDateTime.now(ZoneOffset.ofHours(2)).plusHours(8), note));
  }
}
