package org.visavis.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Profile;
import org.visavis.directory.population.Population;
import org.visavis.directory.population.Typing;

/**
 * How often somebody of the name that was meant is among the first ten, in a company of 20,000. A
 * name has typos only where typos are forgiven: in words of four letters, two in words of six.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecallTest {

  private static final int QUERIES = 2_000;

  private final Population population = Population.of(20_000);
  private final TypoTolerantIndex index =
      new TypoTolerantIndex(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final Random random = new Random(1);

  @BeforeAll
  void fill() {
    index.replaceAll(population.entries());
  }

  @Test
  void oneTypoInTheSurnameHidesOneInAHundredAtMost() {
    assertThat(
            recall(
                who -> who.familyName().length() >= 4,
                who -> who.givenName() + " " + Typing.typo(who.familyName(), random)))
        .isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void twoTyposInTheSurnameHideThreeInAHundredAtMost() {
    assertThat(
            recall(
                who -> who.familyName().length() >= 7,
                who ->
                    who.givenName()
                        + " "
                        + Typing.typo(Typing.typo(who.familyName(), random), random)))
        .isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void aTypoInEachNameHidesThreeInAHundredAtMost() {
    assertThat(
            recall(
                who -> who.familyName().length() >= 4 && who.givenName().length() >= 4,
                who ->
                    Typing.typo(who.givenName(), random)
                        + " "
                        + Typing.typo(who.familyName(), random)))
        .isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void everySpellingOfAnUmlautFindsTheName() {
    Predicate<Profile> respelled = who -> !Typing.plain(who.familyName()).equals(who.familyName());

    assertThat(recall(respelled, who -> Typing.spelledOut(who.displayName()))).isEqualTo(1);
    assertThat(recall(respelled, who -> Typing.plain(who.displayName()))).isEqualTo(1);
    assertThat(recall(respelled, who -> who.displayName().toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(1);
  }

  private double recall(Predicate<Profile> wanted, Function<Profile, String> typing) {
    int found = 0;
    for (int i = 0; i < QUERIES; i++) {
      Profile who = population.anybody(random);
      while (!wanted.test(who)) {
        who = population.anybody(random);
      }
      found += isFound(who.displayName(), typing.apply(who)) ? 1 : 0;
    }
    return (double) found / QUERIES;
  }

  private boolean isFound(String name, String typed) {
    return index
        .search(PeopleQuery.everybody().text(typed).page(0, 10), id -> true)
        .matches()
        .stream()
        .anyMatch(match -> match.profile().displayName().equals(name));
  }
}
