package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.presence.Office.ADA;
import static org.visavis.presence.Office.BEN;
import static org.visavis.presence.Office.MONDAY_NOON;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * Nothing lets anybody work out when somebody was there: not the store, not the log, not the API.
 * The columns of the tables are looked at by the tests of the database store.
 */
class NoReconstructionTest {

  private final Office office = Office.open();
  private final Presence presence = office.presence;

  /** A day of Ada's, with everything that a day can have. */
  private void aDay() {
    Instant morning = office.clock.instant();
    presence.setStatus(ADA, ManualStatus.untilBack(Status.AWAY, morning.plus(Duration.ofHours(2))));
    presence.setSession(ADA, "teams", Session.State.BUSY, Duration.ofMinutes(30));
    presence.heartbeat(ADA, "web", Duration.ofMinutes(2));
    presence.setShare(ADA, Optional.of(new Share(50, morning.plus(Duration.ofHours(3)))));
    presence.setAbsence(
        ADA,
        Absence.between(
                AbsenceId.of("a"),
                Absence.Kind.TRAVELLING,
                morning.plus(Duration.ofHours(1)),
                morning.plus(Duration.ofHours(4)),
                ZoneId.of("UTC"))
            .withRamp(Ramp.of(50)));
    presence.setCalendar(
        ADA,
        CalendarId.of("work"),
        new CalendarEntries(
            List.of(
                CalendarEntry.of(
                    morning.plusSeconds(60), morning.plusSeconds(3_600), CalendarEntry.Kind.BUSY)),
            morning,
            morning.plus(Duration.ofHours(8))));
    for (int hour = 0; hour < 8; hour++) {
      office.load(ADA, hour);
      office.advance(Duration.ofHours(1));
    }
    office.load(ADA, 0);
    office.advance(Duration.ofDays(2));
  }

  private String everythingKept() {
    StringBuilder kept = new StringBuilder();
    office.store.find(ADA).ifPresent(kept::append);
    kept.append(office.store.sessions(Instant.MIN));
    kept.append(office.store.subscriptions());
    office.store.forEachCalendar((employee, calendar, entries) -> kept.append(entries.entries()));
    return kept.toString();
  }

  @Test
  void aDayLeavesNothingButWhatTheEmployeeStillWants() {
    aDay();
    assertThat(presence.settings(ADA).withLoadStates(Map.of()))
        .isEqualTo(PresenceSettings.initial(ADA));
    assertThat(office.store.find(ADA).orElseThrow().withLoadStates(Map.of()))
        .isEqualTo(PresenceSettings.initial(ADA));
    assertThat(everythingKept()).doesNotContain("teams").doesNotContain("TRAVELLING");
    assertThat(office.store.sessions(Instant.MIN)).isEmpty();
  }

  @Test
  void twoDifferentDaysLookTheSameAfterwards() {
    EmployeeId quiet = EmployeeId.of("quiet");
    office.hire(quiet, Channel.values());
    aDay();
    assertThat(office.face(ADA).forOthers()).isEqualTo(office.face(quiet).forOthers());
    List<PresenceChange> snapshot = new ArrayList<>();
    presence.feed().watch(0, (changes, whole) -> snapshot.addAll(changes));
    assertThat(snapshot)
        .as("one state for each person, and no way to earlier ones")
        .extracting(PresenceChange::employee)
        .containsExactlyInAnyOrder(ADA, BEN, quiet);
  }

  @Test
  void nothingIsSaidInTheLogEvenAtItsFinest() {
    List<String> said = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            said.add(record.getLoggerName() + ": " + record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("org.visavis");
    Level before = logger.getLevel();
    handler.setLevel(Level.ALL);
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
    try {
      System.getLogger("org.visavis.presence.probe").log(System.Logger.Level.DEBUG, "heard");
      assertThat(said).as("the log is listened to").hasSize(1);
      said.clear();
      aDay();
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(before);
    }
    assertThat(said).isEmpty();
  }

  /** What others get holds no instant of the past: only ends, and the revision of this node. */
  @Test
  void whatOthersSeeHasNoPast() {
    assertThat(components(PublicStatus.class)).containsExactly("status", "until", "note");
    assertThat(components(Reachability.class))
        .containsExactly("shown", "status", "load", "channels", "reasons", "nextChange");
    assertThat(components(PresenceChange.class))
        .containsExactly("revision", "employee", "reachability");
    aDay();
    presence.setStatus(
        ADA, ManualStatus.until(Status.BUSY, office.clock.instant().plusSeconds(60)));
    Reachability seen = office.face(ADA).forOthers();
    assertThat(seen.reasons()).isEmpty();
    assertThat(seen.nextChange()).isEmpty();
    assertThat(Load.values()).as("coarse").hasSize(4);
    assertThat(seen.status().until())
        .hasValueSatisfying(end -> assertThat(end).isAfter(MONDAY_NOON));
  }

  @Test
  void theFaceDoesNotTellOneReasonFromAnother() {
    presence.setStatus(ADA, ManualStatus.until(Status.BUSY, MONDAY_NOON.plus(Duration.ofHours(1))));
    Reachability byHand = office.face(ADA).forOthers();
    presence.clearStatus(ADA);
    presence.setCalendar(
        ADA,
        CalendarId.of("work"),
        new CalendarEntries(
            List.of(
                CalendarEntry.of(
                    MONDAY_NOON, MONDAY_NOON.plus(Duration.ofHours(1)), CalendarEntry.Kind.BUSY)),
            MONDAY_NOON,
            MONDAY_NOON.plus(Duration.ofHours(8))));
    assertThat(office.face(ADA).forOthers()).isEqualTo(byHand);
  }

  /**
   * No method answers anything about a time that is over, but for what was planned: working hours,
   * holidays and absences say the same whatever somebody did.
   */
  @Test
  void theFacadeHasNoQuestionAboutThePast() {
    assertThat(
            Arrays.stream(Presence.class.getMethods())
                .filter(method -> !method.getName().equals("work"))
                .map(Method::getParameterTypes)
                .flatMap(Arrays::stream))
        .doesNotContain(Instant.class);
    assertThat(Arrays.stream(Presence.class.getMethods()).map(Method::getName))
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("history"))
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("last"));
    assertThat(presence.openness(ADA, Channel.MESSAGE, Audience.PUBLIC)).isNotNull();
  }

  private static List<String> components(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
