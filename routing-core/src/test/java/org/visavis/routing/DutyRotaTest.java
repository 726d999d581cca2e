package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Presence;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.routing.DutyRequest.State;
import org.visavis.routing.memory.MemoryDutyStore;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;
import org.visavis.routing.spi.DutyObserver;
import org.visavis.routing.spi.Ledger;

class DutyRotaTest {

  private static final DepartmentId BILLING = DepartmentId.of("billing");
  private static final DepartmentId EMPTY = DepartmentId.of("empty");
  private static final Customer ZOE = Customer.of("Zoë", "zoe@post.example", Locale.GERMAN);

  private final MovedClock clock = new MovedClock();
  private final MemoryLedger ledger = new MemoryLedger();
  private final Directory directory =
      Directory.over(
          new MemoryDirectoryStore(), new TypoTolerantIndex(Clock.systemUTC()), Clock.systemUTC());
  private final Presence presence =
      Presence.over(directory, new MemoryPresenceStore(), clock, (instant, action) -> () -> {})
          .workload(ledger)
          .open();
  private final Routing routing =
      Routing.over(presence, ledger, new MemoryLeaseStore(), new MemoryRequestStore(), clock)
          .build();
  private final MemoryDutyStore store = new MemoryDutyStore();
  private final List<EmployeeId> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final DutyRota rota =
      DutyRota.over(directory, presence, routing, store, new Notes(), clock, new SecureRandom());
  private int keys;

  private final class Notes implements DutyObserver {
    @Override
    public void received(DutyRequest request) {
      told.add("received");
    }

    @Override
    public void asked(DutyRequest request, EmployeeId employee) {
      asked.add(employee);
    }

    @Override
    public void ended(DutyRequest request) {
      told.add("ended");
    }
  }

  DutyRotaTest() {
    directory.saveDepartments(List.of(Department.named("Billing"), Department.named("Empty")));
    rota.setOnDuty(BILLING, true);
    rota.setOnDuty(EMPTY, true);
  }

  private EmployeeId hire(String name, AppearanceRule rule) {
    EmployeeId id = EmployeeId.of(name);
    directory.save(
        Employee.named(id, name, "Beispiel")
            .departments(List.of(BILLING))
            .channel(Channel.MESSAGE)
            .consents(Consents.toEverybody(Instant.EPOCH, Basis.ofThePerson()))
            .build());
    presence.setRule(id, Audience.PUBLIC, rule);
    return id;
  }

  private EmployeeId hidden(String name) {
    return hire(name, AppearanceRule.hidden());
  }

  private Optional<DutyRequest> trySubmit(DepartmentId department) {
    keys++;
    return rota.submit(department, "Rechnung", "Sie stimmt nicht.", ZOE, "key-" + keys);
  }

  private DutyRequest submit() {
    return trySubmit(BILLING).orElseThrow();
  }

  private DutyRequest now(DutyRequest request) {
    return rota.find(request.token()).orElseThrow();
  }

  @Test
  void itIsOfferedOnlyWhereADepartmentIsOnDutyAndNobodyIsShown() {
    EmployeeId ada = hidden("ada");
    assertThat(rota.isOffered(BILLING)).isTrue();
    assertThat(rota.isOffered(DepartmentId.of("nothing"))).isFalse();
    presence.setRule(ada, Audience.PUBLIC, AppearanceRule.always());
    assertThat(rota.isOffered(BILLING)).isFalse();
    assertThat(trySubmit(BILLING)).isEmpty();
    presence.setRule(ada, Audience.PUBLIC, AppearanceRule.hidden());
    rota.setOnDuty(BILLING, false);
    assertThat(rota.departments()).isEqualTo(Set.of(EMPTY));
    assertThat(trySubmit(BILLING)).isEmpty();
  }

  @Test
  void whoeverAcceptsTakesItOnAndStaysHidden() {
    EmployeeId ada = hidden("ada");
    DutyRequest request = submit();
    assertThat(asked).containsExactly(ada);
    assertThat(rota.asked(ada)).extracting(DutyRequest::id).containsExactly(request.id());

    assertThat(rota.accept(ada, request.id())).isEqualTo(DutyAnswer.TAKEN);
    assertThat(rota.accept(ada, request.id())).isEqualTo(DutyAnswer.NOT_ASKED);
    DutyRequest taken = now(request);
    assertThat(taken.state()).isEqualTo(State.TAKEN);
    Request became = routing.find(taken.became().orElseThrow()).orElseThrow();
    assertThat(became.employee()).isEqualTo(ada);
    assertThat(became.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(became.message()).isEqualTo("Sie stimmt nicht.");
    assertThat(ledger.taken(ada)).isEqualTo(1);
    assertThat(presence.reachability(ada, Audience.PUBLIC).shown()).isFalse();
    assertThat(rota.asked(ada)).isEmpty();
  }

  @Test
  void theNextIsAskedWhereSomebodyPassesOrDoesNotAnswer() {
    EmployeeId ada = hidden("ada");
    EmployeeId ben = hidden("ben");
    EmployeeId cem = hidden("cem");
    DutyRequest request = submit();
    rota.pass(ada, request.id());
    rota.pass(ada, request.id());
    assertThat(asked).containsExactly(ada, ben);
    clock.move(DutyRota.ANSWERED_WITHIN);
    assertThat(rota.turnDue()).isPresent();
    assertThat(asked).containsExactly(ada, ben, cem);
    assertThat(rota.accept(ada, request.id())).isEqualTo(DutyAnswer.NOT_ASKED);
    rota.pass(cem, request.id());
    assertThat(asked).hasSize(3);
    assertThat(now(request).state()).isEqualTo(State.ASKING);
    assertThat(now(request).asked()).isEmpty();
  }

  @Test
  void whoeverWasAskedLongestAgoIsNext() {
    EmployeeId ada = hidden("ada");
    EmployeeId ben = hidden("ben");
    for (int i = 0; i < 3; i++) {
      rota.withdraw(submit().token());
      clock.move(Duration.ofMinutes(1));
    }
    assertThat(asked).containsExactly(ada, ben, ada);
  }

  @Test
  void nobodyIsAskedWhoDoesNotWantToOrIsAbsent() {
    EmployeeId ada = hidden("ada");
    EmployeeId ben = hidden("ben");
    EmployeeId cem = hidden("cem");
    rota.setWilling(ada, false);
    Instant at = clock.instant();
    presence.setAbsence(
        ben,
        Absence.between(
            AbsenceId.of("away"),
            Absence.Kind.HOLIDAY,
            at,
            at.plus(Duration.ofDays(9)),
            ZoneOffset.UTC));
    DutyRequest request = submit();
    assertThat(asked).containsExactly(cem);
    rota.setWilling(cem, false);
    assertThat(now(request).asked()).as("saying no passes").isEmpty();
    assertThat(rota.isWilling(cem)).isFalse();
    assertThat(asked).containsExactly(cem);
  }

  @Test
  void itAlwaysEndsAtTheInstantThatWasSaidAtTheStart() {
    EmployeeId ada = hidden("ada");
    DutyRequest request = submit();
    rota.pass(ada, request.id());
    clock.move(DutyRota.LASTS.minusSeconds(1));
    rota.turnDue();
    assertThat(now(request).state()).isEqualTo(State.ASKING);
    clock.move(Duration.ofSeconds(1));
    assertThat(rota.turnDue()).isEmpty();
    assertThat(now(request).state()).isEqualTo(State.ENDED);
    rota.turnDue();
    assertThat(told).containsExactly("received", "ended");
  }

  @Test
  void aDepartmentOfHiddenPeopleLooksLikeOneWhereNobodyWorks() {
    hidden("ada");
    DutyRequest hidden = submit();
    DutyRequest nobody = trySubmit(EMPTY).orElseThrow();
    assertThat(rota.isOffered(EMPTY)).isEqualTo(rota.isOffered(BILLING));
    assertThat(nobody.until()).isEqualTo(hidden.until());
    clock.move(DutyRota.ANSWERED_WITHIN);
    rota.turnDue();
    assertThat(now(nobody).state()).isEqualTo(now(hidden).state());
    clock.move(DutyRota.LASTS);
    rota.turnDue();
    assertThat(now(nobody).state()).isEqualTo(now(hidden).state()).isEqualTo(State.ENDED);
  }

  @Test
  void aLimitIsALimitAndWhoeverIsAtItIsStillAsked() {
    EmployeeId ada = hidden("ada");
    presence.setLimit(ada, 1);
    ledger.tryTake(ada, Channel.MESSAGE, 1, Ledger.Limits.of(1));
    DutyRequest request = submit();
    assertThat(rota.accept(ada, request.id())).isEqualTo(DutyAnswer.AT_LIMIT);
    assertThat(ledger.taken(ada)).isEqualTo(1);
    ledger.giveBack(ada, Channel.MESSAGE, 1);
    assertThat(rota.accept(ada, request.id())).isEqualTo(DutyAnswer.TAKEN);
  }

  @Test
  void theCustomerTakesItBackAndNobodyIsAskedAnyMore() {
    EmployeeId ada = hidden("ada");
    DutyRequest request = submit();
    rota.withdraw(request.token());
    rota.withdraw(request.token());
    assertThat(now(request).state()).isEqualTo(State.WITHDRAWN);
    assertThat(rota.asked(ada)).isEmpty();
    assertThat(rota.accept(ada, request.id())).isEqualTo(DutyAnswer.NOT_ASKED);
    assertThat(rota.turnDue()).isEmpty();
    assertThat(ledger.taken(ada)).isZero();
  }

  @Test
  void theSameKeyIsTheSameRequestAndAnAddressHasAFewAtATime() {
    hidden("ada");
    DutyRequest one = rota.submit(BILLING, "A", "B", ZOE, "k").orElseThrow();
    assertThat(rota.submit(BILLING, "A", "B", ZOE, "k")).contains(one);
    assertThatThrownBy(() -> rota.submit(BILLING, "A", "C", ZOE, "k"))
        .isInstanceOf(IdempotencyConflictException.class);
    assertThat(trySubmit(BILLING)).isPresent();
    assertThat(trySubmit(BILLING)).isPresent();
    assertThat(trySubmit(BILLING)).isEmpty();
    assertThat(one.toString()).doesNotContain("zoe").doesNotContain(one.token().value());
  }

  @Test
  void withdrawingAndAcceptingAtOnceHaveOneOutcome() {
    EmployeeId ada = hidden("ada");
    for (int round = 0; round < 30; round++) {
      DutyRequest request = submit();
      List<DutyAnswer> answers =
          Concurrently.run(
              2,
              thread -> {
                if (thread == 0) {
                  rota.withdraw(request.token());
                  return DutyAnswer.NOT_ASKED;
                }
                return rota.accept(ada, request.id());
              });
      boolean taken = answers.contains(DutyAnswer.TAKEN);
      assertThat(now(request).state()).isEqualTo(taken ? State.TAKEN : State.WITHDRAWN);
      assertThat(now(request).became().isPresent()).isEqualTo(taken);
      List<Request> mine = routing.inbox(ada, Set.of(RequestState.ACCEPTED));
      assertThat(ledger.taken(ada)).isEqualTo(mine.size()).isEqualTo(taken ? 1 : 0);
      mine.forEach(one -> routing.resolve(ada, one.id(), ""));
    }
  }

  @Test
  void takingBackIsNotLostAgainstSomebodyAtTheLimitOrWhoPasses() {
    EmployeeId ada = hidden("ada");
    hidden("ben");
    presence.setLimit(ada, 1);
    ledger.tryTake(ada, Channel.MESSAGE, 1, Ledger.Limits.of(1));
    for (int round = 0; round < 200; round++) {
      DutyRequest request = submit();
      EmployeeId first = now(request).asked().orElseThrow();
      boolean passes = round % 2 == 0;
      Concurrently.run(
          2,
          thread -> {
            if (thread == 0) {
              rota.withdraw(request.token());
            } else if (passes) {
              rota.pass(first, request.id());
            } else {
              rota.accept(ada, request.id());
            }
            return thread;
          });
      assertThat(now(request).state()).isEqualTo(State.WITHDRAWN);
    }
  }
}
