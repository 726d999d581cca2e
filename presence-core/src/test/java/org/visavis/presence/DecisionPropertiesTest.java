package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;

class DecisionPropertiesTest {

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
    Reachability answer = Decision.decide(facts, now);
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
    LoadState stepped = Decision.step(facts.rule(), facts.workload(), facts.loadState(), now);
    assertThat(Decision.step(facts.rule(), facts.workload(), stepped, now)).isEqualTo(stepped);
    PresenceFacts kept =
        new PresenceFacts(
            facts.employee(),
            facts.channels(),
            facts.manual(),
            facts.hours(),
            facts.sessions(),
            facts.workload(),
            facts.rule(),
            stepped);
    assertThat(Decision.decide(kept, now)).isEqualTo(Decision.decide(facts, now));
  }

  @Property(tries = 300)
  void theEndsOfTimeHaveAnAnswer(
      @ForAll("facts") PresenceFacts facts,
      @ForAll("endsOfTime") Instant now,
      @ForAll("endsOfTime") Instant end) {
    PresenceFacts extreme =
        new PresenceFacts(
            facts.employee(),
            facts.channels(),
            facts.manual().map(manual -> new ManualStatus(manual.status(), end, manual.note())),
            facts.hours(),
            Map.of("web", end),
            facts.workload(),
            facts.rule(),
            new LoadState(facts.loadState().relieved(), end));
    assertThat(Decision.decide(extreme, now)).isNotNull();
  }

  @Property(tries = 400)
  void everyShownAndEveryHiddenAnswerHasAReason(
      @ForAll("facts") PresenceFacts facts, @ForAll("instants") Instant now) {
    assertThat(Decision.decide(facts, now).reasons()).isNotEmpty();
  }

  private static PresenceFacts with(PresenceFacts facts, Workload workload) {
    return new PresenceFacts(
        facts.employee(),
        facts.channels(),
        facts.manual(),
        facts.hours(),
        facts.sessions(),
        workload,
        facts.rule(),
        facts.loadState());
  }

  @Provide
  static Arbitrary<PresenceFacts> facts() {
    Arbitrary<Set<Channel>> channels = Arbitraries.of(Channel.values()).set();
    List<Status> settable =
        Arrays.stream(Status.values()).filter(s -> s != Status.UNKNOWN).toList();
    Arbitrary<Optional<ManualStatus>> manual =
        Combinators.combine(Arbitraries.of(settable), instants(), Arbitraries.of("", "Bis gleich"))
            .as((status, until, note) -> new ManualStatus(status, until, Label.of(note)))
            .optional(0.4);
    Arbitrary<WorkingHours> hours =
        Arbitraries.of(
                "", "Mon-Fri 08:00-12:00 13:00-17:00", "Mon-Sun 00:00-24:00", "Sat-Sun 22:00-02:30")
            .map(text -> WorkingHours.parse(ZoneId.of("Europe/Berlin"), text));
    Arbitrary<Map<String, Instant>> sessions =
        Arbitraries.maps(Arbitraries.of("web", "phone", "pbx"), instants());
    Arbitrary<Workload> workload =
        Combinators.combine(
                Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 9))
            .as(Workload::new);
    Arbitrary<AppearanceRule> rule =
        Combinators.combine(
                Arbitraries.of(Mode.values()),
                Arbitraries.integers().between(1, 10),
                Arbitraries.integers().between(1, 10),
                Arbitraries.of(0L, 1L, 60L, 3_600L, 86_400L),
                Arbitraries.of(AtLimit.values()))
            .as(
                (mode, hideAt, gap, dwell, atLimit) ->
                    new AppearanceRule(
                        mode,
                        hideAt,
                        Math.max(0, hideAt - gap),
                        Duration.ofSeconds(dwell),
                        atLimit));
    Arbitrary<LoadState> state =
        Combinators.combine(Arbitraries.of(true, false), instants()).as(LoadState::new);
    return Combinators.combine(channels, manual, hours, sessions, workload, rule, state)
        .as((c, m, h, s, w, r, l) -> new PresenceFacts(EmployeeId.of("e"), c, m, h, s, w, r, l));
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
