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
    String own = "{\"hours\": \"Mon-Fri 08:00-12:00\", \"timeZone\": \"Europe/Warsaw\"}";

    Answer set = magdalena.put("/me/hours", own);

    assertThat(set.text("hours")).isEqualTo("Mon-Fri 08:00-12:00");
    assertThat(set.text("timeZone")).isEqualTo("Europe/Warsaw");
    assertThat(magdalena.get("/me/hours").body()).isEqualTo(set.body());
    assertThat(magdalena.put("/me/hours", set.body()).body()).isEqualTo(set.body());
  }

  @Test
  void hoursComeInPartsAsWell() {
    String parts =
        """
        {"timeZone": "Europe/Berlin", "weeks": {"repeat": 2,
          "spans": [{"week": 1, "day": "monday", "start": "08:00", "end": "12:00"},
                    {"week": 2, "day": "friday", "start": "22:00", "end": "06:00"}],
          "exceptions": [{"date": "2030-12-24", "times": []},
                         {"date": "2030-12-31", "times": [{"start": "09:00", "end": "12:00"}]}]}}
        """;

    Answer set = magdalena.put("/me/hours", parts);

    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    assertThat(set.text("hours"))
        .contains("odd Mon 08:00-12:00", "even Fri 22:00-06:00", "2030-12-24 closed");
    Answer both =
        magdalena.put("/me/hours", parts.replaceFirst("\\{", "{\"hours\": \"Mon 09:00-10:00\","));
    assertThat(both.status()).isEqualTo(422);
    assertThat(both.body()).contains("\"weeks\"");
  }

  @Test
  void aShareAndChannelsLimitTheWork() {
    String tomorrow = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).withNano(0).toString();

    Answer set =
        magdalena.put(
            "/me/limit",
            "{\"limit\": 10, \"share\": {\"percent\": 60, \"until\": \"%s\"}, \"channels\": {\"phone\": 2}}"
                .formatted(tomorrow));

    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    assertThat(set.json().get("limit").getAsInt()).isEqualTo(10);
    assertThat(set.json().get("now").getAsInt()).isEqualTo(6);
    assertThat(set.json().getAsJsonObject("channels").get("phone").getAsInt()).isEqualTo(2);
    Answer full = magdalena.put("/me/limit", "{\"share\": null, \"channels\": {\"phone\": null}}");
    assertThat(full.json().get("now").getAsInt()).isEqualTo(10);
    assertThat(full.json().getAsJsonObject("channels").size()).isZero();
    assertThat(magdalena.put("/me/limit", "{\"share\": {\"percent\": 5}}").body())
        .contains("share.until");
    assertThat(magdalena.put("/me/limit", "{}").status()).isEqualTo(422);
  }

  @Test
  void aChannelHasARuleOfItsOwn() {
    magdalena.put("/me/appearance", "{\"mode\": \"always\"}");
    String own = "/me/appearance?audience=public&channel=message";
    assertThat(magdalena.get(own).status()).isEqualTo(204);

    assertThat(magdalena.put(own, "{\"mode\": \"hidden\"}").status()).isEqualTo(200);

    assertThat(anybody.get("/people/magdalena.wojcik").body()).doesNotContain("\"message\"");
    assertThat(magdalena.get("/me/appearance").json().getAsJsonArray("channels")).hasSize(1);
    assertThat(magdalena.delete(own).status()).isEqualTo(204);
    assertThat(anybody.get("/people/magdalena.wojcik").body()).contains("\"message\"");
    assertThat(magdalena.delete("/me/appearance").status()).isEqualTo(400);
  }

  @Test
  void whatMightBeIsToldAndNotDone() {
    magdalena.put("/me/appearance", "{\"mode\": \"always\"}");

    Answer hidden = magdalena.post("/me/preview", "{\"rule\": {\"mode\": \"hidden\"}}");

    assertThat(hidden.status()).as(hidden.toString()).isEqualTo(200);
    assertThat(hidden.json().get("shown").getAsBoolean()).isFalse();
    assertThat(hidden.json().getAsJsonArray("reasons")).isNotEmpty();
    assertThat(anybody.get("/people/magdalena.wojcik").status()).isEqualTo(200);
    assertThat(magdalena.post("/me/preview", "{\"limit\": 100000}").status()).isEqualTo(422);
  }

  @Test
  void eachSourceSaysHowItStands() {
    status("busy", "");
    magdalena.put("/me/sessions/teams", "{\"timeToLive\": 60, \"state\": \"do-not-disturb\"}");

    Answer why = magdalena.get("/me/explanation");

    assertThat(why.body()).contains("by-hand", "decides", "connector", "outranked", "teams");
    assertThat(magdalena.get("/me/sessions").body()).contains("do-not-disturb");
    magdalena.delete("/me/sessions/teams");
    assertThat(magdalena.get("/me/sessions").body()).doesNotContain("teams");
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
        {"code": "%s", "until": "%s", "note": "%s"}\
        """
            .formatted(code, OffsetDateTime.now(ZoneOffset.ofHours(2)).plusHours(8), note));
  }
}
