package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/** Provisions as identity providers do. Each test has people of its own. */
@PortalTest
class ScimIT {

  private static final String SCIM = "application/scim+json";

  private PortalServer portal;
  private ApiClient admin;

  @BeforeEach
  void signIn(PortalServer portal) {
    this.portal = portal;
    admin = ApiClient.of(portal, "admin");
  }

  private static String user(String name, String given, String family) {
    return """
    {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "NAME@scim.example",
     "externalId": "ext-NAME", "active": true, "displayName": "GIVEN FAMILY", "title": "Adviser",
     "name": {"givenName": "GIVEN", "familyName": "FAMILY"},
     "emails": [{"value": "NAME@scim.example", "type": "work", "primary": true}],
     "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Scim-Desk"}}
    """
        .replace("NAME", name)
        .replace("GIVEN", given)
        .replace("FAMILY", family);
  }

  private Answer scim(String method, String path, String body) {
    return admin.sendTo("/scim/v2" + path, method, body.isEmpty() ? "" : SCIM, bytes(body));
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private JsonArray found(String kind, String filter) {
    String query = URLEncoder.encode(filter, StandardCharsets.UTF_8);
    return scim("GET", "/" + kind + "?filter=" + query, "").json().getAsJsonArray("Resources");
  }

  private String created(String name, String given, String family) {
    Answer created = scim("POST", "/Users", user(name, given, family));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    return created.text("id");
  }

  private static String patch(String operations) {
    return "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": ["
        + operations
        + "]}";
  }

  private static List<String> ids(JsonArray resources) {
    List<String> ids = new ArrayList<>();
    for (JsonElement resource : resources) {
      ids.add(resource.getAsJsonObject().get("id").getAsString());
    }
    return ids;
  }

  private int shown(String handle) {
    return ApiClient.of(portal).get("/people/" + handle).status();
  }

  private String handle(String givenName) {
    return ApiClient.of(portal).handle(givenName).orElseThrow();
  }

  private String requested(String handle) {
    Answer request =
        ApiClient.of(portal)
            .once(ApiClient.newKey())
            .post(
                "/requests",
                """
                {"employee": "%s", "channel": "message", "subject": "Hello", "message": "Who cares?",
                 "customer": {"name": "Kim", "email": "kim@example.org", "language": "de"},
                 "ifUnavailable": "ask"}
                """
                    .formatted(handle));
    assertThat(request.status()).as(request.toString()).isEqualTo(201);
    return request.text("token");
  }

  @Test
  void onlyAnAdministratorProvisions() {
    Answer nobody = ApiClient.of(portal).sendTo("/scim/v2/Users", "GET", "", new byte[0]);
    Answer employee =
        ApiClient.of(portal, "tomasz.kowalczyk").sendTo("/scim/v2/Users", "GET", "", new byte[0]);

    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.header("Content-Type")).startsWith(SCIM);
    assertThat(nobody.text("status")).isEqualTo("401");
    assertThat(employee.status()).isEqualTo(403);
    assertThat(scim("GET", "/Users", "").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void itDescribesItself() {
    JsonObject config = scim("GET", "/ServiceProviderConfig", "").json();
    assertThat(config.getAsJsonObject("patch").get("supported").getAsBoolean()).isTrue();
    assertThat(scim("GET", "/ResourceTypes", "").json().get("totalResults").getAsInt())
        .isEqualTo(2);
    Answer schema = scim("GET", "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User", "");
    assertThat(schema.status()).isEqualTo(200);
    assertThat(schema.body()).contains("\"userName\"").doesNotContain("${base}");
    assertThat(scim("GET", "/Schemas/urn:other", "").status()).isEqualTo(404);
    assertThat(scim("GET", "/Elsewhere", "").text("status")).isEqualTo("404");
    assertThat(scim("POST", "/Schemas", "{}").status()).isEqualTo(405);
  }

  @Test
  void aUserIsCreatedFoundAndPublishesNothing() {
    Answer created = scim("POST", "/Users", user("scim.create", "Createa", "Scimowska"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Content-Type")).startsWith(SCIM);
    String id = created.text("id");
    assertThat(id).doesNotContainIgnoringCase("scim");
    assertThat(created.header("Location"))
        .isEqualTo(created.text("meta", "location"))
        .endsWith("/scim/v2/Users/" + id);
    assertThat(created.header("ETag")).isEqualTo(created.text("meta", "version")).startsWith("W/");
    assertThat(created.text("userName")).isEqualTo("scim.create@scim.example");
    for (String filter :
        List.of(
            "userName eq \"SCIM.create@scim.example\"",
            "externalId eq \"ext-scim.create\"",
            "id eq \"" + id + "\"",
            "emails.value eq \"scim.create@scim.example\"",
            "emails[type eq \"work\" and value co \"scim.create\"]",
            "displayName co \"scimowska\" and active eq true",
            "name.givenName sw \"Createa\"")) {
      assertThat(ids(found("Users", filter))).as(filter).containsExactly(id);
    }
    assertThat(found("Users", "userName eq \"nobody@scim.example\"")).isEmpty();
    String card = ApiClient.of(portal).get("/people/" + handle("Createa")).body();
    assertThat(card).contains("Createa").contains("Adviser").doesNotContain("Scimowska");
    assertThat(scim("POST", "/Users", user("SCIM.CREATE", "Other", "One")).text("scimType"))
        .isEqualTo("uniqueness");
  }

  @Test
  void whoCameByAFileIsFoundByMailAndPersonnelNumber() {
    admin.send(
        "POST",
        "/admin/import",
        "text/csv",
        "id,givenName,email\nscim-file-7,Filea,filea@scim.example\n");

    assertThat(ids(found("Users", "userName eq \"filea@scim.example\"")))
        .containsExactly("scim-file-7");
    assertThat(ids(found("Users", "externalId eq \"scim-file-7\""))).containsExactly("scim-file-7");
    assertThat(
            scim(
                    "POST",
                    "/Users",
                    user("x", "X", "Y").replace("x@scim.example", "filea@scim.example"))
                .status())
        .isEqualTo(409);
  }

  @Test
  void patchesAreTakenAsIdentityProvidersSendThem() {
    String id = created("scim.patch", "Patcha", "Before");
    Answer entra =
        scim(
            "PATCH",
            "/Users/" + id,
            patch(
                """
                {"op": "Replace", "path": "name.familyName", "value": "After"},
                {"op": "Replace", "path": "displayName", "value": "Patcha After"},
                {"op": "Add", "path": "phoneNumbers[type eq \\"work\\"].value", "value": "+49 30 23125999"},
                {"op": "Add", "path":
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                 "value": "Scim-Office"}
                """));
    assertThat(entra.status()).as(entra.toString()).isEqualTo(200);
    assertThat(entra.text("displayName")).isEqualTo("Patcha After");
    assertThat(entra.body()).contains("+49 30 23125999").contains("Scim-Office");
    Answer okta =
        scim(
            "PATCH",
            "/Users/" + id,
            patch("{\"op\": \"replace\", \"value\": {\"title\": \"Lead\", \"active\": true}}"));
    assertThat(okta.text("title")).isEqualTo("Lead");
    assertThat(scim("PATCH", "/Users/" + id, patch("{\"op\": \"replace\"}")).text("scimType"))
        .isEqualTo("noTarget");
    assertThat(
            scim(
                    "PATCH",
                    "/Users/" + id,
                    patch("{\"op\":\"add\",\"path\":\"timezone\",\"value\":\"Mars\"}"))
                .text("scimType"))
        .isEqualTo("invalidValue");
    assertThat(scim("GET", "/Users/" + id, "").text("title")).isEqualTo("Lead");
  }

  @Test
  void aPutReplacesWhatItSaysAndMindsTheVersion() {
    String id = created("scim.put", "Puta", "First");
    Answer before = scim("GET", "/Users/" + id, "");
    String other = user("scim.put", "Puta", "Second").replace(", \"title\": \"Adviser\"", "");

    Answer put =
        admin
            .with("If-Match", before.header("ETag"))
            .sendTo("/scim/v2/Users/" + id, "PUT", SCIM, bytes(other));
    Answer late =
        admin
            .with("If-Match", before.header("ETag"))
            .sendTo("/scim/v2/Users/" + id, "PUT", SCIM, bytes(other));
    Answer same =
        admin
            .with("If-None-Match", put.header("ETag"))
            .sendTo("/scim/v2/Users/" + id, "GET", "", new byte[0]);

    assertThat(put.status()).as(put.toString()).isEqualTo(200);
    assertThat(put.json().has("title")).isFalse();
    assertThat(put.text("name", "familyName")).isEqualTo("Second");
    assertThat(late.status()).isEqualTo(412);
    assertThat(same.status()).isEqualTo(304);
  }

  @Test
  void whoIsDeactivatedIsGoneAtOnceAndHisCustomersAreAsked() {
    String id = created("scim.leave", "Leavea", "Scimowska");
    String handle = handle("Leavea");
    String token = requested(handle);

    Answer off =
        scim(
            "PATCH",
            "/Users/" + id,
            patch("{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}"));

    assertThat(off.json().get("active").getAsBoolean()).isFalse();
    assertThat(shown(handle)).isEqualTo(404);
    Answer asked = ApiClient.of(portal).get("/requests/" + token);
    assertThat(asked.text("state")).as(asked.toString()).isEqualTo("offered");
    assertThat(asked.body()).contains("arbeitet hier nicht mehr");
    assertThat(
            scim(
                    "PATCH",
                    "/Users/" + id,
                    patch("{\"op\": \"replace\", \"value\": {\"active\": true}}"))
                .json()
                .get("active")
                .getAsBoolean())
        .isTrue();
    assertThat(shown(handle)).isEqualTo(200);
  }

  @Test
  void whoIsDeletedIsNotThereAnyMore() {
    String id = created("scim.delete", "Deletea", "Scimowska");
    String handle = handle("Deletea");
    String token = requested(handle);

    assertThat(scim("DELETE", "/Users/" + id, "").status()).isEqualTo(204);

    Answer asked = ApiClient.of(portal).get("/requests/" + token);
    assertThat(asked.text("state")).as(asked.toString()).isEqualTo("offered");
    assertThat(ApiClient.of(portal).page("/de/requests/" + token).status()).isEqualTo(200);
    assertThat(scim("GET", "/Users/" + id, "").status()).isEqualTo(404);
    assertThat(scim("DELETE", "/Users/" + id, "").status()).isEqualTo(404);
    assertThat(shown(handle)).isEqualTo(404);
    assertThat(created("scim.delete", "Deletea", "Again")).isNotEqualTo(id);
  }

  @Test
  void departmentsAreGroupsWithTheirPeople() {
    String one = created("scim.group1", "Groupa", "One");
    String two = created("scim.group2", "Groupb", "Two");
    Answer created =
        scim(
            "POST",
            "/Groups",
            """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Scim-Circle",
             "externalId": "g-1", "members": [{"value": "%s"}]}
            """
                .formatted(one));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    String group = created.text("id");
    assertThat(ids(found("Groups", "displayName eq \"scim-circle\""))).containsExactly(group);
    assertThat(ids(found("Groups", "externalId eq \"g-1\""))).containsExactly(group);
    assertThat(scim("POST", "/Groups", "{\"displayName\": \"Scim-Circle\"}").status())
        .isEqualTo(409);

    Answer added =
        scim(
            "PATCH",
            "/Groups/" + group,
            patch(
                "{\"op\":\"Add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                    .formatted(two)));
    assertThat(added.json().getAsJsonArray("members")).hasSize(2);
    assertThat(scim("GET", "/Users/" + two, "").body()).contains("Scim-Circle");
    assertThat(ids(found("Groups", "id eq \"%s\" and members eq \"%s\"".formatted(group, two))))
        .containsExactly(group);
    Answer removed =
        scim(
            "PATCH",
            "/Groups/" + group,
            patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(one)));
    assertThat(removed.json().getAsJsonArray("members")).hasSize(1);
    Answer renamed =
        scim(
            "PATCH",
            "/Groups/" + group,
            patch("{\"op\":\"replace\",\"value\":{\"id\":\"x\",\"displayName\":\"Scim-Ring\"}}"));
    assertThat(renamed.text("displayName")).isEqualTo("Scim-Ring");
    assertThat(renamed.text("id")).isEqualTo(group);
    Answer nobody =
        scim(
            "PATCH",
            "/Groups/" + group,
            patch("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"nobody\"}]}"));
    assertThat(nobody.text("scimType")).isEqualTo("invalidValue");
    assertThat(scim("DELETE", "/Groups/" + group, "").status()).isEqualTo(501);
    assertThat(scim("GET", "/Groups/" + group + "?excludedAttributes=members", "").json().keySet())
        .contains("displayName")
        .doesNotContain("members");
  }

  @Test
  void aListComesInParts() {
    created("scim.page1", "Pagea", "One");
    created("scim.page2", "Pagea", "Two");
    JsonObject first =
        scim("GET", "/Users?filter=name.givenName%20eq%20%22Pagea%22&startIndex=1&count=1", "")
            .json();
    JsonObject second =
        scim("GET", "/Users?filter=name.givenName%20eq%20%22Pagea%22&startIndex=2&count=1", "")
            .json();
    JsonObject all = scim("GET", "/Users?count=2&attributes=userName", "").json();

    assertThat(first.get("totalResults").getAsInt()).isEqualTo(2);
    assertThat(first.get("itemsPerPage").getAsInt()).isEqualTo(1);
    assertThat(ids(first.getAsJsonArray("Resources")))
        .doesNotContainAnyElementsOf(ids(second.getAsJsonArray("Resources")));
    assertThat(all.get("totalResults").getAsInt()).isGreaterThan(40);
    assertThat(all.getAsJsonArray("Resources").get(0).getAsJsonObject().keySet())
        .containsExactlyInAnyOrder("id", "schemas", "userName");
    assertThat(scim("GET", "/Users?count=0", "").json().getAsJsonArray("Resources")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThat(scim("GET", "/Users?filter=userName%20is", "").text("scimType"))
        .isEqualTo("invalidFilter");
    assertThat(scim("POST", "/Users", "{").text("scimType")).isEqualTo("invalidSyntax");
    assertThat(scim("POST", "/Users", "{}").text("scimType")).isEqualTo("invalidValue");
    assertThat(scim("POST", "/Users", "{\"userName\": 7}").status()).isEqualTo(400);
    assertThat(admin.sendTo("/scim/v2/Users", "POST", "text/plain", bytes("{}")).status())
        .isEqualTo(415);
    assertThat(scim("GET", "/Users/no-such", "").text("status")).isEqualTo("404");
    assertThat(scim("GET", "/Users/a/b", "").status()).isEqualTo(404);
    assertThat(scim("PUT", "/Users/no-such", user("x", "X", "Y")).status()).isEqualTo(404);
    assertThat(scim("PATCH", "/Users/x%00y", patch("")).status()).isIn(400, 404);
    assertThat(scim("GET", "/Users?startIndex=one", "").status()).isEqualTo(400);
  }
}
