package org.visavis.routing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.RequestStore;

/**
 * From the customer's choice to the employee's care.
 *
 * <p>Nobody ever holds more than the limit allows: claiming checks and takes in one atomic step.
 * All methods that change something work within the caller's transaction where there is one;
 * observers are told within it, presence after its commit. Thread-safe.
 *
 * <p>From a customer's words to the employee's answer:
 *
 * <pre>{@code
 * Predicate<EmployeeId> shown = one -> presence.reachability(one, PUBLIC).shown();
 * PeoplePage page = directory.search(PeopleQuery.everybody().text("ada mueler"), shown);
 * EmployeeId ada = page.matches().get(0).profile().id();
 * Openness open = presence.openness(ada, MESSAGE, PUBLIC);
 * ClaimOutcome claim = routing.claim(ada, MESSAGE, PUBLIC, "key-1");
 * Customer zoe = Customer.of("Zoë", "zoe@post.example", Locale.GERMAN);
 * NewRequest wish = NewRequest.to(ada, MESSAGE, "Umzug", "Ab wann gibt es Strom?", zoe, "key-2");
 * RoutingDecision decision = routing.submit(wish.holding(claim.token()), PUBLIC);
 * Request request = routing.inbox(ada, Set.of(RequestState.ACCEPTED)).get(0);
 * Step reply = routing.reply(ada, request.id(), "Ab Samstag.", "key-3");
 * }</pre>
 */
public interface Routing {

  /**
   * Begins a routing over what presence decides and what the stores keep.
   *
   * @param presence the one decision on who can be reached; it reads the workload from the same
   *     ledger
   * @param ledger counts the points taken
   * @param leases keeps leases
   * @param requests keeps requests
   * @param clock says what time it is
   */
  static RoutingBuilder over(
      Presence presence,
      Ledger ledger,
      LeaseStore leases,
      RequestStore requests,
      InstantSource clock) {
    return new RoutingBuilder(presence, ledger, leases, requests, clock);
  }

  /**
   * Takes room within the employee's limit for a customer who is about to write. Claiming again
   * with the same key answers the same lease while it lasts.
   *
   * @param key the idempotency key, 1 to 128 printable ASCII characters; whoever knows it gets the
   *     lease, so it is hard to guess, or prefixed with who asks
   * @throws IdempotencyConflictException when the key's lease is another person's or channel's
   * @throws IllegalArgumentException when the key has another form
   */
  ClaimOutcome claim(EmployeeId employee, Channel channel, Audience audience, String key);

  /** Answers a lease that has not ended. */
  Optional<Lease> findLease(LeaseToken token);

  /** Gives a lease back. Idempotent; unknown and ended ones are nothing to do. */
  void release(LeaseToken token);

  /**
   * Hands a request in. With a lease that has not ended it takes the lease's room over; else it
   * claims anew; where there is no room it does as the customer said. Handing in again with the
   * same key answers where that same request stands; what was refused is decided anew.
   *
   * @throws IdempotencyConflictException when the key was used with other content
   */
  RoutingDecision submit(NewRequest request, Audience audience);

  /**
   * Hands a request in that its employee has said to take on, hidden or not: it is accepted, or
   * refused at the limit. Handing in again with the same key answers where that same request
   * stands.
   *
   * @throws IdempotencyConflictException when the key was used with other content
   */
  RoutingDecision takeOn(NewRequest request);

  /**
   * Answers whom a customer may choose instead of a person, the best first; nobody for a person who
   * is hidden from the public or does not exist.
   */
  List<Alternative> alternatives(EmployeeId chosen, Channel channel, Locale language);

  /** Answers the customer's own request. */
  Optional<Request> find(RequestToken token);

  /**
   * Answers where the customer's own request stands, with its position or alternatives; one that
   * has ended is assigned, and its state says how it ended. Empty when there is no such request.
   */
  Optional<RoutingDecision> decision(RequestToken token);

  /**
   * Waits for the employee of an offered request: until the later time that he or she has proposed,
   * else in the line. A request that already waits stays as it is.
   *
   * @throws UnknownRequestException when there is no such request
   */
  Step chooseToWait(RequestToken token);

  /**
   * Gives an open or offered request to a colleague of the customer's choice, who is shown to the
   * public and open on the request's channel, or has agreed to take this request. Everybody else,
   * hidden or not existing, is at the limit.
   *
   * @throws UnknownRequestException when there is no such request
   */
  Step chooseColleague(RequestToken token, EmployeeId colleague);

  /**
   * Adds the customer's words. They are never refused for want of room: what weighs more when it is
   * the employee's turn again takes that weight as soon as there is room, before anybody new.
   *
   * @param key the idempotency key of these words
   * @throws UnknownRequestException when there is no such request
   */
  Step write(RequestToken token, String text, String key);

  /**
   * Takes a request back that has not ended.
   *
   * @throws UnknownRequestException when there is no such request
   */
  Step withdraw(RequestToken token);

  /**
   * Takes a resolved request up again; it goes to the same employee, and waits where there is no
   * room.
   *
   * @throws UnknownRequestException when there is no such request
   */
  Step reopen(RequestToken token, String text, String key);

  /**
   * Says a word to the employee who resolved the request, once each time it is resolved. Nobody
   * else reads it, and nothing is counted.
   *
   * @param text 1 to 500 characters
   * @param key the idempotency key of these words
   * @throws UnknownRequestException when there is no such request
   */
  Step giveFeedback(RequestToken token, String text, String key);

  /**
   * Answers the employee's requests in those states, the longest waiting first, without the words
   * of their timelines but the first.
   */
  List<Request> inbox(EmployeeId employee, Set<RequestState> states);

  /** Answers one request of the employee's. */
  Optional<Request> find(EmployeeId employee, RequestId id);

  /**
   * Accepts a request that waits for the employee, or takes up one that is snoozed, where there is
   * room.
   *
   * @throws UnknownRequestException when the employee has no such request
   */
  default Step accept(EmployeeId employee, RequestId id) {
    return accept(employee, id, false);
  }

  /**
   * Accepts a request that waits for the employee, or takes up one that is snoozed.
   *
   * @param beyondLimit whether to take it where there is no room, too; passing the limit is
   *     recorded on the timeline, where the customer does not read it
   * @throws UnknownRequestException when the employee has no such request
   */
  Step accept(EmployeeId employee, RequestId id, boolean beyondLimit);

  /**
   * Adds the employee's words; it is the customer's turn then.
   *
   * @param key the idempotency key of these words
   * @throws UnknownRequestException when the employee has no such request
   */
  Step reply(EmployeeId employee, RequestId id, String text, String key);

  /**
   * Ends a request as done, with last words where there are any.
   *
   * @throws UnknownRequestException when the employee has no such request
   */
  Step resolve(EmployeeId employee, RequestId id, String text);

  /**
   * Lays a request aside until an instant. It comes back into its place among the waiting ones, by
   * when it was received, and holds little or nothing until then. Whatever the customer writes
   * meanwhile is kept.
   *
   * @param until from a minute to 90 days ahead
   * @throws UnknownRequestException when the employee has no such request
   * @throws IllegalArgumentException when the instant is nearer or farther
   */
  Step snooze(EmployeeId employee, RequestId id, Instant until);

  /**
   * Declines a request: the customer is told why and asked what to do, with what the employee
   * offers instead first.
   *
   * @param reason words for the customer, 1 to 2,000 characters
   * @param offer what the employee offers instead; a later time is from a minute to 90 days ahead
   * @throws UnknownRequestException when the employee has no such request
   * @throws IllegalArgumentException when the words or the time are out of bounds
   */
  Step decline(EmployeeId employee, RequestId id, String reason, CounterOffer offer);

  /**
   * Asks a colleague about a request. Until there is a yes the employee keeps it, and the customer
   * learns nothing. One colleague is asked at a time.
   *
   * @param asked whom, and what follows from a yes
   * @param text up to 2,000 characters: to hand it over, words for the colleague, if any; for a
   *     counter-offer, the words with which it will be declined
   * @throws UnknownRequestException when the employee has no such request
   */
  Step ask(EmployeeId employee, RequestId id, Asked asked, String text);

  /**
   * Takes a question to a colleague back. Idempotent.
   *
   * @throws UnknownRequestException when the employee has no such request
   */
  Step unask(EmployeeId employee, RequestId id);

  /** Answers the requests about which a colleague is asked, the longest waiting first. */
  List<Request> asked(EmployeeId colleague);

  /** Answers a request about which a colleague is asked. */
  Optional<Request> findAsked(EmployeeId colleague, RequestId id);

  /**
   * Says yes: the request is the colleague's from now on, or the customer is asked whether it may
   * be. Taking it over may pass the colleague's limit, which is recorded.
   *
   * @throws UnknownRequestException when the colleague was never asked about such a request
   */
  Step agree(EmployeeId colleague, RequestId id);

  /**
   * Says no. The employee keeps the request; nothing is counted.
   *
   * @param text words for the employee, up to 2,000 characters, or none
   * @throws UnknownRequestException when the colleague was never asked about such a request
   */
  Step refuse(EmployeeId colleague, RequestId id, String text);

  /**
   * Answers what else the customer of a request wants of the same employee, as far as it can be
   * merged with it; the earliest first.
   */
  List<Request> others(EmployeeId employee, RequestId id);

  /**
   * Makes one request of two that the same customer has open with the employee: the earlier one
   * goes on for both. Both links lead to it; each reads what was said under it, and all that is
   * said from now on.
   *
   * @throws UnknownRequestException when the employee has no such requests
   * @throws IllegalArgumentException when both are the same
   */
  Step merge(EmployeeId employee, RequestId one, RequestId other);

  /**
   * Gives requests that wait for the employee what room there is now, the longest waiting first.
   * Idempotent.
   */
  void admitWaiting(EmployeeId employee);

  /** Answers for whom requests wait. */
  Set<EmployeeId> waitedFor();

  /**
   * Ends what has run out: snoozes, leases, and requests that have waited or been offered for too
   * long.
   *
   * @return when the next one runs out, if any will
   */
  Optional<Instant> expireDue();
}
