package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;
import org.visavis.web.testing.Visitor;

/** The duty rota in the hands of administrators and employees, by page and by API. */
@PortalTest
class DutyPagesIT {

  private static final String SAMUEL = "samuel.osei";

  private final ApiClient anybody;
  private final ApiClient admin;
  private final ApiClient samuel;
  private final Visitor visitor;

  DutyPagesIT(PortalServer portal) {
    anybody = ApiClient.of(portal);
    admin = ApiClient.of(portal, "admin");
    samuel = ApiClient.of(portal, SAMUEL);
    visitor = Visitor.of(portal);
  }

  @AfterEach
  void leaveAsFound() {
    admin.put("/admin/duty", "{\"departments\": []}");
    samuel.put("/me/duty", "{\"willing\": true}");
  }

  @Test
  void anAdministratorSaysWhichDepartmentsAreOnDuty() {
    assertThat(visitor.signIn("admin", "people-first")).isEqualTo(303);
    Document before = Jsoup.parse(visitor.get("/en/admin/duty").body());
    assertThat(before.select("input[name=department]")).hasSizeGreaterThan(5);
    assertThat(before.select("input[checked]")).isEmpty();
    assertThat(Visitor.location(visitor.post("/en/admin/duty", Map.of("department", "billing"))))
        .isEqualTo("/en/admin/duty?done=set");
    assertThat(admin.get("/admin/duty").body()).isEqualTo("{\"departments\":[\"billing\"]}");

    assertThat(admin.put("/admin/duty", "{\"departments\": [\"meters\", \"bikes\"]}").body())
        .isEqualTo("{\"departments\":[\"bikes\",\"meters\"]}");
    Answer unknown = admin.put("/admin/duty", "{\"departments\": [\"moon\"]}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(samuel.get("/admin/duty").status()).isEqualTo(403);
  }

  @Test
  void anEmployeeNeedNotBeAsked() {
    admin.put("/admin/duty", "{\"departments\": [\"complaints\"]}");
    assertThat(visitor.signIn(SAMUEL, "people-first")).isEqualTo(303);
    assertThat(visitor.get("/en/workspace").body()).contains("/en/workspace/duty");
    assertThat(visitor.get("/en/workspace/duty").body())
        .contains("You are asked when it is your turn.")
        .contains("On duty when nobody there is shown");
    visitor.post("/en/workspace/duty/willing", Map.of("willing", "false"));
    assertThat(samuel.get("/me/duty").json().get("willing").getAsBoolean()).isFalse();
    assertThat(visitor.get("/en/workspace/duty").body()).contains("You are not asked.");
    assertThat(samuel.put("/me/duty", "{\"willing\": true}").body()).contains("\"asked\":[]");

    String id = UUID.randomUUID().toString();
    assertThat(samuel.post("/me/duty/" + id + "/accept", "").status()).isEqualTo(404);
    assertThat(samuel.post("/me/duty/" + id + "/pass", "").status()).isEqualTo(204);
    assertThat(anybody.get("/me/duty").status()).isEqualTo(401);
  }

  @Test
  void aDepartmentWhereSomebodyIsShownIsNotWrittenTo() {
    admin.put("/admin/duty", "{\"departments\": [\"complaints\"]}");
    assertThat(Visitor.location(visitor.get("/en/departments/complaints")))
        .isEqualTo("/en/people?department=complaints");
    assertThat(visitor.get("/en/departments/moon").statusCode()).isEqualTo(404);
    Answer refused =
        anybody
            .once(ApiClient.newKey())
            .post(
                "/department-requests",
                """
                {"department": "complaints", "subject": "A", "message": "B",
                 "customer": {"name": "Kim", "email": "kim@example.org"}}\
                """);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("urn:visavis:problem:not-on-duty");
    assertThat(anybody.get("/department-requests/no-such-token-as-this-one").status())
        .isEqualTo(404);
  }
}
