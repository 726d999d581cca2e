package org.visavis.routing.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.TopicId;
import org.visavis.routing.Alternative;
import org.visavis.routing.Alternative.Reason;
import org.visavis.routing.MovedClock;
import org.visavis.routing.spi.Ranking.Wish;

class RankingByRulesTest {

  private final Company company = new Company();
  private final EmployeeId ada = company.hire("ada", "de", "meters", "bills", "/billing");

  @Test
  void whoCaresForTheSameComesBeforeWhoOnlySitsNextDoor() {
    EmployeeId nextDoor = company.hire("nils", "de", "/billing");
    EmployeeId sameTopic = company.hire("tom", "de", "meters", "/service");
    company.hire("ulf", "de", "gardens", "/garden");

    assertThat(company.ranking.alternatives(Company.wish(ada, Locale.GERMAN)))
        .containsExactly(
            new Alternative(
                sameTopic,
                List.of(
                    new Reason.SameTopic(TopicId.of("meters")),
                    new Reason.SharedLanguage(),
                    new Reason.HasRoom())),
            new Alternative(
                nextDoor,
                List.of(
                    new Reason.SharedLanguage(),
                    new Reason.SameDepartment(),
                    new Reason.HasRoom())));
  }

  @Test
  void halfOfTheTopicsAreBetterThanFewer() {
    EmployeeId wide = company.hire("wim", "de", "a", "b", "c", "d");
    EmployeeId one = company.hire("one", "de", "a");
    EmployeeId two = company.hire("two", "en", "c", "b");
    assertThat(company.order(Company.wish(wide, Locale.GERMAN))).containsExactly(two, one);
  }

  @Test
  void whoSpeaksTheCustomersLanguageComesFirstWhereItIsKnown() {
    EmployeeId english = company.hire("eve", "en-GB", "meters", "/billing");
    EmployeeId german = company.hire("gero", "de-AT", "meters");
    assertThat(company.order(Company.wish(ada, Locale.GERMANY))).containsExactly(german, english);
    assertThat(company.order(Company.wish(ada, Locale.ENGLISH))).containsExactly(english, german);
    assertThat(company.ranking.alternatives(Company.wish(ada, Locale.ROOT)))
        .extracting(Alternative::employee)
        .containsExactly(english, german);
    assertThat(company.ranking.alternatives(Company.wish(ada, Locale.ROOT)))
        .noneMatch(one -> one.reasons().contains(new Reason.SharedLanguage()));
  }

  @Test
  void whoHasMoreRoomComesFirst() {
    EmployeeId busy = company.hire("busy", "de", "meters");
    EmployeeId some = company.hire("some", "de", "meters");
    EmployeeId free = company.hire("free", "de", "meters");
    company.load(busy, 5);
    company.load(some, 2);
    company.load(free, 1);
    assertThat(company.order(Company.wish(ada, Locale.GERMAN))).containsExactly(free, some, busy);
    company.load(free, 5);
    assertThat(company.order(Company.wish(ada, Locale.GERMAN))).containsExactly(some, busy);
  }

  @Test
  void whomTheChosenPersonProposesComesFirstAndInThatOrder() {
    company.hire("tom", "de", "meters", "/billing");
    EmployeeId late = company.hire("late", "en");
    EmployeeId early = company.hire("early", "en");
    Wish wish = Company.wish(ada, List.of(early, late), Set.of());
    assertThat(company.order(wish)).startsWith(early, late).hasSize(3);
    assertThat(company.ranking.alternatives(wish).get(0).reasons())
        .containsExactly(new Reason.ProposedByChosen(), new Reason.HasRoom());
  }

  @Test
  void nobodyIsProposedWhoIsHiddenFullGoneOrHasDeclined() {
    EmployeeId hidden = company.hire("hidden", "de", "meters");
    EmployeeId full = company.hire("full", "de", "meters");
    EmployeeId declined = company.hire("declined", "de", "meters");
    EmployeeId left = EmployeeId.of("left");
    company.hide(hidden);
    company.load(full, Company.LIMIT);
    Wish wish = Company.wish(ada, List.of(hidden, full, declined, left, ada), Set.of(declined));
    assertThat(company.order(wish)).isEmpty();
  }

  @Test
  void nobodyIsProposedOnAChannelThatIsNotOffered() {
    company.hire("tom", "de", "meters");
    assertThat(company.order(Wish.of(ada, Channel.PHONE, Audience.PUBLIC, Locale.GERMAN)))
        .isEmpty();
  }

  @Test
  void forSomebodyWhoHasLeftOnlyTheProposedRemain() {
    EmployeeId tom = company.hire("tom", "de", "meters", "/billing");
    EmployeeId ben = company.hire("ben", "de", "meters", "/billing");
    company.directory.remove(ada);
    assertThat(company.order(Company.wish(ada, List.of(), Set.of()))).isEmpty();
    assertThat(company.order(Company.wish(ada, List.of(ben), Set.of()))).containsExactly(ben);
    assertThat(company.directory.find(tom)).isPresent();
  }

  @Test
  void equalsTakeTurnsFairlyAlsoWhereOneIsAway() {
    EmployeeId[] equals = new EmployeeId[5];
    for (int i = 0; i < equals.length; i++) {
      equals[i] = company.hire("equal" + i, "de", "meters");
    }
    Wish wish = Company.wish(ada, Locale.GERMAN);
    assertFirstAboutEquallyOften(wish, List.of(equals));
    company.hide(equals[2]);
    assertFirstAboutEquallyOften(wish, List.of(equals[0], equals[1], equals[3], equals[4]));
  }

  private void assertFirstAboutEquallyOften(Wish wish, List<EmployeeId> equals) {
    int turns = 2_000;
    Map<EmployeeId, Integer> first = new HashMap<>();
    for (int i = 0; i < turns; i++) {
      company.turn.set(i);
      first.merge(company.order(wish).get(0), 1, Integer::sum);
    }
    assertThat(first.keySet()).isEqualTo(new HashSet<>(equals));
    int fair = turns / equals.size();
    assertThat(first.values())
        .allSatisfy(times -> assertThat(times).isBetween(fair * 9 / 10, fair * 11 / 10));
  }

  @Test
  void anEmbeddersOwnRulesDecide() {
    company.hire("tom", "de", "meters");
    EmployeeId zora = company.hire("zora", "de", "gardens");
    RankingRule onlyZ =
        (candidate, wish) ->
            candidate.profile().id().value().startsWith("z")
                ? Fit.ground(1, List.of())
                : Fit.none();
    RankingByRules own =
        RankingByRules.of(
            company.directory,
            company.presence,
            () -> 0,
            RankingRules.none().with("only-z", onlyZ));
    assertThat(own.alternatives(Company.wish(ada, Locale.ROOT)))
        .containsExactly(new Alternative(zora, List.of()));
  }

  @Test
  void whoeverHasHelpedBeforeComesFirstAmongThoseWhoFitAndIsNoGroundAlone() {
    company.hire("tom", "de", "meters");
    EmployeeId zora = company.hire("zora", "de", "meters");
    EmployeeId udo = company.hire("udo", "de", "gardens");
    assertThat(
            company.ranking.alternatives(
                Company.wish(ada, Locale.GERMAN).knowing(Optional.of(zora))))
        .first()
        .satisfies(
            first -> {
              assertThat(first.employee()).isEqualTo(zora);
              assertThat(first.reasons()).contains(new Reason.KnownToCustomer());
            });
    assertThat(
            company.ranking.alternatives(
                Company.wish(ada, Locale.GERMAN).knowing(Optional.of(udo))))
        .extracting(Alternative::employee)
        .doesNotContain(udo);
  }

  @Test
  void noMoreAreProposedThanACustomerCanCompare() {
    for (int i = 0; i < RankingByRules.MOST + 3; i++) {
      company.hire("p" + i, "de", "meters");
    }
    assertThat(company.order(Company.wish(ada, Locale.GERMAN))).hasSize(RankingByRules.MOST);
  }

  @Test
  void aTurnLastsAsLongAsItIsSaid() {
    MovedClock clock = new MovedClock();
    Turn turn = Turn.every(Duration.ofMinutes(1), clock);
    long before = turn.number();
    clock.move(Duration.ofMillis(59_999));
    assertThat(turn.number()).isEqualTo(before);
    clock.move(Duration.ofMillis(1));
    assertThat(turn.number()).isEqualTo(before + 1);
    assertThatThrownBy(() -> Turn.every(Duration.ZERO, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
