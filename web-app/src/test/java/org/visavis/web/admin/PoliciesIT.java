package org.visavis.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;
import org.visavis.web.testing.Visitor;

/** How soon departments are to answer, from the administrator to both sides of a request. */
@PortalTest
class PoliciesIT {

  private static final String POLICIES = "/admin/policies";
  private static final String PAUL = "paul.schroeder";
  private static final String SUBJECT = "Promised by the policy";

  private final ApiClient anybody;
  private final ApiClient admin;
  private final ApiClient paul;
  private final Visitor visitor;
  private final String before;

  PoliciesIT(PortalServer portal) {
    anybody = ApiClient.of(portal);
    admin = ApiClient.of(portal, "admin");
    paul = ApiClient.of(portal, PAUL);
    visitor = Visitor.of(portal);
    before = admin.get(POLICIES).body();
  }

  @AfterEach
  void leaveAsFound() {
    admin.put(POLICIES, before);
  }

  @Test
  void anAdministratorSaysHowSoonDepartmentsAnswer() {
    assertThat(visitor.signIn("admin", "people-first")).isEqualTo(303);
    assertThat(visitor.get("/en/admin").body()).contains("/en/admin/policies");
    Document page = Jsoup.parse(visitor.get("/en/admin/policies").body());
    assertThat(page.select("#hours-internet").val()).isEqualTo("4");
    assertThat(page.select("#hours-bikes").val()).isEmpty();

    var wrong = visitor.post("/en/admin/policies", Map.of("hours-bikes", "soon"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    Document again = Jsoup.parse(wrong.body());
    assertThat(again.select("#hours-bikes").val()).isEqualTo("soon");
    assertThat(again.select("#hours-bikes-error").text()).contains("Hours from 0.02 to 400");
    assertThat(admin.get(POLICIES).body()).as("nothing is half-set").isEqualTo(before);

    assertThat(
            Visitor.location(
                visitor.post(
                    "/en/admin/policies", Map.of("hours-bikes", "1,5", "hours-billing", ""))))
        .isEqualTo("/en/admin/policies?done=set");
    assertThat(admin.get(POLICIES).body())
        .isEqualTo("{\"targets\":[{\"department\":\"bikes\",\"minutes\":90}]}");
  }

  @Test
  void theApiSaysWhatIsWrongAndWhoMay() {
    Answer wrong =
        admin.put(
            POLICIES,
            """
            {"targets": [{"department": "moon", "minutes": 60},
                         {"department": "bikes", "minutes": 0}, {"department": "bikes"}]}\
            """);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("targets[0].department", "targets[1].minutes", "targets[2].minutes");
    assertThat(admin.get(POLICIES).body()).isEqualTo(before);
    assertThat(paul.get(POLICIES).status()).isEqualTo(403);
    assertThat(paul.put(POLICIES, "{\"targets\": []}").status()).isEqualTo(403);
    assertThat(anybody.get(POLICIES).status()).isEqualTo(401);
  }

  @Test
  void bothSidesSeeUntilWhenAnAnswerIsPromised() {
    admin.put(POLICIES, "{\"targets\": [{\"department\": \"orders\", \"minutes\": 120}]}");
    String form =
        Visitor.location(visitor.post("/en/request", Map.of("to", PAUL, "channel", "message")));
    assertThat(visitor.get(form).body()).contains("Sent now, it is answered by");
    visitor.post(form + "/release", Map.of());
    Answer handedIn =
        anybody
            .once(ApiClient.newKey())
            .post(
                "/requests",
                """
                {"employee": "%s", "channel": "message", "subject": "%s", "message": "Hello",
                 "customer": {"name": "Kim", "email": "kim@example.org"}}\
                """
                    .formatted(PAUL, SUBJECT));
    assertThat(handedIn.status()).as(handedIn.toString()).isEqualTo(201);
    assertThat(handedIn.text("promise", "state")).isEqualTo("running");
    assertThat(Instant.parse(handedIn.text("promise", "by"))).isAfter(Instant.now());
    String his = "/me/requests/" + handedIn.text("id");
    String mine = "/requests/" + handedIn.text("token");
    assertThat(visitor.get("/en" + mine).body()).contains("Answer promised by");
    assertThat(visitor.get("/de" + mine).body()).contains("Antwort versprochen bis");
    assertThat(visitor.signIn(PAUL, "people-first")).isEqualTo(303);
    assertThat(visitor.get("/en/workspace").body()).contains("Answer promised by");
    assertThat(visitor.get("/en/workspace/requests/" + handedIn.text("id")).body())
        .contains("Answer promised by");

    Answer reply = paul.once(ApiClient.newKey()).post(his + "/reply", "{\"text\": \"Which?\"}");
    assertThat(reply.text("promise", "state")).isEqualTo("paused");
    assertThat(visitor.get("/en" + mine).body()).contains("stands still until you write");

    Answer word = anybody.once(ApiClient.newKey()).post(mine + "/messages", "{\"text\": \"This\"}");
    assertThat(word.text("promise", "state")).isEqualTo("running");

    Answer done = paul.post(his + "/resolve", "{\"text\": \"Done\"}");
    assertThat(done.json().get("promise").isJsonNull()).as(done.toString()).isTrue();
    assertThat(visitor.get("/en" + mine).body()).doesNotContain("promised by");
  }
}
