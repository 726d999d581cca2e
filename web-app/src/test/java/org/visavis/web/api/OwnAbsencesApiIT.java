package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/** The absences of Samuel, for whom Elif stands in. */
@PortalTest
class OwnAbsencesApiIT {

  private static final String SAMUEL = "samuel.osei";
  private static final String ELIF = "elif.demir";

  private ApiClient samuel;
  private ApiClient elif;
  private ApiClient anybody;
  private Answer rule;
  private Answer rulesOfElif;

  @BeforeEach
  void signIn(PortalServer portal) {
    samuel = ApiClient.of(portal, SAMUEL);
    elif = ApiClient.of(portal, ELIF);
    anybody = ApiClient.of(portal);
    rule = samuel.get("/me/appearance");
    rulesOfElif = elif.get("/me/appearance");
    samuel.put("/me/appearance", "{\"mode\": \"always\"}");
    elif.put("/me/appearance", "{\"mode\": \"always\"}");
    samuel.delete("/me/status");
  }

  @AfterEach
  void leaveAsFound() {
    clear(samuel);
    clear(elif);
    restore(samuel, rule);
    restore(elif, rulesOfElif);
  }

  private static void clear(ApiClient person) {
    for (var absence : person.get("/me/absences").json().getAsJsonArray("absences")) {
      person.delete("/me/absences/" + absence.getAsJsonObject().get("id").getAsString());
    }
  }

  private static void restore(ApiClient person, Answer rule) {
    JsonObject wish = rule.json();
    wish.remove("audience");
    wish.remove("channel");
    wish.remove("channels");
    person.put("/me/appearance", wish.toString());
  }

  private static String until(Instant end, String more) {
    Instant start = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    return """
    {"kind": "holiday", "start": "%s", "end": "%s"%s}\
    """
        .formatted(start, end, more);
  }

  private Answer plan(String wish) {
    return samuel.once(ApiClient.newKey()).post("/me/absences", wish);
  }

  @Test
  void anAbsenceIsPlannedChangedAndTakenBack() {
    LocalDate first = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(30);
    String wish =
        """
        {"kind": "travelling", "firstDay": "%s", "lastDay": "%s", "timeZone": "Europe/Berlin",
         "note": "At the fair", "notePublic": true, "ramp": [40, 70]}\
        """
            .formatted(first, first.plusDays(4));

    Answer planned = plan(wish);

    assertThat(planned.status()).as(planned.toString()).isEqualTo(201);
    assertThat(planned.text("firstDay")).isEqualTo(first.toString());
    assertThat(planned.text("returnDay")).isEqualTo(first.plusDays(5).toString());
    assertThat(planned.json().get("deputy").isJsonNull()).isTrue();
    assertThat(planned.json().getAsJsonArray("ramp").toString()).isEqualTo("[40,70]");
    String path = "/me/absences/" + planned.text("id");
    assertThat(planned.header("Location")).endsWith(path);

    Answer changed = samuel.put(path, wish.replace("travelling", "holiday"));

    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(absences().get(0).getAsJsonObject().get("kind").getAsString()).isEqualTo("holiday");
    assertThat(samuel.delete(path).status()).isEqualTo(204);
    assertThat(absences()).isEmpty();
    assertThat(samuel.put(path, wish).status()).isEqualTo(404);
  }

  private JsonArray absences() {
    return samuel.get("/me/absences").json().getAsJsonArray("absences");
  }

  @Test
  void aRepeatedPostPlansOneAbsence() {
    String key = ApiClient.newKey();
    String wish = until(Instant.parse("2027-01-10T00:00:00Z"), "");

    Answer once = samuel.once(key).post("/me/absences", wish);
    Answer twice = samuel.once(key).post("/me/absences", wish);
    Answer other =
        samuel.once(key).post("/me/absences", until(Instant.parse("2027-01-11T00:00:00Z"), ""));

    assertThat(twice.body()).isEqualTo(once.body());
    assertThat(absences()).hasSize(1);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("type")).endsWith("idempotency-key-reused");
    assertThat(samuel.post("/me/absences", wish).status()).isEqualTo(400);
  }

  @Test
  void customersSeeTheReturnAndTheDeputyWhoAgreed() {
    Instant end = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    Answer planned =
        plan(until(end, ", \"note\": \"My secret island\", \"deputy\": \"" + ELIF + "\""));
    assertThat(planned.status()).as(planned.toString()).isEqualTo(201);
    assertThat(planned.json().getAsJsonObject("deputy").get("agreed").getAsBoolean()).isFalse();
    JsonObject asked =
        elif.get("/me/deputy-requests").json().getAsJsonArray("requests").get(0).getAsJsonObject();
    assertThat(asked.get("absent").getAsString()).isEqualTo(SAMUEL);
    assertThat(asked.has("note")).isFalse();
    assertThat(deputyShown()).isNull();

    String request = "/me/deputy-requests/" + SAMUEL + "/" + planned.text("id");
    assertThat(elif.post(request + "/agree", "").status()).isEqualTo(204);

    Answer shown = anybody.get("/people/" + SAMUEL);
    assertThat(shown.text("status", "code")).isEqualTo("on-holiday");
    assertThat(Instant.parse(shown.text("status", "until"))).isAfterOrEqualTo(end);
    assertThat(shown.text("status", "note")).isEmpty();
    assertThat(deputyShown()).isEqualTo(ELIF);
    assertThat(shown.body()).doesNotContain("island");

    assertThat(elif.post(request + "/decline", "").status()).isEqualTo(204);
    assertThat(deputyShown()).isNull();
    assertThat(elif.post("/me/deputy-requests/nobody/x/agree", "").status()).isEqualTo(404);
  }

  private String deputyShown() {
    var deputy = anybody.get("/people/" + SAMUEL).json().get("deputy");
    return deputy.isJsonNull() ? null : deputy.getAsJsonObject().get("id").getAsString();
  }

  @Test
  void aCircleOfDeputiesIsRefusedWithItsNames() {
    Instant end = Instant.now().plus(5, ChronoUnit.DAYS);
    plan(until(end, ", \"deputy\": \"" + ELIF + "\""));

    Answer circle =
        elif.once(ApiClient.newKey())
            .post("/me/absences", until(end, ", \"deputy\": \"" + SAMUEL + "\""));

    assertThat(circle.status()).isEqualTo(422);
    assertThat(circle.body()).contains("\"deputy\"", SAMUEL, ELIF);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(plan("{\"kind\": \"holiday\"}").body()).contains("\"start\"", "\"end\"");
    assertThat(plan("{\"kind\": \"nap\", \"firstDay\": \"2030-02-31\"}").body())
        .contains("\"kind\"", "\"firstDay\"", "\"lastDay\"");
    assertThat(plan(until(Instant.parse("2020-01-01T00:00:00Z"), "")).status()).isEqualTo(422);
    assertThat(
            plan(until(Instant.parse("2027-01-10T00:00:00Z"), ", \"deputy\": \"no.body\"")).body())
        .contains("\"deputy\"");
    assertThat(plan(until(Instant.parse("2027-01-10T00:00:00Z"), ", \"ramp\": [5]")).body())
        .contains("\"ramp\"");
    assertThat(absences()).isEmpty();
  }
}
