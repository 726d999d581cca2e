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
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.Label;
import org.visavis.directory.Match;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Profile;
import org.visavis.directory.Suggestion;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.presence.Presence;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Link;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.PublicStandings;
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
  private static final int MOST_SUGGESTED = 12;
  private static final int FACES = 4;

  /** Who is back later than this is not back soon. */
  private static final Duration SOON = Duration.ofDays(3);

  private final Directory directory;
  private final Presence presence;
  private final Cards cards;
  private final PublicStandings standings;
  private final Handles handles;
  private final DutyDoor duty;

  @Inject
  PeoplePages(
      Directory directory,
      Presence presence,
      Cards cards,
      PublicStandings standings,
      Handles handles,
      DutyDoor duty) {
    this.directory = directory;
    this.presence = presence;
    this.cards = cards;
    this.standings = standings;
    this.handles = handles;
    this.duty = duty;
  }

  /** Answers the page that was asked for, for which there must be no problem in the input. */
  PeopleView of(SearchInput input, Page page) {
    return new Answer(input, page).view();
  }

  /** Answers some of a person's colleagues whom one can have now. */
  List<PersonCard> colleagues(Profile employee, Page page) {
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
        .map(match -> cards.of(match, decision(shown, match.profile().id()), page.language()))
        .toList();
  }

  private static Reachability decision(Map<EmployeeId, Reachability> shown, EmployeeId id) {
    return shown.getOrDefault(id, Reachability.hidden());
  }

  /** One answer to one question, with all that belongs to it. */
  private final class Answer {

    private final SearchInput input;
    private final Search search;
    private final PeopleQuery query;
    private final Page page;
    private final Locale locale;
    private final Map<EmployeeId, Reachability> shown = presence.shown(Audience.PUBLIC);

    Answer(SearchInput input, Page page) {
      this.input = input;
      this.search = input.search();
      this.query = input.query();
      this.page = page;
      this.locale = page.language().locale();
    }

    PeopleView view() {
      PeoplePage found = among(query, search.reachable());
      List<PersonCard> people =
          search.q().isEmpty() && !search.reachable()
              ? reachableFirst()
              : cardsOf(found, shown, page);
      int next = query.offset() + query.limit();
      return new PeopleView(
          search,
          found.total(),
          people,
          next < found.total() ? Optional.of(page.href(input.nextPath())) : Optional.empty(),
          departments(found.departments()),
          topics(found.topics()),
          languages(found.languages()),
          channels(found.channels()),
          statuses(found.marks()),
          suggestions(),
          search.isEmpty() ? overview() : List.of(),
          found.total() == 0 ? help(found) : Help.none(),
          writable());
    }

    /** Without a search all of them, since no tile leads there; else the one that was asked for. */
    private List<Link> writable() {
      return duty.open().stream()
          .filter(
              one ->
                  search.department().isEmpty()
                      ? search.isEmpty()
                      : search.department().equals(one.id().value()))
          .map(one -> new Link(text(one.name()), page.href("/departments/" + one.id().value())))
          .toList();
    }

    /**
     * Where no words say who fits best, those whom one can have now come first, each part in the
     * order of the directory.
     */
    private List<PersonCard> reachableFirst() {
      PeoplePage now = among(query, true);
      List<PersonCard> people = new ArrayList<>(cardsOf(now, shown, page));
      int missing = query.limit() - people.size();
      if (missing > 0) {
        PeopleQuery rest = query.page(Math.max(0, query.offset() - now.total()), missing);
        people.addAll(
            cardsOf(
                directory.searchAmong(
                    rest, PublicStandings.asked(shown, decision -> !decision.isReachableNow())),
                shown,
                page));
      }
      return people;
    }

    private PeoplePage among(PeopleQuery asked, boolean reachable) {
      return directory.searchAmong(
          asked, reachable ? standings.reachable(shown) : standings.everybody(shown));
    }

    private List<Facet> departments(Map<DepartmentId, Integer> counts) {
      return facets(
          counts,
          DepartmentId::value,
          id -> directory.findDepartment(id).map(Department::name).map(this::text),
          search.department(),
          this::departmentName,
          search::inDepartment,
          MOST_DEPARTMENTS);
    }

    private List<Facet> topics(Map<TopicId, Integer> counts) {
      return facets(
          counts,
          TopicId::value,
          id -> directory.findTopic(id).map(Topic::name).map(this::text),
          search.topic(),
          this::topicName,
          search::onTopic,
          MOST_TOPICS);
    }

    private List<Facet> languages(Map<String, Integer> counts) {
      return facets(
          counts,
          Function.identity(),
          tag -> Optional.of(languageName(tag)),
          search.language(),
          this::languageName,
          search::inLanguage,
          Integer.MAX_VALUE);
    }

    private List<Facet> channels(Map<Channel, Integer> counts) {
      return facets(
          counts,
          Channel::code,
          channel -> Optional.of(channelName(channel.code())),
          search.channel(),
          this::channelName,
          search::byChannel,
          Integer.MAX_VALUE);
    }

    private List<Facet> statuses(Map<String, Integer> counts) {
      return facets(
          counts,
          Function.identity(),
          mark -> Optional.of(statusName(mark)),
          search.status(),
          this::statusName,
          search::withStatus,
          Integer.MAX_VALUE);
    }

    private String channelName(String code) {
      return page.t("channel." + code);
    }

    private String statusName(String code) {
      return page.t("status." + code);
    }

    /** What the words may mean besides a person, as a filter in their place. */
    private List<Facet> suggestions() {
      if (search.q().isEmpty()) {
        return List.of();
      }
      List<Facet> suggestions = new ArrayList<>();
      Search wordless = search.forWords("");
      for (Suggestion one : directory.suggest(search.q(), MOST_SUGGESTED, shown::containsKey)) {
        Optional<Search> there =
            switch (one.field()) {
              case TOPIC -> Optional.of(wordless.onTopic(one.id()));
              case DEPARTMENT -> Optional.of(wordless.inDepartment(one.id()));
              case LANGUAGE -> Optional.of(wordless.inLanguage(one.id()));
              case NAME, TITLE -> Optional.empty();
            };
        there.ifPresent(
            meant ->
                suggestions.add(
                    new Facet(
                        one.id(),
                        text(one.name()),
                        one.people(),
                        page.href(SearchInput.path(meant)),
                        false)));
      }
      return suggestions;
    }

    /** The most frequent first; the chosen one is never left out, even where it leaves nobody. */
    private <K> List<Facet> facets(
        Map<K, Integer> counts,
        Function<K, String> value,
        Function<K, Optional<String>> label,
        String chosen,
        Function<String, String> name,
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
      if (!chosen.isEmpty() && facets.stream().noneMatch(Facet::selected)) {
        String href = page.href(SearchInput.path(with.apply("")));
        facets.add(new Facet(chosen, name.apply(chosen), 0, href, true));
      }
      facets.sort(
          Comparator.comparing((Facet facet) -> !facet.selected() || counts.size() <= most)
              .thenComparing(Comparator.comparingLong(Facet::count).reversed())
              .thenComparing(Facet::label));
      return facets.subList(0, Math.min(most, facets.size()));
    }

    /** What is unknown is called as it stands in the address. */
    private String departmentName(String id) {
      return query
          .department()
          .flatMap(directory::findDepartment)
          .map(department -> text(department.name()))
          .orElse(id);
    }

    private String topicName(String id) {
      return query
          .topic()
          .flatMap(directory::findTopic)
          .map(topic -> text(topic.name()))
          .orElse(id);
    }

    private String languageName(String tag) {
      return Cards.language(Locale.forLanguageTag(tag), page.language());
    }

    private String text(Label label) {
      return label.text(locale);
    }

    private List<DepartmentTile> overview() {
      Map<DepartmentId, List<Profile>> members = new HashMap<>();
      for (EmployeeId one : shown.keySet()) {
        directory
            .view(one, Audience.PUBLIC)
            .ifPresent(
                person ->
                    person
                        .departments()
                        .forEach(
                            id ->
                                members.computeIfAbsent(id, key -> new ArrayList<>()).add(person)));
      }
      List<DepartmentTile> tiles = new ArrayList<>();
      for (Department department : directory.departments()) {
        List<Profile> people = members.getOrDefault(department.id(), List.of());
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

    private DepartmentTile tile(Department department, List<Profile> people) {
      Predicate<Profile> reachable = person -> decision(shown, person.id()).isReachableNow();
      return new DepartmentTile(
          text(department.name()),
          "",
          people.size(),
          people.stream().filter(reachable).count(),
          page.href(SearchInput.path(search.inDepartment(department.id().value()))),
          people.stream()
              .sorted(
                  Comparator.comparing((Profile person) -> person.portrait().isEmpty())
                      .thenComparing(person -> !isMain(department, person))
                      .thenComparing(person -> !reachable.test(person))
                      .thenComparing(Profile::id))
              .limit(FACES)
              .map(Cards::portrait)
              .toList());
    }

    private static boolean isMain(Department department, Profile person) {
      return person.departments().get(0).equals(department.id());
    }

    private Help help(PeoplePage found) {
      List<Facet> drop = droppable();
      List<Facet> elsewhere =
          search.department().isEmpty()
              ? List.of()
              : departments(found.departments()).stream()
                  .filter(facet -> !facet.selected())
                  .toList();
      boolean deadEnd = search.department().isEmpty() || (drop.isEmpty() && elsewhere.isEmpty());
      return new Help(
          drop, deadEnd ? everywhere() : elsewhere, search.reachable() ? backSoon() : List.of());
    }

    /** Answers the departments themselves, for somebody whose words lead nowhere. */
    private List<Facet> everywhere() {
      PeoplePage all = among(PeopleQuery.everybody(), search.reachable());
      List<Facet> departments = new ArrayList<>();
      for (Facet facet : departments(all.departments())) {
        Search there = new Search("", facet.id(), "", "", search.reachable());
        departments.add(
            new Facet(
                facet.id(),
                facet.label(),
                facet.count(),
                page.href(SearchInput.path(there)),
                false));
      }
      return departments;
    }

    private List<Facet> droppable() {
      List<Facet> drop = new ArrayList<>();
      if (search.reachable()) {
        drop(drop, "open", page.t("quoted", page.t("people.reachable")), search.whoever());
      }
      if (!search.department().isEmpty()) {
        drop(drop, "department", departmentName(search.department()), search.inDepartment(""));
      }
      if (!search.topic().isEmpty()) {
        drop(drop, "topic", topicName(search.topic()), search.onTopic(""));
      }
      if (!search.language().isEmpty()) {
        drop(drop, "language", languageName(search.language()), search.inLanguage(""));
      }
      if (!search.channel().isEmpty()) {
        drop(drop, "channel", channelName(search.channel()), search.byChannel(""));
      }
      if (!search.status().isEmpty()) {
        drop(drop, "status", statusName(search.status()), search.withStatus(""));
      }
      if (!search.q().isEmpty()) {
        Search wordless = search.forWords("");
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
      return among(SearchInput.query(other), other.reachable());
    }

    private List<BackAt> backSoon() {
      Instant latest = page.now().plus(SOON);
      List<BackAt> back = new ArrayList<>();
      Search all = search.whoever();
      for (Match match : search(all).matches()) {
        Profile person = match.profile();
        PublicStatus status = decision(shown, person.id()).status();
        status
            .until()
            .filter(until -> until.isAfter(page.now()) && until.isBefore(latest))
            .ifPresent(
                until ->
                    back.add(
                        new BackAt(
                            person.displayName(),
                            page.href("/people/" + handles.of(person.id())),
                            Cards.portrait(person),
                            until)));
      }
      back.sort(Comparator.comparing(BackAt::at));
      return Collections.unmodifiableList(back.subList(0, Math.min(MOST_BACK, back.size())));
    }
  }
}
