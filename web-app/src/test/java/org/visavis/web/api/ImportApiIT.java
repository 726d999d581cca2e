package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

@PortalTest
class ImportApiIT {

  private static final String FILE =
      """
      id,givenName,familyName,department,phone
      api.import-one,Ida,Import,Api-Import,+49 30 23125000
      api.import-two,,,Api-Import,
      api import three,Bad,Id,Api-Import,
      """;

  @Test
  void aDryRunSaysWhatWouldHappenAndChangesNothing(PortalServer portal) {
    ApiClient admin = ApiClient.of(portal, "admin");

    Answer first = admin.send("POST", "/admin/import?dryRun=true", "text/csv", FILE);
    Answer second = admin.send("POST", "/admin/import?dryRun=true", "text/csv", FILE);

    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    JsonObject report = first.json();
    assertThat(report.get("dryRun").getAsBoolean()).isTrue();
    assertThat(report.get("rowsRead").getAsInt()).isEqualTo(3);
    assertThat(report.getAsJsonArray("created")).hasSize(1);
    assertThat(report.getAsJsonArray("refused")).hasSize(2);
    JsonObject refused = report.getAsJsonArray("refused").get(1).getAsJsonObject();
    assertThat(refused.get("line").getAsInt()).isEqualTo(4);
    assertThat(refused.get("column").getAsString()).isEqualTo("id");
    assertThat(refused.get("reason").getAsString()).isEqualTo("malformed");
  }

  @Test
  void aFormWithAFileIsTheSame(PortalServer portal) {
    ApiClient admin = ApiClient.of(portal, "admin");
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + FILE
            + "\r\n--b--\r\n";

    Answer answer =
        admin.send("POST", "/admin/import?dryRun=true", "multipart/form-data; boundary=b", form);

    assertThat(answer.body())
        .isEqualTo(admin.send("POST", "/admin/import?dryRun=true", "text/csv", FILE).body());
    Answer without =
        admin.send(
            "POST",
            "/admin/import",
            "multipart/form-data; boundary=b",
            form.replace("name=\"file\"", "name=\"other\""));
    assertThat(without.status()).isEqualTo(422);
  }

  @Test
  void whoeverIsImportedIsFoundAtOnceAndTheSameFileChangesNothing(PortalServer portal) {
    ApiClient admin = ApiClient.of(portal, "admin");
    String file = "id,givenName,familyName\napi.import-kept,Xaverina,Importowska\n";
    admin.send("POST", "/admin/import", "text/csv", file);

    JsonObject again = admin.send("POST", "/admin/import", "text/csv", file).json();

    assertThat(again.getAsJsonArray("created")).isEmpty();
    assertThat(again.getAsJsonArray("changed")).isEmpty();
    assertThat(again.get("unchanged").getAsInt()).isEqualTo(1);
    assertThat(admin.handle("Xaverina")).isPresent();
  }

  @Test
  void whatIsNoFileIsAProblem(PortalServer portal) {
    ApiClient admin = ApiClient.of(portal, "admin");
    for (String file : new String[] {"", "no header\n1\n", "\0\0\0"}) {
      Answer answer = admin.send("POST", "/admin/import", "text/csv", file);
      assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
    assertThat(admin.send("POST", "/admin/import?dryRun=maybe", "text/csv", FILE).status())
        .isEqualTo(400);
    assertThat(admin.send("POST", "/admin/import", "application/json", "{}").status())
        .isEqualTo(415);
  }
}
