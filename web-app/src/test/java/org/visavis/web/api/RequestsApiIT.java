package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

@PortalTest
class RequestsApiIT {

  private static final String PAUL = "paul.schroeder";

  private ApiClient anybody;
  private ApiClient paul;

  @BeforeEach
  void speak(PortalServer portal) {
    anybody = ApiClient.of(portal);
    paul = ApiClient.of(portal, PAUL);
  }

  /** Everything that these tests hand in is ended, so that Paul has all his room again. */
  @AfterEach
  void leaveAsFound() {
    for (var request : paul.get("/me/requests").json().getAsJsonArray("requests")) {
      JsonObject found = request.getAsJsonObject();
      if (found.get("subject").getAsString().startsWith("API test")) {
        paul.post("/me/requests/" + found.get("id").getAsString() + "/resolve", "{}");
      }
    }
    paul.put("/me/limit", "{\"limit\": 6}");
    atLimit("show-busy");
  }

  @Test
  void aRequestGoesFromLeaseToResolvedAndBack() {
    Answer lease = lease(ApiClient.newKey());
    assertThat(lease.status()).isEqualTo(201);
    Answer handedIn =
        handIn(ApiClient.newKey(), "\"lease\": \"" + lease.text("lease") + "\",", "the whole way");
    assertThat(handedIn.status()).as(handedIn.toString()).isEqualTo(201);
    assertThat(handedIn.text("decision", "kind")).isEqualTo("assigned");
    assertThat(handedIn.text("tracking")).endsWith("/en/requests/" + handedIn.text("token"));
    String mine = "/requests/" + handedIn.text("token");
    String his = "/me/requests/" + handedIn.text("id");
    assertThat(handedIn.header("Location")).endsWith("/api/v1" + mine);

    Answer reply = paul.once(ApiClient.newKey()).post(his + "/reply", "{\"text\": \"Which one?\"}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    assertThat(anybody.get(mine).text("state")).isEqualTo("waiting-for-customer");

    Answer words =
        anybody.once(ApiClient.newKey()).post(mine + "/messages", "{\"text\": \"This\"}");
    assertThat(words.status()).isEqualTo(201);
    assertThat(words.text("state")).isEqualTo("accepted");

    assertThat(paul.post(his + "/resolve", "{\"text\": \"Done\"}").text("state"))
        .isEqualTo("resolved");
    Answer again = anybody.once(ApiClient.newKey()).post(mine + "/reopen", "{\"text\": \"No\"}");
    assertThat(again.text("state")).isEqualTo("accepted");
    assertThat(again.body())
        .contains("received", "replied", "customer-wrote", "resolved", "reopened");

    assertThat(anybody.post(mine + "/withdraw", "").text("state")).isEqualTo("withdrawn");
    assertThat(anybody.post(mine + "/withdraw", "").status()).isEqualTo(200);
    Answer late = paul.once(ApiClient.newKey()).post(his + "/reply", "{\"text\": \"Late\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("type")).isEqualTo("urn:visavis:problem:wrong-state");
    assertThat(late.text("state")).isEqualTo("withdrawn");
  }

  @Test
  void theSameKeyIsTheSameLease() {
    String key = ApiClient.newKey();

    assertThat(lease(key).text("lease")).isEqualTo(lease(key).text("lease"));

    anybody.delete("/leases/" + lease(key).text("lease"));
  }

  @Test
  void aLeaseHoldsRoomUntilItIsReleased() {
    int before = taken();
    String lease = lease(ApiClient.newKey()).text("lease");
    assertThat(taken()).isEqualTo(before + 1);

    assertThat(anybody.delete("/leases/" + lease).status()).isEqualTo(204);
    assertThat(anybody.delete("/leases/" + lease).status()).isEqualTo(204);

    assertThat(taken()).isEqualTo(before);
  }

  @Test
  void theSameKeyIsTheSameRequest() {
    String key = ApiClient.newKey();
    Answer first = handIn(key, "", "twice");
    Answer second = handIn(key, "", "twice");

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("id")).isEqualTo(first.text("id"));
    assertThat(count("API test: twice")).isEqualTo(1);
    Answer other = handIn(key, "", "something else");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("type")).isEqualTo("urn:visavis:problem:idempotency-key-reused");
    assertThat(count("API test: something else")).isZero();
  }

  @Test
  void theSameWordsWithTheSameKeyAreWrittenOnce() {
    String mine = "/requests/" + handIn(ApiClient.newKey(), "", "words").text("token");
    String key = ApiClient.newKey();
    anybody.once(key).post(mine + "/messages", "{\"text\": \"once\"}");
    anybody.once(key).post(mine + "/messages", "{\"text\": \"once\"}");

    assertThat(anybody.get(mine).body().split("\"once\"", -1)).hasSize(2);
  }

  @Test
  void whoeverHasNoRoomIsNotGivenMoreAndTheCustomerIsAsked() {
    atLimit("waitlist-only");
    paul.put("/me/limit", "{\"limit\": " + Math.max(1, taken()) + "}");
    while (taken() < paul.get("/me/limit").json().get("limit").getAsInt()) {
      handIn(ApiClient.newKey(), "", "fill");
    }

    Answer lease = lease(ApiClient.newKey());
    assertThat(lease.status()).isEqualTo(409);
    assertThat(lease.text("type")).isEqualTo("urn:visavis:problem:at-limit");
    assertThat(lease.json().getAsJsonArray("alternatives")).isNotNull();

    Answer asked = handIn(ApiClient.newKey(), "", "asked");
    assertThat(asked.text("decision", "kind")).isEqualTo("offered");
    String mine = "/requests/" + asked.text("token");
    Answer nobody = anybody.post(mine + "/choose", "{\"employee\": \"no.body\"}");
    Answer hidden = anybody.post(mine + "/choose", "{\"employee\": \"mirela.popescu\"}");
    assertThat(nobody.status()).isEqualTo(409);
    assertThat(hidden.body()).isEqualTo(nobody.body());

    Answer waiting = anybody.post(mine + "/choose", "{\"wait\": true}");
    assertThat(waiting.text("decision", "kind")).isEqualTo("queued");
    assertThat(waiting.json().getAsJsonObject("decision").get("position").getAsInt()).isEqualTo(1);

    paul.put("/me/limit", "{\"limit\": 6}");
    Answer accepted = paul.post("/me/requests/" + asked.text("id") + "/accept", "");
    assertThat(accepted.text("state")).isEqualTo("accepted");
    Answer declined =
        paul.post(
            "/me/requests/" + asked.text("id") + "/decline",
            "{\"reason\": \"Not mine\", \"colleagues\": [\"elif.demir\"]}");
    assertThat(declined.status()).as(declined.toString()).isEqualTo(200);
    assertThat(anybody.get(mine).body()).contains("elif.demir", "proposed", "Not mine");
    anybody.post(mine + "/withdraw", "");
  }

  @Test
  void whereThePersonIsFullItGoesToTheFirstOfTheOthersWhoIsFreeAndToNobodyElse() {
    atLimit("waitlist-only");
    paul.put("/me/limit", "{\"limit\": " + Math.max(1, taken()) + "}");
    while (taken() < paul.get("/me/limit").json().get("limit").getAsInt()) {
      handIn(ApiClient.newKey(), "", "fill");
    }
    String others = "\"others\": [\"mirela.popescu\", \"no.body\", \"%s\"],";

    Answer nobody = handIn(ApiClient.newKey(), others.formatted("no.body.else"), "nobody");
    assertThat(nobody.text("decision", "kind")).isEqualTo("offered");
    assertThat(nobody.body()).doesNotContain("mirela.popescu", "no.body");

    Answer taken = handIn(ApiClient.newKey(), others.formatted("elif.demir"), "whoever is free");
    assertThat(taken.text("decision", "kind")).isEqualTo("assigned");
    assertThat(taken.text("decision", "employee")).isEqualTo("elif.demir");
    assertThat(taken.body()).doesNotContain("mirela.popescu", "no.body");

    Answer many =
        handIn(
            ApiClient.newKey(),
            "\"others\": [\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"],",
            "too many");
    assertThat(many.status()).isEqualTo(422);
    assertThat(many.body()).contains("\"others\"");
    for (Answer request : List.of(nobody, taken)) {
      anybody.post("/requests/" + request.text("token") + "/withdraw", "");
    }
  }

  @Test
  void aRequestIsLaidAsideHandedOverMergedAndThankedFor(PortalServer portal) {
    ApiClient elif = ApiClient.of(portal, "elif.demir");
    Answer first = handIn(ApiClient.newKey(), "", "handed over");
    Answer second = handIn(ApiClient.newKey(), "", "handed over again");
    String mine = "/requests/" + first.text("token");
    String his = "/me/requests/" + first.text("id");

    String tomorrow = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).toString();
    Answer snoozed = paul.post(his + "/snooze", "{\"until\": \"" + tomorrow + "\"}");
    assertThat(snoozed.text("state")).as(snoozed.toString()).isEqualTo("snoozed");
    assertThat(snoozed.json().get("held").getAsInt()).isZero();
    assertThat(anybody.get(mine).text("state")).isEqualTo("snoozed");
    Answer past = paul.post(his + "/snooze", "{\"until\": \"2020-01-01T00:00:00Z\"}");
    assertThat(past.status()).isEqualTo(422);
    assertThat(paul.post(his + "/accept?beyondLimit=true", "").text("state")).isEqualTo("accepted");

    Answer merged = paul.post(his + "/merge", "{\"with\": \"" + second.text("id") + "\"}");
    assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
    assertThat(merged.text("id")).isEqualTo(first.text("id"));
    assertThat(anybody.get("/requests/" + second.text("token")).text("id"))
        .isEqualTo(first.text("id"));

    String toElif = "{\"employee\": \"elif.demir\", \"text\": \"Do you know this?\"}";
    assertThat(paul.post(his + "/ask", toElif).text("asked")).isEqualTo("elif.demir");
    assertThat(anybody.get(mine).body()).doesNotContain("elif.demir", "Do you know");
    assertThat(paul.delete(his + "/ask").status()).isEqualTo(200);
    assertThat(paul.post(his + "/hand-over", toElif).text("asked")).isEqualTo("elif.demir");
    assertThat(elif.get("/me/asked").body()).contains("Do you know this?", first.text("id"));
    assertThat(elif.post("/me/asked/" + first.text("id") + "/agree", "").status()).isEqualTo(204);
    assertThat(paul.get(his).status()).isEqualTo(404);
    assertThat(anybody.get(mine).body()).contains("handed-over", "elif.demir");

    assertThat(elif.post(his + "/resolve", "{}").text("state")).isEqualTo("resolved");
    String thanks = "{\"text\": \"Thank you\"}";
    Answer said = anybody.once(ApiClient.newKey()).post(mine + "/feedback", thanks);
    assertThat(said.status()).as(said.toString()).isEqualTo(201);
    assertThat(anybody.once(ApiClient.newKey()).post(mine + "/feedback", thanks).status())
        .isEqualTo(409);
    assertThat(elif.get(his).body()).contains("Thank you");
  }

  @Test
  void whoeverHasAgreedIsAnAlternativeForThisCustomerAloneAlsoWhereHidden(PortalServer portal) {
    ApiClient elif = ApiClient.of(portal, "elif.demir");
    JsonObject rule = elif.get("/me/appearance").json();
    List.of("audience", "channel", "channels").forEach(rule::remove);
    Answer agreed = handIn(ApiClient.newKey(), "", "agreed");
    Answer other = handIn(ApiClient.newKey(), "", "not agreed");
    try {
      String asked = "{\"employee\": \"elif.demir\", \"text\": \"She knows it better\"}";
      Answer question = paul.post("/me/requests/" + agreed.text("id") + "/ask", asked);
      assertThat(question.status()).as(question.toString()).isEqualTo(200);
      assertThat(elif.post("/me/asked/" + agreed.text("id") + "/agree", "").status())
          .isEqualTo(204);
      paul.post("/me/requests/" + other.text("id") + "/decline", "{\"reason\": \"Full\"}");
      assertThat(elif.put("/me/appearance", "{\"mode\": \"hidden\"}").status()).isEqualTo(200);

      assertThat(anybody.get("/people/elif.demir").status()).isEqualTo(404);
      assertThat(anybody.get("/requests/" + other.text("token")).body())
          .contains("offered")
          .doesNotContain("elif.demir");
      String mine = "/requests/" + agreed.text("token");
      JsonObject first =
          anybody
              .get(mine)
              .json()
              .getAsJsonObject("decision")
              .getAsJsonArray("alternatives")
              .get(0)
              .getAsJsonObject();
      assertThat(first.get("employee").getAsString()).isEqualTo("elif.demir");
      assertThat(first.get("displayName").getAsString()).isEqualTo("Elif Demir");
      assertThat(first.getAsJsonArray("reasons").toString()).contains("has-agreed");

      Answer chosen = anybody.post(mine + "/choose", "{\"employee\": \"elif.demir\"}");
      assertThat(chosen.text("decision", "kind")).as(chosen.toString()).isEqualTo("assigned");
    } finally {
      elif.put("/me/appearance", rule.toString());
      for (Answer request : List.of(agreed, other)) {
        anybody.post("/requests/" + request.text("token") + "/withdraw", "");
      }
    }
  }

  @Test
  void whoHelpedLastIsKnownToTheHolderOfTheTokenUntilEitherEndsIt() {
    Answer first = handIn(ApiClient.newKey(), "", "helped");
    String mine = "/requests/" + first.text("token") + "/relationship";
    assertThat(anybody.get(mine).body()).doesNotContain(PAUL);
    paul.post("/me/requests/" + first.text("id") + "/resolve", "{}");
    assertThat(anybody.get(mine).text("helpedLast", "id")).isEqualTo(PAUL);

    String follows = "\"follows\": \"" + first.text("token") + "\",";
    Answer second = handIn(ApiClient.newKey(), follows, "helped again");
    String next = "/requests/" + second.text("token") + "/relationship";
    assertThat(anybody.get(next).text("helpedLast", "id")).isEqualTo(PAUL);

    paul.put("/me/appearance", "{\"mode\": \"hidden\"}");
    assertThat(anybody.get(next).body()).doesNotContain(PAUL);
    atLimit("show-busy");
    assertThat(anybody.get(next).text("helpedLast", "id")).isEqualTo(PAUL);

    String his = "/me/requests/" + second.text("id") + "/relationship";
    assertThat(paul.delete(his).status()).isEqualTo(204);
    assertThat(anybody.get(mine).body()).doesNotContain(PAUL);

    Answer third = handIn(ApiClient.newKey(), "", "helped once more");
    paul.post("/me/requests/" + third.text("id") + "/resolve", "{}");
    String last = "/requests/" + third.text("token") + "/relationship";
    assertThat(anybody.get(last).body()).contains(PAUL);
    assertThat(anybody.delete(last).status()).isEqualTo(204);
    assertThat(anybody.get(last).body()).doesNotContain(PAUL);
    assertThat(anybody.delete("/requests/no-such-token-as-this-one-is/relationship").status())
        .isEqualTo(404);
  }

  private void atLimit(String choice) {
    paul.put("/me/appearance", "{\"mode\": \"always\", \"atLimit\": \"" + choice + "\"}");
  }

  private int taken() {
    return paul.get("/me/limit").json().get("taken").getAsInt();
  }

  private int count(String subject) {
    int count = 0;
    for (var request : paul.get("/me/requests").json().getAsJsonArray("requests")) {
      if (request.getAsJsonObject().get("subject").getAsString().equals(subject)) {
        count++;
      }
    }
    return count;
  }

  private Answer lease(String key) {
    return anybody
        .once(key)
        .post("/leases", "{\"employee\": \"" + PAUL + "\", \"channel\": \"message\"}");
  }

  private Answer handIn(String key, String lease, String subject) {
    return anybody
        .once(key)
        .post(
            "/requests",
            """
            {%s "employee": "%s", "channel": "message", "subject": "API test: %s",
             "message": "Hello", "ifUnavailable": "ask",
             "customer": {"name": "Kim Example", "email": "kim@example.org", "language": "en"}}\
            """
                .formatted(lease, PAUL, subject));
  }
}
