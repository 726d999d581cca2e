package org.visavis.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.visavis.web.identity.DemoAccounts;

class RestartIT {

  private static final String HANNELORE = "hannelore.voss";
  private static final String WORDS = "Der Garten meiner Mutter";

  @Test
  void aDemoKeepsWhatHappenedThroughStopAndKillAndLocksItsAccountsElsewhere() {
    try (PortalServer portal = PortalServer.named("restart").demo().start()) {
      Visitor customer = Visitor.of(portal);
      assertThat(portal.console()).contains(portal.uri("/en/people").toString(), "people-first");
      assertThat(status(customer)).isEqualTo("available");

      String tracking = write(customer);

      assertThat(status(customer)).as("her two points are taken").isEqualTo("busy");
      Visitor hannelore = Visitor.of(portal);
      assertThat(hannelore.signIn(HANNELORE, DemoAccounts.PASSWORD)).isEqualTo(303);
      int mails = mails(customer);

      portal.stop();
      assertThat(portal.isRunning()).isFalse();
      assertThat(portal.log()).contains("CWWKE0036I").doesNotContain("CWWKE0109W");
      assertThat(portal.console()).doesNotContain("\tat ").doesNotContain("ERROR");
      portal.start();

      assertThat(customer.get(tracking).body()).contains(WORDS);
      assertThat(status(customer)).isEqualTo("busy");
      assertThat(mails(customer)).as("nothing was loaded again").isEqualTo(mails);
      assertThat(hannelore.get("/en/workspace").body()).contains(WORDS);

      portal.kill();
      portal.start();

      assertThat(customer.get(tracking).body()).contains(WORDS);
      assertThat(status(customer)).isEqualTo("busy");
      assertThat(mails(customer)).isEqualTo(mails);

      portal.stop();
      portal.with("VISAVIS_DEMO", "false").start();

      assertThat(customer.get(tracking).body()).contains(WORDS);
      assertThat(Visitor.of(portal).signIn(HANNELORE, DemoAccounts.PASSWORD)).isEqualTo(401);
      assertThat(Visitor.of(portal).signIn("admin", DemoAccounts.PASSWORD)).isEqualTo(401);
      assertThat(hannelore.get("/en/workspace").statusCode()).as("signed in before").isEqualTo(303);
      assertThat(customer.get("/en/sign-in").body()).doesNotContain("people-first", HANNELORE);
      assertThat(customer.get("/en/demo/mail").statusCode()).isEqualTo(404);
      assertThat(DeliveredServerIT.code(portal)).isNotEmpty();
    }
  }

  /** Writes to her by the form, and answers the address under which the request is tracked. */
  private static String write(Visitor customer) {
    String form =
        Visitor.location(
            customer.post("/en/request", Map.of("to", HANNELORE, "channel", "message")));
    String key =
        Jsoup.parse(customer.get(form).body()).selectFirst("input[name=key]").attr("value");
    return Visitor.location(
        customer.post(
            form,
            Map.of(
                "key", key,
                "name", "Rosa Haller",
                "email", "rosa.haller@post.example",
                "subject", "Zähler im Garten",
                "message", WORDS)));
  }

  private static String status(Visitor customer) {
    Element card =
        Jsoup.parse(customer.get("/en/people/" + HANNELORE).body()).selectFirst("[data-status]");
    return card.attr("data-status");
  }

  private static int mails(Visitor customer) {
    return Jsoup.parse(customer.get("/en/demo/mail").body()).select("a[href*=/demo/mail/]").size();
  }
}
