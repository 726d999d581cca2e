package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

@PortalTest
class BadInputIT {

  private static final String ELIF = "elif.demir";
  private static final String CUSTOMER = "{\"name\": \"Kim\", \"email\": \"kim@example.org\"}";

  /** Routes that take JSON, with what they take when nothing is wrong. */
  static Stream<Arguments> documents() {
    String request =
        "{\"employee\": \"elif.demir\", \"channel\": \"message\", \"subject\": \"Bad input\","
            + " \"message\": \"Hello\", \"customer\": "
            + CUSTOMER
            + "}";
    return Stream.of(
        arguments("POST", "/tokens", "{\"user\": \"nobody\", \"password\": \"wrong\"}"),
        arguments("POST", "/leases", "{\"employee\": \"elif.demir\", \"channel\": \"message\"}"),
        arguments("POST", "/requests", request),
        arguments("POST", "/requests/AAAAAAAAAAAAAAAAAAAAAAAA/messages", "{\"text\": \"Hi\"}"),
        arguments("POST", "/requests/AAAAAAAAAAAAAAAAAAAAAAAA/reopen", "{\"text\": \"Hi\"}"),
        arguments("POST", "/requests/AAAAAAAAAAAAAAAAAAAAAAAA/choose", "{\"wait\": true}"),
        arguments("PUT", "/me/status", "{\"code\": \"busy\", \"until\": \"2020-01-01T00:00:00Z\"}"),
        arguments("PUT", "/me/limit", "{\"limit\": 8}"),
        arguments("PUT", "/me/appearance", "{\"mode\": \"sometimes\"}"),
        arguments("PUT", "/me/hours", "{\"timeZone\": \"Mars/Olympus\", \"hours\": \"\"}"),
        arguments("POST", "/me/preview", "{\"limit\": 8}"),
        arguments(
            "POST", "/me/absences", "{\"kind\": \"holiday\", \"start\": \"2020-01-01T00:00:00Z\"}"),
        arguments("POST", "/me/calendars", "{\"name\": \"Mine\"}"),
        arguments("PUT", "/me/sessions/desk", "{\"timeToLive\": 60}"),
        arguments("POST", "/me/requests/" + unknownId() + "/reply", "{\"text\": \"Hi\"}"),
        arguments("POST", "/me/requests/" + unknownId() + "/decline", "{\"reason\": \"No\"}"),
        arguments("POST", "/me/requests/" + unknownId() + "/resolve", "{}"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("documents")
  void whatIsNoGoodDocumentIsAProblemAndNeverAFailure(
      String method, String path, String good, PortalServer portal) {
    ApiClient elif = ApiClient.of(portal, ELIF);
    List<String> bad = new ArrayList<>();
    bad.add("");
    bad.add("{");
    bad.add("[]");
    bad.add("null");
    bad.add("\"text\"");
    bad.add("17");
    bad.add("{\"a\": }");
    bad.add("[".repeat(20_000));
    bad.add("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
    bad.add(good.replaceFirst("\\}$", ", \"unheardOf\": 1}").replace("{, ", "{"));
    bad.add(good + good);
    bad.add(good.replaceFirst(": (\"[^\"]*\"|\\d+|true)", ": {}"));
    bad.add(good.replaceFirst(": (\"[^\"]*\"|\\d+|true)", ": 1e999999999"));
    bad.add(good.replaceFirst(": (\"[^\"]*\"|\\d+|true)", ": \"\\\\u0000\""));
    bad.add(good.replaceFirst(": (\"[^\"]*\"|\\d+|true)", ": \"\\\\ud800\""));
    bad.add(good.replaceFirst(": (\"[^\"]*\"|\\d+|true)", ": \"" + "x".repeat(200_000) + "\""));

    for (String body : bad) {
      if (body.equals(good)) {
        continue;
      }
      Answer answer = elif.once(ApiClient.newKey()).send(method, path, "application/json", body);
      isAProblem(answer, method + " " + path + " " + shortened(body));
    }
    isAProblem(
        elif.once(ApiClient.newKey())
            .send(method, path, "application/json", new byte[] {'{', '"', (byte) 0xff, '"', '}'}),
        path + " with broken UTF-8");
    isAProblem(
        elif.once(ApiClient.newKey()).send(method, path, "text/plain", good), path + " as text");
    isAProblem(
        elif.once(ApiClient.newKey()).send(method, path, "nonsense", good), path + " as nonsense");
    Answer large =
        elif.once(ApiClient.newKey())
            .send(method, path, "application/json", "{\"a\": \"" + "x".repeat(1_000_000) + "\"}");
    assertThat(large.status()).as(path + " with 1 MB").isEqualTo(413);
  }

  static Stream<Arguments> addresses() {
    return Stream.of(
        arguments("/people?limit=0", 400),
        arguments("/people?limit=101", 400),
        arguments("/people?limit=many", 400),
        arguments("/people?limit=99999999999999", 400),
        arguments("/people?cursor=nonsense", 400),
        arguments("/people?cursor=LTU6YQ", 400),
        arguments("/people?cursor=OTk5OTk5OTk5OTk6YQ", 400),
        arguments("/people?channel=pigeon", 400),
        arguments("/people?department=No%20Slug", 400),
        arguments("/people?topic=" + "x".repeat(200), 400),
        arguments("/people?language=%21", 400),
        arguments("/people?open=perhaps", 400),
        arguments("/people/no.body", 404),
        arguments("/people/%20", 404),
        arguments("/people/" + "x".repeat(1_000), 404),
        arguments("/requests/short", 404),
        arguments("/requests/AAAAAAAAAAAAAAAAAAAAAAAA", 404),
        arguments("/me/requests/not-a-uuid", 404),
        arguments("/me/requests/" + unknownId(), 404),
        arguments("/me/requests?state=lost", 400),
        arguments("/me/preview?audience=martians", 400),
        arguments("/me/appearance?audience=", 400),
        arguments("/nothing", 404),
        arguments("/me/nothing", 404));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("addresses")
  void whatIsNoGoodAddressIsAProblem(String path, int status, PortalServer portal) {
    Answer answer = ApiClient.of(portal, ELIF).get(path);

    isAProblem(answer, path);
    assertThat(answer.status()).as(path).isEqualTo(status);
  }

  @Test
  void longTextsAreSearchedForWithoutFailing(PortalServer portal) {
    for (String text :
        List.of("x".repeat(10_000), "%00".repeat(2), "%22%5C%27*?~", "%F0%9F%98%80")) {
      assertThat(ApiClient.of(portal).get("/people?q=" + text).status()).isIn(200, 400);
    }
  }

  @Test
  void aForeignRequestIsNoRequest(PortalServer portal) {
    ApiClient other = ApiClient.of(portal, "ibrahim.celik");
    String id =
        ApiClient.of(portal, "anna.brandt")
            .get("/me/requests")
            .json()
            .getAsJsonArray("requests")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString();

    Answer foreign = other.get("/me/requests/" + id);
    Answer unknown = other.get("/me/requests/" + unknownId());

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(unknown.body());
    assertThat(other.post("/me/requests/" + id + "/resolve", "{}").status()).isEqualTo(404);
    assertThat(other.post("/me/requests/" + id + "/accept", "").status()).isEqualTo(404);
  }

  @Test
  void aKeyIsNeededAndMustBeHardToGuess(PortalServer portal) {
    String body = "{\"employee\": \"elif.demir\", \"channel\": \"message\"}";
    ApiClient anybody = ApiClient.of(portal);
    for (Answer answer :
        List.of(
            anybody.post("/leases", body),
            anybody.once("1").post("/leases", body),
            anybody.once("x".repeat(101)).post("/leases", body))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("type")).isEqualTo("urn:visavis:problem:idempotency-key-missing");
    }
  }

  @Test
  void everyWrongFieldIsNamed(PortalServer portal) {
    Answer answer =
        ApiClient.of(portal)
            .once(ApiClient.newKey())
            .post(
                "/requests",
                "{\"employee\": 5, \"channel\": \"pigeon\", \"customer\": {\"nmae\": \"Kim\"}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body())
        .contains(
            "\"employee\"",
            "\"channel\"",
            "\"subject\"",
            "\"message\"",
            "\"customer.name\"",
            "\"customer.email\"",
            "\"customer.nmae\"");
  }

  private static void isAProblem(Answer answer, String what) {
    assertThat(answer.status()).as(what + " → " + answer).isBetween(400, 499);
    assertThat(answer.header("Content-Type")).as(what).startsWith("application/problem+json");
    assertThat(answer.text("title")).as(what).isNotEmpty();
    assertThat(answer.json().get("status").getAsInt()).as(what).isEqualTo(answer.status());
    assertThat(answer.header("Cache-Control")).as(what).isEqualTo("no-store");
  }

  private static String shortened(String body) {
    return body.length() > 100 ? body.substring(0, 100) + "…" : body;
  }

  private static String unknownId() {
    return "01890000-0000-7000-8000-000000000000";
  }
}
