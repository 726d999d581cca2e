package org.visavis.routing.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Rules by name, the deciding one first: to begin with those of Visavis and to replace, leave out
 * or add what another house decides otherwise. Immutable, thread-safe.
 *
 * <pre>{@code
 * RankingRule apprentices =
 *     (candidate, wish) ->
 *         candidate.profile().title().text(Locale.ENGLISH).contains("Apprentice")
 *             ? Fit.none()
 *             : Fit.preference(1);
 * RankingRules rules =
 *     RankingRules.standard()
 *         .without(RankingRules.SHARED_LANGUAGE)
 *         .before(RankingRules.FREE_SHARE, "experience", apprentices);
 * Ranking ranking = RankingByRules.of(directory, presence, Turn.every(turn, clock), rules);
 * }</pre>
 */
public final class RankingRules {

  /** The name of {@link RankingRule#proposedByChosen()}. */
  public static final String PROPOSED_BY_CHOSEN = "proposed-by-chosen";

  /** The name of {@link RankingRule#sameTopic()}. */
  public static final String SAME_TOPIC = "same-topic";

  /** The name of {@link RankingRule#knownToCustomer()}. */
  public static final String KNOWN_TO_CUSTOMER = "known-to-customer";

  /** The name of {@link RankingRule#sharedLanguage()}. */
  public static final String SHARED_LANGUAGE = "shared-language";

  /** The name of {@link RankingRule#sameDepartment()}. */
  public static final String SAME_DEPARTMENT = "same-department";

  /** The name of {@link RankingRule#freeShare()}. */
  public static final String FREE_SHARE = "free-share";

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final RankingRules NONE = new RankingRules(new LinkedHashMap<>());

  private final Map<String, RankingRule> rules;

  private RankingRules(Map<String, RankingRule> rules) {
    this.rules = rules;
  }

  /** Answers the rules of Visavis. */
  public static RankingRules standard() {
    return NONE.with(PROPOSED_BY_CHOSEN, RankingRule.proposedByChosen())
        .with(SAME_TOPIC, RankingRule.sameTopic())
        .with(KNOWN_TO_CUSTOMER, RankingRule.knownToCustomer())
        .with(SHARED_LANGUAGE, RankingRule.sharedLanguage())
        .with(SAME_DEPARTMENT, RankingRule.sameDepartment())
        .with(FREE_SHARE, RankingRule.freeShare());
  }

  /** Answers no rules, to begin anew. Without any, nobody is proposed. */
  public static RankingRules none() {
    return NONE;
  }

  /** Answers the names, the deciding rule first. */
  public List<String> names() {
    return List.copyOf(rules.keySet());
  }

  /**
   * Answers these rules with that one in the place of the rule of the same name; where there is
   * none, after all others.
   *
   * @param name lower case, with hyphens
   * @throws IllegalArgumentException when the name has another form
   */
  public RankingRules with(String name, RankingRule rule) {
    requireName(name);
    Objects.requireNonNull(rule, "rule");
    return changed(
        all -> {
          all.put(name, rule);
          return all;
        });
  }

  /**
   * Answers these rules with one more, before another.
   *
   * @param other the name of the rule before which it is asked
   * @param name lower case, with hyphens; a rule of that name is moved and replaced
   * @throws IllegalArgumentException when there is no such other rule, or the name has another form
   */
  public RankingRules before(String other, String name, RankingRule rule) {
    requireName(name);
    Objects.requireNonNull(rule, "rule");
    requireKnown(other);
    return changed(
        all -> {
          all.remove(name);
          Map<String, RankingRule> result = new LinkedHashMap<>();
          all.forEach(
              (each, kept) -> {
                if (each.equals(other)) {
                  result.put(name, rule);
                }
                result.put(each, kept);
              });
          return result;
        });
  }

  /**
   * Answers these rules without one.
   *
   * @throws IllegalArgumentException when there is no such rule
   */
  public RankingRules without(String name) {
    requireKnown(name);
    return changed(
        all -> {
          all.remove(name);
          return all;
        });
  }

  List<RankingRule> inOrder() {
    return new ArrayList<>(rules.values());
  }

  private RankingRules changed(UnaryOperator<Map<String, RankingRule>> change) {
    return new RankingRules(change.apply(new LinkedHashMap<>(rules)));
  }

  private void requireKnown(String name) {
    if (!rules.containsKey(name)) {
      throw new IllegalArgumentException("There is no rule " + name + " among " + names());
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A rule's name is lower case, with hyphens: " + name);
    }
  }

  @Override
  public String toString() {
    return names().toString();
  }
}
