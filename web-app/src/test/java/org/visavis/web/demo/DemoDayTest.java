package org.visavis.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Presence;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.presence.memory.MemoryPresenceStore;

class DemoDayTest {

  private static final EmployeeId ANNA = EmployeeId.of("anna.brandt");
  private static final EmployeeId KEMAL = EmployeeId.of("kemal.aksoy");

  private final Wall clock = new Wall();
  private final Directory directory =
      Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
  private final Presence presence =
      Presence.over(directory, new MemoryPresenceStore(), clock, (instant, action) -> () -> {})
          .open();
  private DemoDay day = new DemoDay(directory, presence, clock);

  DemoDayTest() {
    DemoFiles.people(clock.instant()).forEach(directory::save);
    DemoLoader.settle(directory, presence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T03:00:00Z", // a Sunday night
        "2026-11-25T10:00:00Z",
        "2026-11-27T23:59:59Z",
        "2026-12-25T12:00:00Z",
        "2028-02-29T00:00:00Z"
      })
  void thePeopleAreThereAtAnyHour(String instant) {
    clock.now = Instant.parse(instant);

    goOn();

    assertThat(count(Status.AVAILABLE)).isGreaterThanOrEqualTo(20);
    assertThat(statuses().stream().distinct().count()).isGreaterThanOrEqualTo(5);
    assertThat(presence.shown(Audience.PUBLIC)).hasSize(46);
  }

  @Test
  void thePeopleStayThereWhileTheServerRuns() {
    clock.now = Instant.parse("2026-11-27T15:07:31Z");
    goOn();

    for (int i = 0; i < 72 * 3; i++) {
      clock.now = clock.now.plus(DemoDay.PACE).minusSeconds(1);
      assertThat(count(Status.AVAILABLE)).as("%s", clock.now).isGreaterThanOrEqualTo(20);
      clock.now = clock.now.plusSeconds(1);
      goOn();
      assertThat(count(Status.AVAILABLE)).as("%s", clock.now).isGreaterThanOrEqualTo(20);
    }
  }

  @Test
  void thePeopleAreBackAfterTheServerHasRested() {
    clock.now = Instant.parse("2026-11-24T16:00:00Z");
    goOn();
    clock.now = clock.now.plus(Duration.ofHours(60));
    assertThat(count(Status.AVAILABLE)).isLessThan(20);

    day = new DemoDay(directory, presence, clock);
    goOn();

    assertThat(count(Status.AVAILABLE)).isGreaterThanOrEqualTo(20);
  }

  @Test
  void somebodyWhoTravelsIsBackForAsLongBeforeTravellingAgain() {
    clock.now = Instant.parse("2026-11-24T06:00:00Z");
    goOn();
    assertThat(status(KEMAL)).isEqualTo(Status.TRAVELLING);

    clock.now = clock.now.plus(Duration.ofHours(6));
    goOn();
    assertThat(status(KEMAL)).isEqualTo(Status.AVAILABLE);

    clock.now = clock.now.plus(Duration.ofHours(6));
    goOn();
    assertThat(status(KEMAL)).isEqualTo(Status.TRAVELLING);
  }

  @Test
  void whatAVisitorHasSetIsLeftAlone() {
    clock.now = Instant.parse("2026-11-24T10:00:00Z");
    goOn();
    Instant until = clock.now.plus(Duration.ofDays(3));
    presence.setStatus(ANNA, ManualStatus.until(Status.ON_HOLIDAY, until));

    clock.now = until.minusSeconds(1);
    goOn();
    assertThat(status(ANNA)).isEqualTo(Status.ON_HOLIDAY);

    clock.now = until;
    goOn();
    assertThat(status(ANNA)).isEqualTo(Status.AVAILABLE);
  }

  @Test
  void whatAVisitorHasTakenBackStaysSoForAWhile() {
    clock.now = Instant.parse("2026-11-24T10:00:00Z");
    goOn();

    presence.clearStatus(ANNA);
    clock.now = clock.now.plus(Duration.ofHours(10));
    goOn();

    assertThat(presence.settings(ANNA).manual()).isEmpty();
  }

  @Test
  void whatWasNotCommittedIsDoneAgain() {
    clock.now = Instant.parse("2026-11-24T10:00:00Z");
    day.goOn();
    presence.clearStatus(ANNA);

    goOn();

    assertThat(presence.settings(ANNA).manual()).isPresent();
  }

  private void goOn() {
    day.remember(day.goOn());
  }

  private long count(Status status) {
    return statuses().stream().filter(status::equals).count();
  }

  private List<Status> statuses() {
    return directory.everybody().stream()
        .map(Employee::id)
        .map(id -> presence.reachability(id, Audience.PUBLIC))
        .filter(Reachability::shown)
        .map(reachability -> reachability.status().status())
        .toList();
  }

  private Status status(EmployeeId employee) {
    return presence.reachability(employee, Audience.PUBLIC).status().status();
  }

  /** A clock on the wall that shows what is put on it. */
  private static final class Wall extends Clock {
    private Instant now = Instant.parse("2026-11-24T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
