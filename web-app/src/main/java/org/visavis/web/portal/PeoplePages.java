package org.visavis.web.portal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Match;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.presence.Audience;
import org.visavis.presence.Presence;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.portal.PeopleView.BackAt;
import org.visavis.web.portal.PeopleView.DepartmentTile;
import org.visavis.web.portal.PeopleView.Facet;
import org.visavis.web.portal.PeopleView.Help;
import org.visavis.web.portal.PeopleView.Search;

/**
 * Fills the people page. Everything on one page, its counts included, comes from one snapshot of
 * who is shown. Immutable, thread-safe.
 */
@Dependent
class PeoplePages {

  private static final int MOST_DEPARTMENTS = 20;
  private static final int MOST_TOPICS = 60;
  private static final int MOST_BACK = 3;
  private static final int FACES = 4;

  /** Who is back later than this is not back soon. */
  private static final Duration SOON = Duration.ofDays(3);

  private final Directory directory;
  private final Presence presence;
  private final Cards cards;

  @Inject
  PeoplePages(Directory directory, Presence presence, Cards cards) {
    this.directory = directory;
    this.presence = presence;
    this.cards = cards;
  }

  /** Answers the page that was asked for, for which there must be no problem in the input. */
  PeopleView of(SearchInput input, Page page) {
    return new Answer(input, page).view();
  }

  /** Answers some of a person's colleagues whom one can have now. */
  List<PersonCard> colleagues(Employee employee, Page page) {
    Map<EmployeeId, Reachability> shown = presence.shown(Audience.PUBLIC);
    return employee.departments().stream()
        .findFirst()
        .map(department -> PeopleQuery.everybody().department(department).page(0, MOST_BACK))
        .map(
            query ->
                directory.search(
                    query,
                    id ->
                        !id.equals(employee.id())
                            && Optional.ofNullable(shown.get(id))
                                .filter(Reachability::isReachableNow)
                                .isPresent()))
        .map(found -> cardsOf(found, shown, page))
        .orElseGet(List::of);
  }

  private List<PersonCard> cardsOf(
      PeoplePage found, Map<EmployeeId, Reachability> shown, Page page) {
    return found.matches().stream()
        .map(match -> cards.of(match, decision(shown, match.employee().id()), page.language()))
        .toList();
  }

  private static Reachability decision(Map<EmployeeId, Reachability> shown, EmployeeId id) {
    return shown.getOrDefault(id, Reachability.hidden());
  }

  /** One answer to one question, with all that belongs to it. */
  private final class Answer {

    private final Search search;
    private final PeopleQuery query;
    private final Page page;
    private final Locale locale;
    private final Map<EmployeeId, Reachability> shown = presence.shown(Audience.PUBLIC);

    Answer(SearchInput input, Page page) {
      this.search = input.search();
      this.query = input.query();
      this.page = page;
      this.locale = page.language().locale();
    }

    PeopleView view() {
      PeoplePage found = directory.search(query, visible(search.reachable()));
      int next = query.offset() + query.limit();
      return new PeopleView(
          search,
          found.total(),
          cardsOf(found, shown, page),
          next < found.total()
              ? Optional.of(page.href(SearchInput.path(search, next)))
              : Optional.empty(),
          departments(found.departments()),
          topics(found.topics()),
          languages(found.languages()),
          search.isEmpty() ? overview() : List.of(),
          found.total() == 0 ? help(found) : Help.none());
    }

    private Predicate<EmployeeId> visible(boolean reachable) {
      return reachable ? id -> decision(shown, id).isReachableNow() : shown::containsKey;
    }

    private List<Facet> departments(Map<DepartmentId, Integer> counts) {
      return facets(
          counts,
          DepartmentId::value,
          id -> directory.findDepartment(id).map(Department::name).map(this::text),
          search.department(),
          this::inDepartment,
          MOST_DEPARTMENTS);
    }

    private List<Facet> topics(Map<TopicId, Integer> counts) {
      return facets(
          counts,
          TopicId::value,
          id -> directory.findTopic(id).map(Topic::name).map(this::text),
          search.topic(),
          this::onTopic,
          MOST_TOPICS);
    }

    private List<Facet> languages(Map<String, Integer> counts) {
      return facets(
          counts,
          Function.identity(),
          tag -> Optional.of(Cards.language(Locale.forLanguageTag(tag), page.language())),
          search.language(),
          this::inLanguage,
          Integer.MAX_VALUE);
    }

    /** The most frequent first; the chosen one is never left out. */
    private <K> List<Facet> facets(
        Map<K, Integer> counts,
        Function<K, String> value,
        Function<K, Optional<String>> label,
        String chosen,
        Function<String, Search> with,
        int most) {
      List<Facet> facets = new ArrayList<>();
      counts.forEach(
          (key, count) -> {
            String id = value.apply(key);
            boolean selected = id.equals(chosen);
            String href = page.href(SearchInput.path(with.apply(selected ? "" : id)));
            label.apply(key).ifPresent(l -> facets.add(new Facet(id, l, count, href, selected)));
          });
      facets.sort(
          Comparator.comparing((Facet facet) -> !facet.selected() || counts.size() <= most)
              .thenComparing(Comparator.comparingLong(Facet::count).reversed())
              .thenComparing(Facet::label));
      return facets.subList(0, Math.min(most, facets.size()));
    }

    private Search inDepartment(String department) {
      return new Search(
          search.q(), department, search.topic(), search.language(), search.reachable());
    }

    private Search onTopic(String topic) {
      return new Search(
          search.q(), search.department(), topic, search.language(), search.reachable());
    }

    private Search inLanguage(String language) {
      return new Search(
          search.q(), search.department(), search.topic(), language, search.reachable());
    }

    private String text(Label label) {
      return label.text(locale);
    }

    private List<DepartmentTile> overview() {
      Map<DepartmentId, List<Employee>> members = new HashMap<>();
      for (Employee employee : directory.everybody()) {
        if (shown.containsKey(employee.id())) {
          employee
              .departments()
              .forEach(id -> members.computeIfAbsent(id, key -> new ArrayList<>()).add(employee));
        }
      }
      List<DepartmentTile> tiles = new ArrayList<>();
      for (Department department : directory.departments()) {
        List<Employee> people = members.getOrDefault(department.id(), List.of());
        if (!people.isEmpty()) {
          tiles.add(tile(department, people));
        }
      }
      tiles.sort(
          Comparator.comparingLong(DepartmentTile::people)
              .reversed()
              .thenComparing(DepartmentTile::label));
      return tiles;
    }

    private DepartmentTile tile(Department department, List<Employee> people) {
      Predicate<Employee> reachable = person -> decision(shown, person.id()).isReachableNow();
      return new DepartmentTile(
          text(department.name()),
          "",
          people.size(),
          people.stream().filter(reachable).count(),
          page.href(SearchInput.path(inDepartment(department.id().value()))),
          people.stream()
              .sorted(
                  Comparator.comparing((Employee person) -> person.portrait().isEmpty())
                      .thenComparing(person -> !isMain(department, person))
                      .thenComparing(person -> !reachable.test(person)))
              .limit(FACES)
              .map(Cards::portrait)
              .toList());
    }

    private static boolean isMain(Department department, Employee person) {
      return person.departments().get(0).equals(department.id());
    }

    private Help help(PeoplePage found) {
      return new Help(
          droppable(),
          departments(found.departments()).stream().filter(facet -> !facet.selected()).toList(),
          search.reachable() ? backSoon() : List.of());
    }

    private List<Facet> droppable() {
      List<Facet> drop = new ArrayList<>();
      if (search.reachable()) {
        drop(
            drop,
            "open",
            page.t("quoted", page.t("people.reachable")),
            new Search(search.q(), search.department(), search.topic(), search.language(), false));
      }
      if (!search.department().isEmpty()) {
        String name =
            query
                .department()
                .flatMap(directory::findDepartment)
                .map(department -> text(department.name()))
                .orElse(search.department());
        drop(drop, "department", name, inDepartment(""));
      }
      if (!search.topic().isEmpty()) {
        String name =
            query
                .topic()
                .flatMap(directory::findTopic)
                .map(topic -> text(topic.name()))
                .orElse(search.topic());
        drop(drop, "topic", name, onTopic(""));
      }
      if (!search.language().isEmpty()) {
        Locale spoken = Locale.forLanguageTag(search.language());
        drop(drop, "language", Cards.language(spoken, page.language()), inLanguage(""));
      }
      if (!search.q().isEmpty()) {
        Search wordless =
            new Search(
                "", search.department(), search.topic(), search.language(), search.reachable());
        if (!wordless.isEmpty()) {
          drop(drop, "q", page.t("quoted", search.q()), wordless);
        }
      }
      return drop;
    }

    private void drop(List<Facet> drop, String field, String label, Search without) {
      int count = search(without).total();
      if (count > 0) {
        drop.add(new Facet(field, label, count, page.href(SearchInput.path(without)), false));
      }
    }

    private PeoplePage search(Search other) {
      return directory.search(SearchInput.query(other), visible(other.reachable()));
    }

    private List<BackAt> backSoon() {
      Instant latest = page.now().plus(SOON);
      List<BackAt> back = new ArrayList<>();
      Search all =
          new Search(search.q(), search.department(), search.topic(), search.language(), false);
      for (Match match : search(all).matches()) {
        Employee person = match.employee();
        PublicStatus status = decision(shown, person.id()).status();
        status
            .until()
            .filter(until -> until.isAfter(page.now()) && until.isBefore(latest))
            .ifPresent(
                until ->
                    back.add(
                        new BackAt(
                            person.displayName(),
                            page.href("/people/" + person.id()),
                            Cards.portrait(person),
                            until)));
      }
      back.sort(Comparator.comparing(BackAt::at));
      return Collections.unmodifiableList(back.subList(0, Math.min(MOST_BACK, back.size())));
    }
  }
}
