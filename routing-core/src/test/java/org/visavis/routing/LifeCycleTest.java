package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.RoutingDecision.Offered;
import org.visavis.routing.Step.NotPossible;
import org.visavis.routing.Step.Reason;
import org.visavis.routing.Step.Taken;
import org.visavis.routing.TimelineEvent.Kind;

class LifeCycleTest {

  private final TestRouting test = new TestRouting();
  private final Routing routing = test.routing;
  private final EmployeeId anna = test.presence.show("anna", 1);
  private final EmployeeId ben = test.presence.show("ben", 1);

  private static Request taken(Step step) {
    return ((Taken) step).request();
  }

  private static Reason reason(Step step) {
    return ((NotPossible) step).reason();
  }

  @Test
  void aConversationGoesToAndFroAndHoldsItsEffortUntilItIsDone() {
    Request request = test.assigned(anna);
    Request replied = taken(routing.reply(anna, request.id(), " Ab Samstag. ", "r1"));
    assertThat(replied.state()).isEqualTo(RequestState.WAITING_FOR_CUSTOMER);
    assertThat(replied.timeline().get(2).text()).isEqualTo("Ab Samstag.");
    assertThat(test.ledger.taken(anna)).isEqualTo(1);

    Request wrote = taken(routing.write(request.token(), "Danke!", "w1"));
    assertThat(wrote.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);

    Request resolved = taken(routing.resolve(anna, request.id(), ""));
    assertThat(resolved.state()).isEqualTo(RequestState.RESOLVED);
    assertThat(test.ledger.taken(anna)).isZero();
    assertThat(TestRouting.kinds(resolved))
        .containsExactly(
            Kind.RECEIVED, Kind.ACCEPTED, Kind.REPLIED, Kind.CUSTOMER_WROTE, Kind.RESOLVED);
    assertThat(test.now(request)).isEqualTo(resolved);
    assertThat(test.observed).isEqualTo(resolved.timeline());
  }

  @Test
  void aStepWithTheSameKeyIsTakenOnce() {
    Request request = test.assigned(anna);
    routing.reply(anna, request.id(), "Ja", "k");
    assertThat(taken(routing.reply(anna, request.id(), "Ja", "k")).timeline()).hasSize(3);
    routing.write(request.token(), "Gut", "l");
    assertThat(taken(routing.write(request.token(), "Gut", "l")).timeline()).hasSize(4);
  }

  @Test
  void wordsWrittenAtTheSameTimeAreAllKeptAndNoneTwice() {
    Request request = test.assigned(anna);
    Concurrently.run(
        8,
        thread -> {
          routing.write(request.token(), "Wort " + thread / 2, "k" + thread / 2);
          return routing.reply(anna, request.id(), "Antwort " + thread / 2, "r" + thread / 2);
        });
    assertThat(test.now(request).timeline()).hasSize(2 + 4 + 4);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void endingTwiceAtTheSameTimeGivesBackOnce() {
    for (int round = 0; round < 50; round++) {
      EmployeeId employee = test.presence.show("p" + round, 2);
      Request request = test.assigned(employee);
      test.assigned(employee);
      Concurrently.run(
          4,
          thread ->
              thread % 2 == 0
                  ? routing.withdraw(request.token())
                  : routing.resolve(employee, request.id(), "Fertig"));
      assertThat(test.ledger.taken(employee)).isEqualTo(1);
    }
  }

  @Test
  void whatIsGivenBackGoesToTheLongestWaiting() {
    Request first = test.assigned(anna);
    Request second = test.queued(anna);
    test.clock.move(Duration.ofSeconds(1));
    Request third = test.queued(anna);

    routing.resolve(anna, first.id(), "");
    assertThat(test.now(second).state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(test.now(third).state()).isEqualTo(RequestState.OPEN);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);

    routing.withdraw(second.token());
    assertThat(test.now(third).state()).isEqualTo(RequestState.ACCEPTED);
  }

  @Test
  void aReleasedLeaseGoesToTheLongestWaitingToo() {
    Lease lease = test.lease(anna);
    Request waiting = test.queued(anna);
    routing.release(lease.token());
    assertThat(test.now(waiting).state()).isEqualTo(RequestState.ACCEPTED);
  }

  @Test
  void nobodyIsGivenWorkWhileHidden() {
    Request first = test.assigned(anna);
    Request waiting = test.queued(anna);
    test.presence.hide(anna);
    routing.resolve(anna, first.id(), "");
    assertThat(test.now(waiting).state()).isEqualTo(RequestState.OPEN);

    test.presence.show("anna", 1);
    routing.admitWaiting(anna);
    routing.admitWaiting(anna);
    assertThat(test.now(waiting).state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void anEmployeeMayAcceptAWaitingRequestWithinTheLimitOnly() {
    Request first = test.assigned(anna);
    Request waiting = test.queued(anna);
    assertThat(reason(routing.accept(anna, waiting.id()))).isEqualTo(Reason.AT_LIMIT);
    test.presence.hide(anna);
    routing.resolve(anna, first.id(), "");
    assertThat(taken(routing.accept(anna, waiting.id())).state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(taken(routing.accept(anna, waiting.id())).timeline()).hasSize(3);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void whoeverIsDeclinedIsAskedWithTheProposedColleaguesFirst() {
    Request request = test.assigned(anna);
    test.colleagues.set(List.of(ben));
    Request declined =
        taken(
            routing.decline(
                anna, request.id(), "Urlaub", CounterOffer.colleagues(List.of(ben, ben, anna))));
    assertThat(declined.state()).isEqualTo(RequestState.OFFERED);
    assertThat(test.ledger.taken(anna)).isZero();
    TimelineEvent last = declined.timeline().get(2);
    assertThat(last.text()).isEqualTo("Urlaub");
    assertThat(last.proposed()).containsExactly(ben);

    Offered offered = (Offered) routing.decision(request.token()).orElseThrow();
    assertThat(offered.alternatives()).extracting(Alternative::employee).containsExactly(ben);
    assertThat(test.wished.get().proposed()).containsExactly(ben);
    assertThat(test.wished.get().out()).containsExactly(anna);
    assertThat(
            taken(routing.decline(anna, request.id(), "Nochmal", CounterOffer.none())).timeline())
        .hasSize(3);
  }

  @Test
  void theCustomerChoosesAColleague() {
    Request request = test.assigned(anna);
    routing.decline(anna, request.id(), "Urlaub", CounterOffer.none());
    Request chosen = taken(routing.chooseColleague(request.token(), ben));
    assertThat(chosen.employee()).isEqualTo(ben);
    assertThat(chosen.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(test.ledger.taken(ben)).isEqualTo(1);
    assertThat(routing.find(ben, request.id())).contains(chosen);
    assertThat(routing.find(anna, request.id())).isEmpty();
    assertThat(taken(routing.chooseColleague(request.token(), ben)).timeline()).hasSize(5);
    assertThat(reason(routing.chooseColleague(request.token(), anna)))
        .isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void aFullColleagueAHiddenOneAndNobodyLookAlike() {
    test.assigned(ben);
    test.assigned(anna);
    Request request = test.offered(anna);
    EmployeeId hidden = test.presence.show("cem", 1);
    test.presence.hide(hidden);
    for (EmployeeId colleague : List.of(ben, hidden, EmployeeId.of("nobody"))) {
      assertThat(routing.chooseColleague(request.token(), colleague))
          .isEqualTo(new NotPossible(request, Reason.AT_LIMIT));
    }
    assertThat(test.ledger.taken(hidden)).isZero();
  }

  @Test
  void theCustomerChoosesToWait() {
    Request first = test.assigned(anna);
    Request request = test.offered(anna);
    Request waiting = taken(routing.chooseToWait(request.token()));
    assertThat(waiting.state()).isEqualTo(RequestState.OPEN);
    assertThat(taken(routing.chooseToWait(request.token()))).isEqualTo(waiting);
    routing.resolve(anna, first.id(), "");
    assertThat(test.now(request).state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(reason(routing.chooseToWait(request.token()))).isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void whoeverChoosesToWaitForSomebodyWhoHasRoomAgainIsTakenAtOnce() {
    Request first = test.assigned(anna);
    Request request = test.offered(anna);
    routing.resolve(anna, first.id(), "");
    assertThat(test.now(request).state()).isEqualTo(RequestState.OFFERED);
    assertThat(taken(routing.chooseToWait(request.token())).state())
        .isEqualTo(RequestState.ACCEPTED);
  }

  @Test
  void aReopenedRequestTakesRoomAgainOrWaits() {
    Request first = test.assigned(anna);
    routing.resolve(anna, first.id(), "");
    Request reopened = taken(routing.reopen(first.token(), "Doch nicht", "k"));
    assertThat(reopened.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(taken(routing.reopen(first.token(), "Doch nicht", "k"))).isEqualTo(reopened);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);

    routing.resolve(anna, first.id(), "");
    Request second = test.assigned(anna);
    Request waiting = taken(routing.reopen(first.token(), "Noch etwas", "l"));
    assertThat(waiting.state()).isEqualTo(RequestState.OPEN);
    assertThat(waiting.timeline())
        .extracting(TimelineEvent::kind)
        .endsWith(Kind.REOPENED, Kind.QUEUED);
    routing.withdraw(second.token());
    assertThat(test.now(first).state()).isEqualTo(RequestState.ACCEPTED);
  }

  @Test
  void aRequestReopenedForSomebodyHiddenWaits() {
    Request first = test.assigned(anna);
    routing.resolve(anna, first.id(), "");
    test.presence.hide(anna);
    assertThat(taken(routing.reopen(first.token(), "Doch nicht", "k")).state())
        .isEqualTo(RequestState.OPEN);
    assertThat(test.ledger.taken(anna)).isZero();
  }

  @Test
  void waitingAndBeingAskedComeToAnEnd() {
    Request first = test.assigned(anna);
    Request waiting = test.queued(anna);
    Request offered = test.offered(anna);
    test.clock.move(Duration.ofDays(3).minusNanos(1_000));
    assertThat(routing.expireDue()).contains(test.clock.instant().plusNanos(1_000));
    assertThat(test.now(waiting).state()).isEqualTo(RequestState.OPEN);

    test.clock.move(Duration.ofNanos(1_000));
    assertThat(routing.expireDue()).isEmpty();
    assertThat(test.now(waiting).state()).isEqualTo(RequestState.EXPIRED);
    assertThat(test.now(offered).state()).isEqualTo(RequestState.EXPIRED);
    assertThat(TestRouting.kinds(test.now(offered))).endsWith(Kind.EXPIRED);
    assertThat(test.now(first).state()).isEqualTo(RequestState.ACCEPTED);
  }

  @Test
  void whatHasEndedStaysEnded() {
    Request request = test.assigned(anna);
    taken(routing.withdraw(request.token()));
    assertThat(taken(routing.withdraw(request.token())).timeline()).hasSize(3);
    assertThat(reason(routing.write(request.token(), "Hallo?", "k"))).isEqualTo(Reason.WRONG_STATE);
    assertThat(reason(routing.reopen(request.token(), "Doch", "l"))).isEqualTo(Reason.WRONG_STATE);
    assertThat(reason(routing.reply(anna, request.id(), "Ja", "m"))).isEqualTo(Reason.WRONG_STATE);
    assertThat(reason(routing.resolve(anna, request.id(), ""))).isEqualTo(Reason.WRONG_STATE);
    assertThat(reason(routing.accept(anna, request.id()))).isEqualTo(Reason.WRONG_STATE);
    assertThat(reason(routing.decline(anna, request.id(), "Nein", CounterOffer.none())))
        .isEqualTo(Reason.WRONG_STATE);
    assertThat(test.ledger.taken(anna)).isZero();
  }

  @Test
  void anotherEmployeesRequestIsUnknown() {
    Request request = test.assigned(anna);
    assertThat(routing.find(ben, request.id())).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> routing.resolve(ben, request.id(), ""))
        .isInstanceOf(UnknownRequestException.class);
    assertThatThrownBy(() -> routing.write(RequestToken.of("x".repeat(22)), "Hallo", "k"))
        .isInstanceOf(UnknownRequestException.class);
    assertThat(routing.inbox(ben, Set.of(RequestState.values()))).isEmpty();
    assertThat(routing.inbox(anna, Set.of())).isEmpty();
  }

  @Test
  void wordsHaveBounds() {
    Request request = test.assigned(anna);
    String tooLong = "x".repeat(20_001);
    assertThatThrownBy(() -> routing.write(request.token(), tooLong, "k"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("text");
    assertThatThrownBy(() -> routing.reply(anna, request.id(), "  ", "k"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> routing.decline(anna, request.id(), "", CounterOffer.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reason");
    assertThat(taken(routing.reply(anna, request.id(), "x".repeat(20_000), "k")).timeline())
        .hasSize(3);
  }
}
