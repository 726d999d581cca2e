package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.RequestStore;

/** Routing over a ledger that makes a limit a limit: the verbs of the life cycle. */
final class LedgerRouting implements Routing {

  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_PROPOSED = 20;

  private final LeaseStore leases;
  private final RequestStore requests;
  private final Room room;
  private final LifeCycle lifeCycle;
  private final Claims claims;
  private final Submission submission;
  private final Standing standing;
  private final Duration patience;

  LedgerRouting(RoutingBuilder parts) {
    leases = parts.leases;
    requests = parts.requests;
    patience = parts.patience;
    room = new Room(parts.presence, parts.ledger, parts.afterCommit);
    lifeCycle = new LifeCycle(requests, room, parts.observers, parts.clock);
    standing = new Standing(requests, parts.ranking);
    claims = new Claims(leases, room, lifeCycle, parts.ranking, parts.effort, parts.random);
    submission =
        new Submission(requests, claims, room, lifeCycle, standing, parts.effort, parts.random);
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
  public List<Alternative> alternatives(EmployeeId chosen, Channel channel, Locale language) {
    Refusal reason = room.isShown(chosen) ? Refusal.AT_LIMIT : Refusal.UNKNOWN_EMPLOYEE;
    return claims.alternatives(reason, chosen, channel, Audience.PUBLIC, language);
  }

  @Override
  public Optional<Request> find(RequestToken token) {
    return requests.find(token);
  }

  @Override
  public Optional<RoutingDecision> decision(RequestToken token) {
    return requests.find(token).map(request -> standing.of(request, Audience.PUBLIC));
  }

  @Override
  public Step chooseToWait(RequestToken token) {
    Step step =
        ofCustomer(
            token,
            Optional.empty(),
            request ->
                switch (request.state()) {
                  case OPEN -> new Move.Stay();
                  case OFFERED ->
                      Move.To.of(
                          RequestState.OPEN,
                          request.employee(),
                          Happening.of(Kind.CHOSEN, request.employee()),
                          Happening.of(Kind.QUEUED, request.employee()));
                  default -> Move.wrongState();
                });
    if (step instanceof Step.Taken taken && taken.request().state() == RequestState.OPEN) {
      lifeCycle.admit(taken.request().employee());
      return new Step.Taken(requests.find(token).orElse(taken.request()));
    }
    return step;
  }

  @Override
  public Step chooseColleague(RequestToken token, EmployeeId colleague) {
    return ofCustomer(
        token,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case OPEN, OFFERED -> toColleague(request, colleague);
              case ACCEPTED, WAITING_FOR_CUSTOMER ->
                  request.employee().equals(colleague) ? new Move.Stay() : Move.wrongState();
              default -> Move.wrongState();
            });
  }

  /** Somebody hidden looks like somebody full here, and so does somebody who does not exist. */
  private Move toColleague(Request request, EmployeeId colleague) {
    if (room.refusal(colleague, request.channel(), Audience.PUBLIC).isPresent()) {
      return new Move.Not(Step.Reason.AT_LIMIT);
    }
    return Move.To.of(
        RequestState.ACCEPTED,
        colleague,
        Happening.of(Kind.CHOSEN, colleague),
        Happening.of(Kind.ACCEPTED, colleague));
  }

  @Override
  public Step write(RequestToken token, String text, String key) {
    String words = Words.require(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    return ofCustomer(
        token,
        Optional.of(Words.requireKey(key)),
        request -> {
          if (request.state().isEnded()) {
            return Move.wrongState();
          }
          RequestState next =
              request.state() == RequestState.WAITING_FOR_CUSTOMER
                  ? RequestState.ACCEPTED
                  : request.state();
          return Move.To.of(
              next,
              request.employee(),
              Happening.saying(Kind.CUSTOMER_WROTE, request.employee(), words));
        });
  }

  @Override
  public Step withdraw(RequestToken token) {
    return ofCustomer(
        token,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case WITHDRAWN -> new Move.Stay();
              case RESOLVED, EXPIRED -> Move.wrongState();
              default ->
                  Move.To.of(
                      RequestState.WITHDRAWN,
                      request.employee(),
                      Happening.of(Kind.WITHDRAWN, request.employee()));
            });
  }

  @Override
  public Step reopen(RequestToken token, String text, String key) {
    String words = Words.require(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    return ofCustomer(
        token,
        Optional.of(Words.requireKey(key)),
        request ->
            request.state() == RequestState.RESOLVED
                ? reopened(request, words)
                : Move.wrongState());
  }

  private Move reopened(Request request, String words) {
    EmployeeId employee = request.employee();
    Happening reopened = Happening.saying(Kind.REOPENED, employee, words);
    Move.To wait =
        Move.To.of(RequestState.OPEN, employee, reopened, Happening.of(Kind.QUEUED, employee));
    if (!room.isShown(employee)) {
      return wait;
    }
    return Move.To.of(
            RequestState.ACCEPTED, employee, reopened, Happening.of(Kind.ACCEPTED, employee))
        .orElse(wait);
  }

  @Override
  public List<Request> inbox(EmployeeId employee, Set<RequestState> states) {
    return states.isEmpty() ? List.of() : requests.ofEmployee(employee, states);
  }

  @Override
  public Optional<Request> find(EmployeeId employee, RequestId id) {
    return requests.find(id).filter(request -> request.employee().equals(employee));
  }

  @Override
  public Step accept(EmployeeId employee, RequestId id) {
    return ofEmployee(
        employee,
        id,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case OPEN ->
                  Move.To.of(
                      RequestState.ACCEPTED, employee, Happening.of(Kind.ACCEPTED, employee));
              case ACCEPTED, WAITING_FOR_CUSTOMER -> new Move.Stay();
              default -> Move.wrongState();
            });
  }

  @Override
  public Step reply(EmployeeId employee, RequestId id, String text, String key) {
    String words = Words.require(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    return ofEmployee(
        employee,
        id,
        Optional.of(Words.requireKey(key)),
        request ->
            request.state().holdsEffort()
                ? Move.To.of(
                    RequestState.WAITING_FOR_CUSTOMER,
                    employee,
                    Happening.saying(Kind.REPLIED, employee, words))
                : Move.wrongState());
  }

  @Override
  public Step resolve(EmployeeId employee, RequestId id, String text) {
    String words = Words.optional(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    return ofEmployee(
        employee,
        id,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case ACCEPTED, WAITING_FOR_CUSTOMER ->
                  Move.To.of(
                      RequestState.RESOLVED,
                      employee,
                      Happening.saying(Kind.RESOLVED, employee, words));
              case RESOLVED -> new Move.Stay();
              default -> Move.wrongState();
            });
  }

  @Override
  public Step decline(
      EmployeeId employee, RequestId id, String reason, List<EmployeeId> colleagues) {
    String words = Words.require(reason, Words.MAX_REASON_LENGTH, "reason");
    List<EmployeeId> proposed = new ArrayList<>(new LinkedHashSet<>(colleagues));
    proposed.remove(employee);
    if (proposed.size() > MOST_PROPOSED) {
      throw new IllegalArgumentException("colleagues are at most " + MOST_PROPOSED);
    }
    Happening declined = new Happening(Kind.DECLINED, employee, words, proposed);
    return ofEmployee(
        employee,
        id,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case OPEN, ACCEPTED, WAITING_FOR_CUSTOMER ->
                  Move.To.of(RequestState.OFFERED, employee, declined);
              case OFFERED ->
                  lastKind(request) == Kind.DECLINED ? new Move.Stay() : Move.wrongState();
              default -> Move.wrongState();
            });
  }

  @Override
  public void admitWaiting(EmployeeId employee) {
    lifeCycle.admit(employee);
  }

  @Override
  public Optional<Instant> expireDue() {
    Instant now = lifeCycle.now();
    claims.endEnded(now);
    Instant lastChange = now.minus(patience);
    for (Request request : requests.unansweredSince(lastChange.plusNanos(1_000), MOST_AT_ONCE)) {
      lifeCycle.take(
          () -> requests.find(request.id()),
          Optional.empty(),
          current -> expiry(current, lastChange));
    }
    return Stream.of(leases.nextEnd(), requests.longestUnanswered().map(at -> at.plus(patience)))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private static Move expiry(Request request, Instant lastChange) {
    boolean unanswered =
        request.state() == RequestState.OPEN || request.state() == RequestState.OFFERED;
    return unanswered && !request.changedAt().isAfter(lastChange)
        ? Move.To.of(
            RequestState.EXPIRED,
            request.employee(),
            Happening.of(Kind.EXPIRED, request.employee()))
        : Move.wrongState();
  }

  private Step ofCustomer(
      RequestToken token, Optional<String> key, Function<Request, Move> decide) {
    return lifeCycle.take(() -> requests.find(token), key, decide);
  }

  private Step ofEmployee(
      EmployeeId employee, RequestId id, Optional<String> key, Function<Request, Move> decide) {
    return lifeCycle.take(() -> find(employee, id), key, decide);
  }

  private static Kind lastKind(Request request) {
    return request.timeline().get(request.timeline().size() - 1).kind();
  }
}
