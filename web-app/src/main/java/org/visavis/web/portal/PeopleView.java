package org.visavis.web.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.Link;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.Portrait;
import org.visavis.web.pages.View;

/**
 * The people page: the search, who was found, and what helps when nobody was.
 *
 * @param search what was asked for
 * @param total how many people were found in all
 * @param people the people on this page
 * @param moreHref the address of the next page with its cursor, if there is one
 * @param departments the departments with how many of the found people belong to each
 * @param topics the topics to filter by, the most frequent first; may be empty
 * @param languages the languages to filter by
 * @param channels the channels to filter by
 * @param statuses the statuses to filter by
 * @param suggestions topics, departments and languages that the words may mean
 * @param overview the departments for somebody who has not searched yet; empty in a search
 * @param help what to try when nobody was found
 * @param writable departments that one can write to because nobody there is shown, each by the
 *     form's address; only those that were asked for
 */
public record PeopleView(
    Search search,
    long total,
    List<PersonCard> people,
    Optional<String> moreHref,
    List<Facet> departments,
    List<Facet> topics,
    List<Facet> languages,
    List<Facet> channels,
    List<Facet> statuses,
    List<Facet> suggestions,
    List<DepartmentTile> overview,
    Help help,
    List<Link> writable)
    implements View {

  /** Copies the lists. */
  public PeopleView {
    people = List.copyOf(people);
    departments = List.copyOf(departments);
    topics = List.copyOf(topics);
    languages = List.copyOf(languages);
    channels = List.copyOf(channels);
    statuses = List.copyOf(statuses);
    suggestions = List.copyOf(suggestions);
    overview = List.copyOf(overview);
    writable = List.copyOf(writable);
  }

  @Override
  public String template() {
    return "portal/people.jte";
  }

  /**
   * What was asked for. The names of the form fields are those of the components; an empty string
   * is no filter.
   *
   * @param q name, topic or problem
   * @param department the id of a department
   * @param topic the id of a topic
   * @param language the tag of a language
   * @param reachable whether only people who can be reached now are wanted; the field is {@code
   *     open=true}
   * @param channel the code of a channel
   * @param status the code of a status
   */
  public record Search(
      String q,
      String department,
      String topic,
      String language,
      boolean reachable,
      String channel,
      String status) {

    /** Asks for no channel and no status. */
    public Search(String q, String department, String topic, String language, boolean reachable) {
      this(q, department, topic, language, reachable, "", "");
    }

    /** No search at all. */
    public static Search none() {
      return new Search("", "", "", "", false);
    }

    /** Whether nothing was asked for. */
    public boolean isEmpty() {
      return q.isEmpty()
          && department.isEmpty()
          && topic.isEmpty()
          && language.isEmpty()
          && !reachable
          && channel.isEmpty()
          && status.isEmpty();
    }

    Search forWords(String other) {
      return new Search(other, department, topic, language, reachable, channel, status);
    }

    Search inDepartment(String other) {
      return new Search(q, other, topic, language, reachable, channel, status);
    }

    Search onTopic(String other) {
      return new Search(q, department, other, language, reachable, channel, status);
    }

    Search inLanguage(String other) {
      return new Search(q, department, topic, other, reachable, channel, status);
    }

    Search whoever() {
      return new Search(q, department, topic, language, false, channel, status);
    }

    Search byChannel(String other) {
      return new Search(q, department, topic, language, reachable, other, status);
    }

    Search withStatus(String other) {
      return new Search(q, department, topic, language, reachable, channel, other);
    }
  }

  /**
   * One value to filter by.
   *
   * @param id the value of the form field
   * @param label the words
   * @param count how many people it leaves
   * @param href the address with this filter set, or taken away where it is selected
   * @param selected whether the filter is on
   */
  public record Facet(String id, String label, long count, String href, boolean selected) {}

  /**
   * A department in the overview.
   *
   * @param label the name
   * @param purpose what it is for, in a short sentence; may be empty
   * @param people how many people are shown
   * @param reachable how many of them can be reached now
   * @param href the search for its people
   * @param faces three or four of its people
   */
  public record DepartmentTile(
      String label,
      String purpose,
      long people,
      long reachable,
      String href,
      List<Portrait> faces) {

    /** Copies the faces. */
    public DepartmentTile {
      faces = List.copyOf(faces);
    }
  }

  /**
   * What to try when nobody was found.
   *
   * @param drop searches with one filter less, each named by what it drops
   * @param elsewhere other departments where the same words find somebody; all departments where
   *     nothing else leads on
   * @param back who can be reached again soon, when nobody can be reached right now
   */
  public record Help(List<Facet> drop, List<Facet> elsewhere, List<BackAt> back) {

    /** Copies the lists. */
    public Help {
      drop = List.copyOf(drop);
      elsewhere = List.copyOf(elsewhere);
      back = List.copyOf(back);
    }

    /** Nothing to try. */
    public static Help none() {
      return new Help(List.of(), List.of(), List.of());
    }
  }

  /**
   * A person who can be reached again at an instant.
   *
   * @param name the name to display
   * @param href the person's page
   * @param portrait the face
   * @param at when
   */
  public record BackAt(String name, String href, Portrait portrait, Instant at) {}
}
