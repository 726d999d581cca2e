package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;

class DecisionPropertiesTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-10-24T12:00:00Z");

  @Property(tries = 400)
  void aHiddenPersonHasNeitherChannelNorStatus(
      @ForAll("facts") PresenceFacts facts, @ForAll("instants") Instant now) {
    Reachability answer = Decision.decide(facts, now);
    if (!answer.shown()) {
      assertThat(answer.channels()).isEmpty();
      assertThat(answer.forOthers()).isSameAs(Reachability.hidden());
    }
  }

  @Property(tries = 400)
  void noChannelIsOpenAndNobodyAvailableWithoutAFreePoint(
      @ForAll("facts") PresenceFacts facts, @ForAll("instants") Instant now) {
    PresenceFacts full =
        with(facts, new Workload(facts.workload().limit(), facts.workload().limit()));
    Reachability answer = Decision.decide(full, now);
    assertThat(answer.channels().values()).doesNotContain(Openness.OPEN);
    assertThat(answer.status().status()).isNotEqualTo(Status.AVAILABLE);
  }

  @Property(tries = 400)
  void availableMeansThatEveryOfferedChannelIsOpen(
      @ForAll("facts") PresenceFacts facts, @ForAll("instants") Instant now) {
    PresenceFacts plain =
        facts.toBuilder().channelLoads(Map.of()).channelRules(Map.of(), Map.of()).build();
    Reachability answer = Decision.decide(plain, now);
    if (answer.status().status() == Status.AVAILABLE) {
      assertThat(answer.channels().keySet()).isEqualTo(facts.channels());
      assertThat(answer.channels().values()).allMatch(openness -> openness == Openness.OPEN);
    }
  }

  @Property(tries = 400)
  void theAnswerIsStableUntilTheNextChange(
      @ForAll("facts") PresenceFacts facts, @ForAll("instants") Instant now) {
    Reachability answer = Decision.decide(facts, now);
    Instant end = answer.nextChange().orElse(Instants.plus(now, Duration.ofDays(800)));
    assertThat(end).isAfter(now);
    long span = Math.min(Duration.between(now, end).toSeconds(), 800L * 86_400);
    for (int i = 1; i <= 24; i++) {
      Instant sample = now.plusSeconds(span * i / 25);
      if (sample.isBefore(end)) {
        assertThat(Decision.decide(facts, sample).forOthers())
            .as("at %s, decided at %s", sample, now)
            .isEqualTo(answer.forOthers());
      }
    }
    assertThat(Decision.decide(facts, end.minusNanos(1)).forOthers()).isEqualTo(answer.forOthers());
  }

  @Property(tries = 400)
  void moreLoadNeverOpensMore(
      @ForAll("facts") PresenceFacts facts, @ForAll("instants") Instant now) {
    Reachability before = null;
    for (int taken = 0; taken <= 12; taken++) {
      Reachability after =
          Decision.decide(with(facts, new Workload(taken, facts.workload().limit())), now);
      if (before != null) {
        assertThat(before.shown() || !after.shown()).isTrue();
        assertThat(after.load()).isGreaterThanOrEqualTo(before.load());
        for (Channel channel : Channel.values()) {
          assertThat(after.channel(channel)).isGreaterThanOrEqualTo(before.channel(channel));
        }
      }
      before = after;
    }
  }

  @Property(tries = 400)
  void steppingAndDecidingAgree(
      @ForAll("facts") PresenceFacts facts, @ForAll("instants") Instant now) {
    Workload workload =
        CurrentLimit.of(facts.workload(), facts.share(), facts.absences(), now).workload();
    LoadState stepped = Decision.step(facts.rule(), workload, facts.loadState(), now);
    assertThat(Decision.step(facts.rule(), workload, stepped, now)).isEqualTo(stepped);
    PresenceFacts kept = facts.toBuilder().rule(facts.rule(), stepped).build();
    assertThat(Decision.decide(kept, now)).isEqualTo(Decision.decide(facts, now));
  }

  @Property(tries = 300)
  void theEndsOfTimeHaveAnAnswer(
      @ForAll("facts") PresenceFacts facts,
      @ForAll("endsOfTime") Instant now,
      @ForAll("endsOfTime") Instant end) {
    PresenceFacts extreme =
        facts.toBuilder()
            .manual(ManualStatus.until(Status.BUSY, end))
            .sessions(List.of(new Session("web", Session.State.IN_USE, end, end)))
            .share(new Share(50, end))
            .rule(facts.rule(), new LoadState(facts.loadState().relieved(), end))
            .build();
    assertThat(Decision.decide(extreme, now)).isNotNull();
  }

  @Property(tries = 400)
  void everyShownAndEveryHiddenAnswerHasAReason(
      @ForAll("facts") PresenceFacts facts, @ForAll("instants") Instant now) {
    assertThat(Decision.decide(facts, now).reasons()).isNotEmpty();
  }

  @Property(tries = 400)
  void whatTheRuleHidesIsHidden(
      @ForAll("facts") PresenceFacts facts,
      @ForAll Channel channel,
      @ForAll("instants") Instant now) {
    PresenceFacts hidden =
        facts.toBuilder().rule(AppearanceRule.hidden(), facts.loadState()).build();
    assertThat(Decision.decide(hidden, now).forOthers()).isSameAs(Reachability.hidden());
    PresenceFacts without =
        facts.toBuilder().channelRules(Map.of(channel, AppearanceRule.hidden()), Map.of()).build();
    assertThat(Decision.decide(without, now).channels()).doesNotContainKey(channel);
  }

  @Property(tries = 400)
  void aFullChannelIsNotOpen(
      @ForAll("facts") PresenceFacts facts,
      @ForAll Channel channel,
      @ForAll("instants") Instant now) {
    PresenceFacts full =
        facts.toBuilder().channelLoads(Map.of(channel, new Workload(2, 2))).build();
    assertThat(Decision.decide(full, now).channel(channel)).isNotEqualTo(Openness.OPEN);
  }

  @Property(tries = 400)
  void noShareOpensMoreThanTheLimitInFull(
      @ForAll("facts") PresenceFacts facts,
      @ForAll @IntRange(min = 10, max = 100) int percent,
      @ForAll("instants") Instant now) {
    PresenceFacts plain = facts.toBuilder().absences(List.of()).build();
    PresenceFacts part =
        plain.toBuilder().share(new Share(percent, Instants.plus(now, DAY))).build();
    PresenceFacts whole = plain.toBuilder().share(new Share(100, now)).build();
    Reachability less = Decision.decide(part, now);
    Reachability more = Decision.decide(whole, now);
    assertThat(more.shown() || !less.shown()).isTrue();
    for (Channel channel : Channel.values()) {
      assertThat(less.channel(channel)).isGreaterThanOrEqualTo(more.channel(channel));
    }
  }

  @Property(tries = 400)
  void theSourcesNameTheOneThatDecides(
      @ForAll("facts") PresenceFacts facts, @ForAll("instants") Instant now) {
    List<Source> deciding =
        Sources.of(facts, now).stream()
            .filter(source -> source.standing() == Source.Standing.DECIDES)
            .toList();
    Status status = CurrentStatus.of(facts, now).status().status();
    if (status == Status.UNKNOWN) {
      assertThat(deciding).isEmpty();
    } else {
      assertThat(deciding).hasSize(1);
      assertThat(deciding.get(0).says()).contains(status);
    }
  }

  private static PresenceFacts with(PresenceFacts facts, Workload workload) {
    return facts.toBuilder().workload(workload).build();
  }

  @Provide
  static Arbitrary<PresenceFacts> facts() {
    Arbitrary<Consumer<PresenceFacts.Builder>> sources =
        Combinators.combine(manual(), absences(), calendars(), workingTimes(), sessions(), shares())
            .as(
                (manual, absences, calendars, time, sessions, share) ->
                    facts -> {
                      manual.ifPresent(facts::manual);
                      share.ifPresent(facts::share);
                      facts.absences(absences).calendars(calendars);
                      facts.workingTime(time).sessions(sessions);
                    });
    Arbitrary<Consumer<PresenceFacts.Builder>> ofChannels =
        Combinators.combine(
                Arbitraries.maps(Arbitraries.of(Channel.values()), workload()).ofMaxSize(2),
                Arbitraries.maps(Arbitraries.of(Channel.values()), rule()).ofMaxSize(2),
                Arbitraries.maps(Arbitraries.of(Channel.values()), state()).ofMaxSize(2))
            .as((loads, rules, states) -> facts -> narrow(facts, loads, rules, states));
    return Combinators.combine(
            Arbitraries.of(Channel.values()).set(),
            sources,
            workload(),
            rule(),
            state(),
            ofChannels.optional(0.4))
        .as(
            (channels, said, workload, rule, state, narrowed) -> {
              PresenceFacts.Builder facts = PresenceFacts.of(EmployeeId.of("e"), channels);
              said.accept(facts);
              narrowed.ifPresent(own -> own.accept(facts));
              return facts.workload(workload).rule(rule, state).build();
            });
  }

  private static void narrow(
      PresenceFacts.Builder facts,
      Map<Channel, Workload> loads,
      Map<Channel, AppearanceRule> rules,
      Map<Channel, LoadState> states) {
    facts.channelLoads(loads).channelRules(rules, states);
  }

  private static Arbitrary<Optional<ManualStatus>> manual() {
    List<Status> settable =
        Arrays.stream(Status.values()).filter(s -> s != Status.UNKNOWN).toList();
    return Combinators.combine(
            Arbitraries.of(settable),
            instants(),
            Arbitraries.of("", "Bis gleich"),
            Arbitraries.of(true, false))
        .as((status, end, note, back) -> manual(status, end, note, back))
        .optional(0.3);
  }

  private static ManualStatus manual(Status status, Instant end, String note, boolean untilBack) {
    return new ManualStatus(status, end, Label.of(note), untilBack, Optional.empty());
  }

  private static Arbitrary<List<Absence>> absences() {
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.of(Absence.Kind.values()),
            instants(),
            Arbitraries.of(1L, 3_600L, 86_400L, 500_000L),
            Arbitraries.of(Ramp.none(), Ramp.of(10), Ramp.of(40, 60, 80), Ramp.of(80, 20)),
            Arbitraries.of(true, false))
        .as(
            (id, kind, start, seconds, ramp, notePublic) ->
                Absence.between(
                        AbsenceId.of("a" + id), kind, start, start.plusSeconds(seconds), BERLIN)
                    .withNote(Label.of("Bis bald"), notePublic)
                    .withRamp(ramp))
        .list()
        .ofMaxSize(2);
  }

  private static Arbitrary<List<BusyTimes>> calendars() {
    Arbitrary<CalendarEntry> entry =
        Combinators.combine(
                instants(),
                Arbitraries.of(1L, 900L, 3_600L, 90_000L),
                Arbitraries.of(CalendarEntry.Kind.values()),
                Arbitraries.of(Status.ON_HOLIDAY, Status.AVAILABLE, Status.BUSY).optional(0.3))
            .as(
                (start, seconds, kind, status) ->
                    new CalendarEntry(start, start.plusSeconds(seconds), kind, status));
    return Combinators.combine(
            Arbitraries.integers(), entry.list().ofMaxSize(8), instants(), instants())
        .as(
            (id, entries, one, other) ->
                BusyTimes.of(
                    CalendarId.of("c" + id),
                    new CalendarEntries(
                        entries,
                        one.isBefore(other) ? one : other,
                        one.isBefore(other) ? other : one)))
        .list()
        .ofMaxSize(2);
  }

  private static Arbitrary<WorkingTime> workingTimes() {
    HolidayRegion holidays =
        HolidayRegion.of(
            "DE-BE",
            (region, date) ->
                date.getDayOfMonth() % 5 == 0 ? Optional.of("Feiertag") : Optional.empty());
    return Combinators.combine(
            Arbitraries.of(
                "",
                "Mon-Fri 08:00-12:00 13:00-17:00",
                "Mon-Sun 00:00-24:00",
                "Sat-Sun 22:00-02:30"),
            Arbitraries.of(true, false))
        .as(
            (text, region) ->
                WorkingTime.of(
                    WorkingHours.parse(BERLIN, text),
                    BERLIN,
                    region ? Optional.of(holidays) : Optional.empty()));
  }

  private static Arbitrary<List<Session>> sessions() {
    return Combinators.combine(
            Arbitraries.of("web", "phone", "pbx"),
            Arbitraries.of(Session.State.values()),
            instants())
        .as((client, state, end) -> new Session(client, state, end.minusSeconds(60), end))
        .list()
        .ofMaxSize(3);
  }

  private static Arbitrary<Optional<Share>> shares() {
    return Combinators.combine(Arbitraries.of(10, 60, 100), instants())
        .as(Share::new)
        .optional(0.3);
  }

  private static Arbitrary<Workload> workload() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 9))
        .as(Workload::new);
  }

  private static Arbitrary<AppearanceRule> rule() {
    return Combinators.combine(
            Arbitraries.of(Mode.values()),
            Arbitraries.integers().between(1, 10),
            Arbitraries.integers().between(1, 10),
            Arbitraries.of(0L, 1L, 60L, 3_600L, 86_400L),
            Arbitraries.of(AtLimit.values()))
        .as(
            (mode, hideAt, gap, dwell, atLimit) ->
                new AppearanceRule(
                    mode, hideAt, Math.max(0, hideAt - gap), Duration.ofSeconds(dwell), atLimit));
  }

  private static Arbitrary<LoadState> state() {
    return Combinators.combine(Arbitraries.of(true, false), instants()).as(LoadState::new);
  }

  /** Instants around a night on which the clock is put back. */
  @Provide
  static Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(-200_000, 200_000).map(NOON::plusSeconds);
  }

  @Provide
  static Arbitrary<Instant> endsOfTime() {
    return Arbitraries.of(Instant.MIN, Instant.EPOCH, NOON, Instant.MAX);
  }
}
