package org.visavis.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.ApiClient.Answer;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;
import org.visavis.web.testing.Visitor;

/** Booking a time, on the pages without a script and by the API. */
@PortalTest
class AppointmentsIT {

  private static final String SEUN = "seun.adeyemi";

  private final Visitor visitor;
  private final Visitor workplace;
  private final ApiClient anybody;
  private final ApiClient seun;

  AppointmentsIT(PortalServer portal) {
    visitor = Visitor.of(portal);
    workplace = Visitor.of(portal);
    anybody = ApiClient.of(portal);
    seun = ApiClient.of(portal, SEUN);
  }

  @AfterEach
  void leaveAsFound() {
    for (var request : seun.get("/me/requests").json().getAsJsonArray("requests")) {
      JsonObject found = request.getAsJsonObject();
      if (found.get("subject").getAsString().startsWith("Time test")) {
        seun.post("/me/requests/" + found.get("id").getAsString() + "/resolve", "{}");
      }
    }
  }

  private List<String> slots() {
    JsonArray slots = anybody.get("/people/" + SEUN + "/slots").json().getAsJsonArray("slots");
    return IntStream.range(0, slots.size())
        .mapToObj(i -> slots.get(i).getAsJsonObject().get("start").getAsString())
        .toList();
  }

  private Answer book(String start, String key) {
    return anybody
        .once(key)
        .post(
            "/requests",
            ("{\"employee\": \"" + SEUN + "\", \"channel\": \"appointment\", \"slot\": \"" + start)
                + "\", \"subject\": \"Time test\", \"message\": \"Hello\", \"customer\": {\"name\":"
                + " \"Kim\", \"email\": \"kim@example.org\", \"timeZone\": \"America/New_York\"}}");
  }

  @Test
  void customerBooksMovesAndTakesBackATimeOnThePages() {
    HttpResponse<String> chosen =
        visitor.post("/en/request", Map.of("to", SEUN, "channel", "appointment"));
    String times = Visitor.location(chosen);
    assertThat(times).isEqualTo("/en/appointments/" + SEUN);
    Document page = Jsoup.parse(visitor.get(times + "?zone=America/New_York").body());
    assertThat(page.select("option[selected]").val()).isEqualTo("America/New_York");
    List<String> links = page.select(".times a").eachAttr("href");
    assertThat(links).isNotEmpty();

    Document form = Jsoup.parse(visitor.get(links.get(0)).body());
    assertThat(form.text()).contains("(America/New_York)");
    Map<String, String> fields =
        Map.of(
            "key",
            form.select("input[name=key]").val(),
            "zone",
            form.select("input[name=zone]").val(),
            "slot",
            form.select("input[name=slot]").val(),
            "name",
            "Kim",
            "email",
            "kim-" + UUID.randomUUID() + "@example.org",
            "subject",
            "Time test",
            "message",
            "Can we talk about it?");
    HttpResponse<String> wrong = visitor.post(times, Map.of("slot", fields.get("slot")));
    assertThat(wrong.statusCode()).isEqualTo(422);
    String tracking = Visitor.location(visitor.post(times, fields));
    assertThat(tracking).startsWith("/en/requests/");
    assertThat(Visitor.location(visitor.post(times, fields))).as("sent twice").isEqualTo(tracking);
    Document tracked = Jsoup.parse(visitor.get(tracking).body());
    assertThat(tracked.select("[aria-labelledby=appointment]").text())
        .contains("(America/New_York)");
    String file = visitor.get(tracking + "/appointment.ics").body();
    assertThat(file).contains("BEGIN:VEVENT\r\n", "SEQUENCE:0\r\n", "DTSTART:20");

    HttpResponse<String> late =
        visitor.post(
            times,
            Map.of(
                "key", ApiClient.newKey(),
                "zone", "Europe/Berlin",
                "slot", fields.get("slot"),
                "name", "Lee",
                "email", "lee@example.org",
                "subject", "Time test",
                "message", "Me, too"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(late.body()).select("input[type=radio][name=slot]")).isNotEmpty();
    assertThat(Jsoup.parse(late.body()).select("[name=message]").text()).isEqualTo("Me, too");

    Document others = Jsoup.parse(visitor.get(tracking + "/time").body());
    List<String> free = others.select("button[name=slot]").eachAttr("value");
    String other = free.get(free.size() - 1);
    assertThat(
            Visitor.location(
                visitor.post(
                    tracking + "/time",
                    Map.of("key", others.select("input[name=key]").val(), "slot", other))))
        .isEqualTo(tracking);
    assertThat(visitor.get(tracking + "/appointment.ics").body()).contains("SEQUENCE:1\r\n");

    assertThat(workplace.signIn(SEUN, "people-first")).isEqualTo(303);
    assertThat(workplace.get("/en/workspace/presence/appointments").body()).contains(": Kim");
    assertThat(workplace.get("/en/workspace").body()).contains("Appointment: ");

    visitor.post(tracking + "/withdraw", Map.of());
    assertThat(visitor.get(tracking + "/appointment.ics").statusCode()).isEqualTo(404);
    assertThat(workplace.get("/en/workspace/presence/appointments").body()).doesNotContain(": Kim");
  }

  @Test
  void aSlotIsBookedOnceHoweverManyWantIt() {
    String start = slots().get(0);
    Set<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> book(start, ApiClient.newKey()).status())
            .collect(Collectors.toSet());
    assertThat(statuses).isEqualTo(Set.of(201, 409));
    JsonArray booked = seun.get("/me/appointments").json().getAsJsonArray("bookings");
    assertThat(booked).hasSize(1);
    assertThat(slots()).doesNotContain(start);
  }

  @Test
  void programsBookAndMoveATime() {
    List<String> slots = slots();
    String key = ApiClient.newKey();
    Answer booked = book(slots.get(0), key);
    assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
    assertThat(OffsetDateTime.parse(booked.text("appointment", "start")).toInstant())
        .isEqualTo(OffsetDateTime.parse(slots.get(0)).toInstant());
    assertThat(book(slots.get(0), key).text("id")).isEqualTo(booked.text("id"));
    assertThat(book(slots.get(1), key).status()).isEqualTo(422);
    Answer gone = book(slots.get(0), ApiClient.newKey());
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.text("type")).endsWith("slot-not-free");
    assertThat(gone.json().getAsJsonArray("slots")).isNotEmpty();

    String move = "/requests/" + booked.text("token") + "/appointment";
    String last = slots.get(slots.size() - 1);
    Answer moved = anybody.once(ApiClient.newKey()).post(move, "{\"slot\": \"" + last + "\"}");
    assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    assertThat(OffsetDateTime.parse(moved.text("appointment", "start")).toInstant())
        .isEqualTo(OffsetDateTime.parse(last).toInstant());
    assertThat(slots()).contains(slots.get(0)).doesNotContain(last);
    assertThat(anybody.once(ApiClient.newKey()).post(move, "{}").status()).isEqualTo(422);
    assertThat(anybody.get("/people/" + SEUN + "/slots?from=never").status()).isEqualTo(400);
  }

  @Test
  void whoeverIsAtTheLimitOffersNoTimesAndTheCustomerReadsWhyAndWhatElse() {
    JsonObject rule = seun.get("/me/appearance").json();
    List.of("audience", "channel", "channels").forEach(rule::remove);
    int limit = seun.get("/me/limit").json().get("limit").getAsInt();
    seun.put("/me/appearance", "{\"mode\": \"always\", \"atLimit\": \"waitlist-only\"}");
    List<String> slots = slots();
    try {
      assertThat(book(slots.get(0), ApiClient.newKey()).status()).isEqualTo(201);
      int taken = seun.get("/me/limit").json().get("taken").getAsInt();
      assertThat(seun.put("/me/limit", "{\"limit\": " + taken + "}").status()).isEqualTo(200);

      JsonObject none = anybody.get("/people/" + SEUN + "/slots").json();
      assertThat(none.getAsJsonArray("slots")).isEmpty();
      assertThat(none.get("reason").getAsString()).isEqualTo("at-limit");
      Document page = Jsoup.parse(visitor.get("/en/appointments/" + SEUN).body());
      assertThat(page.select("h1").text()).endsWith("has no place free right now");
      assertThat(page.select("a.primary").attr("href")).startsWith("/en/request/");
      assertThat(page.select("#alternatives ~ ul > li"))
          .hasSameSizeAs(none.getAsJsonArray("alternatives"));
      String waiting = page.select("a.primary").attr("href");
      assertThat(visitor.get(waiting).statusCode()).isEqualTo(200);
    } finally {
      seun.put("/me/limit", "{\"limit\": " + limit + "}");
      seun.put("/me/appearance", rule.toString());
    }
    assertThat(anybody.get("/people/" + SEUN + "/slots").json().get("reason").isJsonNull())
        .isTrue();
  }

  @Test
  void employeeDecidesAboutAppointments() {
    String settings =
        "{\"offered\": OFFERED, \"lengthMinutes\": 30, \"beforeMinutes\": 0, \"afterMinutes\": 10,"
            + " \"noticeMinutes\": 1440, \"horizonDays\": 28, \"mostADay\": 4}";
    assertThat(seun.put("/me/appointments", settings.replace("OFFERED", "false")).status())
        .isEqualTo(200);
    assertThat(slots()).isEmpty();
    assertThat(anybody.get("/people/" + SEUN + "/slots").text("reason")).isEqualTo("not-offered");
    assertThat(Visitor.location(visitor.get("/en/appointments/" + SEUN)))
        .isEqualTo("/en/people/" + SEUN);
    assertThat(seun.put("/me/appointments", settings.replace("OFFERED", "true")).status())
        .isEqualTo(200);
    assertThat(slots()).isNotEmpty();
    assertThat(
            seun.put("/me/appointments", settings.replace("OFFERED", "true").replace("30,", "31,"))
                .status())
        .isEqualTo(422);
  }
}
