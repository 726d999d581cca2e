package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Openness;
import org.visavis.routing.ClaimOutcome.Leased;
import org.visavis.routing.ClaimOutcome.Refused;

class ClaimTest {

  private final TestRouting test = new TestRouting();
  private final Routing routing = test.routing;
  private final EmployeeId anna = test.presence.show("anna", 2);

  private ClaimOutcome claim(EmployeeId employee, Channel channel, String key) {
    return routing.claim(employee, channel, Audience.PUBLIC, key);
  }

  @Test
  void aClaimHoldsRoomForTenMinutes() {
    Lease lease = test.lease(anna);
    assertThat(lease.effort()).isEqualTo(1);
    assertThat(lease.until()).isEqualTo(test.clock.instant().plus(Duration.ofMinutes(10)));
    assertThat(routing.findLease(lease.token())).contains(lease);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
    assertThat(test.presence.changes).hasValue(1);
  }

  @Test
  void aLiveConversationWeighsTwoPoints() {
    claim(anna, Channel.CHAT, "k");
    assertThat(test.ledger.taken(anna)).isEqualTo(2);
  }

  @Test
  void aClaimBeyondTheLimitIsRefusedWithAlternatives() {
    test.colleagues.set(List.of(EmployeeId.of("ben")));
    test.lease(anna);
    test.lease(anna);
    Refused refused = (Refused) test.claim(anna);
    assertThat(refused.reason()).isEqualTo(Refusal.AT_LIMIT);
    assertThat(refused.alternatives()).hasSize(1);
    assertThat(test.ledger.taken(anna)).isEqualTo(2);
  }

  @Test
  void theSameKeyAnswersTheSameLease() {
    ClaimOutcome first = claim(anna, Channel.MESSAGE, "k");
    assertThat(claim(anna, Channel.MESSAGE, "k")).isEqualTo(first);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void theSameKeyAtTheSameTimeTakesRoomOnce() {
    for (int round = 0; round < 50; round++) {
      EmployeeId employee = test.presence.show("p" + round, 1);
      String key = "k" + round;
      List<ClaimOutcome> outcomes =
          Concurrently.run(4, thread -> claim(employee, Channel.MESSAGE, key));
      assertThat(new HashSet<>(outcomes)).hasSize(1).first().isInstanceOf(Leased.class);
      assertThat(test.ledger.taken(employee)).isEqualTo(1);
    }
  }

  @Test
  void theSameKeyForSomebodyElseIsAConflict() {
    EmployeeId ben = test.presence.show("ben", 2);
    claim(anna, Channel.MESSAGE, "k");
    assertThatThrownBy(() -> claim(ben, Channel.MESSAGE, "k"))
        .isInstanceOf(IdempotencyConflictException.class);
    assertThatThrownBy(() -> claim(anna, Channel.CALLBACK, "k"))
        .isInstanceOf(IdempotencyConflictException.class);
    assertThat(test.ledger.taken(ben)).isZero();
  }

  @Test
  void aKeyWhoseLeaseHasEndedTakesRoomAnew() {
    Lease first = ((Leased) claim(anna, Channel.MESSAGE, "k")).lease();
    test.clock.move(Duration.ofMinutes(10));
    Lease second = ((Leased) claim(anna, Channel.MESSAGE, "k")).lease();
    assertThat(second.token()).isNotEqualTo(first.token());
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void anEndedLeaseMakesRoomForTheNextClaim() {
    Lease first = test.lease(anna);
    test.lease(anna);
    test.clock.move(Duration.ofMinutes(10).minusNanos(1_000));
    assertThat(test.claim(anna)).isInstanceOf(Refused.class);
    test.clock.move(Duration.ofNanos(1_000));
    assertThat(routing.findLease(first.token())).isEmpty();
    assertThat(test.claim(anna)).isInstanceOf(Leased.class);
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void aReleasedLeaseGivesItsRoomBackOnce() {
    Lease lease = test.lease(anna);
    test.lease(anna);
    routing.release(lease.token());
    routing.release(lease.token());
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
    assertThat(routing.findLease(lease.token())).isEmpty();
  }

  @Test
  void whatHasRunOutIsGivenBackWithoutAnybodyAsking() {
    test.lease(anna);
    test.clock.move(Duration.ofMinutes(4));
    Lease second = test.lease(anna);
    test.clock.move(Duration.ofMinutes(6));
    assertThat(routing.expireDue()).contains(second.until());
    assertThat(test.ledger.taken(anna)).isEqualTo(1);
    test.clock.move(Duration.ofMinutes(4));
    assertThat(routing.expireDue()).isEmpty();
    assertThat(test.ledger.taken(anna)).isZero();
  }

  @Test
  void aHiddenPersonAndAnUnknownOneGiveEqualAnswers() {
    test.colleagues.set(List.of(EmployeeId.of("ben")));
    test.lease(anna);
    test.presence.hide(anna);
    ClaimOutcome hidden = test.claim(anna);
    assertThat(hidden)
        .isEqualTo(test.claim(EmployeeId.of("nobody")))
        .isEqualTo(new Refused(Refusal.UNKNOWN_EMPLOYEE, List.of()));
    assertThat(routing.alternatives(anna, Channel.MESSAGE, Locale.GERMAN))
        .isEqualTo(routing.alternatives(EmployeeId.of("nobody"), Channel.MESSAGE, Locale.GERMAN))
        .isEmpty();
  }

  @Test
  void aClosedChannelIsRefusedThoughThereIsRoom() {
    test.presence.stage(anna, Openness.CLOSED);
    assertThat(((Refused) test.claim(anna)).reason()).isEqualTo(Refusal.CHANNEL_CLOSED);
    test.presence.stage(anna, Openness.LATER);
    assertThat(((Refused) test.claim(anna)).reason()).isEqualTo(Refusal.CHANNEL_CLOSED);
    test.presence.stage(anna, Openness.WAITLIST);
    assertThat(((Refused) test.claim(anna)).reason()).isEqualTo(Refusal.AT_LIMIT);
    assertThat(test.ledger.taken(anna)).isZero();
  }

  @Test
  void aKeyOfAnotherFormIsACallersMistake() {
    assertThatThrownBy(() -> claim(anna, Channel.MESSAGE, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> claim(anna, Channel.MESSAGE, "mit Leerzeichen"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
