package org.visavis.directory;

import java.util.List;
import java.util.Map;

/**
 * A part of a search's result. Counts and facets cover the whole result, and only people whom the
 * search was allowed to see. Immutable.
 *
 * @param matches the people of this page, the best first
 * @param total how many people the whole result has
 * @param departments how many people of the result each department has, those of the departments
 *     within it included, ignoring the query's own department
 * @param topics how many people of the result care for each topic, ignoring the query's own topic
 * @param languages how many people of the result speak each language (as a BCP 47 language),
 *     ignoring the query's own
 * @param channels how many people of the result offer each channel, ignoring the query's own
 * @param marks how many people of the result have each mark of their {@link Standing}, ignoring the
 *     query's own
 */
public record PeoplePage(
    List<Match> matches,
    int total,
    Map<DepartmentId, Integer> departments,
    Map<TopicId, Integer> topics,
    Map<String, Integer> languages,
    Map<Channel, Integer> channels,
    Map<String, Integer> marks) {

  /** Copies what comes in. */
  public PeoplePage {
    matches = List.copyOf(matches);
    departments = Map.copyOf(departments);
    topics = Map.copyOf(topics);
    languages = Map.copyOf(languages);
    channels = Map.copyOf(channels);
    marks = Map.copyOf(marks);
  }
}
