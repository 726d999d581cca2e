package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.visavis.presence.Office.ADA;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.directory.Audience;

/** Holds who is seen when against numbers that were worked out from first-passage times. */
class HysteresisTest {

  private static final int SLOTS = 5;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /**
   * Arrivals at rate lambda that hiding does not affect, five slots, mean handling time one hour:
   * cycles per handling time and the share of time visible.
   */
  @ParameterizedTest
  @CsvSource({
    "2.0, 5, 4, .1835, .9633",
    "2.0, 5, 3, .1223, .9327",
    "2.0, 5, 2, .1001, .8882",
    "2.0, 4, 2, .2202, .7982",
    "3.5, 5, 4, .7706, .8459",
    "3.5, 5, 3, .4110, .7431",
    "3.5, 5, 2, .2661, .6131",
    "3.5, 4, 2, .4064, .4902",
  })
  void cyclesAndVisibleShareAgreeWithTheory(
      double lambda, int hideAt, int showAgainAt, double cycles, double visibleShare) {
    Office office = office(hideAt, showAgainAt, Duration.ZERO);
    Instant start = office.clock.instant();
    Random random = new Random(20_261_124);
    double handlingTimes = 40_000;
    double now = 0;
    double visible = 0;
    long hidings = 0;
    int taken = 0;
    boolean shown = true;
    while (now < handlingTimes) {
      double rate = (taken < SLOTS ? lambda : 0) + taken;
      double step = -Math.log(1 - random.nextDouble()) / rate;
      visible += shown ? step : 0;
      now += step;
      taken += random.nextDouble() * rate < taken ? -1 : 1;
      office.clock.set(start.plusNanos((long) (now * 3_600e9)));
      office.load(ADA, taken);
      boolean before = shown;
      shown = office.face(ADA).shown();
      hidings += before && !shown ? 1 : 0;
    }
    assertThat(hidings / now).isCloseTo(cycles, withPercentage(5));
    assertThat(visible / now).isCloseTo(visibleShare, withPercentage(5));
  }

  private static Office office(int hideAt, int showAgainAt, Duration dwell) {
    Office office = Office.open();
    office.presence.setLimit(ADA, SLOTS);
    office.presence.setRule(
        ADA,
        Audience.PUBLIC,
        new AppearanceRule(Mode.BY_LOAD, hideAt, showAgainAt, dwell, AtLimit.VANISH));
    return office;
  }

  @Test
  void theDwellBoundsHowOftenSomebodyAppearsHoweverTheLoadSwings() {
    Duration dwell = Duration.ofSeconds(60);
    Office office = office(5, 3, dwell);
    Instant last = Instant.EPOCH;
    boolean shown = true;
    int changes = 0;
    for (int tenth = 0; tenth < 6_000; tenth++) {
      office.load(ADA, tenth % 2 == 0 ? 5 : 0);
      boolean before = shown;
      shown = office.face(ADA).shown();
      if (shown != before) {
        changes++;
        assertThat(Duration.between(last, office.clock.instant())).isGreaterThanOrEqualTo(dwell);
        last = office.clock.instant();
      }
      office.advance(Duration.ofMillis(100));
    }
    // Ten minutes with a dwell of one: at the start, and then at most once a minute.
    assertThat(changes).isBetween(2, 10);
  }

  @Test
  void withoutADwellTheTwoThresholdsAloneKeepSmallSwingsQuiet() {
    AppearanceRule rule = new AppearanceRule(Mode.BY_LOAD, 5, 3, Duration.ZERO, AtLimit.VANISH);
    LoadState state = new LoadState(true, START);
    for (int i = 0; i < 100; i++) {
      state = Decision.step(rule, new Workload(4 + i % 2, SLOTS), state, START.plusSeconds(i));
    }
    assertThat(state).isEqualTo(new LoadState(true, START));
  }
}
