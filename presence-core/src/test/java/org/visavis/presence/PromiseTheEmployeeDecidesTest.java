package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.presence.Office.ADA;
import static org.visavis.presence.Office.BEN;
import static org.visavis.presence.Office.MONDAY_NOON;
import static org.visavis.presence.Office.NOBODY;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;

/**
 * The employee decides: nothing but the own rule makes a person appear, and a hidden person looks
 * exactly like one who does not exist.
 */
class PromiseTheEmployeeDecidesTest {

  private final Office office = Office.open();
  private final Presence presence = office.presence;

  private void hide() {
    for (Audience audience : Audience.values()) {
      presence.setRule(ADA, audience, AppearanceRule.hidden());
    }
  }

  @Test
  void theHiddenAndTheNonexistentGiveEqualAnswers() {
    presence.setStatus(ADA, ManualStatus.until(Status.AVAILABLE, MONDAY_NOON.plusSeconds(60)));
    hide();
    for (Audience audience : Audience.values()) {
      assertThat(presence.reachability(ADA, audience).forOthers())
          .isEqualTo(presence.reachability(NOBODY, audience).forOthers())
          .hasToString(presence.reachability(NOBODY, audience).toString());
      assertThat(presence.shown(audience)).containsOnlyKeys(BEN);
      for (Channel channel : Channel.values()) {
        assertThat(presence.openness(ADA, channel, audience))
            .isEqualTo(presence.openness(NOBODY, channel, audience));
      }
    }
    List<PresenceChange> told = new ArrayList<>();
    presence.feed().watch(0, (changes, snapshot) -> told.addAll(changes));
    assertThat(told).extracting(PresenceChange::employee).containsExactly(BEN);
  }

  @Test
  void whoHidesAndWhoLeavesIsTheSameChange() {
    List<PresenceChange> told = new ArrayList<>();
    presence.feed().watch(presence.feed().revision(), (changes, snapshot) -> told.addAll(changes));
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.hidden());
    office.directory.remove(BEN);
    assertThat(told)
        .extracting(PresenceChange::reachability)
        .containsExactly(Reachability.hidden(), Reachability.hidden());
  }

  @Test
  void nothingThatOthersOrDevicesDoMakesAHiddenPersonAppear() {
    hide();
    long revision = presence.feed().revision();
    office.load(ADA, 5);
    office.load(ADA, 0);
    presence.heartbeat(ADA, "web", Duration.ofMinutes(1));
    office.hire(ADA, Channel.PHONE);
    presence.setStatus(ADA, ManualStatus.until(Status.AVAILABLE, MONDAY_NOON.plusSeconds(60)));
    presence.setLimit(ADA, 20);
    office.advance(Duration.ofDays(1));
    office.restart();
    for (Audience audience : Audience.values()) {
      assertThat(office.presence.reachability(ADA, audience).shown()).isFalse();
    }
    assertThat(presence.feed().revision()).isEqualTo(revision);
  }

  /**
   * Every act that this façade offers is the employee's own; a new method has to be looked at here:
   * can somebody else make a person appear with it?
   */
  @Test
  void thereIsNoActOfSomebodyElse() {
    Set<String> acts =
        Arrays.stream(Presence.class.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .filter(method -> !isRead(method.getName()))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(acts)
        .containsExactly(
            "active", // by the employee's own doing: ends what the employee set until then
            "answerDeputyRequest", // by the deputy: says who stands in, never that one is there
            "clearStatus",
            "close",
            "heartbeat",
            "removeAbsence",
            "removeCalendar",
            "setAbsence",
            "setCalendar",
            "setChannelLimit",
            "setHours",
            "setLimit",
            "setRule",
            "setSession",
            "setShare",
            "setStatus",
            "signOff",
            "subscribe",
            "useHolidays", // by whoever assembles it, for all: a day's status, never who appears
            "workloadChanged");
  }

  private static boolean isRead(String method) {
    return Set.of(
            "calendars",
            "deputy",
            "deputyRequests",
            "explanation",
            "feed",
            "guardrails",
            "openness",
            "preview",
            "reachability",
            "sessions",
            "settings",
            "shown",
            "subscriptions",
            "work",
            "workload")
        .contains(method);
  }

  @Test
  void theGuardrailsAreThereForTheEmployeeToSee() {
    assertThat(presence.guardrails()).isEqualTo(new Guardrails(1, 20));
  }
}
