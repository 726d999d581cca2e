package org.visavis.benchmarks.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.TopicId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Presence;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.routing.Alternative;
import org.visavis.routing.Customer;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Request;
import org.visavis.routing.RequestState;
import org.visavis.routing.Routing;
import org.visavis.routing.RoutingDecision;
import org.visavis.routing.Step;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;
import org.visavis.routing.ranking.RankingByRules;

/**
 * The real routing decides, over real stores in memory, the real presence and the real ranking;
 * only the time is the simulation's. Customers hand in and wait; who has waited long enough chooses
 * the first colleague who is proposed, and where there is none the first who gets room.
 */
final class RealRouting implements Policy {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final double MICROS_OF_A_HANDLING = 10 * 60 * 1e6;
  private static final Customer CUSTOMER = Customer.of("Zoë", "zoe@post.example", Locale.GERMAN);

  private final Simulation simulation;
  private final double patience;
  private final EmployeeId[] people;
  private final List<Visitor> visitors = new ArrayList<>();
  private final Map<Integer, Request> requests = new HashMap<>();
  private final Deque<Visitor> anybody = new ArrayDeque<>();
  private final Routing routing;

  RealRouting(Simulation simulation, double patience) {
    this.simulation = simulation;
    this.patience = patience;
    Clock clock = new VirtualClock(simulation);
    Directory directory =
        Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
    MemoryLedger ledger = new MemoryLedger();
    Presence presence =
        Presence.over(directory, new MemoryPresenceStore(), clock, (instant, action) -> () -> {})
            .workload(ledger)
            .open();
    routing =
        Routing.over(presence, ledger, new MemoryLeaseStore(), new MemoryRequestStore(), clock)
            .ranking(RankingByRules.standard(directory, presence, clock))
            .patience(Duration.ofDays(10_000))
            .observer((request, events) -> happened(request))
            .build();
    people = new EmployeeId[simulation.setting().people()];
    for (int i = 0; i < people.length; i++) {
      people[i] = EmployeeId.of("p" + i);
      directory.save(
          Employee.named(people[i], "P" + i, "Beispiel")
              .topics(List.of(TopicId.of("meters")))
              .channel(Channel.MESSAGE)
              .consents(Consents.toEverybody(Instant.EPOCH, Basis.ofThePerson()))
              .build());
      presence.setLimit(people[i], simulation.setting().slots());
      presence.setRule(people[i], Audience.PUBLIC, AppearanceRule.always());
    }
  }

  @Override
  public void arrived(Visitor visitor) {
    visitors.add(visitor);
    String number = Integer.toString(visitors.size() - 1);
    NewRequest wish =
        NewRequest.to(people[visitor.chosen], Channel.MESSAGE, number, "Ab wann?", CUSTOMER, number)
            .orElse(IfUnavailable.WAIT);
    RoutingDecision decision = routing.submit(wish, Audience.PUBLIC);
    if (decision instanceof RoutingDecision.Queued) {
      simulation.after(patience, () -> outOfPatience(visitor));
    }
  }

  /** Is told of every step: an accepted request is one that somebody begins to care for. */
  private void happened(Request request) {
    int number = Integer.parseInt(request.subject());
    requests.put(number, request);
    Visitor visitor = visitors.get(number);
    if (request.state() == RequestState.ACCEPTED && visitor.isWaiting()) {
      simulation.begin(visitor, Integer.parseInt(request.employee().value().substring(1)));
    }
  }

  private void outOfPatience(Visitor visitor) {
    if (!visitor.isWaiting()) {
      return;
    }
    for (Alternative alternative :
        routing.alternatives(people[visitor.chosen], Channel.MESSAGE, CUSTOMER.language())) {
      if (choose(visitor, alternative.employee())) {
        return;
      }
    }
    anybody.addLast(visitor);
  }

  private boolean choose(Visitor visitor, EmployeeId colleague) {
    return routing.chooseColleague(request(visitor).token(), colleague) instanceof Step.Taken;
  }

  private Request request(Visitor visitor) {
    return Objects.requireNonNull(requests.get(visitor.number), "request");
  }

  @Override
  public void ended(Visitor visitor) {
    Request request = request(visitor);
    routing.resolve(request.employee(), request.id(), "");
    anybody.removeIf(waiting -> !waiting.isWaiting());
    if (!anybody.isEmpty() && choose(anybody.getFirst(), request.employee())) {
      anybody.removeFirst();
    }
  }

  /** The simulation's time, ten minutes for one mean handling time. */
  private static final class VirtualClock extends Clock {

    private final Simulation simulation;

    VirtualClock(Simulation simulation) {
      this.simulation = simulation;
    }

    @Override
    public Instant instant() {
      return START.plusNanos(1_000 * Math.round(simulation.now() * MICROS_OF_A_HANDLING));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
