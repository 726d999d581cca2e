package org.visavis.routing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.Ranking;
import org.visavis.routing.spi.RequestStore;

/** Handing a request in, once for each key. */
final class Submission {

  private final RequestStore requests;
  private final Claims claims;
  private final Room room;
  private final LifeCycle lifeCycle;
  private final Links links;
  private final Standing standing;
  private final Ties ties;
  private final Effort effort;
  private final SecureRandom random;
  private final Turns turns = new Turns();

  Submission(
      RequestStore requests,
      Claims claims,
      Room room,
      LifeCycle lifeCycle,
      Links links,
      Standing standing,
      Ties ties,
      Effort effort,
      SecureRandom random) {
    this.requests = requests;
    this.claims = claims;
    this.room = room;
    this.lifeCycle = lifeCycle;
    this.links = links;
    this.standing = standing;
    this.ties = ties;
    this.effort = effort;
    this.random = random;
  }

  RoutingDecision submit(NewRequest wish, Audience audience) {
    return turns.take(wish.key(), () -> new Attempt(wish, audience).decide());
  }

  RoutingDecision takeOn(NewRequest wish) {
    return turns.take(wish.key(), () -> new Attempt(wish, Audience.PUBLIC).takeOn());
  }

  /** One hand-in with all that belongs to it. */
  private final class Attempt {

    private final NewRequest wish;
    private final Audience audience;
    private final EmployeeId chosen;
    private final String fingerprint;
    private final int points;
    private final Instant now = lifeCycle.now();

    Attempt(NewRequest wish, Audience audience) {
      this.wish = wish;
      this.audience = audience;
      this.chosen = wish.employee();
      this.fingerprint = Fingerprint.of(wish);
      this.points = effort.points(wish.channel());
    }

    RoutingDecision decide() {
      return kept().orElseGet(this::decideAnew);
    }

    RoutingDecision takeOn() {
      int points = effort.points(wish.channel());
      return kept()
          .orElseGet(
              () ->
                  room.tryTake(chosen, wish.channel(), points)
                      ? keep(RequestState.ACCEPTED, chosen, points, accepted())
                      : new RoutingDecision.Refused(Refusal.AT_LIMIT, List.of()));
    }

    /**
     * Looks for the key again after each step for which this may have waited: whoever was quicker
     * with the same key has taken what this one found missing.
     */
    private RoutingDecision decideAnew() {
      Optional<Lease> held =
          wish.lease().flatMap(token -> claims.takeOver(token, chosen, wish.channel()));
      if (held.isPresent()) {
        return keep(RequestState.ACCEPTED, chosen, held.get().effort(), accepted());
      }
      claims.endEnded(chosen, now);
      return (wish.lease().isPresent() ? kept() : Optional.<RoutingDecision>empty())
          .orElseGet(this::decideWithoutLease);
    }

    private RoutingDecision decideWithoutLease() {
      Optional<Refusal> refusal = room.refusal(chosen, wish.channel(), audience);
      int taken = refusal.isEmpty() ? room.tryTakeWhole(chosen, wish.channel(), points) : 0;
      if (taken > 0) {
        return keep(RequestState.ACCEPTED, chosen, taken, accepted());
      }
      Optional<RoutingDecision> other =
          firstFree(refusal.filter(Refusal.UNKNOWN_EMPLOYEE::equals).isPresent());
      if (other.isPresent()) {
        return other.get();
      }
      if (refusal.filter(reason -> reason != Refusal.AT_LIMIT).isPresent()) {
        Refusal reason = refusal.get();
        return new RoutingDecision.Refused(reason, claims.alternatives(reason, rankingWish()));
      }
      return kept()
          .orElseGet(
              () ->
                  switch (wish.ifUnavailable()) {
                    case ASK -> offer();
                    case WAIT -> queue(refusal.isEmpty());
                    case COLLEAGUE -> colleague();
                  });
    }

    /** Keeps it for the first with room of those whom the customer would take as well, if any. */
    private Optional<RoutingDecision> firstFree(boolean chosenUnknown) {
      for (EmployeeId other : wish.others()) {
        int taken =
            room.refusal(other, wish.channel(), audience).isEmpty()
                ? room.tryTakeWhole(other, wish.channel(), points)
                : 0;
        if (taken > 0) {
          List<Happening> events = chosenUnknown ? acceptedBy(other) : acceptedInstead(other);
          return Optional.of(keep(RequestState.ACCEPTED, other, taken, events));
        }
      }
      return Optional.empty();
    }

    private List<Happening> accepted() {
      return acceptedBy(chosen);
    }

    /** Nothing is said of a chosen person who is hidden, or does not exist. */
    private List<Happening> acceptedBy(EmployeeId employee) {
      return List.of(
          Happening.saying(Kind.RECEIVED, employee, wish.message()),
          Happening.of(Kind.ACCEPTED, employee));
    }

    private List<Happening> acceptedInstead(EmployeeId colleague) {
      return List.of(
          received(),
          Happening.of(Kind.OFFERED, chosen),
          Happening.of(Kind.CHOSEN, colleague),
          Happening.of(Kind.ACCEPTED, colleague));
    }

    private Happening received() {
      return Happening.saying(Kind.RECEIVED, chosen, wish.message());
    }

    private RoutingDecision offer() {
      return keep(
          RequestState.OFFERED, chosen, 0, List.of(received(), Happening.of(Kind.OFFERED, chosen)));
    }

    /** Room that was given back meanwhile is not left unused: nobody else would look for it. */
    private RoutingDecision queue(boolean open) {
      RoutingDecision decision =
          keep(
              RequestState.OPEN, chosen, 0, List.of(received(), Happening.of(Kind.QUEUED, chosen)));
      if (open) {
        lifeCycle.admit(chosen);
      }
      wish.others().forEach(lifeCycle::admit);
      return open || !wish.others().isEmpty() ? kept().orElse(decision) : decision;
    }

    private RoutingDecision colleague() {
      List<Alternative> alternatives = claims.alternatives(Refusal.AT_LIMIT, rankingWish());
      for (Alternative alternative : alternatives) {
        EmployeeId colleague = alternative.employee();
        int taken = room.tryTakeWhole(colleague, wish.channel(), points);
        if (taken > 0) {
          return keep(RequestState.ACCEPTED, colleague, taken, acceptedInstead(colleague));
        }
      }
      return offer();
    }

    private Ranking.Wish rankingWish() {
      return Ranking.Wish.of(chosen, wish.channel(), audience, wish.customer().language())
          .knowing(ties.helper(wish));
    }

    private RoutingDecision keep(
        RequestState state, EmployeeId employee, int held, List<Happening> happenings) {
      List<TimelineEvent> events = new ArrayList<>(lifeCycle.events(happenings, now));
      Request request =
          new Request(
              newId(),
              RequestToken.random(random),
              employee,
              wish.channel(),
              wish.subject(),
              wish.customer(),
              wish.ifUnavailable(),
              state,
              points,
              Situation.holding(held),
              now,
              now,
              0,
              events);
      if (requests.create(request, wish.key(), fingerprint)) {
        if (!wish.others().isEmpty()) {
          requests.keepOthers(request.id(), wish.others());
        }
        ties.follow(wish, request);
        lifeCycle.tell(request, request.timeline());
        return standing.of(request, request, audience);
      }
      if (held > 0) {
        room.giveBack(employee, wish.channel(), held);
      }
      return kept()
          .orElseThrow(
              () ->
                  new RoutingStoreException(
                      "A request of this key can be neither kept nor found",
                      new IllegalStateException("create answered false")));
    }

    private Optional<RoutingDecision> kept() {
      return requests
          .findByKey(wish.key())
          .map(
              kept -> {
                if (!kept.fingerprint().equals(fingerprint)) {
                  throw new IdempotencyConflictException();
                }
                Request whole = links.follow(kept.request());
                return standing.of(whole, links.seen(kept.request(), whole), audience);
              });
    }

    /** A UUID that begins with the time (RFC 9562, section 5.7), so that new rows lie together. */
    private RequestId newId() {
      long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
      long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new RequestId(new UUID(high, low));
    }
  }
}
