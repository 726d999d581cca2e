package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.presence.Session.State.IN_USE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;

class DecisionTest {

  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z"); // a Monday
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final WorkingHours WORKING =
      WorkingHours.parse(ZoneId.of("UTC"), "Mon-Fri 08:00-12:00 13:00-17:00");
  private static final WorkingHours NOT_WORKING =
      WorkingHours.parse(ZoneId.of("UTC"), "Mon-Fri 13:00-17:00");

  private static PresenceFacts facts(
      Optional<ManualStatus> manual,
      WorkingHours hours,
      Map<String, Instant> sessions,
      Workload workload,
      AppearanceRule rule,
      LoadState state) {
    PresenceFacts.Builder facts =
        PresenceFacts.of(EmployeeId.of("e"), EnumSet.allOf(Channel.class))
            .workingTime(WorkingTime.of(hours))
            .sessions(
                sessions.entrySet().stream()
                    .map(one -> new Session(one.getKey(), IN_USE, NOW, one.getValue()))
                    .toList())
            .workload(workload)
            .rule(rule, state);
    manual.ifPresent(facts::manual);
    return facts.build();
  }

  private static PresenceFacts of(Status status, Workload workload, AppearanceRule rule) {
    return facts(
        status == Status.UNKNOWN
            ? Optional.empty()
            : Optional.of(ManualStatus.until(status, LATER)),
        WorkingHours.unspecified(),
        Map.of(),
        workload,
        rule,
        LoadState.initial());
  }

  private static final AppearanceRule ALWAYS = AppearanceRule.always();
  private static final Workload FREE = new Workload(0, 5);
  private static final Workload FULL = new Workload(5, 5);

  @ParameterizedTest
  @CsvSource({
    "AVAILABLE,  OPEN,   OPEN, OPEN,  OPEN",
    "BUSY,       LATER,  OPEN, OPEN,  OPEN",
    "AWAY,       LATER,  OPEN, OPEN,  OPEN",
    "TRAVELLING, LATER,  OPEN, OPEN,  OPEN",
    "OFF_DUTY,   LATER,  OPEN, OPEN,  OPEN",
    "ON_HOLIDAY, LATER,  OPEN, LATER, OPEN",
    "UNKNOWN,    CLOSED, OPEN, OPEN,  OPEN",
  })
  void channelsFollowTheStatus(
      Status status, Openness live, Openness message, Openness callback, Openness appointment) {
    Reachability answer = Decision.decide(of(status, FREE, ALWAYS), NOW);
    assertThat(answer.shown()).isTrue();
    assertThat(answer.status().status()).isEqualTo(status);
    assertThat(answer.channels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Channel.CHAT, live,
                Channel.PHONE, live,
                Channel.VIDEO, live,
                Channel.MESSAGE, message,
                Channel.CALLBACK, callback,
                Channel.APPOINTMENT, appointment));
  }

  @ParameterizedTest
  @EnumSource
  void onlySomebodyAvailableWithRoomIsReachableNow(Status status) {
    assertThat(Decision.decide(of(status, FREE, ALWAYS), NOW).isReachableNow())
        .isEqualTo(status == Status.AVAILABLE);
    assertThat(Decision.decide(of(status, FULL, ALWAYS), NOW).isReachableNow()).isFalse();
    assertThat(Decision.decide(of(status, FREE, AppearanceRule.hidden()), NOW).isReachableNow())
        .isFalse();
  }

  @Test
  void whatWasSetByHandBeatsTheHoursUntilItEnds() {
    PresenceFacts facts =
        facts(
            Optional.of(
                new ManualStatus(Status.TRAVELLING, LATER, Label.of("Frau Kern steht ein"))),
            NOT_WORKING,
            Map.of("web", LATER),
            FREE,
            ALWAYS,
            LoadState.initial());
    Reachability before = Decision.decide(facts, LATER.minusNanos(1));
    assertThat(before.status())
        .isEqualTo(
            new PublicStatus(
                Status.TRAVELLING, Optional.of(LATER), Label.of("Frau Kern steht ein")));
    assertThat(before.nextChange()).contains(LATER);
    assertThat(before.reasons()).contains(new Reason.SetByHand(Status.TRAVELLING, LATER, false));
    Reachability after = Decision.decide(facts, LATER);
    assertThat(after.status().status()).isEqualTo(Status.OFF_DUTY);
    assertThat(after.status().note()).isEqualTo(Label.empty());
  }

  @Test
  void outsideTheHoursThePersonIsOffDutyUntilTheyBegin() {
    Instant start = Instant.parse("2026-06-01T13:00:00Z");
    Reachability answer =
        Decision.decide(
            facts(
                Optional.empty(),
                NOT_WORKING,
                Map.of("web", LATER),
                FREE,
                ALWAYS,
                LoadState.initial()),
            NOW);
    assertThat(answer.status())
        .isEqualTo(new PublicStatus(Status.OFF_DUTY, Optional.of(start), Label.empty()));
    assertThat(answer.nextChange()).contains(start);
    assertThat(answer.reasons()).contains(new Reason.OutsideWorkingHours(Optional.of(start)));
  }

  @Test
  void aDeviceHeardOfLatelyMakesAvailableUntilTheLastOneFallsSilent() {
    Instant end = NOW.plusSeconds(90);
    PresenceFacts facts =
        facts(
            Optional.empty(),
            WORKING,
            Map.of("web", NOW.plusSeconds(30), "phone", end, "old", NOW),
            FREE,
            ALWAYS,
            LoadState.initial());
    Reachability answer = Decision.decide(facts, NOW);
    assertThat(answer.status().status()).isEqualTo(Status.AVAILABLE);
    assertThat(answer.status().until()).as("a heartbeat is nobody's business").isEmpty();
    assertThat(answer.nextChange()).contains(end);
    Reachability after = Decision.decide(facts, end);
    assertThat(after.status().status()).isEqualTo(Status.UNKNOWN);
    assertThat(after.nextChange()).contains(Instant.parse("2026-06-01T12:00:00Z"));
  }

  @Test
  void theHoursEndASessionThatCountsLonger() {
    Instant end = Instant.parse("2026-06-01T12:00:00Z");
    Reachability answer =
        Decision.decide(
            facts(
                Optional.empty(),
                WORKING,
                Map.of("web", end.plusSeconds(60)),
                FREE,
                ALWAYS,
                LoadState.initial()),
            NOW);
    assertThat(answer.nextChange()).contains(end);
  }

  @Test
  void hiddenByRuleIsTheFaceOfNobody() {
    Reachability answer = Decision.decide(of(Status.AVAILABLE, FREE, AppearanceRule.hidden()), NOW);
    assertThat(answer.forOthers()).isEqualTo(Reachability.hidden());
    assertThat(answer.reasons()).containsExactly(new Reason.HiddenByRule());
    assertThat(answer.nextChange()).isEmpty();
  }

  @Test
  void atTheLimitWhoAlwaysAppearsIsBusyAndOffersTheWaitlist() {
    Reachability answer = Decision.decide(of(Status.AVAILABLE, FULL, ALWAYS), NOW);
    assertThat(answer.status().status()).isEqualTo(Status.BUSY);
    assertThat(answer.load()).isEqualTo(Load.FULL);
    assertThat(answer.channels().values()).containsOnly(Openness.WAITLIST);
    assertThat(answer.reasons().get(0)).isEqualTo(new Reason.LimitReached(FULL));
  }

  @Test
  void atTheThresholdTheChoiceOfTheEmployeeHolds() {
    Workload four = new Workload(4, 5);
    Reachability vanished =
        Decision.decide(
            of(Status.AVAILABLE, four, AppearanceRule.byLoad(4, 2, AtLimit.VANISH)), NOW);
    assertThat(vanished.forOthers()).isEqualTo(Reachability.hidden());

    Reachability busy =
        Decision.decide(
            of(Status.AVAILABLE, four, AppearanceRule.byLoad(4, 2, AtLimit.SHOW_BUSY)), NOW);
    assertThat(busy.status().status()).isEqualTo(Status.BUSY);
    assertThat(busy.channels().values()).containsOnly(Openness.CLOSED);
    assertThat(busy.load()).isEqualTo(Load.FULL);

    Reachability waitlist =
        Decision.decide(
            of(Status.AVAILABLE, four, AppearanceRule.byLoad(4, 2, AtLimit.WAITLIST_ONLY)), NOW);
    assertThat(waitlist.status().status()).isEqualTo(Status.BUSY);
    assertThat(waitlist.channels().values()).containsOnly(Openness.WAITLIST);
  }

  @Test
  void aHolidayStaysAHolidayForWhoIsFull() {
    Reachability answer =
        Decision.decide(
            of(Status.ON_HOLIDAY, FULL, AppearanceRule.byLoad(5, 3, AtLimit.WAITLIST_ONLY)), NOW);
    assertThat(answer.status().status()).isEqualTo(Status.ON_HOLIDAY);
    assertThat(answer.channel(Channel.PHONE)).isEqualTo(Openness.LATER);
    assertThat(answer.channel(Channel.MESSAGE)).isEqualTo(Openness.WAITLIST);
  }

  @Test
  void theThresholdNeverLiesAboveTheLimit() {
    AppearanceRule rule = AppearanceRule.byLoad(9, 7, AtLimit.VANISH);
    LoadState state = Decision.step(rule, new Workload(3, 3), LoadState.initial(), NOW);
    assertThat(state).isEqualTo(new LoadState(true, NOW));
    Instant later = NOW.plusSeconds(600);
    assertThat(Decision.step(rule, new Workload(3, 3), state, later)).isEqualTo(state);
    assertThat(Decision.step(rule, new Workload(2, 3), state, later).relieved()).isFalse();
  }

  @Test
  void aHiddenEmployeeLearnsSinceWhenWhyAndWhenNoLonger() {
    LoadState state = new LoadState(true, NOW.minusSeconds(300));
    Reachability answer =
        Decision.decide(
            facts(
                Optional.empty(),
                WORKING,
                Map.of(),
                FULL,
                AppearanceRule.byLoad(5, 3, AtLimit.VANISH),
                state),
            NOW);
    assertThat(answer.reasons())
        .containsExactly(new Reason.LoadReachedThreshold(FULL, NOW.minusSeconds(300), 3));
  }

  @Test
  void theDwellHoldsBackWhatTheLoadAsksFor() {
    AppearanceRule rule =
        new AppearanceRule(Mode.BY_LOAD, 5, 3, Duration.ofMinutes(10), AtLimit.VANISH);
    Instant end = NOW.plusSeconds(300);
    PresenceFacts facts =
        facts(
            Optional.empty(),
            WORKING,
            Map.of(),
            new Workload(3, 5),
            rule,
            new LoadState(true, end.minusSeconds(600)));
    Reachability held = Decision.decide(facts, NOW);
    assertThat(held.shown()).isFalse();
    assertThat(held.nextChange()).contains(end);
    assertThat(held.reasons()).contains(new Reason.HeldByDwell(end));
    assertThat(Decision.decide(facts, end).shown()).isTrue();
  }

  @Test
  void aFullPersonWhomTheDwellKeepsInViewOffersTheWaitlist() {
    AppearanceRule rule =
        new AppearanceRule(Mode.BY_LOAD, 5, 3, Duration.ofMinutes(10), AtLimit.VANISH);
    PresenceFacts facts =
        facts(
            Optional.of(ManualStatus.until(Status.AVAILABLE, LATER)),
            WORKING,
            Map.of(),
            FULL,
            rule,
            new LoadState(false, NOW));
    Reachability answer = Decision.decide(facts, NOW.plusSeconds(1));
    assertThat(answer.status().status()).isEqualTo(Status.BUSY);
    assertThat(answer.channels().values()).containsOnly(Openness.WAITLIST);
    assertThat(answer.nextChange()).contains(NOW.plusSeconds(600));
  }
}
