package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.live.EventStream;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/** A hidden person looks exactly like one who does not exist, at every door of the API. */
@PortalTest
class PromiseTheEmployeeDecidesIT {

  /** As long as the id of the hidden person, so that even lengths are equal. */
  private static final String NOBODY = "seun.adeyemo";

  private static final String HIDDEN = "seun.adeyemi";

  private PortalServer portal;
  private ApiClient anybody;
  private ApiClient seun;
  private String portrait;
  private int total;
  private EventStream stream;

  @BeforeEach
  void hide(PortalServer portal) {
    this.portal = portal;
    anybody = ApiClient.of(portal);
    seun = ApiClient.of(portal, HIDDEN);
    show();
    portrait = anybody.get("/people/" + HIDDEN).text("portrait");
    assertThat(fetch(portrait).status()).isEqualTo(200);
    stream = EventStream.openFully(portal.uri("/api/v1/presence"));
    total = total("");
    assertThat(stream.shown()).contains(HIDDEN);
    Answer hidden = seun.put("/me/appearance", "{\"mode\": \"hidden\"}");
    assertThat(hidden.status()).isEqualTo(200);
  }

  @AfterEach
  void show() {
    if (stream != null) {
      stream.close();
    }
    seun.put(
        "/me/appearance",
        "{\"mode\": \"by-load\", \"hideAt\": 5, \"showAgainAt\": 3, \"atLimit\": \"show-busy\"}");
  }

  @Test
  void thePersonAnswersLikeNobody() {
    same(anybody.get("/people/" + HIDDEN), anybody.get("/people/" + NOBODY), 404);
  }

  @Test
  void aLeaseAnswersLikeNobody() {
    same(lease(HIDDEN), lease(NOBODY), 404);
  }

  @Test
  void aRequestAnswersLikeNobody() {
    for (String otherwise : List.of("ask", "wait", "colleague")) {
      same(request(HIDDEN, otherwise), request(NOBODY, otherwise), 404);
    }
  }

  @Test
  void thePortraitAnswersLikeNobody() {
    String unknown = portrait.replaceFirst("[0-9a-f]{4}/", "0000/");

    same(fetch(portrait), fetch(unknown), 404);
  }

  @Test
  void thePageAnswersLikeNobody() {
    Answer hidden = fetch("/en/people/" + HIDDEN);
    Answer nobody = fetch("/en/people/" + NOBODY);

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(nobody.status()).isEqualTo(404);
    assertThat(hidden.body().replace(HIDDEN, NOBODY)).isEqualTo(nobody.body());
    assertThat(headers(hidden)).isEqualTo(headers(nobody));
  }

  @Test
  void listsAndCountsKnowNothing() {
    assertThat(PeopleApiIT.ids(anybody.get("/people?limit=100"))).doesNotContain(HIDDEN);
    assertThat(total("")).isEqualTo(total - 1);
    for (String word : List.of("Oluwaseun", "Adeyemi", "seun")) {
      assertThat(PeopleApiIT.ids(anybody.get("/people?q=" + word))).doesNotContain(HIDDEN);
    }
    assertThat(anybody.get("/people?topic=fibre").body()).doesNotContain(HIDDEN, "Adeyemi");
    assertThat(anybody.get("/departments").body()).doesNotContain(HIDDEN);
    assertThat(anybody.get("/suggestions?q=Adeyemi&limit=20").body())
        .doesNotContain(HIDDEN, "Adeyemi");
    assertThat(anybody.get("/suggestions?q=seun&limit=20").body()).doesNotContain(HIDDEN);
  }

  @Test
  void theStreamSaysWhatItSaysOfTheRemoved() {
    stream.await("that he leaves", () -> !stream.person(HIDDEN).get("shown").getAsBoolean());

    assertThat(stream.person(HIDDEN)).hasToString("{\"id\":\"" + HIDDEN + "\",\"shown\":false}");
    try (EventStream later = EventStream.openFully(portal.uri("/api/v1/presence"))) {
      assertThat(later.shown()).doesNotContain(HIDDEN);
      assertThat(later.lines()).noneMatch(line -> line.contains(HIDDEN));
    }
  }

  @Test
  void theAdministratorCannotSeeOrShowAnybody() {
    ApiClient admin = ApiClient.of(portal, "admin");

    same(admin.get("/people/" + HIDDEN), admin.get("/people/" + NOBODY), 404);
    assertThat(admin.put("/me/appearance", "{\"mode\": \"always\"}").status()).isEqualTo(403);
    admin.send(
        "POST", "/admin/import?dryRun=true", "text/csv", "id,familyName\n" + HIDDEN + ",X\n");
    assertThat(anybody.get("/people/" + HIDDEN).status()).isEqualTo(404);
  }

  @Test
  void theEmployeeAloneIsToldWhy() {
    assertThat(seun.get("/me/preview").json().get("shown").getAsBoolean()).isFalse();
    assertThat(seun.get("/me/explanation").json().getAsJsonArray("reasons")).isNotEmpty();
  }

  private Answer lease(String employee) {
    return anybody
        .once(ApiClient.newKey())
        .post("/leases", "{\"employee\": \"" + employee + "\", \"channel\": \"message\"}");
  }

  private Answer request(String employee, String ifUnavailable) {
    return anybody
        .once(ApiClient.newKey())
        .post(
            "/requests",
            """
            {"employee": "%s", "channel": "message", "subject": "Hidden?", "message": "Hello",
             "ifUnavailable": "%s", "customer": {"name": "Kim", "email": "kim@example.org"}}\
            """
                .formatted(employee, ifUnavailable));
  }

  private int total(String query) {
    return anybody.get("/people?limit=1" + query).json().get("total").getAsInt();
  }

  private Answer fetch(String path) {
    return anybody.page(path);
  }

  private static void same(Answer hidden, Answer nobody, int status) {
    assertThat(hidden.status()).isEqualTo(status);
    assertThat(nobody.status()).isEqualTo(status);
    assertThat(hidden.body()).isEqualTo(nobody.body());
    assertThat(headers(hidden)).isEqualTo(headers(nobody));
  }

  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.remove("date");
    return headers;
  }
}
