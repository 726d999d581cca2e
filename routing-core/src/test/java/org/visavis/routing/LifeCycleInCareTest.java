package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Asked.Purpose;
import org.visavis.routing.Step.NotPossible;
import org.visavis.routing.Step.Reason;
import org.visavis.routing.Step.Taken;
import org.visavis.routing.TimelineEvent.Kind;

/** What an employee and the colleagues can do with a request in care. */
class LifeCycleInCareTest {

  private final TestRouting test = new TestRouting();
  private final Routing routing = test.routing;
  private final EmployeeId anna = test.presence.show("anna", 2);
  private final EmployeeId ben = test.presence.show("ben", 1);

  private static Request taken(Step step) {
    return ((Taken) step).request();
  }

  private static Reason reason(Step step) {
    return ((NotPossible) step).reason();
  }

  private Request on(Channel channel) {
    NewRequest wish = TestRouting.wish(anna, IfUnavailable.WAIT, test.newKey());
    RoutingDecision decision = routing.submit(TestRouting.on(channel, wish), Audience.PUBLIC);
    return ((RoutingDecision.Assigned) decision).request();
  }

  private Instant in(Duration time) {
    return test.clock.instant().plus(time);
  }

  @Test
  void aChatWeighsHalfWhileItWaitsForItsCustomerAndTakesItsWeightBackWhenThereIsRoom() {
    Request chat = on(Channel.CHAT);
    routing.reply(anna, chat.id(), "Moment", "r1");
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
    Request letter = test.assigned(anna);
    Request wrote = taken(routing.write(chat.token(), "Ja?", "w1"));
    assertThat(wrote.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(wrote.held()).isEqualTo(1);
    assertThat(test.ledger.taken(anna)).isEqualTo(2);

    Request waiting = test.queued(anna);
    routing.resolve(anna, letter.id(), "");
    assertThat(test.now(chat).held()).as("before whoever waits").isEqualTo(2);
    assertThat(test.now(waiting).state()).isEqualTo(RequestState.OPEN);
    assertThat(test.ledger.taken(anna)).isEqualTo(2);
  }

  @Test
  void aCallTakesThePersonWholeWhileItLasts() {
    EmployeeId cem = test.presence.show("cem", 5);
    test.assigned(cem);
    Lease lease =
        ((ClaimOutcome.Leased) routing.claim(cem, Channel.PHONE, Audience.PUBLIC, "call")).lease();
    assertThat(lease.effort()).isEqualTo(4);
    assertThat(test.claim(cem)).isInstanceOf(ClaimOutcome.Refused.class);
    NewRequest wish = TestRouting.on(Channel.PHONE, TestRouting.wish(cem, IfUnavailable.ASK, "k"));
    Request call =
        ((RoutingDecision.Assigned)
                routing.submit(TestRouting.with(wish, lease.token()), Audience.PUBLIC))
            .request();
    assertThat(test.ledger.taken(cem)).isEqualTo(5);
    routing.reply(cem, call.id(), "Wie besprochen", "r");
    assertThat(test.ledger.taken(cem)).isEqualTo(2);
  }

  @Test
  void whatIsSnoozedComesBackIntoItsPlaceAndPassesNobody() {
    Request first = test.assigned(anna);
    test.clock.move(Duration.ofSeconds(1));
    Request second = test.assigned(anna);
    test.clock.move(Duration.ofSeconds(1));
    Instant until = in(Duration.ofHours(2));
    Request snoozed = taken(routing.snooze(anna, second.id(), until));
    assertThat(snoozed.wakesAt()).contains(until);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
    assertThat(taken(routing.snooze(anna, second.id(), until))).isEqualTo(snoozed);

    Request third = test.assigned(anna);
    test.clock.move(Duration.ofSeconds(1));
    Request fourth = test.queued(anna);
    assertThat(routing.expireDue()).contains(until);
    test.clock.move(Duration.ofHours(2));
    routing.expireDue();
    assertThat(test.now(second).state()).isEqualTo(RequestState.OPEN);
    routing.resolve(anna, third.id(), "");
    assertThat(test.now(second).state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(test.now(fourth).state()).isEqualTo(RequestState.OPEN);
    assertThat(test.now(first).state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(test.ledger.taken(anna)).isEqualTo(2);
  }

  @Test
  void somebodyHiddenIsGivenBackWhatHeOrSheHadLaidAside() {
    Request request = test.assigned(anna);
    routing.snooze(anna, request.id(), in(Duration.ofMinutes(5)));
    test.presence.hide(anna);
    test.clock.move(Duration.ofMinutes(5));
    routing.expireDue();
    assertThat(test.now(request).state()).isEqualTo(RequestState.ACCEPTED);
  }

  @Test
  void whatIsSnoozedKeepsTheCustomersWordsAndIsTakenUpByHand() {
    Request request = test.assigned(anna);
    routing.snooze(anna, request.id(), in(Duration.ofDays(1)));
    assertThat(taken(routing.write(request.token(), "Noch etwas", "w")).state())
        .isEqualTo(RequestState.SNOOZED);
    test.assigned(anna);
    test.assigned(anna);
    assertThat(taken(routing.reply(anna, request.id(), "Danke", "r")).state())
        .isEqualTo(RequestState.SNOOZED);
    assertThat(reason(routing.accept(anna, request.id()))).isEqualTo(Reason.AT_LIMIT);
    Request beyond = taken(routing.accept(anna, request.id(), true));
    assertThat(beyond.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(TestRouting.kinds(beyond)).endsWith(Kind.WOKEN, Kind.OVERRIDDEN);
    assertThat(test.ledger.taken(anna)).isEqualTo(3);
    assertThat(TestRouting.kinds(test.now(request))).doesNotContain(Kind.OVERRIDDEN);
    assertThatThrownBy(() -> routing.snooze(anna, request.id(), in(Duration.ofSeconds(59))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("until");
    assertThatThrownBy(() -> routing.snooze(anna, request.id(), in(Duration.ofDays(91))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void acceptingBeyondTheLimitWhereThereIsRoomIsNoOverride() {
    test.assigned(anna);
    test.assigned(anna);
    Request waiting = test.queued(anna);
    Request over = taken(routing.accept(anna, waiting.id(), true));
    assertThat(TestRouting.kinds(over)).endsWith(Kind.ACCEPTED, Kind.OVERRIDDEN);
    test.presence.setLimit(anna, 5);
    test.presence.hide(anna);
    Request next = test.assigned(test.presence.show("anna", 5));
    assertThat(TestRouting.kinds(taken(routing.accept(anna, next.id(), true))))
        .doesNotContain(Kind.OVERRIDDEN);
  }

  @Test
  void aLaterTimeIsAProposalThatTheCustomerChoosesByWaiting() {
    Request request = test.assigned(anna);
    Instant later = in(Duration.ofHours(3));
    Request declined =
        taken(
            routing.decline(
                anna,
                request.id(),
                "Im Termin",
                CounterOffer.none().later(later).andAppointment()));
    assertThat(declined.later()).contains(later);
    assertThat(declined.proposesTimes()).isTrue();
    Request chosen = taken(routing.chooseToWait(request.token()));
    assertThat(chosen.state()).isEqualTo(RequestState.SNOOZED);
    assertThat(chosen.wakesAt()).contains(later);
    test.clock.move(Duration.ofHours(3));
    routing.expireDue();
    assertThat(test.now(request).state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void aColleagueIsOfferedOnlyAfterAYesAndThenThoughHiddenAndFull() {
    Request request = test.assigned(anna);
    Asked asked = new Asked(ben, Purpose.COUNTER_OFFER);
    taken(routing.ask(anna, request.id(), asked, "Ich bin weg"));
    assertThat(taken(routing.ask(anna, request.id(), asked, "Ich bin weg")).timeline()).hasSize(3);
    Request seen = test.now(request);
    assertThat(seen.asked()).isEmpty();
    assertThat(TestRouting.kinds(seen)).containsExactly(Kind.RECEIVED, Kind.ACCEPTED);
    assertThat(routing.asked(ben)).extracting(Request::id).containsExactly(request.id());

    test.assigned(ben);
    test.presence.hide(ben);
    taken(routing.agree(ben, request.id()));
    taken(routing.agree(ben, request.id()));
    RoutingDecision.Offered offered =
        (RoutingDecision.Offered) routing.decision(request.token()).orElseThrow();
    assertThat(offered.alternatives())
        .containsExactly(new Alternative(ben, List.of(new Alternative.Reason.HasAgreed())));
    assertThat(test.ledger.taken(anna)).isZero();
    Request given = taken(routing.chooseColleague(request.token(), ben));
    assertThat(given.employee()).isEqualTo(ben);
    assertThat(test.ledger.taken(ben)).isEqualTo(2);
  }

  @Test
  void aNoLeavesTheRequestWhereItIsAndTheCustomerLearnsNothing() {
    Request request = test.assigned(anna);
    routing.ask(anna, request.id(), new Asked(ben, Purpose.HAND_OVER), "");
    taken(routing.refuse(ben, request.id(), "Keine Zeit"));
    taken(routing.refuse(ben, request.id(), "Keine Zeit"));
    assertThat(routing.asked(ben)).isEmpty();
    assertThat(test.now(request).employee()).isEqualTo(anna);
    assertThat(TestRouting.kinds(test.now(request))).containsExactly(Kind.RECEIVED, Kind.ACCEPTED);
    assertThat(routing.find(anna, request.id()).orElseThrow().timeline().get(3).text())
        .isEqualTo("Keine Zeit");
    assertThat(reason(routing.agree(ben, request.id()))).isEqualTo(Reason.WRONG_STATE);
  }

  @Test
  void aHandOverMovesTheEffortInOneStepAndMayPassTheReceiversLimit() {
    Request request = test.assigned(anna);
    test.assigned(ben);
    routing.ask(anna, request.id(), new Asked(ben, Purpose.HAND_OVER), "Du kennst das");
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
    Request given = taken(routing.agree(ben, request.id()));
    assertThat(given.employee()).isEqualTo(ben);
    assertThat(TestRouting.kinds(given)).endsWith(Kind.HANDED_OVER, Kind.OVERRIDDEN);
    assertThat(taken(routing.agree(ben, request.id()))).isEqualTo(given);
    assertThat(test.ledger.taken(anna)).isZero();
    assertThat(test.ledger.taken(ben)).isEqualTo(2);
    assertThat(TestRouting.kinds(test.now(request))).endsWith(Kind.HANDED_OVER);

    routing.ask(ben, request.id(), new Asked(anna, Purpose.HAND_OVER), "");
    assertThat(taken(routing.agree(anna, request.id())).employee()).isEqualTo(anna);
    assertThat(test.ledger.taken(ben)).isEqualTo(1);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void aQuestionTakenBackOrOvertakenIsVoid() {
    Request request = test.assigned(anna);
    EmployeeId hidden = test.presence.show("cem", 1);
    test.presence.hide(hidden);
    assertThat(reason(routing.ask(anna, request.id(), new Asked(hidden, Purpose.HAND_OVER), "")))
        .isEqualTo(Reason.UNKNOWN_COLLEAGUE);
    routing.ask(anna, request.id(), new Asked(ben, Purpose.HAND_OVER), "");
    taken(routing.unask(anna, request.id()));
    taken(routing.unask(anna, request.id()));
    assertThat(reason(routing.agree(ben, request.id()))).isEqualTo(Reason.WRONG_STATE);
    routing.ask(anna, request.id(), new Asked(ben, Purpose.HAND_OVER), "");
    routing.withdraw(request.token());
    assertThat(routing.asked(ben)).isEmpty();
    assertThat(reason(routing.agree(ben, request.id()))).isEqualTo(Reason.WRONG_STATE);
    assertThat(test.ledger.taken(ben)).isZero();
    assertThatThrownBy(() -> routing.agree(hidden, request.id()))
        .isInstanceOf(UnknownRequestException.class);
  }

  @Test
  void ofAYesAndAnEndAtTheSameTimeOneWinsAndTheCountIsRight() {
    for (int round = 0; round < 200; round++) {
      EmployeeId giver = test.presence.show("g" + round, 1);
      EmployeeId taker = test.presence.show("t" + round, 1);
      Request request = test.assigned(giver);
      routing.ask(giver, request.id(), new Asked(taker, Purpose.HAND_OVER), "");
      List<Step> steps =
          Concurrently.run(
              2,
              thread ->
                  thread == 0
                      ? routing.agree(taker, request.id())
                      : routing.withdraw(request.token()));
      assertThat(steps).anyMatch(Taken.class::isInstance);
      assertThat(test.now(request).state()).isEqualTo(RequestState.WITHDRAWN);
      assertThat(test.ledger.taken(giver)).isZero();
      assertThat(test.ledger.taken(taker)).isZero();
    }
  }

  @Test
  void ofAcceptAndExpiryAtTheSameTimeOneWinsAndTheLoserIsTold() {
    int rounds = Integer.getInteger("visavis.races", 300);
    for (int round = 0; round < rounds; round++) {
      TestRouting fresh = new TestRouting();
      EmployeeId one = fresh.presence.show("one", 1);
      Request held = fresh.assigned(one);
      Request waiting = fresh.queued(one);
      fresh.presence.hide(one);
      fresh.routing.resolve(one, held.id(), "");
      fresh.clock.move(Duration.ofDays(3));
      List<Optional<Step>> steps =
          Concurrently.run(
              2,
              thread -> {
                if (thread == 0) {
                  return Optional.of(fresh.routing.accept(one, waiting.id()));
                }
                fresh.routing.expireDue();
                return Optional.<Step>empty();
              });
      boolean accepted = steps.get(0).orElseThrow() instanceof Taken;
      assertThat(fresh.now(waiting).state())
          .isEqualTo(accepted ? RequestState.ACCEPTED : RequestState.EXPIRED);
      assertThat(fresh.ledger.taken(one)).isEqualTo(accepted ? 1 : 0);
    }
  }

  @Test
  void twoRequestsOfOneCustomerBecomeOneAndEachLinkKeepsItsOwnPast() {
    Request first = test.assigned(anna);
    routing.reply(anna, first.id(), "Nur unter dem ersten", "r1");
    test.clock.move(Duration.ofSeconds(1));
    Request second = test.assigned(anna);
    routing.write(second.token(), "Nur unter dem zweiten", "w1");
    assertThat(routing.others(anna, second.id()))
        .extracting(Request::id)
        .containsExactly(first.id());

    Request one = taken(routing.merge(anna, second.id(), first.id()));
    assertThat(one.id()).isEqualTo(first.id());
    assertThat(one.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(one.timeline()).extracting(TimelineEvent::text).contains("Nur unter dem zweiten");
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
    assertThat(taken(routing.merge(anna, first.id(), second.id()))).isEqualTo(one);
    assertThat(routing.find(anna, second.id())).contains(one);

    routing.reply(anna, first.id(), "Für beide", "r2");
    routing.write(second.token(), "Danke", "w2");
    routing.write(second.token(), "Noch etwas", "w1");
    Request byFirst = routing.find(first.token()).orElseThrow();
    Request bySecond = routing.find(second.token()).orElseThrow();
    assertThat(byFirst.timeline())
        .extracting(TimelineEvent::text)
        .contains("Nur unter dem ersten", "Für beide", "Danke")
        .doesNotContain("Nur unter dem zweiten", "Noch etwas");
    assertThat(bySecond.timeline())
        .extracting(TimelineEvent::text)
        .contains("Nur unter dem zweiten", "Für beide", "Danke")
        .doesNotContain("Nur unter dem ersten");
    assertThat(bySecond.token()).isEqualTo(second.token());
    assertThat(routing.inbox(anna, Set.of(RequestState.ACCEPTED)))
        .extracting(Request::id)
        .containsExactly(first.id());
  }

  @Test
  void onlyRequestsOfTheSameCustomerAndEmployeeAreMerged() {
    Request mine = test.assigned(anna);
    Request others = test.assigned(ben);
    assertThatThrownBy(() -> routing.merge(anna, mine.id(), others.id()))
        .isInstanceOf(UnknownRequestException.class);
    assertThatThrownBy(() -> routing.merge(anna, mine.id(), mine.id()))
        .isInstanceOf(IllegalArgumentException.class);
    NewRequest wish = TestRouting.wish(anna, IfUnavailable.ASK, "other");
    Customer stranger = Customer.of("Mo", "mo@post.example", Locale.GERMAN);
    NewRequest foreign =
        NewRequest.to(anna, Channel.MESSAGE, wish.subject(), wish.message(), stranger, "foreign");
    Request strangers =
        ((RoutingDecision.Assigned) routing.submit(foreign, Audience.PUBLIC)).request();
    assertThat(reason(routing.merge(anna, mine.id(), strangers.id())))
        .isEqualTo(Reason.OTHER_CUSTOMER);
    assertThat(routing.others(anna, mine.id())).isEmpty();
  }

  @Test
  void feedbackIsSaidOnceAndReadByNobodyElse() {
    Request request = test.assigned(anna);
    assertThat(reason(routing.giveFeedback(request.token(), "Danke", "f")))
        .isEqualTo(Reason.WRONG_STATE);
    routing.resolve(anna, request.id(), "");
    assertThat(TestRouting.kinds(taken(routing.giveFeedback(request.token(), "Danke", "f"))))
        .endsWith(Kind.FEEDBACK);
    assertThat(taken(routing.giveFeedback(request.token(), "Danke", "f")).timeline()).hasSize(4);
    assertThat(reason(routing.giveFeedback(request.token(), "Nochmal", "g")))
        .isEqualTo(Reason.WRONG_STATE);
    assertThat(routing.find(anna, request.id()).orElseThrow().has(Kind.FEEDBACK)).isTrue();
    routing.reopen(request.token(), "Doch nicht", "o");
    routing.ask(anna, request.id(), new Asked(ben, Purpose.HAND_OVER), "");
    routing.agree(ben, request.id());
    assertThat(routing.find(ben, request.id()).orElseThrow().has(Kind.FEEDBACK)).isFalse();
    assertThatThrownBy(() -> routing.giveFeedback(request.token(), "x".repeat(501), "h"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("text");
  }
}
