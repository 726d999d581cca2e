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
   * Waits for the employee of an offered request; a request that already waits stays as it is.
   *
   * @throws UnknownRequestException when there is no such request
   */
  Step chooseToWait(RequestToken token);

  /**
   * Gives an open or offered request to a colleague of the customer's choice, who is shown to the
   * public and open on the request's channel. Everybody else, hidden or not existing, is at the
   * limit.
   *
   * @throws UnknownRequestException when there is no such request
   */
  Step chooseColleague(RequestToken token, EmployeeId colleague);

  /**
   * Adds the customer's words.
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
   * Answers the employee's requests in those states, the longest waiting first, without the words
   * of their timelines but the first.
   */
  List<Request> inbox(EmployeeId employee, Set<RequestState> states);

  /** Answers one request of the employee's. */
  Optional<Request> find(EmployeeId employee, RequestId id);

  /**
   * Accepts a request that waits for the employee, where there is room.
   *
   * @throws UnknownRequestException when the employee has no such request
   */
  Step accept(EmployeeId employee, RequestId id);

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
   * Declines a request: the customer is told why and asked what to do, with the proposed colleagues
   * first.
   *
   * @param reason words for the customer, 1 to 2,000 characters
   * @param colleagues whom the employee proposes; those who are hidden are left out where the
   *     customer looks
   * @throws UnknownRequestException when the employee has no such request
   */
  Step decline(EmployeeId employee, RequestId id, String reason, List<EmployeeId> colleagues);

  /**
   * Gives requests that wait for the employee what room there is now, the longest waiting first.
   * Idempotent.
   */
  void admitWaiting(EmployeeId employee);

  /** Answers for whom requests wait. */
  Set<EmployeeId> waitedFor();

  /**
   * Ends what has run out: leases, and requests that have waited or been offered for too long.
   *
   * @return when the next one runs out, if any will
   */
  Optional<Instant> expireDue();
}
