package org.visavis.routing.ranking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.Reachability;
import org.visavis.routing.Alternative;
import org.visavis.routing.Alternative.Reason;
import org.visavis.routing.spi.Ranking;

/**
 * Proposes people by rules, one after the other: a later rule only orders those whom all earlier
 * ones find equal, and those whom all rules find equal take turns. Nobody is proposed without a
 * ground, who is not shown to the audience and open on the channel, or who is the chosen one or out
 * of the question.
 *
 * <p>The same people, wish and turn give the same answer. Looks at everybody once for each answer.
 * Thread-safe.
 */
public final class RankingByRules implements Ranking {

  /** The most people that are proposed at once. */
  public static final int MOST = 12;

  private static final Duration TURN = Duration.ofMinutes(1);

  private final Directory directory;
  private final Presence presence;
  private final Turn turn;
  private final List<RankingRule> rules;

  private RankingByRules(
      Directory directory, Presence presence, Turn turn, List<RankingRule> rules) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.presence = Objects.requireNonNull(presence, "presence");
    this.turn = Objects.requireNonNull(turn, "turn");
    this.rules = List.copyOf(rules);
  }

  /** Answers the ranking by {@link RankingRules#standard}, with another turn every minute. */
  public static RankingByRules standard(
      Directory directory, Presence presence, InstantSource clock) {
    return of(directory, presence, Turn.every(TURN, clock), RankingRules.standard());
  }

  /**
   * Answers a ranking by rules of your own.
   *
   * @param rules the deciding one first
   */
  public static RankingByRules of(
      Directory directory, Presence presence, Turn turn, RankingRules rules) {
    return new RankingByRules(directory, presence, turn, rules.inOrder());
  }

  @Override
  public List<Alternative> alternatives(Wish wish) {
    long number = turn.number();
    // Also whoever has left cared for something: that is what the customer still needs.
    Optional<Profile> chosen =
        directory
            .find(wish.chosen())
            .flatMap(person -> Profile.of(person, wish.audience(), Instant.MIN));
    return directory.everybody().stream()
        .filter(employee -> isInQuestion(employee.id(), wish))
        .flatMap(employee -> ranked(employee.id(), chosen, wish, number).stream())
        .sorted()
        .limit(MOST)
        .map(Ranked::alternative)
        .toList();
  }

  private static boolean isInQuestion(EmployeeId employee, Wish wish) {
    return !employee.equals(wish.chosen()) && !wish.out().contains(employee);
  }

  private Optional<Ranked> ranked(
      EmployeeId employee, Optional<Profile> chosen, Wish wish, long number) {
    if (presence.openness(employee, wish.channel(), wish.audience()) != Openness.OPEN) {
      return Optional.empty();
    }
    Optional<Profile> profile = directory.view(employee, wish.audience());
    if (profile.isEmpty()) {
      return Optional.empty();
    }
    Reachability reachability = presence.reachability(employee, wish.audience()).forOthers();
    Candidate candidate = new Candidate(profile.get(), reachability, chosen);
    List<Fit> fits = rules.stream().map(rule -> rule.fit(candidate, wish)).toList();
    return fits.stream().anyMatch(Fit::ground)
        ? Optional.of(new Ranked(employee, fits, place(number, employee)))
        : Optional.empty();
  }

  /**
   * Answers a place among equals that changes with each turn as if thrown by dice, and does not
   * depend on who else is there: whoever follows somebody who is often away gets no more than
   * others. The mixing is the last step of SplitMix64 (Steele, Lea, Flood: Fast splittable
   * pseudorandom number generators, 2014).
   */
  private static long place(long number, EmployeeId employee) {
    return mix(mix(number) + employee.value().hashCode());
  }

  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Somebody who fits; the best comes first. */
  private record Ranked(EmployeeId employee, List<Fit> fits, long place)
      implements Comparable<Ranked> {

    private static final Comparator<Ranked> AMONG_EQUALS =
        Comparator.comparingLong(Ranked::place).thenComparing(Ranked::employee);

    Alternative alternative() {
      List<Reason> reasons = new ArrayList<>();
      fits.forEach(fit -> reasons.addAll(fit.reasons()));
      return new Alternative(employee, reasons);
    }

    @Override
    public int compareTo(Ranked other) {
      for (int i = 0; i < fits.size(); i++) {
        int order = Integer.compare(other.fits.get(i).strength(), fits.get(i).strength());
        if (order != 0) {
          return order;
        }
      }
      return AMONG_EQUALS.compare(this, other);
    }
  }
}
