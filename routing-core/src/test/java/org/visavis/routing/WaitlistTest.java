package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Openness;
import org.visavis.routing.memory.MemoryWaitlistStore;
import org.visavis.routing.spi.WaitlistObserver;

class WaitlistTest {

  private final TestRouting scene = new TestRouting();
  private final MemoryWaitlistStore store = new MemoryWaitlistStore();
  private final Queue<WaitlistEntry> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Waitlist waitlist =
      Waitlist.over(
          scene.presence, scene.routing, store, new Notes(), scene.clock, new SecureRandom());
  private final EmployeeId ada = scene.presence.show("ada", 1);

  private record Told(WaitlistEntry entry, Lease lease) {}

  private final class Notes implements WaitlistObserver {
    @Override
    public void asked(WaitlistEntry entry) {
      asked.add(entry);
    }

    @Override
    public void free(WaitlistEntry entry, Lease lease) {
      told.add(new Told(entry, lease));
    }
  }

  private WaitlistEntry asked(String email) {
    assertThat(waitlist.join(ada, Channel.MESSAGE, email, Locale.GERMAN)).isTrue();
    return asked.stream().filter(e -> e.email().equals(email)).findFirst().orElseThrow();
  }

  private WaitlistEntry waiting(String email) {
    WaitlistEntry entry = asked(email);
    assertThat(waitlist.confirm(entry.token())).isInstanceOf(WaitlistStanding.Waiting.class);
    scene.clock.move(Duration.ofSeconds(1));
    return entry;
  }

  private List<String> toldAddresses() {
    return told.stream().map(each -> each.entry().email()).toList();
  }

  @Test
  void whoeverWaitsIsToldOnceWithTheRoomHeld() {
    Request first = scene.assigned(ada);
    waiting("zoe@post.example");
    waitlist.tell(ada);
    assertThat(told).isEmpty();

    scene.routing.resolve(ada, first.id(), "");
    waitlist.tell(ada);
    waitlist.tell(ada);

    assertThat(toldAddresses()).containsExactly("zoe@post.example");
    Lease lease = told.element().lease();
    assertThat(scene.routing.findLease(lease.token())).contains(lease);
    NewRequest wish = TestRouting.wish(ada, IfUnavailable.ASK, "k");
    assertThat(scene.routing.submit(TestRouting.with(wish, lease.token()), Audience.PUBLIC))
        .isInstanceOf(RoutingDecision.Assigned.class);
  }

  @Test
  void theNextIsToldWhenTheLeaseOfTheFirstHasEnded() {
    Request first = scene.assigned(ada);
    waiting("zoe@post.example");
    waiting("mo@post.example");
    scene.routing.resolve(ada, first.id(), "");
    waitlist.tell(ada);
    waitlist.tell(ada);
    assertThat(toldAddresses()).containsExactly("zoe@post.example");

    scene.clock.move(Lease.DURATION);
    scene.routing.expireDue();
    waitlist.tell(ada);
    assertThat(toldAddresses()).containsExactly("zoe@post.example", "mo@post.example");
  }

  @Test
  void theLineIsInTheOrderOfConfirmationAndRequestsComeBeforeIt() {
    Request first = scene.assigned(ada);
    WaitlistEntry late = asked("zoe@post.example");
    waiting("mo@post.example");
    waitlist.confirm(late.token());
    Request written = scene.queued(ada);

    scene.routing.resolve(ada, first.id(), "");
    waitlist.tell(ada);
    assertThat(scene.now(written).state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(told).isEmpty();

    scene.routing.resolve(ada, written.id(), "");
    waitlist.tell(ada);
    assertThat(toldAddresses()).containsExactly("mo@post.example");
  }

  @Test
  void nobodyIsWrittenToAgainBeforeTheAddressIsConfirmed() {
    WaitlistEntry entry = asked("zoe@post.example");
    waitlist.tell(ada);
    assertThat(told).isEmpty();

    assertThat(waitlist.confirm(entry.token())).isInstanceOf(WaitlistStanding.Free.class);
    assertThat(toldAddresses()).containsExactly("zoe@post.example");
    assertThat(waitlist.confirm(entry.token())).isInstanceOf(WaitlistStanding.Gone.class);
  }

  @Test
  void whoeverIsHiddenOrDoesNotExistIsNotWaitedForAndNeverToldOf() {
    EmployeeId nobody = EmployeeId.of("nobody");
    assertThat(waitlist.join(nobody, Channel.MESSAGE, "a@b.example", Locale.GERMAN)).isFalse();
    Request first = scene.assigned(ada);
    waiting("zoe@post.example");
    scene.routing.resolve(ada, first.id(), "");
    scene.presence.hide(ada);
    assertThat(waitlist.join(ada, Channel.MESSAGE, "a@b.example", Locale.GERMAN)).isFalse();
    assertThat(asked).hasSize(1);
    waitlist.tell(ada);
    assertThat(told).isEmpty();

    scene.presence.stage(ada, Openness.CLOSED);
    waitlist.tell(ada);
    assertThat(told).isEmpty();
    scene.presence.show("ada", 1);
    waitlist.tell(ada);
    assertThat(told).hasSize(1);
  }

  @Test
  void anAddressThatAsksAgainOrForTooMuchIsNotWrittenToAgain() {
    for (int i = 0; i < 9; i++) {
      EmployeeId one = scene.presence.show("p" + i, 1);
      assertThat(waitlist.join(one, Channel.MESSAGE, "zoe@post.example", Locale.GERMAN)).isTrue();
      assertThat(waitlist.join(one, Channel.MESSAGE, "Zoe@post.example", Locale.GERMAN)).isTrue();
    }
    assertThat(asked).hasSize(Waitlist.MOST_OF_ADDRESS);
    scene.clock.move(Waitlist.CONFIRMED_WITHIN);
    asked("zoe@post.example");
    assertThat(asked).hasSize(Waitlist.MOST_OF_ADDRESS + 1);
  }

  @Test
  void aPersonIsNotWaitedForByTooMany() {
    for (int i = 0; i < Waitlist.MOST_OF_EMPLOYEE + 1; i++) {
      assertThat(waitlist.join(ada, Channel.MESSAGE, "a" + i + "@b.example", Locale.GERMAN))
          .isTrue();
    }
    assertThat(asked).hasSize(Waitlist.MOST_OF_EMPLOYEE);
  }

  @Test
  void anEntryCanBeTakenBackAndEndsByItself() {
    Request first = scene.assigned(ada);
    WaitlistEntry gone = waiting("zoe@post.example");
    WaitlistEntry ends = waiting("mo@post.example");
    waitlist.withdraw(gone.token());
    waitlist.withdraw(gone.token());
    assertThat(waitlist.standing(gone.token())).isInstanceOf(WaitlistStanding.Gone.class);
    assertThat(waitlist.waitedFor()).containsExactly(ada);
    assertThat(waitlist.endDue()).isPresent();

    scene.clock.move(Waitlist.LASTS);
    assertThat(waitlist.standing(ends.token())).isInstanceOf(WaitlistStanding.Gone.class);
    assertThat(waitlist.endDue()).isEmpty();
    scene.routing.resolve(ada, first.id(), "");
    waitlist.tell(ada);
    assertThat(told).isEmpty();
    assertThat(waitlist.waitedFor()).isEmpty();
  }

  @Test
  void manyWhoTellAtOnceTellEachOnceAndNeverTakeMoreThanTheLimit() {
    EmployeeId full = scene.presence.show("full", 5);
    scene.presence.stage(full, Openness.CLOSED);
    for (int i = 0; i < 12; i++) {
      waitlist.join(full, Channel.MESSAGE, "a" + i + "@b.example", Locale.GERMAN);
    }
    asked.forEach(entry -> waitlist.confirm(entry.token()));
    assertThat(told).isEmpty();
    scene.presence.show("full", 5);

    for (int round = 0; round < 3; round++) {
      Concurrently.run(
          8,
          thread -> {
            waitlist.tell(full);
            return true;
          });
      assertThat(scene.ledger.taken(full)).isLessThanOrEqualTo(5);
      waitlist.tell(full);
      scene.clock.move(Lease.DURATION);
      scene.routing.expireDue();
    }
    assertThat(toldAddresses()).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void anAddressThatIsNoneIsRefusedAndNothingTellsIt() {
    assertThatThrownBy(() -> waitlist.join(ada, Channel.MESSAGE, "zoe", Locale.GERMAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("email ");
    WaitlistEntry entry = asked("zoe@post.example");
    assertThat(entry.toString()).doesNotContain("zoe").doesNotContain(entry.token().value());
  }
}
