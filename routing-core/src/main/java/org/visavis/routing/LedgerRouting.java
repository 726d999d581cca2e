package org.visavis.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.Ranking;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.RequestStore;

/** Routing over a ledger that makes a limit a limit: leads every verb to who knows it. */
final class LedgerRouting implements Routing {

  private final RequestStore requests;
  private final Room room;
  private final LifeCycle lifeCycle;
  private final Links links;
  private final Claims claims;
  private final Submission submission;
  private final Standing standing;
  private final CustomerSteps ofCustomer;
  private final EmployeeSteps ofEmployee;
  private final ColleagueSteps amongColleagues;
  private final Merging merging;
  private final Upkeep upkeep;

  LedgerRouting(RoutingBuilder parts) {
    requests = parts.requests;
    room = new Room(parts.presence, parts.ledger, parts.effort, parts.afterCommit);
    Ties ties = new Ties(requests, parts.relationships);
    List<RequestObserver> observers = new ArrayList<>(parts.observers);
    observers.add(0, ties);
    lifeCycle = new LifeCycle(requests, room, parts.effort, observers, parts.clock);
    links = new Links(requests);
    standing = new Standing(requests, parts.ranking, ties);
    claims = new Claims(parts.leases, room, lifeCycle, parts.ranking, parts.effort, parts.random);
    submission =
        new Submission(
            requests, claims, room, lifeCycle, links, standing, ties, parts.effort, parts.random);
    ofCustomer = new CustomerSteps(requests, room, lifeCycle, links);
    ofEmployee = new EmployeeSteps(requests, lifeCycle, links);
    amongColleagues = new ColleagueSteps(requests, room, lifeCycle, ofEmployee);
    merging = new Merging(requests, lifeCycle, links, ofEmployee);
    upkeep = new Upkeep(parts.leases, requests, claims, lifeCycle, parts.patience);
  }

  @Override
  public ClaimOutcome claim(EmployeeId employee, Channel channel, Audience audience, String key) {
    return claims.claim(employee, channel, audience, key);
  }

  @Override
  public Optional<Lease> findLease(LeaseToken token) {
    return claims.find(token);
  }

  @Override
  public void release(LeaseToken token) {
    claims.release(token);
  }

  @Override
  public RoutingDecision submit(NewRequest request, Audience audience) {
    return submission.submit(request, audience);
  }

  @Override
  public RoutingDecision takeOn(NewRequest request) {
    return submission.takeOn(request);
  }

  @Override
  public List<Alternative> alternatives(EmployeeId chosen, Channel channel, Locale language) {
    Refusal reason = room.isShown(chosen) ? Refusal.AT_LIMIT : Refusal.UNKNOWN_EMPLOYEE;
    return claims.alternatives(reason, Ranking.Wish.of(chosen, channel, Audience.PUBLIC, language));
  }

  @Override
  public Optional<Request> find(RequestToken token) {
    return links.find(token);
  }

  @Override
  public Optional<RoutingDecision> decision(RequestToken token) {
    return requests
        .find(token)
        .map(
            own -> {
              Request whole = links.follow(own);
              return standing.of(whole, links.seen(own, whole), Audience.PUBLIC);
            });
  }

  @Override
  public Step chooseToWait(RequestToken token) {
    return ofCustomer.chooseToWait(token);
  }

  @Override
  public Step chooseColleague(RequestToken token, EmployeeId colleague) {
    return ofCustomer.chooseColleague(token, colleague);
  }

  @Override
  public Step write(RequestToken token, String text, String key) {
    return ofCustomer.write(token, text, key);
  }

  @Override
  public Step withdraw(RequestToken token) {
    return ofCustomer.withdraw(token);
  }

  @Override
  public Step reopen(RequestToken token, String text, String key) {
    return ofCustomer.reopen(token, text, key);
  }

  @Override
  public Step giveFeedback(RequestToken token, String text, String key) {
    return ofCustomer.giveFeedback(token, text, key);
  }

  @Override
  public List<Request> inbox(EmployeeId employee, Set<RequestState> states) {
    return ofEmployee.inbox(employee, states);
  }

  @Override
  public Optional<Request> find(EmployeeId employee, RequestId id) {
    return ofEmployee.find(employee, id);
  }

  @Override
  public Step accept(EmployeeId employee, RequestId id, boolean beyondLimit) {
    return ofEmployee.accept(employee, id, beyondLimit);
  }

  @Override
  public Step reply(EmployeeId employee, RequestId id, String text, String key) {
    return ofEmployee.reply(employee, id, text, key);
  }

  @Override
  public Step resolve(EmployeeId employee, RequestId id, String text) {
    return ofEmployee.resolve(employee, id, text);
  }

  @Override
  public Step snooze(EmployeeId employee, RequestId id, Instant until) {
    return ofEmployee.snooze(employee, id, until);
  }

  @Override
  public Step decline(EmployeeId employee, RequestId id, String reason, CounterOffer offer) {
    return ofEmployee.decline(employee, id, reason, offer);
  }

  @Override
  public Step ask(EmployeeId employee, RequestId id, Asked asked, String text) {
    return amongColleagues.ask(employee, id, asked, text);
  }

  @Override
  public Step unask(EmployeeId employee, RequestId id) {
    return amongColleagues.unask(employee, id);
  }

  @Override
  public List<Request> asked(EmployeeId colleague) {
    return amongColleagues.asked(colleague);
  }

  @Override
  public Optional<Request> findAsked(EmployeeId colleague, RequestId id) {
    return amongColleagues.findAsked(colleague, id);
  }

  @Override
  public Step agree(EmployeeId colleague, RequestId id) {
    return amongColleagues.agree(colleague, id);
  }

  @Override
  public Step refuse(EmployeeId colleague, RequestId id, String text) {
    return amongColleagues.refuse(colleague, id, text);
  }

  @Override
  public List<Request> others(EmployeeId employee, RequestId id) {
    return merging.others(employee, id);
  }

  @Override
  public Step merge(EmployeeId employee, RequestId one, RequestId other) {
    return merging.merge(employee, one, other);
  }

  @Override
  public void admitWaiting(EmployeeId employee) {
    lifeCycle.admit(employee);
  }

  @Override
  public Set<EmployeeId> waitedFor() {
    return requests.waitedFor();
  }

  @Override
  public Optional<Instant> expireDue() {
    return upkeep.expireDue();
  }
}
