package org.visavis.routing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Asked;
import org.visavis.routing.Concurrently;
import org.visavis.routing.Customer;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestState;
import org.visavis.routing.RequestToken;
import org.visavis.routing.Situation;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.RequestStore.Kept;

/** What every store of requests promises. */
public interface RequestStoreContract extends Transactional {

  Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");
  EmployeeId ANNA = EmployeeId.of("anna");
  EmployeeId BEN = EmployeeId.of("ben");

  RequestStore store();

  static TimelineEvent event(Kind kind, String text) {
    return TimelineEvent.of(kind, NOW, ANNA, text);
  }

  static Request request(int number, EmployeeId employee, RequestState state, Duration age) {
    Instant at = NOW.minus(age);
    return new Request(
        new RequestId(new UUID(7, number)),
        RequestToken.of("token-of-twenty-two-chars-" + number),
        employee,
        Channel.CALLBACK,
        "Betreff “" + number + "”",
        new Customer(
            "Zoë Łukasik 🙂",
            "zoe@post.example",
            number % 2 == 0 ? Optional.of("+49 89 123") : Optional.empty(),
            Locale.GERMAN,
            number % 2 == 0 ? Optional.of(ZoneId.of("Europe/Berlin")) : Optional.empty()),
        IfUnavailable.WAIT,
        state,
        3,
        Situation.holding(state.holdsEffort() ? 3 : 0),
        at,
        at,
        0,
        List.of(event(Kind.RECEIVED, "Guten Tag\n\n— 🙂 " + number), event(Kind.QUEUED, "")));
  }

  static Request moved(
      Request request, EmployeeId employee, RequestState state, long version, Instant changedAt) {
    return moved(request, employee, state, request.situation(), version, changedAt);
  }

  static Request moved(
      Request request,
      EmployeeId employee,
      RequestState state,
      Situation situation,
      long version,
      Instant changedAt) {
    return new Request(
        request.id(),
        request.token(),
        employee,
        request.channel(),
        request.subject(),
        request.customer(),
        request.ifUnavailable(),
        state,
        request.effort(),
        situation,
        request.receivedAt(),
        changedAt,
        version,
        request.timeline());
  }

  default Request keep(int number, EmployeeId employee, RequestState state, Duration age) {
    Request request = request(number, employee, state, age);
    assertThat(inTransaction(() -> store().create(request, "key" + number, "print" + number)))
        .isTrue();
    return request;
  }

  default Request keep(int number) {
    return keep(number, ANNA, RequestState.OPEN, Duration.ZERO);
  }

  @Test
  default void aRequestIsFoundByTokenIdAndKeyAsItWasKept() {
    for (int number = 1; number <= 2; number++) {
      Request request = keep(number);
      assertThat(store().find(request.token())).contains(request);
      assertThat(store().find(request.id())).contains(request);
      assertThat(store().findByKey("key" + number)).contains(new Kept(request, "print" + number));
    }
    assertThat(store().findByKey("key3")).isEmpty();
    assertThat(store().find(new RequestId(new UUID(1, 1)))).isEmpty();
    assertThat(store().find(RequestToken.of("another-token-of-22-chars"))).isEmpty();
  }

  @Test
  default void theLongestWordsAreKeptWhole() {
    String words = "ü".repeat(20_000);
    Request request = keep(1);
    List<TimelineEvent> events = List.of(event(Kind.CUSTOMER_WROTE, words));
    assertThat(inTransaction(() -> store().update(request, events, Optional.empty()))).isTrue();
    assertThat(store().find(request.id()).orElseThrow().timeline().get(2).text()).isEqualTo(words);
  }

  @Test
  default void aKeyHasOneRequest() {
    Request first = keep(1);
    Request second = request(2, ANNA, RequestState.OPEN, Duration.ZERO);
    assertThat(inTransaction(() -> store().create(second, "key1", "print2"))).isFalse();
    assertThat(store().findByKey("key1")).contains(new Kept(first, "print1"));
    assertThat(store().find(second.id())).isEmpty();
    assertThat(store().ofEmployee(ANNA, Set.of(RequestState.OPEN))).hasSize(1);
  }

  @Test
  default void anUpdateChangesTheStateAndAppendsEvents() {
    Request request = keep(1);
    Instant later = NOW.plusSeconds(60);
    TimelineEvent declined =
        new TimelineEvent(
            Kind.DECLINED,
            later,
            ANNA,
            "Leider",
            List.of(BEN, EmployeeId.of("c.d-")),
            Optional.of(later.plusNanos(1_000)));
    TimelineEvent chosen = TimelineEvent.of(Kind.CHOSEN, later, BEN, "");
    Request wanted = moved(request, BEN, RequestState.ACCEPTED, 0, later);
    assertThat(
            inTransaction(
                () -> store().update(wanted, List.of(declined, chosen), Optional.empty())))
        .isTrue();

    Request found = store().find(request.token()).orElseThrow();
    assertThat(found.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(found.employee()).isEqualTo(BEN);
    assertThat(found.changedAt()).isEqualTo(later);
    assertThat(found.receivedAt()).isEqualTo(NOW);
    assertThat(found.version()).isEqualTo(1);
    List<TimelineEvent> expected = new ArrayList<>(request.timeline());
    expected.addAll(List.of(declined, chosen));
    assertThat(found.timeline()).isEqualTo(expected);
  }

  @Test
  default void anUpdateOfAnOldVersionChangesNothing() {
    Request request = keep(1);
    List<TimelineEvent> events = List.of(event(Kind.ACCEPTED, ""));
    Request wanted = moved(request, ANNA, RequestState.ACCEPTED, 0, NOW);
    assertThat(inTransaction(() -> store().update(wanted, events, Optional.empty()))).isTrue();
    Request late = moved(request, ANNA, RequestState.WITHDRAWN, 0, NOW.plusSeconds(1));
    assertThat(inTransaction(() -> store().update(late, events, Optional.of("k")))).isFalse();

    Request found = store().find(request.id()).orElseThrow();
    assertThat(found.state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(found.timeline()).hasSize(3);
    assertThat(store().hasStep(request.id(), "k")).isFalse();
  }

  @Test
  default void anUpdateOfSomethingUnknownChangesNothing() {
    Request request = request(1, ANNA, RequestState.OPEN, Duration.ZERO);
    List<TimelineEvent> events = List.of(event(Kind.ACCEPTED, ""));
    assertThat(inTransaction(() -> store().update(request, events, Optional.empty()))).isFalse();
  }

  @Test
  default void aStepIsTakenOnceForEachKeyOfARequest() {
    Request request = keep(1);
    Request other = keep(2);
    List<TimelineEvent> events = List.of(event(Kind.CUSTOMER_WROTE, "a"));
    assertThat(inTransaction(() -> store().update(request, events, Optional.of("k")))).isTrue();
    assertThat(store().hasStep(request.id(), "k")).isTrue();
    assertThat(store().hasStep(request.id(), "l")).isFalse();
    assertThat(store().hasStep(other.id(), "k")).isFalse();

    Request again = moved(request, ANNA, RequestState.OPEN, 1, NOW);
    assertThat(inTransaction(() -> store().update(again, events, Optional.of("k")))).isFalse();
    assertThat(inTransaction(() -> store().update(again, events, Optional.of("l")))).isTrue();
    assertThat(inTransaction(() -> store().update(other, events, Optional.of("k")))).isTrue();
    assertThat(store().find(request.id()).orElseThrow().timeline()).hasSize(4);
  }

  @Test
  default void anInboxHoldsTheEarliestFirstWithTheirFirstWords() {
    Request late = keep(1, ANNA, RequestState.OPEN, Duration.ofHours(1));
    Request early = keep(2, ANNA, RequestState.ACCEPTED, Duration.ofHours(3));
    keep(3, ANNA, RequestState.RESOLVED, Duration.ofHours(2));
    keep(4, BEN, RequestState.OPEN, Duration.ofHours(2));

    List<Request> inbox =
        store().ofEmployee(ANNA, EnumSet.of(RequestState.OPEN, RequestState.ACCEPTED));
    assertThat(inbox).extracting(Request::id).containsExactly(early.id(), late.id());
    assertThat(inbox).allMatch(request -> request.timeline().size() == 1);
    assertThat(inbox.get(0).message()).isEqualTo(early.message());
    assertThat(store().ofEmployee(ANNA, Set.of(RequestState.EXPIRED))).isEmpty();
  }

  @Test
  default void anInboxFollowsARequestToAnotherEmployeeAndState() {
    Request request = keep(1);
    Request wanted = moved(request, BEN, RequestState.ACCEPTED, 0, NOW);
    List<TimelineEvent> events = List.of(event(Kind.CHOSEN, ""));
    inTransaction(() -> store().update(wanted, events, Optional.empty()));
    assertThat(store().ofEmployee(ANNA, EnumSet.allOf(RequestState.class))).isEmpty();
    assertThat(store().ofEmployee(BEN, Set.of(RequestState.OPEN))).isEmpty();
    assertThat(store().ofEmployee(BEN, Set.of(RequestState.ACCEPTED))).hasSize(1);
  }

  @Test
  default void whatIsUnansweredIsFoundTheLongestFirst() {
    assertThat(store().longestUnanswered()).isEmpty();
    Request second = keep(1, ANNA, RequestState.OPEN, Duration.ofHours(2));
    Request first = keep(2, BEN, RequestState.OFFERED, Duration.ofHours(3));
    keep(3, ANNA, RequestState.ACCEPTED, Duration.ofHours(4));
    Request third = keep(4, ANNA, RequestState.OPEN, Duration.ofHours(1));

    assertThat(store().longestUnanswered()).contains(first.changedAt());
    assertThat(store().unansweredSince(NOW, 2)).containsExactly(first, second);
    assertThat(store().unansweredSince(third.changedAt(), 9)).containsExactly(first, second);
    Instant now = NOW.plusSeconds(1);
    Request wrote = moved(first, BEN, RequestState.OFFERED, 0, now);
    List<TimelineEvent> events = List.of(event(Kind.CUSTOMER_WROTE, "?"));
    inTransaction(() -> store().update(wrote, events, Optional.empty()));
    assertThat(store().longestUnanswered()).contains(second.changedAt());
    Request resolved = moved(second, ANNA, RequestState.WITHDRAWN, 0, now);
    inTransaction(() -> store().update(resolved, events, Optional.empty()));
    assertThat(store().unansweredSince(NOW, 9)).containsExactly(third);
  }

  default void change(Request request, RequestState state, Situation situation) {
    Request wanted = moved(request, ANNA, state, situation, request.version(), NOW);
    List<TimelineEvent> events = List.of(event(Kind.WOKEN, ""));
    assertThat(inTransaction(() -> store().update(wanted, events, Optional.empty()))).isTrue();
  }

  @Test
  default void whatBelongsToTheStateIsKeptAndForgotten() {
    Request request = keep(1);
    Situation situation =
        new Situation(
            2,
            Optional.of(NOW.plusSeconds(90)),
            Optional.of(new Asked(BEN, Asked.Purpose.COUNTER_OFFER)),
            Optional.of(new RequestId(new UUID(7, 9))));
    change(request, RequestState.SNOOZED, situation);
    Request found = store().find(request.id()).orElseThrow();
    assertThat(found.situation()).isEqualTo(situation);
    assertThat(store().ofEmployee(ANNA, Set.of(RequestState.SNOOZED)).get(0).situation())
        .isEqualTo(situation);

    change(found, RequestState.OPEN, Situation.holding(0));
    assertThat(store().find(request.id()).orElseThrow().situation())
        .isEqualTo(Situation.holding(0));
    assertThat(store().askedOf(BEN)).isEmpty();
    assertThat(store().nextWake()).isEmpty();
  }

  @Test
  default void whatIsSnoozedIsFoundWhenItIsDueTheEarliestDueFirst() {
    assertThat(store().nextWake()).isEmpty();
    for (int number = 1; number <= 3; number++) {
      Instant until = NOW.plusSeconds(10 - number);
      change(keep(number), RequestState.SNOOZED, Situation.holding(0).withWakesAt(until));
    }
    assertThat(store().nextWake()).contains(NOW.plusSeconds(7));
    assertThat(store().dueToWake(NOW.plusSeconds(7).minusNanos(1_000), 9)).isEmpty();
    assertThat(store().dueToWake(NOW.plusSeconds(8), 9))
        .extracting(one -> one.id().value().getLeastSignificantBits())
        .containsExactly(3L, 2L);
    assertThat(store().dueToWake(NOW.plusSeconds(9), 2)).hasSize(2);
    assertThat(store().dueToWake(NOW.plusSeconds(9), 9).get(0).timeline()).hasSize(3);
  }

  @Test
  default void aColleagueFindsWhatHeOrSheIsAskedAbout() {
    Asked ben = new Asked(BEN, Asked.Purpose.HAND_OVER);
    Request late = keep(1, ANNA, RequestState.OPEN, Duration.ofHours(1));
    Request early = keep(2, ANNA, RequestState.ACCEPTED, Duration.ofHours(2));
    for (Request one : List.of(late, early)) {
      change(one, one.state(), one.situation().withAsked(Optional.of(ben)));
    }
    keep(3);
    assertThat(store().askedOf(BEN)).extracting(Request::id).containsExactly(early.id(), late.id());
    assertThat(store().askedOf(BEN).get(0).timeline()).hasSize(3);
    assertThat(store().askedOf(ANNA)).isEmpty();
  }

  @Test
  default void ofManyWhoChangeOneVersionAtOnceExactlyOneDoes() {
    Request request = keep(1);
    for (int version = 0; version < 10; version++) {
      Request wanted = moved(request, ANNA, RequestState.OPEN, version, NOW);
      List<Boolean> changed =
          Concurrently.run(
              6,
              thread ->
                  inTransaction(
                      () ->
                          store()
                              .update(
                                  wanted,
                                  List.of(event(Kind.CUSTOMER_WROTE, "w" + thread)),
                                  Optional.of("k" + wanted.version()))));
      assertThat(changed).containsOnlyOnce(true);
    }
    assertThat(store().find(request.id()).orElseThrow().timeline()).hasSize(12);
  }

  @Test
  default void ofManyWhoCreateUnderOneKeyAtOnceExactlyOneDoes() {
    for (int round = 0; round < 10; round++) {
      int first = round * 10;
      String key = "one-key-" + round;
      List<Boolean> created =
          Concurrently.run(
              6,
              thread -> {
                Request mine = request(first + thread, ANNA, RequestState.OPEN, Duration.ZERO);
                return inTransaction(() -> store().create(mine, key, "print"));
              });
      assertThat(created).containsOnlyOnce(true);
    }
    assertThat(store().ofEmployee(ANNA, Set.of(RequestState.OPEN))).hasSize(10);
  }

  @Test
  default void openRequestsSayForWhomTheyWait() {
    assertThat(store().waitedFor()).isEmpty();
    keep(1, ANNA, RequestState.OPEN, Duration.ZERO);
    keep(2, ANNA, RequestState.OPEN, Duration.ZERO);
    keep(3, BEN, RequestState.OFFERED, Duration.ZERO);
    assertThat(store().waitedFor()).containsExactly(ANNA);
    keep(4, BEN, RequestState.OPEN, Duration.ZERO);
    assertThat(store().waitedFor()).containsExactlyInAnyOrder(ANNA, BEN);
  }

  @Test
  default void anOpenRequestWaitsForItsEmployeeAndForTheOthers() {
    Request second = keep(1, ANNA, RequestState.OPEN, Duration.ofMinutes(1));
    Request first = keep(2, BEN, RequestState.OPEN, Duration.ofMinutes(2));
    Request offered = keep(3, ANNA, RequestState.OFFERED, Duration.ofMinutes(3));
    for (Request request : List.of(second, offered)) {
      inTransaction(
          () -> {
            store().keepOthers(request.id(), List.of(BEN, EmployeeId.of("cem")));
            return 0;
          });
    }
    assertThat(store().waitingFor(BEN))
        .extracting(Request::id)
        .containsExactly(first.id(), second.id());
    assertThat(store().waitingFor(BEN).get(0).timeline()).hasSize(1);
    assertThat(store().waitingFor(ANNA)).extracting(Request::id).containsExactly(second.id());
    assertThat(store().waitedFor()).containsExactlyInAnyOrder(ANNA, BEN, EmployeeId.of("cem"));
    assertThat(store().ofEmployee(BEN, Set.of(RequestState.OPEN))).hasSize(1);
    inTransaction(
        () ->
            store()
                .update(
                    moved(second, BEN, RequestState.ACCEPTED, 0, NOW),
                    List.of(event(Kind.ACCEPTED, "")),
                    Optional.empty()));
    assertThat(store().waitingFor(BEN)).extracting(Request::id).containsExactly(first.id());
    assertThat(store().waitedFor()).containsExactly(BEN);
  }
}
