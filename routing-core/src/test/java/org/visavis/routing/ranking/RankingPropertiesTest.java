package org.visavis.routing.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Openness;
import org.visavis.routing.Alternative;
import org.visavis.routing.Alternative.Reason;
import org.visavis.routing.spi.Ranking.Wish;

class RankingPropertiesTest {

  private static final EmployeeId CHOSEN = EmployeeId.of("p0");

  record Human(Set<String> belongsTo, String language, int load, boolean hidden) {}

  record Case(List<Human> people, Locale language, Set<Integer> proposed, Set<Integer> out) {

    Wish wish() {
      return new Wish(
          CHOSEN,
          Channel.MESSAGE,
          Audience.PUBLIC,
          language,
          ids(proposed),
          Set.copyOf(ids(out)),
          Optional.of(EmployeeId.of("p1")));
    }

    /** Also ids of people who do not exist. */
    private static List<EmployeeId> ids(Set<Integer> numbers) {
      return numbers.stream().sorted().map(number -> EmployeeId.of("p" + number)).toList();
    }

    Company company() {
      Company company = new Company();
      int number = 0;
      for (Human human : people) {
        EmployeeId id =
            company.hire("p" + number, human.language, human.belongsTo.toArray(String[]::new));
        company.load(id, human.load);
        if (human.hidden) {
          company.hide(id);
        }
        number++;
      }
      return company;
    }
  }

  @Property(tries = 60)
  void onlyThoseWhoCanBeHadAndHaveAReasonAreProposedEachOnce(@ForAll("cases") Case example) {
    Company company = example.company();
    Wish wish = example.wish();
    List<Alternative> answer = company.ranking.alternatives(wish);
    assertThat(answer).doesNotHaveDuplicates();
    for (Alternative one : answer) {
      assertThat(one.employee()).isNotEqualTo(CHOSEN).isNotIn(wish.out());
      assertThat(company.presence.openness(one.employee(), Channel.MESSAGE, Audience.PUBLIC))
          .isEqualTo(Openness.OPEN);
      assertThat(one.reasons())
          .anyMatch(
              reason ->
                  reason instanceof Reason.ProposedByChosen
                      || reason instanceof Reason.SameTopic
                      || reason instanceof Reason.SameDepartment)
          .doesNotHaveDuplicates();
    }
  }

  @Property(tries = 60)
  void theProposedComeFirstInTheirOrder(@ForAll("cases") Case example) {
    Company company = example.company();
    Wish wish = example.wish();
    List<EmployeeId> order = company.order(wish);
    List<EmployeeId> proposed = new ArrayList<>(wish.proposed());
    proposed.retainAll(order);
    assertThat(order.subList(0, proposed.size())).isEqualTo(proposed);
  }

  @Property(tries = 50)
  void aTurnChangesTheOrderOfEqualsOnly(@ForAll("cases") Case example, @ForAll long turn) {
    Company company = example.company();
    Wish wish = example.wish();
    List<Alternative> before = company.ranking.alternatives(wish);
    assertThat(company.ranking.alternatives(wish)).isEqualTo(before);
    company.turn.set(turn);
    List<Alternative> after = company.ranking.alternatives(wish);
    assertThat(new HashSet<>(after)).isEqualTo(new HashSet<>(before));
    for (int i = 0; i < before.size(); i++) {
      assertThat(strengths(company, wish, after.get(i)))
          .isEqualTo(strengths(company, wish, before.get(i)));
    }
  }

  @Property(tries = 50)
  void whoGoesAwayChangesNothingAmongTheOthers(@ForAll("cases") Case example) {
    Company company = example.company();
    Wish wish = example.wish();
    List<EmployeeId> order = new ArrayList<>(company.order(wish));
    if (!order.isEmpty()) {
      company.hide(order.remove(order.size() / 2));
      assertThat(company.order(wish)).isEqualTo(order);
    }
  }

  private static List<Integer> strengths(Company company, Wish wish, Alternative alternative) {
    Candidate candidate =
        new Candidate(
            company.directory.view(alternative.employee(), Audience.PUBLIC).orElseThrow(),
            company.presence.reachability(alternative.employee(), Audience.PUBLIC),
            company.directory.view(CHOSEN, Audience.PUBLIC));
    return RankingRules.standard().inOrder().stream()
        .map(rule -> rule.fit(candidate, wish).strength())
        .toList();
  }

  @Provide
  static Arbitrary<Case> cases() {
    Arbitrary<Human> humans =
        Combinators.combine(
                Arbitraries.of("a", "b", "c", "d", "/x", "/y").set().ofMaxSize(4),
                Arbitraries.of("de", "en", "fr", "de,en"),
                Arbitraries.integers().between(0, Company.LIMIT),
                Arbitraries.of(false, false, false, true))
            .as(Human::new);
    return Combinators.combine(
            humans.list().ofMinSize(1).ofMaxSize(RankingByRules.MOST),
            Arbitraries.of(Locale.GERMAN, Locale.UK, Locale.ROOT),
            Arbitraries.integers().between(0, 14).set().ofMaxSize(4),
            Arbitraries.integers().between(0, 14).set().ofMaxSize(3))
        .as(Case::new);
  }
}
