package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.live.EventStream;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/** Page, list, person, stream and lease say the same of a person, whatever he or she decides. */
@PortalTest
class PromiseOneDecisionEverywhereIT {

  private static final String FRIEDA = "frieda.koehler";

  private ApiClient anybody;
  private ApiClient frieda;
  private EventStream stream;

  @BeforeEach
  void watch(PortalServer portal) {
    anybody = ApiClient.of(portal);
    frieda = ApiClient.of(portal, FRIEDA);
    leaveAsFound();
    stream = EventStream.openFully(portal.uri("/api/v1/presence"));
  }

  @AfterEach
  void leaveAsFound() {
    if (stream != null) {
      stream.close();
    }
    frieda.put(
        "/me/appearance",
        "{\"mode\": \"by-load\", \"hideAt\": 6, \"showAgainAt\": 4, \"atLimit\": \"show-busy\"}");
    frieda.put("/me/limit", "{\"limit\": 6}");
    status("available");
  }

  @Test
  void everythingAgreesInEveryState() {
    for (String code : new String[] {"busy", "away", "on-holiday", "travelling", "off-duty"}) {
      status(code);
      allAgree(code);
    }
  }

  @Test
  void everythingAgreesWhileThereIsNoRoom() {
    for (String atLimit : new String[] {"show-busy", "waitlist-only"}) {
      frieda.put("/me/appearance", "{\"mode\": \"always\", \"atLimit\": \"" + atLimit + "\"}");
      frieda.put("/me/limit", "{\"limit\": 1}");
      Answer lease = lease("message");
      assertThat(lease.status()).as(lease.toString()).isEqualTo(201);

      allAgree(atLimit);

      assertThat(anybody.get("/people/" + FRIEDA).text("load")).isEqualTo("full");
      anybody.delete("/leases/" + lease.text("lease"));
      allAgree("with room again");
    }
  }

  @Test
  void everythingAgreesThatSomebodyIsHidden() {
    frieda.put("/me/appearance", "{\"mode\": \"hidden\"}");

    assertThat(anybody.get("/people/" + FRIEDA).status()).isEqualTo(404);
    assertThat(PeopleApiIT.ids(anybody.get("/people?limit=100"))).doesNotContain(FRIEDA);
    assertThat(anybody.page("/en/people/" + FRIEDA).status()).isEqualTo(404);
    assertThat(lease("message").status()).isEqualTo(404);
    stream.await("the end", () -> !stream.person(FRIEDA).get("shown").getAsBoolean());
  }

  private void allAgree(String state) {
    JsonObject person = anybody.get("/people/" + FRIEDA).json();
    JsonObject status = person.getAsJsonObject("status");
    Map<String, String> channels = channels(person);

    JsonObject listed =
        anybody
            .get("/people?q=Frieda%20K%C3%B6hler&limit=1")
            .json()
            .getAsJsonArray("people")
            .get(0)
            .getAsJsonObject();
    assertThat(listed.getAsJsonObject("status")).as(state).isEqualTo(status);
    assertThat(channels(listed)).as(state).isEqualTo(channels);

    stream.await(
        "the stream agrees: " + state,
        () ->
            stream.person(FRIEDA).has("status")
                && stream.person(FRIEDA).getAsJsonObject("status").equals(status)
                && stream.person(FRIEDA).get("load").equals(person.get("load"))
                && channels(stream.person(FRIEDA)).equals(channels));

    Answer page = anybody.page("/en/people/" + FRIEDA);
    Element shown = Jsoup.parse(page.body()).selectFirst("[data-person=" + FRIEDA + "]");
    assertThat(shown).as(state).isNotNull();
    assertThat(shown.selectFirst(".status").attr("data-status"))
        .as(state)
        .isEqualTo(person.getAsJsonObject("status").get("code").getAsString());
    shown
        .select("[data-channel]")
        .forEach(
            button ->
                assertThat(button.attr("data-openness"))
                    .as(state + ", " + button.attr("data-channel"))
                    .isEqualTo(channels.get(button.attr("data-channel"))));

    channels.forEach(
        (kind, openness) -> {
          Answer lease = lease(kind);
          assertThat(lease.status())
              .as(state + ", " + kind + " is " + openness)
              .isEqualTo(openness.equals("open") ? 201 : 409);
          if (lease.status() == 201) {
            anybody.delete("/leases/" + lease.text("lease"));
          }
        });
  }

  private static Map<String, String> channels(JsonObject person) {
    Map<String, String> channels = new TreeMap<>();
    JsonArray all = person.getAsJsonArray("channels");
    for (JsonElement each : all) {
      JsonObject channel = each.getAsJsonObject();
      channels.put(channel.get("kind").getAsString(), channel.get("openness").getAsString());
    }
    return channels;
  }

  private Answer lease(String channel) {
    return anybody
        .once(ApiClient.newKey())
        .post("/leases", "{\"employee\": \"" + FRIEDA + "\", \"channel\": \"" + channel + "\"}");
  }

  private void status(String code) {
    Answer answer =
        frieda.put(
            "/me/status",
            "{\"code\": \"%s\", \"until\": \"%s\"}"
                .formatted(code, OffsetDateTime.now(ZoneOffset.UTC).plusHours(8)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }
}
