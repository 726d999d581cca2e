package org.visavis.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.presence.Load;
import org.visavis.presence.Openness;
import org.visavis.presence.PresenceChange;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.web.pages.Language;

class SlotsTest {

  private static final int PEOPLE = 3;
  private final Slots slots = new Slots(Language.EN, employee -> true);

  @Test
  void nothingIsToldBeforeTheBeginning() {
    slots.put(List.of(shown(7, "ada", Status.BUSY)));

    assertThat(told()).isEmpty();
  }

  @Test
  void aStatusIsWrittenAsTheApiWritesIt() {
    slots.begin(List.of(), false, 0);
    slots.put(List.of(shown(7, "ada", Status.ON_HOLIDAY)));

    assertThat(told())
        .isEqualTo(
            """
            event: presence
            data: {"id":"ada","shown":true,\
            "status":{"code":"on-holiday","until":"2026-03-02T09:00:00Z","note":"Back soon"},\
            "load":"some","channels":[{"kind":"message","openness":"open"},{"kind":"phone","openness":"later"}]}
            id: 7

            """);
  }

  @Test
  void aNoteIsWrittenInTheLanguageOfTheClient() {
    Slots german = new Slots(Language.DE, employee -> true);
    german.begin(List.of(shown(1, "ada", Status.AWAY)), false, 0);

    assertThat(text(german)).contains("Bald zurück").doesNotContain("Back soon");
  }

  @Test
  void theWholeStateEndsWithThoseWhoAreShownAndOnlyThenCarriesAnId() {
    slots.begin(List.of(shown(4, "ada", Status.AWAY), shown(2, "bob", Status.BUSY)), true, 5);

    String told = told();

    assertThat(told.indexOf("bob")).isLessThan(told.indexOf("ada"));
    assertThat(told).endsWith("event: shown\ndata: [\"ada\",\"bob\"]\nid: 5\n\n");
    assertThat(told.split("\nid: ", -1)).hasSize(2);
  }

  @Test
  void aChangeThatCameBeforeTheBeginningIsNotLost() {
    slots.put(List.of(shown(9, "ada", Status.BUSY), hidden(10, "bob")));
    slots.begin(List.of(shown(4, "ada", Status.AWAY), shown(2, "bob", Status.BUSY)), true, 4);

    String told = told();

    assertThat(told).contains("\"busy\"").doesNotContain("\"away\"");
    assertThat(told).contains("data: [\"ada\"]\nid: 10\n");
  }

  @Test
  void aChangeThatTheBeginningHadAlreadyIsNotToldAgain() {
    slots.begin(List.of(shown(8, "ada", Status.AWAY)), true, 8);
    told();

    slots.put(List.of(shown(6, "ada", Status.BUSY)));

    assertThat(told()).isEmpty();
  }

  @Test
  void aSlowClientHoldsTheLastStateOfEachPersonAlone() {
    slots.begin(List.of(), false, 0);
    for (int revision = 1; revision <= 3_000; revision++) {
      slots.put(List.of(shown(revision, "p" + revision % PEOPLE, Status.BUSY)));
    }

    String told = told();

    assertThat(told.split("event: presence", -1)).hasSize(PEOPLE + 1);
    assertThat(told).contains("id: 2998\n", "id: 2999\n").endsWith("id: 3000\n\n");
  }

  @Test
  void theHiddenLookLikeTheRemoved() {
    slots.begin(List.of(), false, 0);
    slots.put(List.of(hidden(3, "ada")));

    assertThat(told())
        .isEqualTo("event: presence\ndata: {\"id\":\"ada\",\"shown\":false}\nid: 3\n\n");
  }

  @Test
  void aClientIsToldOfThoseForWhomItAsked() {
    Slots some = new Slots(Language.EN, employee -> employee.value().equals("ada"));
    some.begin(List.of(shown(1, "ada", Status.AWAY), shown(2, "bob", Status.BUSY)), true, 2);

    assertThat(text(some)).contains("data: [\"ada\"]").doesNotContain("bob");
  }

  private String told() {
    return text(slots);
  }

  private static String text(Slots slots) {
    return new String(slots.take(), StandardCharsets.UTF_8);
  }

  private static Rendered shown(long revision, String id, Status status) {
    PublicStatus face =
        new PublicStatus(
            status,
            Optional.of(Instant.parse("2026-03-02T09:00:00.123Z")),
            Label.of("Back soon").with(Locale.GERMAN, "Bald zurück"));
    return new Rendered(
        new PresenceChange(
            revision,
            EmployeeId.of(id),
            new Reachability(
                true,
                face,
                Load.SOME,
                Map.of(Channel.MESSAGE, Openness.OPEN, Channel.PHONE, Openness.LATER),
                List.of(),
                Optional.empty())),
        id);
  }

  private static Rendered hidden(long revision, String id) {
    return new Rendered(new PresenceChange(revision, EmployeeId.of(id), Reachability.hidden()), id);
  }
}
