package org.visavis.routing.ranking;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Profile;
import org.visavis.directory.TopicId;
import org.visavis.routing.Alternative.Reason;
import org.visavis.routing.spi.Ranking.Wish;

/**
 * One reason to propose or to prefer somebody. Pure: the same candidate and wish give the same fit.
 * Thread-safe.
 */
@FunctionalInterface
public interface RankingRule {

  /** Answers how well the candidate fits the wish by this rule. */
  Fit fit(Candidate candidate, Wish wish);

  /** Whom the chosen person has proposed, in that person's order. A ground. */
  static RankingRule proposedByChosen() {
    return (candidate, wish) -> {
      int position = wish.proposed().indexOf(candidate.profile().id());
      return position < 0
          ? Fit.none()
          : Fit.ground(wish.proposed().size() - position, List.of(new Reason.ProposedByChosen()));
    };
  }

  /**
   * Who cares for what the chosen person cares for; half of those topics or more is better than
   * fewer. A ground.
   */
  static RankingRule sameTopic() {
    return (candidate, wish) -> {
      List<TopicId> wanted = candidate.chosen().map(Profile::topics).orElse(List.of());
      List<Reason> shared =
          wanted.stream()
              .filter(candidate.profile().topics()::contains)
              .<Reason>map(Reason.SameTopic::new)
              .toList();
      return shared.isEmpty()
          ? Fit.none()
          : Fit.ground(2 * shared.size() >= wanted.size() ? 2 : 1, shared);
    };
  }

  /** Who works in a department of the chosen person. A ground. */
  static RankingRule sameDepartment() {
    return (candidate, wish) -> {
      Set<DepartmentId> departments =
          Set.copyOf(candidate.chosen().map(Profile::departments).orElse(List.of()));
      return candidate.profile().departments().stream().anyMatch(departments::contains)
          ? Fit.ground(1, List.of(new Reason.SameDepartment()))
          : Fit.none();
    };
  }

  /** Who has helped the customer before, and whom both have not forgotten. */
  static RankingRule knownToCustomer() {
    return (candidate, wish) ->
        wish.known().filter(candidate.profile().id()::equals).isPresent()
            ? Fit.preference(1, new Reason.KnownToCustomer())
            : Fit.none();
  }

  /** Who speaks the customer's language, where it is known. */
  static RankingRule sharedLanguage() {
    return (candidate, wish) -> {
      String language = wish.language().getLanguage();
      boolean spoken =
          !language.isEmpty()
              && candidate.profile().languages().stream()
                  .map(Locale::getLanguage)
                  .anyMatch(language::equals);
      return spoken ? Fit.preference(1, new Reason.SharedLanguage()) : Fit.none();
    };
  }

  /**
   * Who has more of the limit free, as coarsely as the public may know it: the order gives away no
   * more than the page does, and those who are about equally free take turns.
   */
  static RankingRule freeShare() {
    return (candidate, wish) ->
        switch (candidate.reachability().load()) {
          case FREE -> Fit.preference(3, new Reason.HasRoom());
          case SOME -> Fit.preference(2, new Reason.HasRoom());
          case BUSY -> Fit.preference(1, new Reason.HasRoom());
          case FULL -> Fit.none();
        };
  }
}
