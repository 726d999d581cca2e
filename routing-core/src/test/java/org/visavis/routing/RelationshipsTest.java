package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.memory.MemoryRelationshipStore;
import org.visavis.routing.spi.Ranking;

class RelationshipsTest {

  private final TestRouting scene = new TestRouting();
  private final MemoryRelationshipStore store = new MemoryRelationshipStore();
  private final AtomicReference<Ranking.Wish> wished = new AtomicReference<>();
  private final Routing routing =
      Routing.over(scene.presence, scene.ledger, scene.leases, scene.requests, scene.clock)
          .relationships(store)
          .ranking(
              wish -> {
                wished.set(wish);
                return wish.known().map(one -> new Alternative(one, List.of())).stream().toList();
              })
          .build();
  private final Relationships relationships =
      Relationships.over(scene.requests, store, scene.clock);
  private final EmployeeId ada = scene.presence.show("ada", 9);
  private final EmployeeId ben = scene.presence.show("ben", 9);

  private Request submit(NewRequest wish) {
    return ((RoutingDecision.Assigned) routing.submit(wish, Audience.PUBLIC)).request();
  }

  private NewRequest to(EmployeeId employee) {
    return TestRouting.wish(employee, IfUnavailable.ASK, scene.newKey());
  }

  private Request helpedBy(EmployeeId employee, NewRequest wish) {
    Request request = submit(wish);
    routing.resolve(employee, request.id(), "");
    scene.clock.move(Duration.ofMinutes(1));
    return request;
  }

  @Test
  void whoeverResolvesARequestIsTheOneWhoHelpedLast() {
    Request open = submit(to(ada));
    assertThat(relationships.helpedLast(open.token())).isEmpty();
    routing.resolve(ada, open.id(), "");
    assertThat(relationships.helpedLast(open.token())).contains(ada);
    assertThat(relationships.isHelper(ada, open.id())).isTrue();
    assertThat(relationships.isHelper(ben, open.id())).isFalse();
  }

  @Test
  void theNextVisitKnowsWhoHelpedAndWhoeverHelpsThenIsTheLast() {
    Request first = helpedBy(ada, to(ada));
    Request second = submit(to(ben).following(first.token()));
    assertThat(relationships.helpedLast(second.token())).contains(ada);
    routing.resolve(ben, second.id(), "");
    assertThat(relationships.helpedLast(second.token())).contains(ben);
    assertThat(relationships.helpedLast(first.token())).contains(ben);
  }

  @Test
  void rankingIsToldWhoHelpedAndOnlyBySecret() {
    Request first = helpedBy(ada, to(ada));
    EmployeeId full = scene.presence.show("full", 0);
    NewRequest stranger = TestRouting.wish(full, IfUnavailable.COLLEAGUE, "k1");
    assertThat(routing.submit(stranger, Audience.PUBLIC))
        .isInstanceOf(RoutingDecision.Offered.class);
    assertThat(wished.get().known()).isEmpty();

    NewRequest known =
        TestRouting.wish(full, IfUnavailable.COLLEAGUE, "k").following(first.token());
    assertThat(submit(known).employee()).isEqualTo(ada);
    RoutingDecision asked =
        routing.submit(
            TestRouting.wish(full, IfUnavailable.ASK, "k2").following(first.token()),
            Audience.PUBLIC);
    assertThat(((RoutingDecision.Offered) asked).alternatives())
        .extracting(Alternative::employee)
        .containsExactly(ada);
  }

  @Test
  void theCustomerEndsItForGood() {
    Request first = helpedBy(ada, to(ada));
    Request second = submit(to(ada).following(first.token()));
    relationships.end(second.token());
    relationships.end(second.token());
    routing.resolve(ada, second.id(), "");
    assertThat(relationships.helpedLast(first.token())).isEmpty();
    assertThat(relationships.helpedLast(second.token())).isEmpty();
    Request third = helpedBy(ada, to(ada).following(second.token()));
    assertThat(relationships.helpedLast(third.token())).isEmpty();
  }

  @Test
  void theEmployeeEndsTheOwnAndNobodyElses() {
    Request first = helpedBy(ada, to(ada));
    relationships.end(ben, first.id());
    assertThat(relationships.helpedLast(first.token())).contains(ada);
    relationships.end(ada, first.id());
    assertThat(relationships.helpedLast(first.token())).isEmpty();
    assertThat(relationships.isHelper(ada, first.id())).isFalse();
  }

  @Test
  void itIsForgottenAfterAYearWithoutHelp() {
    Request first = helpedBy(ada, to(ada));
    scene.clock.move(Relationships.REMEMBERED);
    relationships.forgetDue();
    assertThat(relationships.helpedLast(first.token())).isEmpty();
    assertThat(store.find(first.id())).isEmpty();
  }

  @Test
  void anUnknownSecretChangesNothing() {
    RequestToken unknown = RequestToken.of("another-token-of-22-chars");
    Request request = submit(to(ada).following(unknown));
    assertThat(store.find(request.id())).isEmpty();
    relationships.end(unknown);
    assertThat(relationships.helpedLast(unknown)).isEqualTo(Optional.empty());
  }
}
