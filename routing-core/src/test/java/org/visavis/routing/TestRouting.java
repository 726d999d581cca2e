package org.visavis.routing;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;
import org.visavis.routing.spi.Ranking;

/** Routing in memory, with all that a test wants to look at or to move. */
final class TestRouting {

  final MovedClock clock = new MovedClock();
  final MemoryLedger ledger = new MemoryLedger();
  final MemoryLeaseStore leases = new MemoryLeaseStore();
  final MemoryRequestStore requests = new MemoryRequestStore();
  final StagedPresence presence = new StagedPresence(ledger);
  final List<TimelineEvent> observed = new ArrayList<>();
  final AtomicReference<List<EmployeeId>> colleagues = new AtomicReference<>(List.of());
  final AtomicReference<Ranking.Wish> wished = new AtomicReference<>();
  private final AtomicInteger keys = new AtomicInteger();

  final Routing routing =
      Routing.over(presence, ledger, leases, requests, clock)
          .ranking(this::rank)
          .random(new SecureRandom())
          .effort(Effort.standard())
          .patience(Duration.ofDays(3))
          .observer((request, events) -> observe(events))
          .build();

  private synchronized void observe(List<TimelineEvent> events) {
    observed.addAll(events);
  }

  private List<Alternative> rank(Ranking.Wish wish) {
    wished.set(wish);
    return colleagues.get().stream()
        .filter(colleague -> !colleague.equals(wish.chosen()) && !wish.out().contains(colleague))
        .map(colleague -> new Alternative(colleague, List.of(new Alternative.Reason.HasRoom())))
        .toList();
  }

  String newKey() {
    return "key-" + keys.incrementAndGet();
  }

  Lease lease(EmployeeId employee) {
    return ((ClaimOutcome.Leased) claim(employee)).lease();
  }

  ClaimOutcome claim(EmployeeId employee) {
    return routing.claim(employee, Channel.MESSAGE, Audience.PUBLIC, newKey());
  }

  static NewRequest wish(EmployeeId employee, IfUnavailable ifUnavailable, String key) {
    return new NewRequest(
        key,
        Optional.empty(),
        employee,
        Channel.MESSAGE,
        "Umzug",
        "Ab wann gibt es Strom?",
        new Customer("Zoë", "zoe@post.example", Optional.empty(), Locale.GERMAN, Optional.empty()),
        ifUnavailable);
  }

  static NewRequest with(NewRequest wish, LeaseToken lease) {
    return new NewRequest(
        wish.key(),
        Optional.of(lease),
        wish.employee(),
        wish.channel(),
        wish.subject(),
        wish.message(),
        wish.customer(),
        wish.ifUnavailable());
  }

  static NewRequest on(Channel channel, NewRequest wish) {
    return new NewRequest(
        wish.key(),
        wish.lease(),
        wish.employee(),
        channel,
        wish.subject(),
        wish.message(),
        wish.customer(),
        wish.ifUnavailable());
  }

  RoutingDecision submit(EmployeeId employee, IfUnavailable ifUnavailable) {
    return routing.submit(wish(employee, ifUnavailable, newKey()), Audience.PUBLIC);
  }

  Request assigned(EmployeeId employee) {
    return ((RoutingDecision.Assigned) submit(employee, IfUnavailable.ASK)).request();
  }

  Request queued(EmployeeId employee) {
    return ((RoutingDecision.Queued) submit(employee, IfUnavailable.WAIT)).request();
  }

  Request offered(EmployeeId employee) {
    return ((RoutingDecision.Offered) submit(employee, IfUnavailable.ASK)).request();
  }

  Request now(Request request) {
    return routing.find(request.token()).orElseThrow();
  }

  static List<TimelineEvent.Kind> kinds(Request request) {
    return request.timeline().stream().map(TimelineEvent::kind).toList();
  }
}
