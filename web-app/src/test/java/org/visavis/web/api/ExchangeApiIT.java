package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;
import org.visavis.web.testing.Visitor;

/** Cards, exports and records over HTTP. */
@PortalTest
class ExchangeApiIT {

  @Test
  void everybodyCanTakeTheCardOfAPersonWhoIsShown(PortalServer portal) {
    ApiClient anybody = ApiClient.of(portal);
    Answer card = anybody.get("/people/greta.mayer/card.vcf");
    assertThat(card.status()).as(card.toString()).isEqualTo(200);
    assertThat(card.header("Content-Type")).startsWith("text/vcard");
    assertThat(card.header("Content-Disposition")).contains("greta.mayer.vcf");
    assertThat(card.body()).startsWith("BEGIN:VCARD").contains("VERSION:3.0", "Greta");
    assertThat(anybody.get("/people/greta.mayer/card.vcf?version=4.0").body())
        .contains("VERSION:4.0");
    assertThat(anybody.get("/people/greta.mayer/card.vcf?version=5").status()).isEqualTo(400);
    Answer json = anybody.get("/people/greta.mayer/card.json");
    assertThat(json.header("Content-Type")).startsWith("application/jscontact+json");
    assertThat(json.text("uid")).isEqualTo("greta.mayer");
    assertThat(
            anybody
                .with("If-None-Match", json.header("ETag"))
                .get("/people/greta.mayer/card.json")
                .status())
        .isEqualTo(304);
  }

  @Test
  void nobodyGetsACardOfNobody(PortalServer portal) {
    ApiClient anybody = ApiClient.of(portal);
    for (String path : new String[] {"card.vcf", "card.json"}) {
      Answer answer = anybody.get("/people/no.body/" + path);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(anybody.get("/people/no.body").body());
    }
  }

  @Test
  void whatIsExportedIsUnchangedWhenItIsImportedAgain(PortalServer portal) {
    ApiClient admin = ApiClient.of(portal, "admin");
    assertThat(ApiClient.of(portal).get("/admin/export").status()).isEqualTo(401);
    Answer csv = admin.get("/admin/export?format=csv");
    assertThat(csv.status()).as(csv.toString()).isEqualTo(200);
    Answer again = admin.send("POST", "/admin/import?dryRun=true", "text/csv", csv.body());
    JsonObject report = again.json();
    assertThat(report.getAsJsonArray("refused")).isEmpty();
    assertThat(report.getAsJsonArray("created")).isEmpty();
    assertThat(report.getAsJsonArray("changed")).isEmpty();
    assertThat(report.get("unchanged").getAsInt()).isPositive();
    for (String format : new String[] {"vcard", "jscontact", "ldif"}) {
      Answer file = admin.get("/admin/export?format=" + format);
      assertThat(file.status()).as(file.toString()).isEqualTo(200);
      assertThat(file.body()).contains("greta.mayer");
    }
    assertThat(admin.get("/admin/export?format=xml").status()).isEqualTo(400);
  }

  @Test
  void aCardIsImportedAndAnOutdatedFingerprintIsRefused(PortalServer portal) {
    ApiClient admin = ApiClient.of(portal, "admin");
    String card = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:api.vcard\r\nFN:Vera Card\r\nEND:VCARD\r\n";
    Answer dry = admin.send("POST", "/admin/import?dryRun=true", "text/vcard", card);
    assertThat(dry.status()).as(dry.toString()).isEqualTo(200);
    Answer other =
        admin.send("POST", "/admin/import?fingerprint=" + "0".repeat(64), "text/vcard", card);
    assertThat(other.status()).isEqualTo(409);
    Answer done =
        admin.send(
            "POST", "/admin/import?fingerprint=" + dry.text("fingerprint"), "text/vcard", card);
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
  }

  @Test
  void aPersonAndAnAdministratorGetAllThatIsKnown(PortalServer portal) {
    Answer record = ApiClient.of(portal, "admin").get("/admin/export/greta.mayer");
    assertThat(record.status()).as(record.toString()).isEqualTo(200);
    assertThat(record.json().getAsJsonObject("consents").size()).isPositive();
    assertThat(record.text("card", "uid")).isEqualTo("greta.mayer");
    Answer own = ApiClient.of(portal, "greta.mayer").get("/me/record");
    assertThat(own.status()).as(own.toString()).isEqualTo(200);
    assertThat(own.body()).isEqualTo(record.body());
    assertThat(ApiClient.of(portal).get("/me/record").status()).isEqualTo(401);
  }

  @Test
  void departmentsAndTopicsGoOutAndComeInAsTables(PortalServer portal) {
    ApiClient admin = ApiClient.of(portal, "admin");
    String table = "id,name.de,name.en,synonyms.de,parent\nvoc-one,Eins,One,erste;zuerst,\n";

    Answer dry = admin.send("PUT", "/admin/departments?dryRun=true", "text/csv", table);
    assertThat(dry.json().get("created").getAsInt()).as(dry.toString()).isEqualTo(1);
    assertThat(admin.get("/admin/departments").body()).doesNotContain("voc-one");
    admin.send("PUT", "/admin/departments", "text/csv", table);
    Answer written = admin.get("/admin/departments");
    assertThat(written.body()).contains("voc-one").contains("erste;zuerst");
    Answer again = admin.send("PUT", "/admin/departments", "text/csv", written.body());
    assertThat(again.json().get("created").getAsInt()).isZero();
    assertThat(again.json().get("changed").getAsInt()).isZero();
    Answer cycle =
        admin.send("PUT", "/admin/departments", "text/csv", "id,name,parent\nvoc-one,A,voc-one\n");
    assertThat(cycle.status()).isEqualTo(422);
    Answer topics = admin.get("/admin/topics");
    assertThat(topics.header("Content-Disposition")).contains("topics.csv");
    assertThat(
            admin
                .send("PUT", "/admin/topics", "text/csv", topics.body())
                .json()
                .get("changed")
                .getAsInt())
        .isZero();
    assertThat(admin.send("PUT", "/admin/topics", "text/csv", "id\nx\n").status()).isEqualTo(422);
    assertThat(ApiClient.of(portal).get("/admin/topics").status()).isEqualTo(401);
  }

  @Test
  void anAdministratorReadsARecordAndTheLogSaysSo(PortalServer portal) {
    Visitor admin = Visitor.of(portal);
    admin.signIn("admin", "people-first");
    Document people = Jsoup.parse(admin.get("/en/admin/invitations?q=greta.mayer").body());
    String record = people.select("a[href*=/admin/records/]").first().attr("href");
    Document page = Jsoup.parse(admin.get(record).body());

    assertThat(page.select("dl.record").text()).contains("greta.mayer", "disclosedTo");
    assertThat(page.text()).doesNotContain("hannelore");
    assertThat(portal.log()).contains("admin has read all that is known of greta.mayer");
    assertThat(admin.get("/en/admin/records/no.body").statusCode()).isEqualTo(404);
    assertThat(admin.get("/en/admin/records").statusCode()).isEqualTo(404);
    Visitor greta = Visitor.of(portal);
    greta.signIn("greta.mayer", "people-first");
    assertThat(greta.get(record).statusCode()).isEqualTo(403);
    assertThat(ApiClient.of(portal, "greta.mayer").get("/admin/export/greta.mayer").status())
        .isEqualTo(403);
  }
}
