package org.visavis.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Promise 5: what was acknowledged survives SIGKILL, and is neither lost nor doubled.
 *
 * <p>Sixteen customers hand requests in, and employees do with them what one can do, while the
 * server is killed again and again in the middle of it. In the end both sides read what they were
 * told, each step once.
 */
class PromiseNothingAcknowledgedIsLostIT {

  private static final int KILLS = 10;
  private static final int WRITERS = 16;
  private static final int LIMIT = 20;

  /** Always shown, and waited for at their limits; few, so that they reach them. */
  private static final List<String> PEOPLE =
      List.of(
          "greta.mayer",
          "hannelore.voss",
          "rainer.juengling",
          "dorothea.vonahlen",
          "ruth.silbermann",
          "philipp.roessler");

  private static final String OUR_PEOPLE =
      PEOPLE.stream().collect(Collectors.joining("', '", "('", "')"));

  /** Of these the customer gets one where the request took that course, and else none. */
  private static final Map<String, Submissions.Course> MAILS =
      Map.of(
          "replied", Submissions.Course.RESOLVED,
          "handed-over", Submissions.Course.HANDED_OVER,
          "declined", Submissions.Course.DECLINED);

  private final Random random = new Random(5);

  @Test
  void whatWasAcknowledgedIsThereExactlyOnceAfterTenKills() throws Exception {
    try (PortalServer portal = PortalServer.named("killed").demo().start()) {
      Submissions submissions = new Submissions(portal, PEOPLE, signIn(portal));
      ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
      try {
        for (int i = 0; i < WRITERS; i++) {
          writers.execute(submissions::write);
        }
        for (int kill = 0; kill < KILLS; kill++) {
          assertThat(submissions.await(20 + random.nextInt(100)))
              .as("the server works after kill %d: %s", kill, submissions.surprises())
              .isTrue();
          submissions.serverGoes();
          portal.kill();
          portal.start();
          submissions.serverIsBack();
        }
        assertThat(submissions.await(20)).isTrue();
      } finally {
        submissions.end();
        writers.shutdown();
      }
      assertThat(writers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
      assertThat(submissions.surprises()).isEmpty();
      assertThat(submissions.repeated()).as("kills hit requests in flight").isPositive();

      customersFindWhatTheyWereTold(portal, submissions.acknowledged());
      portal.kill();
      theDatabaseAgrees(portal, submissions.acknowledged());
      System.out.printf(
          "%d kills: %d acknowledged requests, %s, %d acts repeated%n",
          KILLS,
          submissions.acknowledged().size(),
          courses(submissions.acknowledged()),
          submissions.repeated());
    }
  }

  private static void customersFindWhatTheyWereTold(
      PortalServer portal, Map<String, Submissions.Acknowledged> acknowledged) {
    ApiClient anybody = ApiClient.of(portal);
    for (Submissions.Acknowledged told : acknowledged.values()) {
      ApiClient.Answer answer = anybody.get("/requests/" + told.token());
      assertThat(answer.status()).as(told.toString()).isEqualTo(200);
      assertThat(answer.text("subject")).isEqualTo(told.subject());
      assertThat(told.course().states()).as(answer.toString()).contains(answer.text("state"));
      Map<String, Long> happened = new TreeMap<>();
      for (JsonElement event : answer.json().getAsJsonArray("timeline")) {
        happened.merge(event.getAsJsonObject().get("kind").getAsString(), 1L, Long::sum);
      }
      assertThat(happened).as(answer.toString()).containsEntry("received", 1L);
      assertThat(happened).as(answer.toString()).containsAllEntriesOf(told.course().events());
    }
  }

  private static Map<Submissions.Course, Long> courses(
      Map<String, Submissions.Acknowledged> acknowledged) {
    return acknowledged.values().stream()
        .collect(
            Collectors.groupingBy(
                Submissions.Acknowledged::course, TreeMap::new, Collectors.counting()));
  }

  /** Looks past the server, which could count wrongly what it keeps rightly. */
  private static void theDatabaseAgrees(
      PortalServer portal, Map<String, Submissions.Acknowledged> acknowledged) throws SQLException {
    String url = "jdbc:hsqldb:file:" + portal.dataFolder().resolve("db/visavis");
    try (Connection database = DriverManager.getConnection(url, "SA", "");
        Statement statement = database.createStatement()) {
      Map<String, Long> once = new TreeMap<>();
      acknowledged.keySet().forEach(email -> once.put(email, 1L));

      // Everything that was sent has been answered in the end: there is nothing else either.
      assertThat(
              counts(
                  statement,
                  "SELECT customer_email, COUNT(*) FROM routing_request"
                      + " WHERE customer_email LIKE '%@kill.example' GROUP BY customer_email"))
          .as("requests by customer")
          .isEqualTo(once);
      assertThat(
              counts(
                  statement,
                  "SELECT to_address, COUNT(*) FROM web_mail WHERE occasion LIKE 'confirmed%'"
                      + " AND to_address LIKE '%@kill.example' GROUP BY to_address"))
          .as("confirmations by customer")
          .isEqualTo(once);
      assertThat(
              counts(
                  statement,
                  "SELECT 'all', COUNT(*) FROM web_mail WHERE occasion LIKE 'new-request%'"
                      + " AND subject || body LIKE '%Kill test %'"))
          .as("notices to employees")
          .containsEntry("all", (long) acknowledged.size());
      for (Map.Entry<String, Submissions.Course> mail : MAILS.entrySet()) {
        assertThat(
                counts(
                    statement,
                    "SELECT to_address, COUNT(*) FROM web_mail WHERE occasion = '"
                        + mail.getKey()
                        + "' AND to_address LIKE '%@kill.example' GROUP BY to_address"))
            .as("mails of the kind " + mail.getKey())
            .isEqualTo(once(acknowledged, mail.getValue()));
      }

      Map<String, Long> taken =
          counts(
              statement,
              "SELECT employee, taken FROM routing_ledger WHERE employee IN " + OUR_PEOPLE);
      assertThat(taken)
          .as("points taken, and what the requests hold")
          .isEqualTo(
              counts(
                  statement,
                  "SELECT l.employee, COALESCE(SUM(r.held), 0) FROM routing_ledger l"
                      + " LEFT JOIN routing_request r ON r.employee = l.employee"
                      + " WHERE l.employee IN "
                      + OUR_PEOPLE
                      + " GROUP BY l.employee"));
      assertThat(taken).hasSize(PEOPLE.size());
      assertThat(taken.values())
          .as("points taken")
          .allMatch(points -> points > 0 && points <= LIMIT);
      statement.execute("SHUTDOWN");
    }
  }

  private static Map<String, Long> once(
      Map<String, Submissions.Acknowledged> acknowledged, Submissions.Course course) {
    Map<String, Long> once = new TreeMap<>();
    acknowledged.forEach(
        (email, told) -> {
          if (told.course() == course) {
            once.put(email, 1L);
          }
        });
    return once;
  }

  private static Map<String, Long> counts(Statement statement, String sql) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  /** Answers what each employee shows to the API, with a limit that is reached now and then. */
  private static Map<String, String> signIn(PortalServer portal) {
    Map<String, String> bearers = new TreeMap<>();
    for (String person : PEOPLE) {
      ApiClient client = ApiClient.of(portal, person);
      ApiClient.Answer answer = client.put("/me/limit", "{\"limit\": " + LIMIT + "}");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      bearers.put(person, client.bearer());
    }
    return bearers;
  }
}
