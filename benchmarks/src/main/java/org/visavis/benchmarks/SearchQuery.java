package org.visavis.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.directory.TopicId;
import org.visavis.directory.population.Population;
import org.visavis.directory.population.Typing;

/**
 * What somebody types who looks for a person.
 *
 * @param text the name as it is typed
 * @param topic a topic that the person cares for, as a filter
 * @param meant the name that was meant: the surname alone where nothing else is typed
 */
record SearchQuery(Kind kind, String text, Optional<TopicId> topic, String meant) {

  /** How it is typed. */
  enum Kind {
    FULL_NAME,
    FULL_NAME_ONE_TYPO,
    FULL_NAME_TWO_TYPOS,
    FULL_NAME_RESPELLED,
    SURNAME,
    SURNAME_ONE_TYPO
  }

  /** Answers queries for people who are available, each kind as often as the others. */
  static List<SearchQuery> some(int count, Population population, Set<EmployeeId> available) {
    Random random = new Random(42);
    List<SearchQuery> queries = new ArrayList<>();
    while (queries.size() < count) {
      Profile who = population.anybody(random);
      Kind kind = Kind.values()[queries.size() % Kind.values().length];
      if (available.contains(who.id()) && who.familyName().length() >= 7) {
        Optional<TopicId> topic =
            queries.size() % 4 == 0
                ? Optional.of(who.topics().get(random.nextInt(who.topics().size())))
                : Optional.empty();
        queries.add(
            new SearchQuery(
                kind, typed(kind, who, random).toLowerCase(Locale.ROOT), topic, meant(kind, who)));
      }
    }
    return queries;
  }

  /** Answers whether somebody of that name is who was meant. */
  boolean isMeant(String name) {
    return name.endsWith(meant);
  }

  private static String meant(Kind kind, Profile who) {
    return kind == Kind.SURNAME || kind == Kind.SURNAME_ONE_TYPO
        ? " " + who.familyName()
        : who.displayName();
  }

  private static String typed(Kind kind, Profile who, Random random) {
    String given = who.givenName() + " ";
    String family = who.familyName();
    return switch (kind) {
      case FULL_NAME -> given + family;
      case FULL_NAME_ONE_TYPO -> given + Typing.typo(family, random);
      case FULL_NAME_TWO_TYPOS -> given + Typing.typo(Typing.typo(family, random), random);
      case FULL_NAME_RESPELLED ->
          given + (random.nextBoolean() ? Typing.spelledOut(family) : Typing.plain(family));
      case SURNAME -> family;
      case SURNAME_ONE_TYPO -> Typing.typo(family, random);
    };
  }
}
