package org.visavis.routing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.Ranking;

/** Leases: taking, taking over, giving back. */
final class Claims {

  private static final int MOST_AT_ONCE = 500;

  private final LeaseStore leases;
  private final Room room;
  private final LifeCycle lifeCycle;
  private final Ranking ranking;
  private final Effort effort;
  private final SecureRandom random;
  private final Turns turns = new Turns();

  Claims(
      LeaseStore leases,
      Room room,
      LifeCycle lifeCycle,
      Ranking ranking,
      Effort effort,
      SecureRandom random) {
    this.leases = leases;
    this.room = room;
    this.lifeCycle = lifeCycle;
    this.ranking = ranking;
    this.effort = effort;
    this.random = random;
  }

  ClaimOutcome claim(EmployeeId employee, Channel channel, Audience audience, String key) {
    Words.requireKey(key);
    return turns.take(
        key,
        () -> {
          Instant now = lifeCycle.now();
          endEnded(employee, now);
          return kept(key, employee, channel, now)
              .orElseGet(() -> claimAnew(employee, channel, audience, key, now));
        });
  }

  Optional<Lease> find(LeaseToken token) {
    Instant now = lifeCycle.now();
    return leases.find(token).filter(lease -> Room.isLive(lease, now));
  }

  void release(LeaseToken token) {
    leases.remove(token).ifPresent(lease -> giveBack(List.of(lease)));
  }

  /**
   * Removes the lease of a request that is being handed in, and answers it where it holds room for
   * just this. One that has ended, or was taken for something else, is given back.
   */
  Optional<Lease> takeOver(LeaseToken token, EmployeeId employee, Channel channel) {
    Instant now = lifeCycle.now();
    Optional<Lease> removed = leases.remove(token);
    Optional<Lease> held =
        removed.filter(
            lease ->
                Room.isLive(lease, now)
                    && lease.employee().equals(employee)
                    && lease.channel() == channel);
    if (held.isEmpty()) {
      removed.ifPresent(lease -> giveBack(List.of(lease)));
    }
    return held;
  }

  /** Gives back what an employee's ended leases hold. */
  void endEnded(EmployeeId employee, Instant now) {
    giveBack(leases.removeEnded(employee, now));
  }

  /** Gives back what anybody's ended leases hold, within bounds. */
  void endEnded(Instant now) {
    giveBack(leases.removeEnded(now, MOST_AT_ONCE));
  }

  private void giveBack(List<Lease> ended) {
    if (!ended.isEmpty()) {
      room.giveBack(ended).forEach(lifeCycle::admit);
    }
  }

  private ClaimOutcome claimAnew(
      EmployeeId employee, Channel channel, Audience audience, String key, Instant now) {
    Optional<Refusal> refusal = room.refusal(employee, channel, audience);
    if (refusal.isPresent()) {
      return refused(refusal.get(), employee, channel, audience);
    }
    int points = room.tryTakeWhole(employee, channel, effort.points(channel));
    if (points == 0) {
      return kept(key, employee, channel, now)
          .orElseGet(() -> refused(Refusal.AT_LIMIT, employee, channel, audience));
    }
    Lease lease =
        new Lease(LeaseToken.random(random), employee, channel, points, now.plus(Lease.DURATION));
    if (leases.save(lease, key)) {
      return new ClaimOutcome.Leased(lease);
    }
    room.giveBack(employee, channel, points);
    return kept(key, employee, channel, now)
        .orElseGet(() -> refused(Refusal.AT_LIMIT, employee, channel, audience));
  }

  private Optional<ClaimOutcome> kept(
      String key, EmployeeId employee, Channel channel, Instant now) {
    Optional<Lease> found = leases.findByKey(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Lease lease = found.get();
    if (!Room.isLive(lease, now)) {
      release(lease.token());
      return Optional.empty();
    }
    if (!lease.employee().equals(employee) || lease.channel() != channel) {
      throw new IdempotencyConflictException();
    }
    return Optional.of(new ClaimOutcome.Leased(lease));
  }

  private ClaimOutcome refused(
      Refusal reason, EmployeeId employee, Channel channel, Audience audience) {
    return new ClaimOutcome.Refused(
        reason, alternatives(reason, Ranking.Wish.of(employee, channel, audience, Locale.ROOT)));
  }

  /** Nobody is proposed for somebody who is hidden: that would show that he or she exists. */
  List<Alternative> alternatives(Refusal reason, Ranking.Wish wish) {
    return reason == Refusal.UNKNOWN_EMPLOYEE ? List.of() : ranking.alternatives(wish);
  }
}
