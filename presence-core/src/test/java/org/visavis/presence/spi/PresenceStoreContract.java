package org.visavis.presence.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.LoadState;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Mode;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;

/** What every store of presence must promise. */
public interface PresenceStoreContract {

  /** An instant with microseconds, in the hour that Berlin repeats. */
  Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");

  EmployeeId ADA = EmployeeId.of("ada");
  EmployeeId BEN = EmployeeId.of("ben");

  /** Answers an empty store. */
  PresenceStore store();

  /** Runs the work in a transaction of its own, where the store knows such a thing. */
  void inTransaction(Runnable work);

  /** Answers settings that use everything that settings can have, without hysteresis. */
  static PresenceSettings everything(EmployeeId employee) {
    return new PresenceSettings(
        employee,
        Optional.of(
            new ManualStatus(
                Status.ON_HOLIDAY,
                NOW,
                Label.of("back = soon").with(Locale.GERMAN, "Frau Kern\nsteht \\ein 🙂"))),
        WorkingHours.parse(ZoneId.of("Europe/Berlin"), "Mon-Fri 08:00-12:00 12:45-24:00"),
        7,
        Map.of(
            Audience.PUBLIC,
            new AppearanceRule(Mode.BY_LOAD, 6, 2, Duration.ofMillis(90_500), AtLimit.VANISH),
            Audience.COLLEAGUE,
            AppearanceRule.always(),
            Audience.KNOWN_CUSTOMER,
            AppearanceRule.hidden()),
        Map.of());
  }

  private Map<EmployeeId, PresenceSettings> all() {
    Map<EmployeeId, PresenceSettings> all = new HashMap<>();
    List<EmployeeId> order = new ArrayList<>();
    store()
        .forEach(
            settings -> {
              all.put(settings.employee(), settings);
              order.add(settings.employee());
            });
    assertThat(order).doesNotHaveDuplicates();
    return all;
  }

  @Test
  default void anEmptyStoreKnowsNobody() {
    assertThat(store().find(ADA)).isEmpty();
    assertThat(all()).isEmpty();
    assertThat(store().sessions(Instant.EPOCH)).isEmpty();
  }

  @Test
  default void whatIsSavedIsFoundAsItWas() {
    inTransaction(() -> store().save(everything(ADA)));
    inTransaction(() -> store().save(PresenceSettings.initial(BEN)));
    assertThat(store().find(ADA)).contains(everything(ADA));
    assertThat(store().find(BEN)).contains(PresenceSettings.initial(BEN));
    assertThat(all()).isEqualTo(Map.of(ADA, everything(ADA), BEN, PresenceSettings.initial(BEN)));
  }

  @Test
  default void savingReplaces() {
    inTransaction(() -> store().save(everything(ADA)));
    inTransaction(() -> store().save(PresenceSettings.initial(ADA)));
    assertThat(store().find(ADA)).contains(PresenceSettings.initial(ADA));
  }

  @Test
  default void oneTransactionSeesItsOwnWrites() {
    inTransaction(
        () -> {
          store().save(everything(ADA));
          PresenceSettings found = store().find(ADA).orElseThrow();
          store().save(found.withLimit(3));
          assertThat(store().find(ADA)).contains(everything(ADA).withLimit(3));
        });
    assertThat(store().find(ADA)).contains(everything(ADA).withLimit(3));
  }

  @Test
  default void hysteresisIsKeptApartFromWhatTheEmployeeDecides() {
    Map<Audience, LoadState> states =
        Map.of(
            Audience.PUBLIC, new LoadState(true, NOW),
            Audience.COLLEAGUE, new LoadState(false, NOW.plusSeconds(1)));
    inTransaction(() -> store().saveLoadStates(ADA, states));
    assertThat(store().find(ADA)).as("nothing decided").isEmpty();
    assertThat(all()).isEqualTo(Map.of(ADA, PresenceSettings.initial(ADA).withLoadStates(states)));

    inTransaction(() -> store().save(everything(ADA)));
    assertThat(store().find(ADA)).contains(everything(ADA).withLoadStates(states));

    Map<Audience, LoadState> later = Map.of(Audience.PUBLIC, new LoadState(false, NOW));
    inTransaction(() -> store().saveLoadStates(ADA, later));
    inTransaction(() -> store().saveLoadStates(ADA, later));
    assertThat(all()).isEqualTo(Map.of(ADA, everything(ADA).withLoadStates(later)));

    inTransaction(() -> store().saveLoadStates(ADA, Map.of()));
    assertThat(store().find(ADA)).contains(everything(ADA));
  }

  @Test
  default void aSessionCountsUntilItsEnd() {
    inTransaction(
        () -> {
          store().saveSession(ADA, "web", NOW);
          store().saveSession(ADA, "phone", NOW.plusSeconds(60));
          store().saveSession(BEN, "web", NOW.plusSeconds(60));
        });
    assertThat(store().sessions(NOW.minusMillis(1)))
        .isEqualTo(
            Map.of(
                ADA, Map.of("web", NOW, "phone", NOW.plusSeconds(60)),
                BEN, Map.of("web", NOW.plusSeconds(60))));
    assertThat(store().sessions(NOW).get(ADA)).containsOnlyKeys("phone");
  }

  @Test
  default void aLaterHeartbeatReplacesTheSession() {
    inTransaction(() -> store().saveSession(ADA, "web", NOW));
    inTransaction(() -> store().saveSession(ADA, "web", NOW.plusSeconds(5)));
    assertThat(store().sessions(Instant.EPOCH))
        .isEqualTo(Map.of(ADA, Map.of("web", NOW.plusSeconds(5))));
  }

  @Test
  default void aSessionIsRemovedAndRemovingItAgainIsFine() {
    inTransaction(() -> store().saveSession(ADA, "web", NOW));
    inTransaction(() -> store().removeSession(ADA, "web"));
    inTransaction(() -> store().removeSession(ADA, "web"));
    assertThat(store().sessions(Instant.EPOCH)).isEmpty();
  }

  @Test
  default void whatHasEndedIsForgottenAndNothingElse() {
    inTransaction(
        () -> {
          store().save(everything(ADA));
          store()
              .save(
                  everything(BEN)
                      .withManual(
                          Optional.of(ManualStatus.until(Status.AWAY, NOW.plusSeconds(1)))));
          store().saveSession(ADA, "web", NOW);
          store().saveSession(ADA, "phone", NOW.plusSeconds(1));
        });
    inTransaction(() -> store().forgetEnded(NOW));
    assertThat(store().find(ADA)).contains(everything(ADA).withManual(Optional.empty()));
    assertThat(store().find(BEN).orElseThrow().manual()).isPresent();
    assertThat(store().sessions(Instant.EPOCH))
        .isEqualTo(Map.of(ADA, Map.of("phone", NOW.plusSeconds(1))));
  }

  @Test
  default void whoIsRemovedLeavesNothingBehind() {
    inTransaction(
        () -> {
          store().save(everything(ADA));
          store().saveLoadStates(ADA, Map.of(Audience.PUBLIC, new LoadState(true, NOW)));
          store().saveSession(ADA, "web", NOW);
          store().save(everything(BEN));
        });
    inTransaction(() -> store().remove(ADA));
    inTransaction(() -> store().remove(ADA));
    assertThat(all()).containsOnlyKeys(BEN);
    assertThat(store().sessions(Instant.EPOCH)).isEmpty();
  }
}
