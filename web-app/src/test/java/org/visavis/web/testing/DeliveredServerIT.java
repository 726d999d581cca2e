package org.visavis.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.visavis.web.identity.DemoAccounts;

class DeliveredServerIT {

  private static final Pattern CODE = Pattern.compile("use this code, once: (\\S+)");

  @Test
  void aServerThatIsNoDemoLetsItsFirstAdministratorInAndNobodyElse() {
    try (PortalServer portal = PortalServer.named("delivered").start()) {
      Visitor visitor = Visitor.of(portal);
      String code = code(portal);
      assertThat(portal.console())
          .contains(portal.uri("/en/welcome").toString())
          .doesNotContain("people-first", "emonstration", "SQL State");
      assertThat(portal.dataFolder()).isDirectoryContaining("glob:**/db");

      Document people = Jsoup.parse(visitor.get("/en/people").body());
      assertThat(people.select("[data-person]")).isEmpty();
      assertThat(Visitor.of(portal).signIn("admin", DemoAccounts.PASSWORD)).isEqualTo(401);
      assertThat(visitor.get("/en/demo/mail").statusCode()).isEqualTo(404);
      assertThat(Jsoup.parse(visitor.get("/en/sign-in").body()).select("code")).isEmpty();

      assertThat(welcome(visitor, "NOT-THE-CODE", "chief").statusCode()).isNotEqualTo(303);
      HttpResponse<String> welcomed = welcome(visitor, code, "chief");
      assertThat(welcomed.statusCode()).isEqualTo(303);
      assertThat(Visitor.location(welcomed)).isEqualTo("/en/admin");
      assertThat(visitor.get("/en/admin").statusCode()).isEqualTo(200);
      assertThat(Visitor.of(portal).signIn("chief", "long enough words")).isEqualTo(303);

      Visitor late = Visitor.of(portal);
      assertThat(welcome(late, code, "thief").statusCode()).as("used once").isNotEqualTo(303);
      assertThat(late.signIn("thief", "long enough words")).isEqualTo(401);

      portal.kill();
      int written = portal.console().length();
      portal.start();

      assertThat(portal.console().substring(written))
          .contains(portal.uri("").toString())
          .doesNotContain("this code");
      assertThat(Visitor.of(portal).signIn("chief", "long enough words")).isEqualTo(303);
    }
  }

  private static HttpResponse<String> welcome(Visitor visitor, String code, String name) {
    return visitor.post(
        "/en/welcome", Map.of("code", code, "user", name, "password", "long enough words"));
  }

  /** The code for the first administrator that stands last on the console. */
  static String code(PortalServer portal) {
    Matcher found = CODE.matcher(portal.console());
    String code = "";
    while (found.find()) {
      code = found.group(1);
    }
    assertThat(code).as(portal.console()).isNotEmpty();
    return code;
  }
}
