package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;

/** A last day ends exactly at midnight in the person's zone, and nobody has to do anything then. */
class LeavingTest {

  private static final Instant MIDNIGHT_IN_TOKYO = Instant.parse("2026-06-01T15:00:00Z");

  private final Office office = Office.open();
  private final Presence presence = office.presence;

  private void lastDayIsToday() {
    office.directory.save(
        office.directory.require(ADA).toBuilder()
            .timeZone(ZoneId.of("Asia/Tokyo"))
            .leavesOn(LocalDate.of(2026, 6, 1))
            .build());
  }

  @Test
  void theAlarmRingsWhenTheLastDayEndsAndTheFeedTells() {
    lastDayIsToday();
    List<PresenceChange> told = new ArrayList<>();
    presence.feed().watch(presence.feed().revision(), (changes, snapshot) -> told.addAll(changes));
    assertThat(office.face(ADA).shown()).isTrue();
    assertThat(office.face(ADA).nextChange()).contains(MIDNIGHT_IN_TOKYO);

    office.advance(Duration.between(MONDAY_NOON, MIDNIGHT_IN_TOKYO).minusNanos(1));
    assertThat(told).isEmpty();
    office.advance(Duration.ofNanos(1));

    assertThat(told).extracting(PresenceChange::employee).containsExactly(ADA);
    assertThat(told.get(0).reachability()).isEqualTo(Reachability.hidden());
    assertThat(office.face(ADA).reasons()).containsExactly(new Reason.HasLeft(MIDNIGHT_IN_TOKYO));
  }

  @Test
  void whoHasLeftLooksLikeSomebodyWhoNeverWas() {
    lastDayIsToday();
    office.advance(Duration.ofDays(1));

    for (Audience audience : Audience.values()) {
      assertThat(presence.shown(audience)).containsOnlyKeys(BEN);
      assertThat(presence.reachability(ADA, audience).forOthers())
          .isEqualTo(presence.reachability(NOBODY, audience).forOthers());
      for (Channel channel : Channel.values()) {
        assertThat(presence.openness(ADA, channel, audience)).isEqualTo(Openness.CLOSED);
      }
    }
  }

  @Test
  void whoWasAboutToLeaveAndStaysIsShown() {
    lastDayIsToday();
    office.directory.save(office.directory.require(ADA).toBuilder().leavesOn(null).build());
    office.advance(Duration.ofDays(1));

    assertThat(presence.shown(Audience.PUBLIC)).containsOnlyKeys(ADA, BEN);
  }

  @Test
  void aPersonWhoHasLeftBeforeTheStartIsNotShown() {
    lastDayIsToday();
    office.advance(Duration.ofDays(1));
    office.restart();

    assertThat(office.presence.shown(Audience.PUBLIC)).containsOnlyKeys(BEN);
  }
}
