package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.RequestStore;
import org.visavis.routing.spi.Transactional;

/** Routing as it is, on any stores; carries acts out and says in a word what came of each. */
final class Scene {

  final MovedClock clock = new MovedClock();
  final List<EmployeeId> people = new ArrayList<>();
  final List<Lease> leases = new ArrayList<>();
  final List<RequestToken> requests = new ArrayList<>();
  final Ledger ledger;
  final StagedPresence presence;
  final Routing routing;
  private final Transactional transactions;
  private int number;

  Scene(
      Ledger ledger, LeaseStore leaseStore, RequestStore requestStore, Transactional transactions) {
    this.ledger = ledger;
    this.transactions = transactions;
    presence = new StagedPresence(ledger);
    routing =
        Routing.over(presence, ledger, leaseStore, requestStore, clock)
            .ranking(
                wish ->
                    people.stream()
                        .filter(one -> presence.reachability(one, wish.audience()).shown())
                        .filter(one -> !one.equals(wish.chosen()) && !wish.out().contains(one))
                        .map(one -> new Alternative(one, List.of()))
                        .toList())
            .build();
    for (int i = 0; i < Act.PEOPLE; i++) {
      EmployeeId one = presence.show("p" + i, 2);
      people.add(one);
      inTransaction(() -> presence.setLimit(one, 2));
    }
  }

  /** Answers what came of it, in a word; nothing where there is nobody to do it with. */
  String act(Act act) {
    clock.move(Duration.ofSeconds(1));
    number++;
    return transactions.inTransaction(() -> outcome(act, people.get(act.person())));
  }

  Request request(int index) {
    return transactions.inTransaction(() -> routing.find(requests.get(index)).orElseThrow());
  }

  /** Answers whom the employee has asked about a request, which its customer is not told. */
  Optional<EmployeeId> asked(int index) {
    return transactions.inTransaction(() -> asked(routing.find(requests.get(index)).orElseThrow()));
  }

  int taken(EmployeeId employee) {
    return transactions.inTransaction(() -> ledger.taken(employee));
  }

  private void inTransaction(Runnable work) {
    transactions.inTransaction(
        () -> {
          work.run();
          return 0;
        });
  }

  private String outcome(Act act, EmployeeId person) {
    return switch (act.kind()) {
      case CLAIM -> claim(person, Channel.MESSAGE);
      case CLAIM_LIVE -> claim(person, Channel.CHAT);
      case RELEASE -> release(act);
      case SUBMIT -> submit(TestRouting.wish(person, act.ifUnavailable(), "s" + number));
      case SUBMIT_WITH_LEASE -> submitWithLease(act, person);
      case SUBMIT_CHAT -> submitOn(Channel.CHAT, act, person);
      case SUBMIT_PHONE -> submitOn(Channel.PHONE, act, person);
      case HIDE -> done(() -> presence.hide(person));
      case SHOW ->
          done(
              () -> {
                presence.show(person.value(), presence.workload(person).limit());
                routing.admitWaiting(person);
              });
      case LIMIT ->
          done(
              () -> {
                presence.setLimit(person, act.limit());
                routing.admitWaiting(person);
              });
      case PASS ->
          done(
              () -> {
                clock.move(Duration.ofMinutes(act.minutes()));
                routing.expireDue();
              });
      default -> requests.isEmpty() ? "" : step(act, person);
    };
  }

  private static String done(Runnable work) {
    work.run();
    return "";
  }

  private String claim(EmployeeId person, Channel channel) {
    ClaimOutcome outcome = routing.claim(person, channel, Audience.PUBLIC, "c" + number);
    return outcome.fold(
        leased -> {
          leases.add(leased.lease());
          return "LEASED";
        },
        refused -> refused.reason().name());
  }

  private String release(Act act) {
    if (!leases.isEmpty()) {
      routing.release(leases.get(act.other() % leases.size()).token());
    }
    return "";
  }

  private String submitWithLease(Act act, EmployeeId person) {
    NewRequest wish = TestRouting.wish(person, act.ifUnavailable(), "s" + number);
    return leases.isEmpty()
        ? ""
        : submit(TestRouting.with(wish, leases.get(act.other() % leases.size()).token()));
  }

  private String submitOn(Channel channel, Act act, EmployeeId person) {
    return submit(
        TestRouting.on(channel, TestRouting.wish(person, act.ifUnavailable(), "s" + number)));
  }

  private Optional<EmployeeId> asked(Request request) {
    return routing
        .find(request.employee(), request.id())
        .flatMap(Request::asked)
        .map(Asked::colleague);
  }

  private String submit(NewRequest wish) {
    RoutingDecision decision = routing.submit(wish, Audience.PUBLIC);
    if (decision instanceof RoutingDecision.Refused refused) {
      return refused.reason().name();
    }
    Request request =
        decision instanceof RoutingDecision.Assigned assigned
            ? assigned.request()
            : decision instanceof RoutingDecision.Queued queued
                ? queued.request()
                : ((RoutingDecision.Offered) decision).request();
    requests.add(request.token());
    return decision.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }

  private String step(Act act, EmployeeId person) {
    Request request = routing.find(requests.get(act.other() % requests.size())).orElseThrow();
    RequestToken token = request.token();
    RequestId id = request.id();
    EmployeeId employee = request.employee();
    Optional<EmployeeId> asked = asked(request);
    Supplier<Step> step =
        switch (act.kind()) {
          case CHOOSE_TO_WAIT -> () -> routing.chooseToWait(token);
          case CHOOSE_COLLEAGUE -> () -> routing.chooseColleague(token, person);
          case WRITE -> () -> routing.write(token, "Noch etwas", "w" + number);
          case WITHDRAW -> () -> routing.withdraw(token);
          case REOPEN -> () -> routing.reopen(token, "Doch nicht", "o" + number);
          case GIVE_FEEDBACK -> () -> routing.giveFeedback(token, "Danke", "f" + number);
          case ACCEPT -> () -> routing.accept(employee, id);
          case ACCEPT_BEYOND -> () -> routing.accept(employee, id, true);
          case REPLY -> () -> routing.reply(employee, id, "Gern", "r" + number);
          case SNOOZE -> () -> routing.snooze(employee, id, in(act.minutes()));
          case RESOLVE -> () -> routing.resolve(employee, id, "");
          case DECLINE ->
              () ->
                  routing.decline(
                      employee, id, "Leider nicht", CounterOffer.colleagues(List.of(person)));
          case DECLINE_FOR_NOW ->
              () ->
                  routing.decline(
                      employee, id, "Nicht jetzt", CounterOffer.none().later(in(act.minutes())));
          case ASK_TO_TAKE_OVER -> asking(employee, id, person, Asked.Purpose.HAND_OVER);
          case ASK_FOR_COUNTER_OFFER -> asking(employee, id, person, Asked.Purpose.COUNTER_OFFER);
          case UNASK -> () -> routing.unask(employee, id);
          case AGREE -> () -> routing.agree(asked.orElseThrow(), id);
          case REFUSE -> () -> routing.refuse(asked.orElseThrow(), id, "");
          case MERGE -> () -> routing.merge(employee, id, other(act).id());
          default -> throw new AssertionError(act);
        };
    boolean nobody =
        switch (act.kind()) {
          case ASK_TO_TAKE_OVER, ASK_FOR_COUNTER_OFFER -> person.equals(employee);
          case AGREE, REFUSE -> asked.isEmpty();
          case MERGE -> id.equals(other(act).id()) || !employee.equals(other(act).employee());
          default -> false;
        };
    return nobody ? "" : step.get().fold(taken -> "TAKEN", not -> not.reason().name());
  }

  private Supplier<Step> asking(
      EmployeeId employee, RequestId id, EmployeeId person, Asked.Purpose purpose) {
    return () -> routing.ask(employee, id, new Asked(person, purpose), "Kannst du?");
  }

  private Request other(Act act) {
    return routing.find(requests.get(act.amount() % requests.size())).orElseThrow();
  }

  private Instant in(long minutes) {
    return clock.instant().plus(Duration.ofMinutes(minutes));
  }

  /** Answers the states that may follow one in a single act, by the life cycle of the design. */
  static Set<RequestState> next(RequestState state) {
    return switch (state) {
      case OPEN ->
          Set.of(
              RequestState.ACCEPTED,
              RequestState.OFFERED,
              RequestState.WITHDRAWN,
              RequestState.EXPIRED,
              RequestState.MERGED);
      case OFFERED ->
          Set.of(
              RequestState.OPEN,
              RequestState.SNOOZED,
              RequestState.ACCEPTED,
              RequestState.WITHDRAWN,
              RequestState.EXPIRED);
      case ACCEPTED ->
          Set.of(
              RequestState.MERGED,
              RequestState.SNOOZED,
              RequestState.WAITING_FOR_CUSTOMER,
              RequestState.RESOLVED,
              RequestState.OFFERED,
              RequestState.WITHDRAWN);
      case SNOOZED ->
          Set.of(
              RequestState.MERGED,
              RequestState.OPEN,
              RequestState.ACCEPTED,
              RequestState.WAITING_FOR_CUSTOMER,
              RequestState.RESOLVED,
              RequestState.OFFERED,
              RequestState.WITHDRAWN);
      case WAITING_FOR_CUSTOMER ->
          Set.of(
              RequestState.MERGED,
              RequestState.SNOOZED,
              RequestState.ACCEPTED,
              RequestState.RESOLVED,
              RequestState.OFFERED,
              RequestState.WITHDRAWN);
      case RESOLVED -> Set.of(RequestState.ACCEPTED, RequestState.OPEN);
      case WITHDRAWN, EXPIRED, MERGED -> Set.of();
    };
  }
}
