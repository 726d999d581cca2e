package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Openness;
import org.visavis.routing.RoutingDecision.Assigned;
import org.visavis.routing.RoutingDecision.Offered;
import org.visavis.routing.RoutingDecision.Queued;
import org.visavis.routing.RoutingDecision.Refused;
import org.visavis.routing.TimelineEvent.Kind;

class SubmissionTest {

  private final TestRouting test = new TestRouting();
  private final Routing routing = test.routing;
  private final EmployeeId anna = test.presence.show("anna", 1);
  private final EmployeeId ben = test.presence.show("ben", 1);
  private final EmployeeId cem = test.presence.show("cem", 1);

  private RoutingDecision submit(NewRequest wish) {
    return routing.submit(wish, Audience.PUBLIC);
  }

  @Test
  void appearingIsConsent() {
    Request request = test.assigned(anna);
    assertThat(request.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(TestRouting.kinds(request)).containsExactly(Kind.RECEIVED, Kind.ACCEPTED);
    assertThat(request.message()).isEqualTo("Ab wann gibt es Strom?");
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
    assertThat(test.observed).isEqualTo(request.timeline());
    assertThat(routing.find(request.token())).contains(request);
    assertThat(routing.decision(request.token())).contains(new Assigned(request));
  }

  @Test
  void aRequestTakesTheRoomOfItsLeaseOver() {
    Lease lease = test.lease(anna);
    NewRequest wish =
        TestRouting.with(TestRouting.wish(anna, IfUnavailable.ASK, "k"), lease.token());
    assertThat(submit(wish)).isInstanceOf(Assigned.class);
    assertThat(routing.findLease(lease.token())).isEmpty();
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void aLeaseIsAPromiseThoughThePersonHidesMeanwhile() {
    Lease lease = test.lease(anna);
    test.presence.hide(anna);
    NewRequest wish =
        TestRouting.with(TestRouting.wish(anna, IfUnavailable.ASK, "k"), lease.token());
    assertThat(submit(wish)).isInstanceOf(Assigned.class);
  }

  @Test
  void anEndedLeaseIsNoPromiseAndNoLossWhileThereIsRoom() {
    Lease lease = test.lease(anna);
    test.clock.move(Duration.ofMinutes(10));
    NewRequest wish =
        TestRouting.with(TestRouting.wish(anna, IfUnavailable.ASK, "k"), lease.token());
    assertThat(submit(wish)).isInstanceOf(Assigned.class);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);

    Lease other = test.lease(ben);
    test.clock.move(Duration.ofMinutes(10));
    test.presence.hide(ben);
    NewRequest late =
        TestRouting.with(TestRouting.wish(ben, IfUnavailable.ASK, "l"), other.token());
    assertThat(submit(late)).isInstanceOf(Refused.class);
    assertThat(test.ledger.taken(ben)).isZero();
  }

  @Test
  void aLeaseForSomebodyElseIsGivenBack() {
    Lease lease = test.lease(ben);
    NewRequest wish =
        TestRouting.with(TestRouting.wish(anna, IfUnavailable.ASK, "k"), lease.token());
    assertThat(submit(wish)).isInstanceOf(Assigned.class);
    assertThat(test.ledger.taken(ben)).isZero();
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void twoRequestsWithOneLeaseGetItsRoomOnce() {
    Lease lease = test.lease(anna);
    submit(TestRouting.with(TestRouting.wish(anna, IfUnavailable.WAIT, "k"), lease.token()));
    assertThat(
            submit(
                TestRouting.with(TestRouting.wish(anna, IfUnavailable.WAIT, "l"), lease.token())))
        .isInstanceOf(Queued.class);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void whoWantsToBeAskedIsOfferedColleagues() {
    test.colleagues.set(List.of(ben, cem));
    test.assigned(anna);
    Offered offered = (Offered) test.submit(anna, IfUnavailable.ASK);
    assertThat(offered.request().state()).isEqualTo(RequestState.OFFERED);
    assertThat(TestRouting.kinds(offered.request())).containsExactly(Kind.RECEIVED, Kind.OFFERED);
    assertThat(offered.alternatives()).extracting(Alternative::employee).containsExactly(ben, cem);
    assertThat(test.wished.get().language()).isEqualTo(Locale.GERMAN);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
    assertThat(routing.decision(offered.request().token())).contains(offered);
  }

  @Test
  void whoWantsToWaitIsQueuedWithAPosition() {
    test.assigned(anna);
    Queued first = (Queued) test.submit(anna, IfUnavailable.WAIT);
    test.clock.move(Duration.ofSeconds(1));
    Queued second = (Queued) test.submit(anna, IfUnavailable.WAIT);
    assertThat(first.position()).isEqualTo(1);
    assertThat(second.position()).isEqualTo(2);
    assertThat(TestRouting.kinds(second.request())).containsExactly(Kind.RECEIVED, Kind.QUEUED);
    routing.withdraw(first.request().token());
    assertThat(routing.decision(second.request().token()))
        .contains(new Queued(second.request(), 1));
  }

  @Test
  void whoSaidSoInAdvanceIsGivenToTheBestColleagueWithRoomAndTold() {
    test.assigned(anna);
    test.assigned(ben);
    test.colleagues.set(List.of(ben, cem));
    Request request = ((Assigned) test.submit(anna, IfUnavailable.COLLEAGUE)).request();
    assertThat(request.employee()).isEqualTo(cem);
    assertThat(TestRouting.kinds(request))
        .containsExactly(Kind.RECEIVED, Kind.OFFERED, Kind.CHOSEN, Kind.ACCEPTED);
    assertThat(request.timeline())
        .extracting(TimelineEvent::employee)
        .containsExactly(anna, anna, cem, cem);
    assertThat(test.ledger.taken(cem)).isEqualTo(1);
  }

  @Test
  void whenNoColleagueHasRoomTheCustomerIsAsked() {
    test.assigned(anna);
    test.assigned(ben);
    test.colleagues.set(List.of(ben));
    assertThat(test.submit(anna, IfUnavailable.COLLEAGUE)).isInstanceOf(Offered.class);
    assertThat(test.ledger.taken(ben)).isEqualTo(1);
  }

  @Test
  void aWaitlistIsNotJumpedThoughThereIsRoom() {
    test.presence.stage(anna, Openness.WAITLIST);
    Request request = test.queued(anna);
    assertThat(request.state()).isEqualTo(RequestState.OPEN);
    assertThat(test.ledger.taken(anna)).isZero();
  }

  @Test
  void aHiddenPersonAndAnUnknownOneGiveEqualAnswersAndNothingIsKept() {
    test.colleagues.set(List.of(ben));
    test.presence.hide(anna);
    for (IfUnavailable ifUnavailable : IfUnavailable.values()) {
      assertThat(test.submit(anna, ifUnavailable))
          .isEqualTo(test.submit(EmployeeId.of("nobody"), ifUnavailable))
          .isEqualTo(new Refused(Refusal.UNKNOWN_EMPLOYEE, List.of()));
    }
    assertThat(routing.inbox(anna, Set.of(RequestState.values()))).isEmpty();
    assertThat(test.observed).isEmpty();
  }

  @Test
  void aClosedChannelIsRefusedAndTheKeyStaysFree() {
    test.presence.stage(anna, Openness.CLOSED);
    NewRequest wish = TestRouting.wish(anna, IfUnavailable.WAIT, "k");
    assertThat(submit(wish)).isEqualTo(new Refused(Refusal.CHANNEL_CLOSED, List.of()));
    test.presence.stage(anna, Openness.OPEN);
    assertThat(submit(wish)).isInstanceOf(Assigned.class);
  }

  @Test
  void theSameKeyWithTheSameContentIsTheSameRequest() {
    NewRequest wish = TestRouting.wish(anna, IfUnavailable.ASK, "k");
    RoutingDecision first = submit(wish);
    assertThat(submit(wish)).isEqualTo(first);
    Lease lease = test.lease(ben);
    assertThat(submit(TestRouting.with(wish, lease.token()))).isEqualTo(first);
    assertThat(test.observed).hasSize(2);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void theSameKeyWithOtherContentIsAConflict() {
    NewRequest wish = TestRouting.wish(anna, IfUnavailable.ASK, "k");
    submit(wish);
    assertThatThrownBy(() -> submit(TestRouting.wish(anna, IfUnavailable.WAIT, "k")))
        .isInstanceOf(IdempotencyConflictException.class);
    assertThatThrownBy(() -> submit(TestRouting.wish(ben, IfUnavailable.ASK, "k")))
        .isInstanceOf(IdempotencyConflictException.class);
    assertThat(test.ledger.taken(ben)).isZero();
  }

  @Test
  void whatStandsInOneFieldCannotPassForAnother() {
    Customer customer =
        new Customer("A", "a@b.example", Optional.empty(), Locale.GERMAN, Optional.empty());
    assertThat(Fingerprint.of(wish("ab", "c", customer)))
        .isEqualTo(Fingerprint.of(wish("ab", "c", customer)))
        .isNotEqualTo(Fingerprint.of(wish("a", "bc", customer)))
        .hasSize(64);
  }

  private NewRequest wish(String subject, String message, Customer customer) {
    return new NewRequest(
        "k",
        Optional.empty(),
        anna,
        Channel.MESSAGE,
        subject,
        message,
        customer,
        IfUnavailable.ASK);
  }
}
