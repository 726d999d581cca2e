package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.visavis.presence.Office.ADA;
import static org.visavis.presence.Office.BEN;
import static org.visavis.presence.Office.MONDAY_NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.presence.CalendarEntry.Kind;

/** What each source says, which one is believed, and for how long. */
class SourcesTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final CalendarId WORK = CalendarId.of("work");

  private final Office office = Office.open();
  private final Presence presence = office.presence;

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Instant in(long minutes) {
    return MONDAY_NOON.plus(minutes(minutes));
  }

  private Status status() {
    return office.face(ADA).status().status();
  }

  private void calendar(long freshFor, CalendarEntry... entries) {
    presence.setCalendar(
        ADA, WORK, new CalendarEntries(List.of(entries), MONDAY_NOON, in(freshFor)));
  }

  @Test
  void theFirstOfTheOrderDecidesAndTheOthersSayWhyNot() {
    presence.heartbeat(ADA, "web", minutes(30));
    presence.setSession(ADA, "teams", Session.State.AWAY, minutes(30));
    presence.setSession(ADA, "pbx", Session.State.BUSY, minutes(30));
    presence.setHours(ADA, WorkingHours.parse(UTC, "Mon 08:00-11:00"));
    calendar(600, CalendarEntry.of(in(-60), in(60), Kind.TENTATIVE));
    presence.setAbsence(
        ADA, Absence.between(AbsenceId.of("trip"), Absence.Kind.TRAVELLING, in(-60), in(45), UTC));
    presence.setStatus(ADA, ManualStatus.until(Status.AVAILABLE, in(10)));

    assertThat(presence.explanation(ADA, Audience.PUBLIC).sources())
        .extracting(
            Source::kind, Source::name, source -> source.says().orElseThrow(), Source::standing)
        .containsExactly(
            tuple(Source.Kind.BY_HAND, "", Status.AVAILABLE, Source.Standing.DECIDES),
            tuple(Source.Kind.ABSENCE, "trip", Status.TRAVELLING, Source.Standing.OUTRANKED),
            tuple(Source.Kind.CALENDAR, "work", Status.BUSY, Source.Standing.OUTRANKED),
            tuple(Source.Kind.WORKING_HOURS, "", Status.OFF_DUTY, Source.Standing.OUTRANKED),
            tuple(Source.Kind.CONNECTOR, "pbx", Status.BUSY, Source.Standing.OUTRANKED),
            tuple(Source.Kind.CONNECTOR, "teams", Status.AWAY, Source.Standing.OUTRANKED),
            tuple(Source.Kind.HEARTBEAT, "web", Status.AVAILABLE, Source.Standing.OUTRANKED));
    assertThat(status()).isEqualTo(Status.AVAILABLE);
    office.advance(minutes(10));
    assertThat(status()).isEqualTo(Status.TRAVELLING);
    presence.removeAbsence(ADA, AbsenceId.of("trip"));
    assertThat(status()).isEqualTo(Status.BUSY);
    presence.removeCalendar(ADA, WORK);
    assertThat(status()).isEqualTo(Status.OFF_DUTY);
    presence.setHours(ADA, WorkingHours.unspecified());
    assertThat(status()).isEqualTo(Status.BUSY);
    presence.signOff(ADA, "pbx");
    assertThat(status()).isEqualTo(Status.AWAY);
    presence.signOff(ADA, "teams");
    assertThat(status()).isEqualTo(Status.AVAILABLE);
    presence.signOff(ADA, "web");
    assertThat(status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void doNotDisturbCountsBeforeBusyAndBusyBeforeAvailable() {
    presence.setSession(ADA, "a", Session.State.AVAILABLE, minutes(10));
    presence.setSession(ADA, "b", Session.State.DO_NOT_DISTURB, minutes(5));
    assertThat(office.face(ADA).reasons())
        .contains(new Reason.Reported("b", Session.State.DO_NOT_DISTURB, in(5)));
    assertThat(status()).isEqualTo(Status.BUSY);
    office.advance(minutes(5));
    assertThat(status()).isEqualTo(Status.AVAILABLE);
    office.advance(minutes(5));
    assertThat(status()).as("what goes stale fades").isEqualTo(Status.UNKNOWN);
    assertThat(presence.sessions(ADA)).isEmpty();
    assertThat(office.store.sessions(Instant.EPOCH)).isEmpty();
  }

  @Test
  void entriesThatTouchAreOneTimeToOthers() {
    calendar(
        600,
        CalendarEntry.of(in(10), in(20), Kind.BUSY),
        CalendarEntry.of(in(20), in(40), Kind.TENTATIVE),
        CalendarEntry.of(in(15), in(30), Kind.BUSY),
        new CalendarEntry(in(50), in(60), Kind.BUSY, Optional.of(Status.AVAILABLE)));
    assertThat(status()).isEqualTo(Status.UNKNOWN);
    assertThat(office.alarm.next()).contains(in(10));
    office.advance(minutes(10));
    assertThat(office.face(ADA).status().until()).contains(in(40));
    office.advance(minutes(30));
    assertThat(status()).isEqualTo(Status.UNKNOWN);
    office.advance(minutes(10));
    assertThat(status()).as("by a rule of the employee").isEqualTo(Status.AVAILABLE);
  }

  @Test
  void aStaleCalendarSaysNothing() {
    calendar(30, CalendarEntry.of(in(0), in(120), Kind.OUT_OF_OFFICE));
    assertThat(status()).isEqualTo(Status.AWAY);
    office.advance(minutes(30));
    assertThat(status()).isEqualTo(Status.UNKNOWN);
    assertThat(presence.explanation(ADA, Audience.PUBLIC).sources())
        .extracting(Source::kind, Source::since, Source::standing)
        .containsExactly(
            tuple(Source.Kind.CALENDAR, Optional.of(MONDAY_NOON), Source.Standing.STALE));
  }

  @Test
  void whatACalendarSaidIsForgottenADayAfterItHasEnded() {
    calendar(10_000, CalendarEntry.of(in(0), in(60), Kind.BUSY));
    presence.setCalendar(
        BEN,
        WORK,
        new CalendarEntries(
            List.of(CalendarEntry.of(in(-60), in(-30), Kind.BUSY)), MONDAY_NOON, in(60)));
    assertThat(presence.calendars(BEN).get(WORK).entries()).as("over already").isEmpty();
    office.restart();
    assertThat(office.presence.calendars(ADA).get(WORK).entries()).hasSize(1);
    office.advance(minutes(60).plusDays(1));
    assertThat(office.presence.calendars(ADA).get(WORK).entries()).isEmpty();
    office.store.forEachCalendar(
        (employee, calendar, entries) -> assertThat(entries.entries()).isEmpty());
  }

  @Test
  void untilIAmBackEndsWithTheNextActivityAndAtItsBoundAtTheLatest() {
    presence.heartbeat(ADA, "web", minutes(2));
    presence.setStatus(ADA, ManualStatus.untilBack(Status.AWAY, in(240)));
    assertThat(office.face(ADA).status().until()).as("no promise of a return").isEmpty();
    presence.heartbeat(ADA, "web", minutes(2));
    assertThat(status()).as("the page that was open goes on beating").isEqualTo(Status.AWAY);
    office.advance(minutes(20));
    presence.heartbeat(ADA, "web", minutes(2));
    assertThat(status()).as("it was silent, and speaks").isEqualTo(Status.AVAILABLE);
    assertThat(office.store.find(ADA).orElseThrow().manual()).isEmpty();

    presence.setStatus(ADA, ManualStatus.untilBack(Status.AWAY, in(240)));
    presence.setSession(ADA, "teams", Session.State.AWAY, minutes(30));
    assertThat(status()).isEqualTo(Status.AWAY);
    presence.setSession(ADA, "teams", Session.State.AVAILABLE, minutes(30));
    assertThat(presence.settings(ADA).manual()).isEmpty();

    presence.setStatus(ADA, ManualStatus.untilBack(Status.AWAY, in(240)));
    presence.active(ADA);
    assertThat(presence.settings(ADA).manual()).isEmpty();

    presence.setStatus(ADA, ManualStatus.until(Status.AWAY, in(240)));
    presence.active(ADA);
    assertThat(status()).as("that one has an end of its own").isEqualTo(Status.AWAY);
    presence.setStatus(ADA, ManualStatus.untilBack(Status.AWAY, in(240)));
    office.advance(minutes(220));
    assertThat(presence.settings(ADA).manual()).isEmpty();
  }

  @Test
  void aShareOfTheLimitHoldsForAWhile() {
    presence.setLimit(ADA, 10);
    office.load(ADA, 6);
    presence.setShare(ADA, Optional.of(new Share(60, in(60))));
    assertThat(presence.workload(ADA)).isEqualTo(new Workload(6, 6));
    assertThat(office.face(ADA).channel(Channel.MESSAGE)).isNotEqualTo(Openness.OPEN);
    assertThat(office.face(ADA).reasons()).contains(new Reason.ShareOfLimit(60, in(60)));
    office.advance(minutes(60));
    assertThat(presence.workload(ADA)).isEqualTo(new Workload(6, 10));
    assertThat(office.store.find(ADA).orElseThrow().share()).isEmpty();
  }

  @Test
  void aChannelHasALimitOfItsOwn() {
    presence.setStatus(ADA, ManualStatus.until(Status.AVAILABLE, in(600)));
    presence.setChannelLimit(ADA, Channel.CHAT, Optional.of(2));
    office.work.byChannel.put(ADA, Map.of(Channel.CHAT, 2));
    office.load(ADA, 2);
    assertThat(office.face(ADA).channel(Channel.CHAT)).isEqualTo(Openness.CLOSED);
    assertThat(office.face(ADA).channel(Channel.PHONE)).isEqualTo(Openness.OPEN);
    assertThat(office.face(ADA).reasons())
        .contains(new Reason.ChannelLimitReached(Channel.CHAT, new Workload(2, 2)));
    office.restart();
    assertThat(office.face(ADA).channel(Channel.CHAT)).isEqualTo(Openness.CLOSED);
    office.presence.setChannelLimit(ADA, Channel.CHAT, Optional.empty());
    assertThat(office.face(ADA).channel(Channel.CHAT)).isEqualTo(Openness.OPEN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> office.presence.setChannelLimit(ADA, Channel.CHAT, Optional.of(-1)));
  }

  @Test
  void aChannelHasARuleOfItsOwnForEachAudience() {
    presence.setStatus(ADA, ManualStatus.until(Status.AVAILABLE, in(600)));
    presence.setRule(
        ADA,
        RuleScope.of(Audience.PUBLIC, Channel.PHONE),
        Optional.of(AppearanceRule.byLoad(2, 1, AtLimit.VANISH)));
    presence.setRule(
        ADA, RuleScope.of(Audience.COLLEAGUE, Channel.PHONE), Optional.of(AppearanceRule.always()));
    presence.setRule(
        ADA, RuleScope.of(Audience.PUBLIC, Channel.VIDEO), Optional.of(AppearanceRule.hidden()));
    assertThat(office.face(ADA).channels()).containsKey(Channel.PHONE);
    assertThat(office.face(ADA).channels()).doesNotContainKey(Channel.VIDEO);
    office.load(ADA, 2);
    assertThat(office.face(ADA).channels()).doesNotContainKey(Channel.PHONE);
    assertThat(office.face(ADA).channel(Channel.CHAT)).isEqualTo(Openness.OPEN);
    assertThat(presence.openness(ADA, Channel.PHONE, Audience.COLLEAGUE)).isEqualTo(Openness.OPEN);
    assertThat(presence.openness(ADA, Channel.VIDEO, Audience.COLLEAGUE))
        .as("what is not said for colleagues is what the public sees")
        .isEqualTo(Openness.CLOSED);
    office.load(ADA, 1);
    assertThat(office.face(ADA).channels()).as("the dwell").doesNotContainKey(Channel.PHONE);
    office.advance(minutes(1));
    assertThat(office.face(ADA).channel(Channel.PHONE)).isEqualTo(Openness.OPEN);
    presence.setRule(ADA, RuleScope.of(Audience.PUBLIC, Channel.VIDEO), Optional.empty());
    assertThat(office.face(ADA).channel(Channel.VIDEO)).isEqualTo(Openness.OPEN);
  }

  @Test
  void aWishShowsWhatWouldBeAndChangesNothing() {
    presence.setStatus(ADA, ManualStatus.until(Status.AVAILABLE, in(600)));
    office.load(ADA, 3);
    Reachability before = office.face(ADA);
    Reachability lower = presence.preview(ADA, Audience.PUBLIC, settings -> settings.withLimit(3));
    assertThat(lower.status().status()).isEqualTo(Status.BUSY);
    Reachability away =
        presence.preview(
            ADA,
            Audience.PUBLIC,
            settings ->
                settings
                    .withHours(WorkingHours.parse(UTC, "Tue 08:00-11:00"))
                    .withManual(Optional.empty()));
    assertThat(away.status().status()).isEqualTo(Status.OFF_DUTY);
    assertThat(office.face(ADA)).isEqualTo(before);
    assertThat(presence.preview(ADA, Audience.PUBLIC, settings -> settings)).isEqualTo(before);
  }

  @Test
  void onAPublicHolidayOfTheRegionNobodyIsOnDuty() {
    office.presence.close();
    office.directory.save(office.directory.require(ADA).toBuilder().region("DE-BY").build());
    Presence open =
        office
            .builder()
            .holidays(
                (region, date) ->
                    region.equals("DE-BY") && date.getDayOfMonth() == 2
                        ? Optional.of("Fronleichnam")
                        : Optional.empty())
            .open();
    open.heartbeat(ADA, "web", minutes(60));
    assertThat(open.reachability(ADA, Audience.PUBLIC).status().status())
        .isEqualTo(Status.AVAILABLE);
    office.advance(
        Duration.ofHours(12)
            .minus(
                office
                    .directory
                    .require(ADA)
                    .timeZone()
                    .getRules()
                    .getOffset(MONDAY_NOON)
                    .getTotalSeconds(),
                java.time.temporal.ChronoUnit.SECONDS));
    assertThat(open.reachability(ADA, Audience.PUBLIC).status().status())
        .isEqualTo(Status.OFF_DUTY);
    assertThat(open.explanation(ADA, Audience.PUBLIC).sources())
        .extracting(Source::kind, Source::name)
        .contains(tuple(Source.Kind.PUBLIC_HOLIDAY, "Fronleichnam"));
    assertThat(open.reachability(BEN, Audience.PUBLIC).status().status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void calendarsAreBounded() {
    for (int i = 0; i < CalendarSubscription.MAX_CALENDARS; i++) {
      CalendarId id = CalendarId.of("c" + i);
      presence.subscribe(ADA, CalendarSubscription.of(id, "Kalender", Optional.empty(), List.of()));
      presence.setCalendar(ADA, id, new CalendarEntries(List.of(), MONDAY_NOON, in(60)));
    }
    assertThat(presence.subscriptions(ADA)).hasSize(CalendarSubscription.MAX_CALENDARS);
    assertThatIllegalArgumentException().isThrownBy(() -> calendar(60));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                presence.subscribe(
                    ADA, CalendarSubscription.of(WORK, "zu viel", Optional.empty(), List.of())));
    Instant tooFar = MONDAY_NOON.plus(CalendarEntries.AHEAD).plusSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CalendarEntries(List.of(), MONDAY_NOON, tooFar));
    assertThat(new CalendarRule("urlaub", Status.ON_HOLIDAY).matches("Sommer-URLAUB Kreta"))
        .isTrue();
    assertThat(
            CalendarSubscription.of(
                    WORK, "n", Optional.of(java.net.URI.create("https://x/secret")), List.of())
                .toString())
        .doesNotContain("secret");
  }
}
