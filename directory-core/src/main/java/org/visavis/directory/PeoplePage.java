package org.visavis.directory;

import java.util.List;
import java.util.Map;

/**
 * A part of a search's result. Counts and facets cover the whole result, and only people whom the
 * search was allowed to see. Immutable.
 *
 * @param matches the people of this page, the best first
 * @param total how many people the whole result has
 * @param departments how many people of the result each department has, ignoring the query's own
 *     department
 * @param topics how many people of the result care for each topic, ignoring the query's own topic
 * @param languages how many people of the result speak each language (as a BCP 47 language),
 *     ignoring the query's own
 */
public record PeoplePage(
    List<Match> matches,
    int total,
    Map<DepartmentId, Integer> departments,
    Map<TopicId, Integer> topics,
    Map<String, Integer> languages) {

  /** Copies what comes in. */
  public PeoplePage {
    matches = List.copyOf(matches);
    departments = Map.copyOf(departments);
    topics = Map.copyOf(topics);
    languages = Map.copyOf(languages);
  }
}
