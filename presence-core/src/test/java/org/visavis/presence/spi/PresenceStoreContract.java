package org.visavis.presence.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.CalendarRule;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Deputy;
import org.visavis.presence.LoadState;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Mode;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Ramp;
import org.visavis.presence.RuleScope;
import org.visavis.presence.Session;
import org.visavis.presence.Share;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;

/** What every store of presence must promise. */
public interface PresenceStoreContract {

  /** An instant with microseconds, in the hour that Berlin repeats. */
  Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");

  EmployeeId ADA = EmployeeId.of("ada");
  EmployeeId BEN = EmployeeId.of("ben");
  CalendarId WORK = CalendarId.of("work");

  /** Three entries, to the second, of which one has ended by {@link #NOW}. */
  CalendarEntries ENTRIES =
      new CalendarEntries(
          List.of(
              entry(-3_600, 3_600, CalendarEntry.Kind.BUSY, null),
              entry(-60, 7_200, CalendarEntry.Kind.TENTATIVE, Status.AVAILABLE),
              entry(86_400, 1, CalendarEntry.Kind.OUT_OF_OFFICE, Status.ON_HOLIDAY)),
          NOW,
          NOW.plus(Duration.ofDays(1)));

  CalendarEntries EMPTY = new CalendarEntries(List.of(), NOW, NOW);

  private static CalendarEntry entry(
      long startsIn, long seconds, CalendarEntry.Kind kind, @Nullable Status status) {
    Instant start = NOW.truncatedTo(ChronoUnit.SECONDS).plusSeconds(startsIn);
    return new CalendarEntry(start, start.plusSeconds(seconds), kind, Optional.ofNullable(status));
  }

  /** Answers an empty store. */
  PresenceStore store();

  /** Runs the work in a transaction of its own, where the store knows such a thing. */
  void inTransaction(Runnable work);

  /** Answers settings that use everything that settings can have, without hysteresis. */
  static PresenceSettings everything(EmployeeId employee) {
    Label note = Label.of("back = soon").with(Locale.GERMAN, "Frau Kern\nsteht \\ein 🙂");
    Absence holiday =
        Absence.ofDays(
                AbsenceId.of("summer"),
                Absence.Kind.HOLIDAY,
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2026, 11, 14),
                ZoneId.of("Europe/Berlin"))
            .withNote(note, true)
            .withDeputy(Optional.of(new Deputy(BEN, true)))
            .withRamp(Ramp.of(40, 60, 80));
    Absence journey =
        Absence.between(
            AbsenceId.of("journey"),
            Absence.Kind.TRAVELLING,
            NOW.minusSeconds(60),
            NOW,
            ZoneId.of("Asia/Kathmandu"));
    return new PresenceSettings(
        employee,
        Optional.of(
            new ManualStatus(Status.ON_HOLIDAY, NOW, note, true, Optional.of(NOW.minusSeconds(9)))),
        List.of(holiday, journey),
        WorkingHours.parse(ZoneId.of("Europe/Berlin"), "Mon-Fri 08:00-12:00 12:45-24:00"),
        7,
        Optional.of(new Share(60, NOW)),
        Map.of(Channel.PHONE, 0, Channel.CHAT, 2),
        Map.of(
            RuleScope.of(Audience.PUBLIC),
            new AppearanceRule(Mode.BY_LOAD, 6, 2, Duration.ofMillis(90_500), AtLimit.VANISH),
            RuleScope.of(Audience.PUBLIC, Channel.APPOINTMENT),
            AppearanceRule.byLoad(3, 1, AtLimit.VANISH),
            RuleScope.of(Audience.COLLEAGUE),
            AppearanceRule.always(),
            RuleScope.of(Audience.KNOWN_CUSTOMER),
            AppearanceRule.hidden()),
        Map.of());
  }

  /** What is left of {@link #everything} when what ends at {@link #NOW} has been forgotten. */
  static PresenceSettings lasting(EmployeeId employee) {
    return everything(employee)
        .withManual(Optional.empty())
        .withShare(Optional.empty())
        .withoutAbsence(AbsenceId.of("journey"));
  }

  private static Session session(String client, Instant until) {
    return new Session(client, Session.State.IN_USE, until.minusSeconds(90), until);
  }

  private Map<EmployeeId, Set<Session>> sessions(Instant after) {
    Map<EmployeeId, Set<Session>> sessions = new HashMap<>();
    store().sessions(after).forEach((employee, own) -> sessions.put(employee, Set.copyOf(own)));
    return sessions;
  }

  private Map<String, CalendarEntries> calendars() {
    Map<String, CalendarEntries> calendars = new HashMap<>();
    store()
        .forEachCalendar(
            (employee, calendar, says) -> calendars.put(employee + "/" + calendar, says));
    return calendars;
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
    Map<RuleScope, LoadState> states =
        Map.of(
            RuleScope.of(Audience.PUBLIC), new LoadState(true, NOW),
            RuleScope.of(Audience.COLLEAGUE, Channel.PHONE),
                new LoadState(false, NOW.plusSeconds(1)));
    inTransaction(() -> store().saveLoadStates(ADA, states));
    assertThat(store().find(ADA)).as("nothing decided").isEmpty();
    assertThat(all()).isEqualTo(Map.of(ADA, PresenceSettings.initial(ADA).withLoadStates(states)));

    inTransaction(() -> store().save(everything(ADA)));
    assertThat(store().find(ADA)).contains(everything(ADA).withLoadStates(states));

    Map<RuleScope, LoadState> later =
        Map.of(RuleScope.of(Audience.PUBLIC), new LoadState(false, NOW));
    inTransaction(() -> store().saveLoadStates(ADA, later));
    inTransaction(() -> store().saveLoadStates(ADA, later));
    assertThat(all()).isEqualTo(Map.of(ADA, everything(ADA).withLoadStates(later)));

    inTransaction(() -> store().saveLoadStates(ADA, Map.of()));
    assertThat(store().find(ADA)).contains(everything(ADA));
  }

  @Test
  default void aSessionCountsUntilItsEnd() {
    Session later = session("phone", NOW.plusSeconds(60));
    inTransaction(
        () -> {
          store().saveSession(ADA, session("web", NOW));
          store().saveSession(ADA, later);
          store().saveSession(BEN, later);
        });
    assertThat(sessions(NOW.minusMillis(1)))
        .isEqualTo(Map.of(ADA, Set.of(session("web", NOW), later), BEN, Set.of(later)));
    assertThat(sessions(NOW)).isEqualTo(Map.of(ADA, Set.of(later), BEN, Set.of(later)));
  }

  @Test
  default void aLaterReportReplacesTheSession() {
    Session busy =
        new Session("pbx", Session.State.DO_NOT_DISTURB, NOW, NOW.plus(Duration.ofMinutes(5)));
    inTransaction(() -> store().saveSession(ADA, session("pbx", NOW)));
    inTransaction(() -> store().saveSession(ADA, busy));
    assertThat(store().sessions(Instant.EPOCH)).isEqualTo(Map.of(ADA, List.of(busy)));
  }

  @Test
  default void aSessionIsRemovedAndRemovingItAgainIsFine() {
    inTransaction(() -> store().saveSession(ADA, session("web", NOW)));
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
          store().saveSession(ADA, session("web", NOW));
          store().saveSession(ADA, session("phone", NOW.plusSeconds(1)));
          store().saveCalendar(ADA, WORK, ENTRIES);
        });
    inTransaction(() -> store().forgetEnded(NOW));
    assertThat(store().find(ADA)).contains(lasting(ADA));
    assertThat(store().find(BEN).orElseThrow().manual()).isPresent();
    assertThat(sessions(Instant.EPOCH))
        .isEqualTo(Map.of(ADA, Set.of(session("phone", NOW.plusSeconds(1)))));
    assertThat(calendars()).isEqualTo(Map.of("ada/work", ENTRIES.without(NOW)));
    assertThat(ENTRIES.without(NOW).entries()).hasSize(2);
  }

  @Test
  default void anAbsenceStaysUntilItsRampIsOver() {
    Absence ramped =
        Absence.between(
                AbsenceId.of("a"), Absence.Kind.OTHER, NOW.minusSeconds(60), NOW, ZoneId.of("UTC"))
            .withRamp(Ramp.of(50));
    PresenceSettings settings = PresenceSettings.initial(ADA).withAbsence(ramped);
    inTransaction(() -> store().save(settings));
    inTransaction(() -> store().forgetEnded(ramped.over().minusMillis(1)));
    assertThat(store().find(ADA)).contains(settings);
    inTransaction(() -> store().forgetEnded(ramped.over()));
    assertThat(store().find(ADA)).contains(PresenceSettings.initial(ADA));
  }

  @Test
  default void aCalendarSaysWhatItSaidLast() {
    inTransaction(
        () -> {
          store().saveCalendar(ADA, WORK, ENTRIES);
          store().saveCalendar(ADA, CalendarId.of("home"), EMPTY);
          store().saveCalendar(BEN, WORK, EMPTY);
        });
    assertThat(calendars())
        .isEqualTo(Map.of("ada/work", ENTRIES, "ada/home", EMPTY, "ben/work", EMPTY));
    inTransaction(() -> store().saveCalendar(ADA, WORK, EMPTY));
    assertThat(calendars().get("ada/work")).isEqualTo(EMPTY);
  }

  @Test
  default void theFullestCalendarFits() {
    List<CalendarEntry> entries = new ArrayList<>();
    for (int i = 0; i < CalendarEntries.MAX_ENTRIES; i++) {
      Instant start = NOW.truncatedTo(ChronoUnit.SECONDS).plusSeconds(3_600L * i);
      entries.add(
          new CalendarEntry(
              start,
              start.plusSeconds(10_000_000),
              CalendarEntry.Kind.OUT_OF_OFFICE,
              Optional.of(Status.ON_HOLIDAY)));
    }
    CalendarEntries fullest = new CalendarEntries(entries, NOW, NOW);
    inTransaction(() -> store().saveCalendar(ADA, WORK, fullest));
    assertThat(calendars()).isEqualTo(Map.of("ada/work", fullest));
  }

  @Test
  default void aSubscriptionIsKeptApartFromWhatTheCalendarSays() {
    CalendarSubscription fresh =
        CalendarSubscription.of(
            WORK,
            "Büro",
            Optional.of(URI.create("https://calendar.example/secret.ics")),
            List.of(
                new CalendarRule("Urlaub = \\ \n fein", Status.ON_HOLIDAY),
                new CalendarRule("Sprech stunde", Status.AVAILABLE)));
    CalendarSubscription uploaded =
        CalendarSubscription.of(CalendarId.of("home"), "Zu Hause", Optional.empty(), List.of());
    CalendarSubscription read =
        fresh.read(
            NOW,
            Optional.of("\"v1\""),
            List.of(
                new CalendarProblem(CalendarProblem.Reason.UNKNOWN_ZONE, 12),
                new CalendarProblem(CalendarProblem.Reason.BROKEN_DATE, 1_204)));
    CalendarSubscription failed = read.failed(NOW, "too-large");
    inTransaction(
        () -> {
          store().saveSubscription(ADA, fresh);
          store().saveSubscription(ADA, uploaded);
          store().saveSubscription(BEN, uploaded);
          store().saveCalendar(ADA, WORK, ENTRIES);
        });
    inTransaction(() -> store().saveSubscription(ADA, read));
    assertThat(store().subscriptions(ADA)).containsExactly(uploaded, read);
    inTransaction(() -> store().saveSubscription(ADA, failed));
    assertThat(store().subscriptions(ADA)).containsExactly(uploaded, failed);
    assertThat(store().subscriptions())
        .isEqualTo(Map.of(ADA, List.of(uploaded, failed), BEN, List.of(uploaded)));
    assertThat(calendars()).containsOnlyKeys("ada/work");
    inTransaction(() -> store().removeCalendar(ADA, WORK));
    inTransaction(() -> store().removeCalendar(ADA, WORK));
    assertThat(store().subscriptions(ADA)).containsExactly(uploaded);
    assertThat(calendars()).isEmpty();
  }

  @Test
  default void whoIsRemovedLeavesNothingBehind() {
    inTransaction(
        () -> {
          store().save(everything(ADA));
          store()
              .saveLoadStates(ADA, Map.of(RuleScope.of(Audience.PUBLIC), new LoadState(true, NOW)));
          store().saveSession(ADA, session("web", NOW));
          store().saveCalendar(ADA, WORK, ENTRIES);
          store()
              .saveSubscription(
                  ADA, CalendarSubscription.of(WORK, "work", Optional.empty(), List.of()));
          store().save(everything(BEN));
        });
    inTransaction(() -> store().remove(ADA));
    inTransaction(() -> store().remove(ADA));
    assertThat(all()).containsOnlyKeys(BEN);
    assertThat(store().subscriptions()).isEmpty();
    assertThat(calendars()).isEmpty();
    assertThat(store().sessions(Instant.EPOCH)).isEmpty();
  }
}
