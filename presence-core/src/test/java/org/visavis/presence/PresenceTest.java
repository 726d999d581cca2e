package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.visavis.presence.Office.ADA;
import static org.visavis.presence.Office.BEN;
import static org.visavis.presence.Office.MONDAY_NOON;
import static org.visavis.presence.Office.NOBODY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.UnknownEmployeeException;

class PresenceTest {

  private final Office office = Office.open();

  @Test
  void exceptionalDaysThatAreOverGoWithTheNextChangeOfAnySetting() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    LocalDate today = LocalDate.ofInstant(MONDAY_NOON, berlin);
    String week = "Mon-Fri 08:00-16:00, ";
    office.presence.setHours(
        ADA,
        WorkingHours.parse(
            berlin,
            week
                + today.minusDays(2)
                + " closed, "
                + today
                + " 22:00-06:00, "
                + today.plusDays(9)
                + " closed"));
    assertThat(office.store.find(ADA).orElseThrow().hours().exceptions())
        .containsOnlyKeys(today, today.plusDays(9));

    // The night shift of the day before may still go on.
    office.advance(Duration.ofDays(1));
    office.presence.setLimit(ADA, 7);
    assertThat(office.presence.settings(ADA).hours().exceptions())
        .containsOnlyKeys(today, today.plusDays(9));

    office.advance(Duration.ofDays(1));
    office.presence.setLimit(ADA, 8);
    assertThat(office.presence.settings(ADA).hours().exceptions())
        .containsOnlyKeys(today.plusDays(9));
    assertThat(office.store.find(ADA).orElseThrow().hours().exceptions())
        .containsOnlyKeys(today.plusDays(9));
  }

  private final Presence presence = office.presence;

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void aStatusHoldsUntilExactlyItsEnd() {
    presence.setStatus(ADA, ManualStatus.until(Status.BUSY, MONDAY_NOON.plus(minutes(30))));
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.BUSY);
    assertThat(office.alarm.next()).contains(MONDAY_NOON.plus(minutes(30)));
    assertThat(office.alarm.size()).isEqualTo(1);
    office.advance(minutes(30));
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.UNKNOWN);
    assertThat(office.alarm.size()).isZero();
  }

  @Test
  void whatHasEndedIsForgottenInTheStoreToo() {
    presence.setStatus(ADA, ManualStatus.until(Status.BUSY, MONDAY_NOON.plus(minutes(30))));
    presence.heartbeat(ADA, "web", minutes(20));
    office.advance(minutes(30));
    assertThat(office.store.find(ADA).orElseThrow().manual()).isEmpty();
    assertThat(office.store.sessions(Instant.EPOCH)).isEmpty();
    assertThat(presence.settings(ADA).manual()).isEmpty();
  }

  @Test
  void readsAreRightEvenWhereTheAlarmIsLate() {
    presence.setStatus(ADA, ManualStatus.until(Status.AVAILABLE, MONDAY_NOON.plus(minutes(1))));
    office.clock.advance(minutes(1));
    assertThat(presence.openness(ADA, Channel.PHONE, Audience.PUBLIC)).isEqualTo(Openness.CLOSED);
    assertThat(presence.shown(Audience.PUBLIC).get(ADA).status().status())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aStatusNeedsAnEndThatLiesAheadAndWithinAYear() {
    for (Duration wrong : List.of(Duration.ZERO, minutes(-1), Duration.ofDays(367))) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  presence.setStatus(
                      ADA, ManualStatus.until(Status.AWAY, MONDAY_NOON.plus(wrong))));
    }
  }

  @Test
  void clearingAStatusTwiceIsFine() {
    presence.setStatus(ADA, ManualStatus.until(Status.AWAY, MONDAY_NOON.plus(minutes(5))));
    presence.clearStatus(ADA);
    presence.clearStatus(ADA);
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.UNKNOWN);
    assertThat(office.alarm.size()).isZero();
  }

  @Test
  void aHeartbeatCountsForItsTimeToLiveAndRenewingItWritesNoRevision() {
    presence.heartbeat(ADA, "web", minutes(2));
    long revision = presence.feed().revision();
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.AVAILABLE);
    office.advance(minutes(1));
    presence.heartbeat(ADA, "web", minutes(2));
    office.advance(minutes(1));
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.AVAILABLE);
    assertThat(presence.feed().revision()).isEqualTo(revision);
    office.advance(minutes(1));
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void signingOffOneDeviceLeavesTheOthers() {
    presence.heartbeat(ADA, "web", minutes(2));
    presence.heartbeat(ADA, "phone", minutes(2));
    presence.signOff(ADA, "web");
    presence.signOff(ADA, "web");
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.AVAILABLE);
    presence.signOff(ADA, "phone");
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void heartbeatsAreBounded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> presence.heartbeat(ADA, "x".repeat(65), minutes(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> presence.heartbeat(ADA, " ", minutes(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> presence.heartbeat(ADA, "web", minutes(61)));
    for (int i = 0; i < 20; i++) {
      presence.heartbeat(ADA, "device-" + i, minutes(1));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> presence.heartbeat(ADA, "one-more", minutes(1)));
  }

  @Test
  void theHoursAreLookedAtWhenTheyBeginAndEnd() {
    presence.setHours(ADA, WorkingHours.parse(ZoneId.of("UTC"), "Mon-Fri 09:00-13:00"));
    presence.heartbeat(ADA, "web", minutes(60));
    office.advance(minutes(55));
    presence.heartbeat(ADA, "web", minutes(60));
    office.advance(minutes(5));
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.OFF_DUTY);
    assertThat(office.face(ADA).status().until()).contains(Instant.parse("2026-06-02T09:00:00Z"));
  }

  @Test
  void theLimitIsBoundedByTheGuardrailsAndHandedToWhoeverHandsOutWork() {
    presence.setLimit(ADA, 3);
    assertThat(office.work.limits).containsExactly(Map.entry(ADA, 3));
    assertThat(presence.workload(ADA)).isEqualTo(new Workload(0, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> presence.setLimit(ADA, 21));
    assertThat(presence.workload(ADA).limit()).isEqualTo(3);
  }

  @Test
  void theWorkloadHidesAndShowsAgain() {
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.byLoad(5, 3, AtLimit.VANISH));
    office.load(ADA, 5);
    assertThat(office.face(ADA).forOthers()).isEqualTo(Reachability.hidden());
    assertThat(presence.shown(Audience.PUBLIC)).containsOnlyKeys(BEN);
    office.advance(minutes(10));
    office.load(ADA, 4);
    assertThat(office.face(ADA).shown()).isFalse();
    office.load(ADA, 3);
    assertThat(office.face(ADA).shown()).isTrue();
  }

  @Test
  void theDwellEndsByAlarm() {
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.byLoad(5, 3, AtLimit.VANISH));
    office.load(ADA, 5);
    office.load(ADA, 0);
    assertThat(office.face(ADA).shown()).isFalse();
    assertThat(office.alarm.next()).contains(MONDAY_NOON.plus(minutes(1)));
    long revision = presence.feed().revision();
    office.advance(minutes(1));
    assertThat(presence.feed().revision()).isEqualTo(revision + 1);
    assertThat(office.face(ADA).shown()).isTrue();
  }

  @Test
  void theEmployeeLearnsSinceWhenWhyAndWhenItEnds() {
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.byLoad(5, 3, AtLimit.VANISH));
    office.load(ADA, 5);
    office.advance(minutes(130));
    assertThat(office.face(ADA).reasons())
        .containsExactly(new Reason.LoadReachedThreshold(new Workload(5, 5), MONDAY_NOON, 3));
  }

  @Test
  void hysteresisSurvivesARestart() {
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.byLoad(5, 3, AtLimit.VANISH));
    office.load(ADA, 5);
    office.advance(minutes(10));
    office.load(ADA, 4);
    office.restart();
    assertThat(office.face(ADA).reasons())
        .containsExactly(new Reason.LoadReachedThreshold(new Workload(4, 5), MONDAY_NOON, 3));
  }

  @Test
  void settingsAndSessionsSurviveARestart() {
    presence.setStatus(BEN, ManualStatus.until(Status.TRAVELLING, MONDAY_NOON.plus(minutes(60))));
    presence.setLimit(BEN, 7);
    presence.heartbeat(ADA, "web", minutes(5));
    office.restart();
    assertThat(office.face(BEN).status().status()).isEqualTo(Status.TRAVELLING);
    assertThat(office.presence.workload(BEN).limit()).isEqualTo(7);
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.AVAILABLE);
    office.advance(minutes(60));
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.UNKNOWN);
    assertThat(office.face(BEN).status().status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aChangedRuleActsAtOnceAndAsPreviewed() {
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.byLoad(5, 3, AtLimit.VANISH));
    office.load(ADA, 5);
    AppearanceRule other = AppearanceRule.byLoad(6, 3, AtLimit.WAITLIST_ONLY);
    presence.setLimit(ADA, 8);
    Reachability preview = presence.preview(ADA, Audience.PUBLIC, other);
    assertThat(office.face(ADA).shown()).as("a preview changes nothing").isFalse();
    presence.setRule(ADA, Audience.PUBLIC, other);
    assertThat(office.face(ADA)).isEqualTo(preview);
    assertThat(preview.shown()).isTrue();
  }

  @Test
  void savingTheSameRuleAgainKeepsTheMemory() {
    AppearanceRule rule = AppearanceRule.byLoad(5, 3, AtLimit.VANISH);
    presence.setRule(ADA, Audience.PUBLIC, rule);
    office.load(ADA, 5);
    office.load(ADA, 4);
    presence.setRule(ADA, Audience.PUBLIC, rule);
    assertThat(office.face(ADA).shown()).isFalse();
    assertThat(presence.preview(ADA, Audience.PUBLIC, rule)).isEqualTo(office.face(ADA));
  }

  @Test
  void aHigherLimitIsNotHeldBackByTheDwell() {
    presence.setLimit(ADA, 2);
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.byLoad(9, 3, AtLimit.VANISH));
    office.load(ADA, 2);
    assertThat(office.face(ADA).shown()).isFalse();
    presence.setLimit(ADA, 9);
    assertThat(office.face(ADA).shown()).isTrue();
  }

  @Test
  void anAudienceWithoutARuleSeesWhatThePublicSees() {
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.byLoad(5, 3, AtLimit.VANISH));
    office.load(ADA, 5);
    office.load(ADA, 4);
    for (Audience audience : Audience.values()) {
      assertThat(presence.reachability(ADA, audience)).isEqualTo(office.face(ADA));
      assertThat(presence.shown(audience)).isEqualTo(presence.shown(Audience.PUBLIC));
    }
  }

  @Test
  void colleaguesMaySeeWhomThePublicDoesNot() {
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.hidden());
    presence.setRule(ADA, Audience.COLLEAGUE, AppearanceRule.always());
    assertThat(presence.shown(Audience.PUBLIC)).doesNotContainKey(ADA);
    assertThat(presence.shown(Audience.KNOWN_CUSTOMER)).doesNotContainKey(ADA);
    assertThat(presence.shown(Audience.COLLEAGUE)).containsKey(ADA);
    assertThat(presence.openness(ADA, Channel.MESSAGE, Audience.COLLEAGUE))
        .isEqualTo(Openness.OPEN);
  }

  @Test
  void whoIsHiredAppearsAndWhoLeavesIsForgotten() {
    office.hire(NOBODY, Channel.MESSAGE);
    assertThat(presence.shown(Audience.PUBLIC)).containsKey(NOBODY);
    presence.setLimit(NOBODY, 9);
    office.directory.remove(NOBODY);
    assertThat(office.face(NOBODY)).isEqualTo(Reachability.hidden());
    assertThat(office.store.find(NOBODY)).isEmpty();
    office.hire(NOBODY, Channel.MESSAGE);
    assertThat(presence.workload(NOBODY).limit()).isEqualTo(PresenceSettings.DEFAULT_LIMIT);
  }

  @Test
  void aChangedChannelIsTakenUp() {
    office.hire(BEN, Channel.CHAT);
    assertThat(office.face(BEN).channels()).containsOnlyKeys(Channel.CHAT);
  }

  @Test
  void nothingCanBeSetForWhoDoesNotExist() {
    List<Runnable> acts =
        List.of(
            () ->
                presence.setStatus(
                    NOBODY, ManualStatus.until(Status.AWAY, MONDAY_NOON.plus(minutes(1)))),
            () -> presence.clearStatus(NOBODY),
            () -> presence.setLimit(NOBODY, 3),
            () -> presence.setRule(NOBODY, Audience.PUBLIC, AppearanceRule.always()),
            () -> presence.setHours(NOBODY, WorkingHours.unspecified()),
            () -> presence.heartbeat(NOBODY, "web", minutes(1)),
            () -> presence.signOff(NOBODY, "web"));
    for (Runnable act : acts) {
      assertThatExceptionOfType(UnknownEmployeeException.class).isThrownBy(act::run);
    }
    assertThat(office.work.limits).isEmpty();
    presence.workloadChanged(NOBODY);
    assertThat(office.face(NOBODY)).isEqualTo(Reachability.hidden());
  }

  @Test
  void nothingIsSeenBeforeTheCommitAndNothingAfterARollback() {
    List<Runnable> commit = new ArrayList<>();
    try (Presence other = office.builder().afterCommit(commit::add).open()) {
      other.setRule(ADA, Audience.PUBLIC, AppearanceRule.hidden());
      other.setLimit(ADA, 9);
      assertThat(other.reachability(ADA, Audience.PUBLIC).shown()).isTrue();
      commit.forEach(Runnable::run);
      assertThat(other.reachability(ADA, Audience.PUBLIC).shown()).isFalse();
      assertThat(other.workload(ADA).limit()).isEqualTo(9);
      commit.clear();
      other.setRule(ADA, Audience.PUBLIC, AppearanceRule.always());
      assertThat(other.reachability(ADA, Audience.PUBLIC).shown()).isFalse();
    }
  }

  @Test
  void commitsThatAreToldInTheWrongOrderLeaveTheLastOne() {
    List<Runnable> commit = new ArrayList<>();
    try (Presence other = office.builder().afterCommit(commit::add).open()) {
      other.setLimit(ADA, 3);
      other.setLimit(ADA, 4);
      commit.get(1).run();
      commit.get(0).run();
      assertThat(other.workload(ADA).limit()).isEqualTo(4);
    }
  }

  @Test
  void aStoreThatCannotBeKeptUpHurtsNobody() {
    try (Presence other =
        office
            .builder()
            .upkeep(
                task -> {
                  throw new PresenceStoreException("Saving failed", new RuntimeException("disk"));
                })
            .open()) {
      office.work.taken.put(ADA, 5);
      other.workloadChanged(ADA);
      assertThat(other.openness(ADA, Channel.MESSAGE, Audience.PUBLIC)).isEqualTo(Openness.CLOSED);
    }
  }

  @Test
  void closedPresencesLetGoOfTheirAlarm() {
    presence.setStatus(ADA, ManualStatus.until(Status.AWAY, MONDAY_NOON.plus(minutes(1))));
    presence.close();
    presence.close();
    assertThat(office.alarm.size()).isZero();
    assertThat(presence.settings(ADA).manual().map(ManualStatus::status))
        .isEqualTo(Optional.of(Status.AWAY));
  }
}
