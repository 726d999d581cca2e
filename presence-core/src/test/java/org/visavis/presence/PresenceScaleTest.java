package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.presence.Office.MONDAY_NOON;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportPlan;

class PresenceScaleTest {

  @Test
  void tenThousandPeopleHaveOneAlarmAndAreThereInNoTime() {
    Office office = Office.open();
    office.presence.close();
    for (int i = 0; i < 10_000; i++) {
      EmployeeId id = EmployeeId.of("p" + i);
      office.store.save(
          PresenceSettings.initial(id)
              .withHours(
                  WorkingHours.parse(ZoneId.of("Europe/Berlin"), "Mon-Fri 08:00-12:00 12:45-16:30"))
              .withManual(
                  Optional.of(
                      ManualStatus.until(Status.AVAILABLE, MONDAY_NOON.plusSeconds(60 + i)))));
    }
    office.directory.apply(people(10_000));
    Duration cold = open(office);
    office.presence.close();
    Duration warm = open(office);
    System.out.printf(
        "10,000 people are present after %d ms, the second time after %d ms%n",
        cold.toMillis(), warm.toMillis());
    // Far above what it takes, even on a busy machine: only a query for each person would be
    // slower.
    assertThat(warm).isLessThan(Duration.ofSeconds(5));
    assertThat(office.presence.shown(Audience.PUBLIC)).hasSize(10_002);
    assertThat(office.alarm.size()).isEqualTo(1);
    long revision = office.presence.feed().revision();
    office.advance(Duration.ofSeconds(60 + 99));
    assertThat(office.presence.feed().revision() - revision).isEqualTo(100);
    assertThat(office.alarm.size()).isEqualTo(1);
    assertThat(office.alarm.next()).contains(MONDAY_NOON.plusSeconds(160));
    assertThat(office.store.find(EmployeeId.of("p0")).orElseThrow().manual()).isEmpty();
    assertThat(Map.copyOf(office.presence.shown(Audience.PUBLIC))).hasSize(10_002);
  }

  private static Duration open(Office office) {
    long start = System.nanoTime();
    office.presence = office.builder().open();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static ImportPlan people(int number) {
    return new ImportPlan(
        number,
        IntStream.range(0, number)
            .mapToObj(
                i ->
                    Employee.named(EmployeeId.of("p" + i), "P", "Number " + i)
                        .channel(Channel.MESSAGE)
                        .build())
            .toList(),
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
