package org.visavis.web.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.TopicId;
import org.visavis.web.pages.Phrase;
import org.visavis.web.portal.PeopleView.Search;

/**
 * What an address asks of the people page, and what of it cannot be understood. Immutable.
 *
 * @param search what is looked for, as it was typed
 * @param query the same as the directory understands it
 * @param problems what to do about what it does not understand; the query leaves that out
 */
record SearchInput(Search search, PeopleQuery query, List<Phrase> problems) {

  /** How many people a page holds. */
  static final int PAGE_SIZE = 20;

  /** A cursor is how many people came before; nobody leafs further than this. */
  private static final Pattern CURSOR = Pattern.compile("[0-9]{1,7}");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}");

  SearchInput {
    problems = List.copyOf(problems);
  }

  /**
   * Reads the fields of the search form and the cursor.
   *
   * @param field answers the field of a name; empty where it is missing
   */
  static SearchInput of(Function<String, String> field) {
    Search search =
        new Search(
            field.apply("q"),
            field.apply("department"),
            field.apply("topic"),
            field.apply("language"),
            field.apply("open").equals("true"));
    List<Phrase> problems = new ArrayList<>();
    if (search.q().length() > PeopleQuery.MAX_TEXT_LENGTH) {
      problems.add(Phrase.of("people.too-long", PeopleQuery.MAX_TEXT_LENGTH));
    }
    String cursor = field.apply("cursor");
    int offset = 0;
    if (CURSOR.matcher(cursor).matches()) {
      offset = Integer.parseInt(cursor);
    } else if (!cursor.isEmpty()) {
      problems.add(Phrase.of("people.bad-cursor"));
    }
    PeopleQuery query = query(search, problems).page(offset, PAGE_SIZE);
    return new SearchInput(search, query, problems);
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
    return language.map(query::language).orElse(query);
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

  private static Locale language(String tag) {
    if (!LANGUAGE.matcher(tag).matches()) {
      throw new IllegalArgumentException("A language has two or three letters");
    }
    return Locale.forLanguageTag(tag);
  }

  /** Answers the address of a search after the language, from its first page on. */
  static String path(Search search) {
    return path(search, 0);
  }

  /** Answers the address of a search after the language, after so many people. */
  static String path(Search search, int offset) {
    StringBuilder path = new StringBuilder("/people");
    Map<String, String> fields =
        Map.of(
            "q", search.q(),
            "department", search.department(),
            "topic", search.topic(),
            "language", search.language(),
            "open", search.reachable() ? "true" : "",
            "cursor", offset == 0 ? "" : Integer.toString(offset));
    for (String name : List.of("q", "department", "topic", "language", "open", "cursor")) {
      String value = fields.getOrDefault(name, "");
      if (!value.isEmpty()) {
        path.append(path.indexOf("?") < 0 ? '?' : '&').append(name).append('=');
        path.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return path.toString();
  }
}
