package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.presence.Office.ADA;
import static org.visavis.presence.Office.BEN;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * One decision, everywhere the same: after any act of anybody, every door of presence shows what
 * the pure decision says of the facts.
 */
class PromiseOneDecisionEverywhereTest {

  private final Office office = Office.open();
  private final Presence presence = office.presence;
  private final Random random = new Random(1_914);

  @Test
  void everyDoorShowsTheSameAfterEveryAct() {
    Map<EmployeeId, Reachability> watched = new HashMap<>();
    presence.feed().watch(0, (changes, snapshot) -> mirror(watched, changes, snapshot));
    int hidden = 0;
    int waitlists = 0;
    for (int i = 0; i < 3_000; i++) {
      EmployeeId employee = random.nextBoolean() ? ADA : BEN;
      act(employee);
      for (EmployeeId each : List.of(ADA, BEN)) {
        for (Audience audience : Audience.values()) {
          Reachability decided = decided(each, audience);
          assertThat(presence.reachability(each, audience)).as("act %s", i).isEqualTo(decided);
          assertThat(Optional.ofNullable(presence.shown(audience).get(each)))
              .isEqualTo(Optional.of(decided.forOthers()).filter(Reachability::shown));
          for (Channel channel : Channel.values()) {
            assertThat(presence.openness(each, channel, audience))
                .isEqualTo(decided.channel(channel));
          }
          Workload workload = presence.workload(each);
          if (workload.free() == 0) {
            assertThat(decided.channels().values()).doesNotContain(Openness.OPEN);
            waitlists += decided.channels().containsValue(Openness.WAITLIST) ? 1 : 0;
          }
          hidden += decided.shown() ? 0 : 1;
        }
      }
      assertThat(watched).isEqualTo(presence.shown(Audience.PUBLIC));
    }
    assertThat(hidden).as("the acts led somewhere").isGreaterThan(100);
    assertThat(waitlists).isGreaterThan(100);
  }

  /**
   * Works the decision out of what the employee, the store and the workload say, and nothing else.
   */
  private Reachability decided(EmployeeId employee, Audience audience) {
    PresenceSettings settings = presence.settings(employee);
    PresenceFacts.Builder facts =
        PresenceFacts.of(employee, office.directory.require(employee).channels().keySet())
            .workingTime(WorkingTime.of(settings.hours()))
            .sessions(
                office.store.sessions(office.clock.instant()).getOrDefault(employee, List.of()))
            .workload(new Workload(office.work.taken.getOrDefault(employee, 0), settings.limit()))
            .rule(settings.rule(audience), settings.loadState(audience));
    settings.manual().ifPresent(facts::manual);
    return Decision.decide(facts.build(), office.clock.instant());
  }

  private void act(EmployeeId employee) {
    switch (random.nextInt(9)) {
      case 0 ->
          presence.setStatus(
              employee,
              ManualStatus.until(
                  pick(Status.AVAILABLE, Status.BUSY, Status.ON_HOLIDAY),
                  office.clock.instant().plusSeconds(1 + random.nextInt(3_600))));
      case 1 -> presence.clearStatus(employee);
      case 2 -> presence.setLimit(employee, 1 + random.nextInt(8));
      case 3 ->
          presence.setRule(
              employee,
              pick(Audience.values()),
              pick(
                  AppearanceRule.always(),
                  AppearanceRule.hidden(),
                  AppearanceRule.byLoad(1 + random.nextInt(6), 0, pick(AtLimit.values()))));
      case 4 ->
          presence.setHours(
              employee,
              WorkingHours.parse(ZoneId.of("Europe/Berlin"), pick("", "Mon-Fri 08:00-16:00")));
      case 5 -> presence.heartbeat(employee, pick("web", "phone"), Duration.ofMinutes(5));
      case 6 -> presence.signOff(employee, pick("web", "phone"));
      case 7 -> office.load(employee, random.nextInt(8));
      default -> office.advance(Duration.ofSeconds(random.nextInt(2_000)));
    }
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private static void mirror(
      Map<EmployeeId, Reachability> people, Collection<PresenceChange> changes, boolean snapshot) {
    if (snapshot) {
      people.clear();
    }
    for (PresenceChange change : changes) {
      if (change.reachability().shown()) {
        people.put(change.employee(), change.reachability());
      } else {
        people.remove(change.employee());
      }
    }
  }
}
