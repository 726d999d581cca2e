package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.Presence;
import org.visavis.presence.WorkingHours;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryPromiseStore;
import org.visavis.routing.memory.MemoryRequestStore;
import org.visavis.routing.spi.PromiseObserver;

class PromisesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DepartmentId HOUSE = DepartmentId.of("house");
  private static final DepartmentId BILLING = DepartmentId.of("billing");
  private static final EmployeeId ANNA = EmployeeId.of("anna");
  private static final LocalDate HOLIDAY = LocalDate.parse("2026-03-05");

  /** Nine in UTC on a Monday, which is ten in Berlin. */
  private final MovedClock clock = new MovedClock();

  private final MemoryLedger ledger = new MemoryLedger();
  private final Directory directory =
      Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(Clock.systemUTC()), clock);
  private final Presence presence;
  private final List<Promise> reminded = new ArrayList<>();
  private final List<Promise> overdue = new ArrayList<>();
  private final Promises promises;
  private final Routing routing;

  PromisesTest() {
    directory.saveDepartments(
        List.of(
            new Department(HOUSE, Label.of("House")),
            new Department(BILLING, Label.of("Billing")).within(HOUSE)));
    hire(ANNA);
    presence =
        Presence.over(directory, new MemoryPresenceStore(), clock, (at, action) -> () -> {})
            .workload(ledger)
            .holidays(
                (region, date) -> date.equals(HOLIDAY) ? Optional.of("Day") : Optional.empty())
            .open();
    promises =
        Promises.over(
            directory,
            presence,
            new MemoryPromiseStore(),
            new PromiseObserver() {
              @Override
              public void dueSoon(Promise promise) {
                reminded.add(promise);
              }

              @Override
              public void overdue(Promise promise) {
                overdue.add(promise);
              }
            },
            clock);
    routing =
        Routing.over(presence, ledger, new MemoryLeaseStore(), new MemoryRequestStore(), clock)
            .observer(promises.keeping())
            .build();
    presence.setHours(ANNA, WorkingHours.parse(BERLIN, "Mon-Fri 09:00-12:00 13:00-17:00"));
  }

  private void hire(EmployeeId id) {
    directory.save(
        Employee.named(id, id.value(), "Beispiel")
            .channel(Channel.MESSAGE)
            .departments(List.of(BILLING))
            .region("DE")
            .timeZone(BERLIN)
            .consents(Consents.toEverybody(clock.instant(), Basis.ofThePerson()))
            .build());
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private void at(String local) {
    clock.move(Duration.between(clock.instant(), berlin(local)));
  }

  private Request accepted(String key) {
    Customer zoe = Customer.of("Zoë", "zoe@post.example", Locale.GERMAN);
    RoutingDecision decision =
        routing.submit(
            NewRequest.to(ANNA, Channel.MESSAGE, "Umzug", "Ab wann?", zoe, key), Audience.PUBLIC);
    return ((RoutingDecision.Assigned) decision).request();
  }

  private Optional<Instant> due(Request request) {
    return promises.find(request.id()).flatMap(Promise::due);
  }

  @Test
  void withoutATargetNothingIsPromised() {
    assertThat(promises.dueIfAcceptedNow(ANNA)).isEmpty();
    assertThat(promises.find(accepted("key").id())).isEmpty();
    assertThat(promises.seeToDue()).isEmpty();
  }

  @Test
  void anAnswerIsDueAfterSoMuchWorkingTime() {
    promises.setTarget(BILLING, Optional.of(Duration.ofHours(8)));
    assertThat(promises.dueIfAcceptedNow(ANNA)).contains(berlin("2026-03-03T11:00"));
    assertThat(due(accepted("key"))).contains(berlin("2026-03-03T11:00"));
    assertThat(promises.dueIfAcceptedNow(EmployeeId.of("nobody"))).isEmpty();
  }

  @Test
  void aHolidayAndAnAbsenceAreNoWorkingTime() {
    promises.setTarget(BILLING, Optional.of(Duration.ofHours(14)));
    presence.setAbsence(
        ANNA,
        Absence.ofDays(
            AbsenceId.of("away"),
            Absence.Kind.HOLIDAY,
            LocalDate.parse("2026-03-04"),
            LocalDate.parse("2026-03-04"),
            BERLIN));
    assertThat(due(accepted("key"))).as("6 + 7 + 1 hours").contains(berlin("2026-03-06T10:00"));
  }

  @Test
  void aDepartmentWithoutATargetHasThatOfTheOneAbove() {
    promises.setTarget(HOUSE, Optional.of(Duration.ofHours(1)));
    assertThat(due(accepted("above"))).contains(berlin("2026-03-02T11:00"));
    promises.setTarget(BILLING, Optional.of(Duration.ofHours(2)));
    assertThat(promises.targets())
        .isEqualTo(Map.of(HOUSE, Duration.ofHours(1), BILLING, Duration.ofHours(2)));
    assertThat(due(accepted("own"))).contains(berlin("2026-03-02T12:00"));
    promises.setTarget(BILLING, Optional.empty());
    assertThat(due(accepted("above-again"))).contains(berlin("2026-03-02T11:00"));
  }

  @Test
  void targetsHaveBounds() {
    for (Duration wrong :
        List.of(
            Duration.ZERO, Duration.ofMinutes(-1), Duration.ofSeconds(90), Duration.ofDays(40))) {
      assertThatThrownBy(() -> promises.setTarget(BILLING, Optional.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theClockStandsStillWhileItIsTheCustomersTurn() {
    promises.setTarget(BILLING, Optional.of(Duration.ofHours(4)));
    Request request = accepted("key");
    at("2026-03-02T11:00");
    routing.reply(ANNA, request.id(), "Welche Nummer?", "r");
    assertThat(due(request)).isEmpty();
    at("2026-03-03T16:00");
    assertThat(promises.seeToDue()).isEmpty();
    routing.write(request.token(), "Die 7", "w");
    assertThat(due(request)).as("three hours were left").contains(berlin("2026-03-04T11:00"));
    routing.write(request.token(), "oder 8", "w2");
    assertThat(due(request)).as("more words change nothing").contains(berlin("2026-03-04T11:00"));
  }

  @Test
  void eachIsRemindedOfOnceAndOverdueOnce() {
    promises.setTarget(BILLING, Optional.of(Duration.ofHours(4)));
    Request request = accepted("key");
    assertThat(promises.seeToDue()).contains(berlin("2026-03-02T14:00"));
    assertThat(reminded).isEmpty();
    at("2026-03-02T14:00");
    assertThat(promises.seeToDue()).contains(berlin("2026-03-02T15:00"));
    promises.seeToDue();
    assertThat(reminded).extracting(Promise::request).containsExactly(request.id());
    at("2026-03-02T15:00");
    assertThat(promises.seeToDue()).isEmpty();
    promises.seeToDue();
    assertThat(overdue).extracting(Promise::request).containsExactly(request.id());
    assertThat(reminded).hasSize(1);
    assertThat(promises.find(request.id()).orElseThrow().stage()).isEqualTo(Promise.Stage.OVERDUE);
  }

  @Test
  void whoWasNotRemindedInTimeIsNotRemindedAfterwards() {
    promises.setTarget(BILLING, Optional.of(Duration.ofHours(4)));
    accepted("key");
    at("2026-03-04T09:00");
    promises.seeToDue();
    assertThat(reminded).isEmpty();
    assertThat(overdue).hasSize(1);
  }

  @Test
  void whatIsOverNeverBecomesOverdue() {
    promises.setTarget(BILLING, Optional.of(Duration.ofHours(4)));
    Request resolved = accepted("resolved");
    Request withdrawn = accepted("withdrawn");
    Request declined = accepted("declined");
    routing.resolve(ANNA, resolved.id(), "");
    routing.withdraw(withdrawn.token());
    routing.decline(ANNA, declined.id(), "Leider nicht", CounterOffer.none());
    at("2026-03-09T09:00");
    assertThat(promises.seeToDue()).isEmpty();
    assertThat(overdue).isEmpty();
    assertThat(promises.find(List.of(resolved.id(), withdrawn.id(), declined.id()))).isEmpty();
  }

  @Test
  void nothingIsPromisedForSomebodyWhoDoesNotWork() {
    promises.setTarget(BILLING, Optional.of(Duration.ofHours(4)));
    presence.setHours(ANNA, WorkingHours.parse(BERLIN, "Mon 09:00-09:01"));
    assertThat(due(accepted("key"))).isEmpty();
  }

  /** Counts every minute by itself, over the change to summer time, a holiday and an absence. */
  @Property(tries = 150)
  void dueAgreesWithASlowLookAtEveryMinute(
      @ForAll @IntRange(min = 0, max = 40_000) int begins,
      @ForAll @IntRange(min = 1, max = 3_000) int target,
      @ForAll @IntRange(min = 0, max = 40_000) int absentFrom,
      @ForAll @IntRange(min = 1, max = 5_000) int absentFor,
      @ForAll @IntRange(min = 0, max = 2) int hours) {
    WorkingHours own =
        WorkingHours.parse(
            BERLIN,
            List.of(
                    "Mon-Fri 09:00-12:00 13:00-17:00, 2026-03-30 closed",
                    "Sat-Sun 22:00-06:00, 2026-03-05 10:00-11:00",
                    "odd Mon-Sun 00:00-24:00, even Tue 02:15-03:45")
                .get(hours));
    presence.setHours(ANNA, own);
    Absence absence =
        Absence.between(
            AbsenceId.of("away"),
            Absence.Kind.OTHER,
            clock.instant().plus(Duration.ofMinutes(absentFrom)),
            clock.instant().plus(Duration.ofMinutes(absentFrom + absentFor)),
            BERLIN);
    presence.setAbsence(ANNA, absence);
    Instant from = clock.instant().plus(Duration.ofMinutes(begins));
    BusinessTime time = new BusinessTime(presence);
    Optional<Instant> due = time.after(ANNA, from, Duration.ofMinutes(target));

    int left = target;
    Instant at = from;
    while (left > 0) {
      LocalDate date = LocalDate.ofInstant(at, BERLIN);
      boolean holiday = date.equals(HOLIDAY) && !own.exceptions().containsKey(date);
      left -= !holiday && own.contains(at) && !absence.contains(at) ? 1 : 0;
      at = at.plus(Duration.ofMinutes(1));
    }
    assertThat(due).contains(at);
    assertThat(time.between(ANNA, from, at)).isEqualTo(Duration.ofMinutes(target));
  }
}
