package org.visavis.web.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.TopicId;
import org.visavis.presence.Status;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.PublicStandings;
import org.visavis.web.portal.PeopleView.Search;

/**
 * What an address asks of the people page, and what of it cannot be understood. Immutable.
 *
 * @param search what is looked for, as it was typed
 * @param query the same as the directory understands it
 * @param rotation which order of the equals is shown
 * @param problems what to do about what it does not understand; the query leaves that out
 */
record SearchInput(Search search, PeopleQuery query, int rotation, List<Phrase> problems) {

  /** How many people a page holds. */
  static final int PAGE_SIZE = 20;

  /** A cursor is how many people came before, and in which order; nobody leafs further. */
  private static final Pattern CURSOR = Pattern.compile("([0-9]{1,7})(?:-([0-9]{1,2}))?");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}");

  SearchInput {
    problems = List.copyOf(problems);
  }

  /**
   * Reads the fields of the search form and the cursor.
   *
   * @param field answers the field of a name; empty where it is missing
   * @param drawn which order of the equals a first page has
   */
  static SearchInput of(Function<String, String> field, int drawn) {
    Search search =
        new Search(
            field.apply("q"),
            field.apply("department"),
            field.apply("topic"),
            field.apply("language"),
            field.apply("open").equals("true"),
            field.apply("channel"),
            field.apply("status"));
    List<Phrase> problems = new ArrayList<>();
    if (search.q().length() > PeopleQuery.MAX_TEXT_LENGTH) {
      problems.add(Phrase.of("people.too-long", PeopleQuery.MAX_TEXT_LENGTH));
    }
    String cursor = field.apply("cursor");
    int offset = 0;
    int rotation = drawn;
    Matcher parts = CURSOR.matcher(cursor);
    if (parts.matches()) {
      offset = Integer.parseInt(parts.group(1));
      rotation = parts.group(2) == null ? drawn : Integer.parseInt(parts.group(2));
    } else if (!cursor.isEmpty()) {
      problems.add(Phrase.of("people.bad-cursor"));
    }
    PeopleQuery query = query(search, problems).page(offset, PAGE_SIZE).rotation(rotation);
    return new SearchInput(search, query, rotation, problems);
  }

  /** Answers the query of a search, from its first page on. */
  static PeopleQuery query(Search search) {
    return query(search, new ArrayList<>());
  }

  private static PeopleQuery query(Search search, List<Phrase> problems) {
    PeopleQuery query = PeopleQuery.everybody().text(search.q());
    Optional<DepartmentId> department = read(search.department(), DepartmentId::of, problems);
    Optional<TopicId> topic = read(search.topic(), TopicId::of, problems);
    Optional<Locale> language = read(search.language(), SearchInput::language, problems);
    query = department.map(query::department).orElse(query);
    query = topic.map(query::topic).orElse(query);
    query = language.map(query::language).orElse(query);
    Optional<Channel> channel = read(search.channel(), Channel::from, problems);
    query = channel.map(query::channel).orElse(query);
    Optional<String> mark = read(search.status(), SearchInput::mark, problems);
    return mark.map(query::mark).orElse(query);
  }

  private static <T> Optional<T> read(
      String value, Function<String, T> reader, List<Phrase> problems) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(value));
    } catch (IllegalArgumentException e) {
      problems.add(Phrase.of("people.bad-filter"));
      return Optional.empty();
    }
  }

  private static String mark(String code) {
    return PublicStandings.mark(Status.from(code));
  }

  private static Locale language(String tag) {
    if (!LANGUAGE.matcher(tag).matches()) {
      throw new IllegalArgumentException("A language has two or three letters");
    }
    return Locale.forLanguageTag(tag);
  }

  /** Answers the address of a search after the language, from its first page on. */
  static String path(Search search) {
    return path(search, "");
  }

  /** Answers the address of the page after this one. */
  String nextPath() {
    return path(search, query.offset() + query.limit() + "-" + rotation);
  }

  private static String path(Search search, String cursor) {
    StringBuilder path = new StringBuilder("/people");
    Map<String, String> fields =
        Map.of(
            "q", search.q(),
            "department", search.department(),
            "topic", search.topic(),
            "language", search.language(),
            "open", search.reachable() ? "true" : "",
            "channel", search.channel(),
            "status", search.status(),
            "cursor", cursor);
    for (String name :
        List.of("q", "department", "topic", "language", "open", "channel", "status", "cursor")) {
      String value = fields.getOrDefault(name, "");
      if (!value.isEmpty()) {
        path.append(path.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
        path.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return path.toString();
  }
}
