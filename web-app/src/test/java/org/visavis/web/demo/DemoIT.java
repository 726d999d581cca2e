package org.visavis.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Department;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Mode;
import org.visavis.web.identity.DemoAccounts;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;
import org.visavis.web.testing.Visitor;

@PortalTest
class DemoIT {

  private static final String NOBODYS = "0".repeat(64);

  /** They show other portraits on the server that all tests share. */
  private static final Set<String> CHANGED_BY_OTHER_TESTS = Set.of("carmen.ortega", "luca.moretti");

  @Test
  void everybodyWhoAppearsHasAFaceAndAStatusThatVaries(PortalServer portal) {
    Visitor visitor = Visitor.of(portal);
    Map<String, Element> cards = new TreeMap<>();
    for (Department department : DemoFiles.departments()) {
      Document page = Jsoup.parse(visitor.get("/en/people?department=" + department.id()).body());
      page.select("[data-person]").forEach(card -> cards.put(card.attr("data-person"), card));
    }

    assertThat(cards.keySet()).containsAll(appearing());
    assertThat(cards.values().stream().map(DemoIT::status).distinct().count())
        .isGreaterThanOrEqualTo(4);
    assertThat(cards.values().stream().map(DemoIT::status).filter("available"::equals).count())
        .isGreaterThanOrEqualTo(12);
    Set<String> faces = new TreeSet<>(appearing());
    faces.removeAll(CHANGED_BY_OTHER_TESTS);
    for (String person : faces) {
      HttpResponse<byte[]> face =
          visitor.download(cards.get(person).selectFirst("img").attr("src"));
      assertThat(face.statusCode()).as(person).isEqualTo(200);
      assertThat(face.headers().firstValue("Content-Type")).hasValue("image/webp");
      assertThat(face.body())
          .isEqualTo(DemoFiles.portrait(EmployeeId.of(person)).images().get(2).bytes());
    }
  }

  @Test
  void aBrowserAndNobodyElseKeepsAFaceForEver(PortalServer portal) {
    Visitor visitor = Visitor.of(portal);
    String face = "/portraits/" + DemoFiles.portrait(EmployeeId.of("ruth.silbermann")).id();

    for (int side : new int[] {1, 96, 384, 9999}) {
      assertThat(visitor.get(face + "/" + side).headers().firstValue("Cache-Control"))
          .hasValue("private, max-age=31536000, immutable");
    }
    assertThat(visitor.get(face).statusCode()).isEqualTo(404);
    assertThat(visitor.get(face + "/0").statusCode()).isEqualTo(404);
    assertThat(visitor.get(face + "/96/").statusCode()).isEqualTo(404);
  }

  @Test
  void theFaceOfSomebodyHiddenIsAnsweredAsOneThatDoesNotExist(PortalServer portal) {
    Visitor visitor = Visitor.of(portal);
    String id = DemoFiles.portrait(EmployeeId.of("bjoern.grosskopf")).id().value();

    HttpResponse<String> hidden = visitor.get("/portraits/" + id + "/384");
    HttpResponse<String> nobodys = visitor.get("/portraits/" + NOBODYS + "/384");

    assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(nobodys.statusCode());
    assertThat(hidden.body().replace(id, NOBODYS)).isEqualTo(nobodys.body());
    assertThat(headers(hidden)).isEqualTo(headers(nobodys));
    assertThat(visitor.get("/portraits/what").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/portraits/").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/portraits").statusCode()).isEqualTo(404);
  }

  @Test
  void somebodyHiddenSeesTheOwnFace(PortalServer portal) {
    Visitor bjoern = Visitor.of(portal);
    String id = DemoFiles.portrait(EmployeeId.of("bjoern.grosskopf")).id().value();

    assertThat(bjoern.signIn("bjoern.grosskopf", DemoAccounts.PASSWORD)).isEqualTo(303);

    assertThat(bjoern.get("/portraits/" + id + "/384").statusCode()).isEqualTo(200);
  }

  @Test
  void theSignInPageNamesAccountsThatWork(PortalServer portal) {
    Document page = Jsoup.parse(Visitor.of(portal).get("/en/sign-in").body());
    List<String> names = page.select("dl code").eachText();

    assertThat(page.select("p code").text()).isEqualTo(DemoAccounts.PASSWORD);
    assertThat(names).contains(DemoAccounts.ADMINISTRATOR).hasSizeGreaterThanOrEqualTo(3);
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(Visitor.of(portal).signIn(name, DemoAccounts.PASSWORD)).isEqualTo(303));
  }

  private static List<String> appearing() {
    return DemoFiles.habits().stream()
        .filter(habits -> habits.rule().mode() != Mode.HIDDEN)
        .map(habits -> habits.employee().value())
        .toList();
  }

  private static String status(Element card) {
    return card.selectFirst("[data-status]").attr("data-status");
  }

  private static Map<String, List<String>> headers(HttpResponse<?> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }
}
