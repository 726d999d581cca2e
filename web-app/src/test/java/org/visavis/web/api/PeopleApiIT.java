package org.visavis.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

@PortalTest
class PeopleApiIT {

  private ApiClient anybody;

  @BeforeEach
  void speak(PortalServer portal) {
    anybody = ApiClient.of(portal);
  }

  @Test
  void aPersonHasWhatACardShows() {
    JsonObject person = anybody.with("Accept-Language", "de").get("/people/hannelore.voss").json();

    assertThat(person.get("displayName").getAsString()).isEqualTo("Hannelore Voß");
    assertThat(person.get("title").getAsString()).isEqualTo("Begleiterin im Trauerfall");
    assertThat(person.getAsJsonArray("departments")).hasSize(2);
    assertThat(
            person.getAsJsonArray("departments").get(0).getAsJsonObject().get("id").getAsString())
        .isEqualTo("contracts");
    assertThat(person.getAsJsonObject("status").get("note").getAsString())
        .isEqualTo("Ich nehme mir Zeit für Sie");
    assertThat(person.keySet())
        .containsExactlyInAnyOrder(
            "id",
            "displayName",
            "formOfAddress",
            "pronouns",
            "title",
            "about",
            "office",
            "mail",
            "departments",
            "topics",
            "languages",
            "portrait",
            "status",
            "deputy",
            "load",
            "channels",
            "links",
            "matched");
  }

  @Test
  void textsComeInTheLanguageThatIsAskedFor() {
    assertThat(anybody.get("/people/hannelore.voss").text("title"))
        .isEqualTo("Bereavement companion");
    assertThat(anybody.with("Accept-Language", "xx").get("/people/hannelore.voss").text("title"))
        .isEqualTo("Bereavement companion");
    assertThat(anybody.with("Accept-Language", ";;q=x").get("/people/hannelore.voss").status())
        .isEqualTo(400);
  }

  @Test
  void aSearchForgivesTyposAndSaysWhatItMet() {
    JsonObject found =
        anybody.get("/people?q=Gruber").json().getAsJsonArray("people").get(0).getAsJsonObject();

    assertThat(found.get("id").getAsString()).isEqualTo("johannes.gruber");
    assertThat(found.getAsJsonArray("matched").get(0).getAsJsonObject().get("field").getAsString())
        .isEqualTo("name");
    assertThat(ids(anybody.get("/people?q=Grubr"))).contains("johannes.gruber");
  }

  @Test
  void aProblemInEverydayWordsSaysWhichTopicItMet() {
    JsonObject found =
        anybody
            .with("Accept-Language", "de")
            .get("/people?q=Stromrechnung+zu+hoch")
            .json()
            .getAsJsonArray("people")
            .get(0)
            .getAsJsonObject();
    JsonObject matched = found.getAsJsonArray("matched").get(0).getAsJsonObject();

    assertThat(matched.get("field").getAsString()).isEqualTo("topic");
    assertThat(matched.get("name").getAsString()).isEqualTo("Meine Rechnung verstehen");
    assertThat(matched.getAsJsonArray("words").get(0).getAsJsonObject().get("how").getAsString())
        .isIn("exact", "compound");
  }

  @Test
  void facetsSayWhatFollowingThemShows() {
    JsonObject facets = anybody.get("/people?limit=1").json().getAsJsonObject("facets");

    for (String facet : List.of("department", "topic", "language", "channel", "status")) {
      JsonObject counts = facets.getAsJsonObject(facet);
      assertThat(counts.size()).as(facet).isPositive();
      String value = counts.keySet().iterator().next();
      assertThat(anybody.get("/people?limit=1&" + facet + "=" + value).json().get("total"))
          .as(facet + " " + value)
          .isEqualTo(counts.get(value));
    }
  }

  @Test
  void whatIsBeingTypedIsSuggested() {
    JsonObject topic =
        anybody
            .get("/suggestions?q=balcon")
            .json()
            .getAsJsonArray("suggestions")
            .get(0)
            .getAsJsonObject();

    assertThat(topic.get("kind").getAsString()).isEqualTo("topic");
    assertThat(topic.get("id").getAsString()).isEqualTo("balcony-solar");
    assertThat(topic.get("people").getAsInt()).isPositive();
    assertThat(anybody.get("/suggestions?q=").json().getAsJsonArray("suggestions")).isEmpty();
    assertThat(anybody.get("/suggestions?q=a&limit=0").status()).isEqualTo(400);
  }

  @Test
  void conditionsNarrowTheResult() {
    assertThat(ids(anybody.get("/people?topic=bereavement"))).containsExactly("hannelore.voss");
    assertThat(ids(anybody.get("/people?department=billing&language=tr")))
        .containsExactly("aylin.yildirim");
    assertThat(ids(anybody.get("/people?department=no-such-department"))).isEmpty();
    assertThat(ids(anybody.get("/people?channel=phone&open=true&limit=100")))
        .isNotEmpty()
        .doesNotContain("samuel.osei");
  }

  @Test
  void partsPutTogetherAreTheWhole() {
    List<String> whole = ids(anybody.get("/people?limit=100"));
    List<String> parts = new ArrayList<>();
    String cursor = "";
    do {
      Answer part = anybody.get("/people?limit=7" + cursor);
      parts.addAll(ids(part));
      JsonElement next = part.json().get("next");
      cursor = next.isJsonNull() ? "" : "&cursor=" + next.getAsString();
    } while (!cursor.isEmpty());

    assertThat(parts).containsExactlyElementsOf(whole);
    assertThat(anybody.get("/people?limit=1").json().get("total").getAsInt())
        .isEqualTo(whole.size());
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    for (String path :
        List.of("/departments", "/people?topic=bereavement", "/people/anna.brandt")) {
      Answer first = anybody.get(path);
      Answer second = anybody.with("If-None-Match", first.header("ETag")).get(path);

      assertThat(first.header("ETag")).as(path).isNotEmpty();
      assertThat(second.status()).as(path).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(anybody.with("If-None-Match", "\"other\"").get(path).status()).isEqualTo(200);
    }
  }

  @Test
  void departmentsCountThoseWhoAreShown() {
    JsonObject contracts = null;
    for (JsonElement each : anybody.get("/departments").json().getAsJsonArray("departments")) {
      if (each.getAsJsonObject().get("id").getAsString().equals("contracts")) {
        contracts = each.getAsJsonObject();
      }
    }

    assertThat(contracts).isNotNull();
    assertThat(contracts.get("people").getAsInt())
        .isEqualTo(ids(anybody.get("/people?department=contracts&limit=100")).size());
  }

  static List<String> ids(Answer answer) {
    List<String> ids = new ArrayList<>();
    answer
        .json()
        .getAsJsonArray("people")
        .forEach(person -> ids.add(person.getAsJsonObject().get("id").getAsString()));
    return ids;
  }
}
