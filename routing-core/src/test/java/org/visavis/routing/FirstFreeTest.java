package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Openness;
import org.visavis.routing.TimelineEvent.Kind;

/** "This person, or the first free of these." */
class FirstFreeTest {

  private final TestRouting scene = new TestRouting();
  private final EmployeeId ada = scene.presence.show("ada", 1);
  private final EmployeeId ben = scene.presence.show("ben", 1);
  private final EmployeeId cem = scene.presence.show("cem", 1);

  private RoutingDecision submit(IfUnavailable otherwise, EmployeeId... others) {
    return scene.routing.submit(
        TestRouting.wish(ada, otherwise, scene.newKey()).orFirstFreeOf(List.of(others)),
        Audience.PUBLIC);
  }

  private static Request request(RoutingDecision decision) {
    return decision instanceof RoutingDecision.Queued queued
        ? queued.request()
        : ((RoutingDecision.Assigned) decision).request();
  }

  @Test
  void theChosenPersonComesFirst() {
    assertThat(request(submit(IfUnavailable.ASK, ben)).employee()).isEqualTo(ada);
  }

  @Test
  void whereTheChosenPersonIsFullTheFirstOfTheOthersWhoHasRoomTakesIt() {
    scene.assigned(ada);
    scene.assigned(ben);
    Request request = request(submit(IfUnavailable.WAIT, ben, cem));
    assertThat(request.employee()).isEqualTo(cem);
    assertThat(request.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(TestRouting.kinds(request))
        .containsExactly(Kind.RECEIVED, Kind.OFFERED, Kind.CHOSEN, Kind.ACCEPTED);
    assertThat(scene.ledger.taken(cem)).isEqualTo(1);
  }

  @Test
  void itWaitsForAllOfThemAndGoesToWhoeverIsFreeFirst() {
    scene.assigned(ada);
    Request held = scene.assigned(ben);
    Request waiting = request(submit(IfUnavailable.WAIT, ben));
    assertThat(waiting.state()).isEqualTo(RequestState.OPEN);
    assertThat(waiting.employee()).isEqualTo(ada);
    assertThat(scene.routing.waitedFor()).containsExactlyInAnyOrder(ada, ben);

    scene.routing.resolve(ben, held.id(), "");
    Request taken = scene.now(waiting);
    assertThat(taken.employee()).isEqualTo(ben);
    assertThat(taken.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(TestRouting.kinds(taken)).endsWith(Kind.CHOSEN, Kind.ACCEPTED);
  }

  @Test
  void nobodyIsLetPastWhoHasWaitedLonger() {
    scene.assigned(ada);
    Request held = scene.assigned(ben);
    Request earlier = request(submit(IfUnavailable.WAIT, ben));
    scene.clock.move(Duration.ofSeconds(1));
    Request later = scene.queued(ben);
    scene.routing.resolve(ben, held.id(), "");
    assertThat(scene.now(earlier).employee()).isEqualTo(ben);
    assertThat(scene.now(later).state()).isEqualTo(RequestState.OPEN);
  }

  @Test
  void nobodyElseEverGetsIt() {
    scene.assigned(ada);
    Request held = scene.assigned(ben);
    Request waiting = request(submit(IfUnavailable.WAIT, ben));
    scene.routing.admitWaiting(cem);
    assertThat(scene.now(waiting).state()).isEqualTo(RequestState.OPEN);
    scene.routing.decline(ben, held.id(), "No", CounterOffer.none());
    assertThat(scene.now(waiting).employee()).isEqualTo(ben);
    scene.routing.decline(ben, waiting.id(), "No", CounterOffer.none());
    scene.routing.chooseToWait(waiting.token());
    assertThat(scene.now(waiting).state()).isNotEqualTo(RequestState.WITHDRAWN);
    scene.routing.admitWaiting(cem);
    assertThat(scene.now(waiting).employee()).isNotEqualTo(cem);
  }

  @Test
  void whoeverHasDeclinedItIsNotGivenItAgain() {
    scene.assigned(ada);
    Request mine = request(submit(IfUnavailable.WAIT, ben));
    assertThat(mine.employee()).isEqualTo(ben);
    scene.routing.decline(ben, mine.id(), "No", CounterOffer.none());
    Request another = scene.assigned(cem);
    assertThat(another.employee()).isEqualTo(cem);
    scene.routing.admitWaiting(ben);
    assertThat(scene.now(mine).state()).isEqualTo(RequestState.OFFERED);
  }

  @Test
  void othersWhoAreHiddenDoNotExistOrAreClosedLeaveNoTrace() {
    EmployeeId nobody = EmployeeId.of("nobody");
    scene.assigned(ada);
    scene.presence.hide(ben);
    scene.presence.stage(cem, Openness.CLOSED);
    Request hidden = request(submit(IfUnavailable.WAIT, ben, cem));
    Request missing = request(submit(IfUnavailable.WAIT, nobody));
    for (Request request : List.of(hidden, missing)) {
      assertThat(request.state()).isEqualTo(RequestState.OPEN);
      assertThat(TestRouting.kinds(request)).containsExactly(Kind.RECEIVED, Kind.QUEUED);
    }
    scene.routing.admitWaiting(cem);
    assertThat(scene.now(hidden).state()).isEqualTo(RequestState.OPEN);
  }

  @Test
  void aChosenPersonWhoIsHiddenLooksLikeOneWhoDoesNotExist() {
    scene.presence.hide(ada);
    Request request = request(submit(IfUnavailable.WAIT, ben));
    assertThat(request.employee()).isEqualTo(ben);
    assertThat(request.timeline()).extracting(TimelineEvent::employee).containsOnly(ben);
    assertThat(submit(IfUnavailable.WAIT, ben)).isInstanceOf(RoutingDecision.Refused.class);
  }

  @Test
  void waitingForSeveralEndsAsWaitingForOneDoes() {
    scene.assigned(ada);
    scene.assigned(ben);
    Request waiting = request(submit(IfUnavailable.WAIT, ben));
    scene.clock.move(Duration.ofDays(3));
    scene.routing.expireDue();
    assertThat(scene.now(waiting).state()).isEqualTo(RequestState.EXPIRED);
  }

  @Test
  void manyWhoAreFreeAtOnceTakeItOnce() {
    scene.assigned(ada);
    Request held = scene.assigned(ben);
    Request heldToo = scene.assigned(cem);
    Request waiting = request(submit(IfUnavailable.WAIT, ben, cem));
    Concurrently.run(
        2,
        thread ->
            thread == 0
                ? scene.routing.resolve(ben, held.id(), "")
                : scene.routing.resolve(cem, heldToo.id(), ""));
    Request taken = scene.now(waiting);
    assertThat(taken.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(scene.ledger.taken(ben) + scene.ledger.taken(cem)).isEqualTo(1);
  }

  @Test
  void theSameKeyWithOtherOthersIsAnotherRequest() {
    NewRequest wish = TestRouting.wish(ada, IfUnavailable.ASK, "k");
    scene.routing.submit(wish.orFirstFreeOf(List.of(ben)), Audience.PUBLIC);
    assertThatThrownBy(
            () -> scene.routing.submit(wish.orFirstFreeOf(List.of(cem)), Audience.PUBLIC))
        .isInstanceOf(IdempotencyConflictException.class);
  }

  @Test
  void tooManyOthersAreRefusedAndTheChosenOneIsNoneOfThem() {
    NewRequest wish = TestRouting.wish(ada, IfUnavailable.ASK, "k");
    assertThat(wish.orFirstFreeOf(List.of(ben, ada, ben)).others()).containsExactly(ben);
    List<EmployeeId> six = IntStream.range(0, 6).mapToObj(i -> EmployeeId.of("p" + i)).toList();
    assertThatThrownBy(() -> wish.orFirstFreeOf(six))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("others ");
  }
}
