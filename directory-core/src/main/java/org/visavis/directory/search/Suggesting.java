package org.visavis.directory.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.visavis.directory.Department;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Match;
import org.visavis.directory.Match.Field;
import org.visavis.directory.Match.Reason;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Suggestion;
import org.visavis.directory.Topic;

/**
 * One look for what a text may mean while it is being typed. Of topics, departments and languages
 * that fit half as well as the best, those that lead to somebody visible; if the best meets every
 * word that carries a meaning, only those that do. And people by their names. Used once.
 */
final class Suggesting {

  /** Filters are few, so that people have room too. */
  private static final int MOST_TOPICS = 5;

  private static final int MOST_OTHERS = 2;

  /**
   * @param whole whether every word that carries a meaning is met
   */
  private record Scored(Suggestion suggestion, int score, boolean whole) {}

  private record Subject(Field field, String id) {}

  private final TypoTolerantIndex.State state;
  private final Language language;
  private final PeopleQuery query;
  private final Predicate<EmployeeId> visible;
  private final Map<Subject, Scored> subjects = new LinkedHashMap<>();

  Suggesting(
      TypoTolerantIndex.State state,
      Language language,
      PeopleQuery query,
      Predicate<EmployeeId> visible) {
    this.state = state;
    this.language = language;
    this.query = query;
    this.visible = visible;
  }

  List<Suggestion> run() {
    TextQuery text = new TextQuery(query.text(), language);
    if (text.size() == 0) {
      return List.of();
    }
    subjects(text, state.settled());
    subjects(text, state.recent());
    List<Scored> scored = people();
    int best =
        Math.max(
            scored.stream().mapToInt(Scored::score).max().orElse(0),
            subjects.values().stream().mapToInt(Scored::score).max().orElse(0));
    boolean onlyWhole =
        subjects.values().stream()
            .max(Comparator.comparingInt(Scored::score))
            .filter(Scored::whole)
            .isPresent();
    subjects.values().removeIf(one -> onlyWhole && !one.whole());
    scored.addAll(best(List.of(Field.TOPIC), best / 2, MOST_TOPICS));
    scored.addAll(best(List.of(Field.DEPARTMENT, Field.LANGUAGE), best / 2, MOST_OTHERS));
    return scored.stream()
        .sorted(Comparator.comparingInt(Scored::score).reversed())
        .map(Scored::suggestion)
        .limit(query.limit())
        .toList();
  }

  private List<Scored> best(List<Field> fields, int least, int most) {
    return subjects.values().stream()
        .filter(one -> fields.contains(one.suggestion().field()) && one.score() >= least)
        .sorted(Comparator.comparingInt(Scored::score).reversed())
        .limit(most)
        .toList();
  }

  private void subjects(TextQuery text, IndexPart part) {
    Scratch scratch = part.borrow();
    text.run(part, scratch);
    for (int i = 0; i < scratch.conceptCount(); i++) {
      int concept = scratch.concept(i);
      long codes = scratch.conceptCodes(concept);
      Field field = part.concepts[concept].field();
      if (field != Field.NAME && field != Field.TITLE && text.met(codes) > 0) {
        int people = visible(part, concept);
        if (people > 0) {
          Reason reason = Reasons.of(text, part, scratch, concept, codes);
          boolean whole = text.met(codes) == text.needed();
          add(part.concepts[concept], reason, people, scratch.score(concept), whole);
        }
      }
    }
    part.giveBack(scratch);
  }

  private void add(Concept concept, Reason reason, int people, int score, boolean whole) {
    String id = id(concept);
    subjects.merge(
        new Subject(concept.field(), id),
        new Scored(
            new Suggestion(concept.field(), id, reason.name(), reason.text(), people),
            score,
            whole),
        (one, other) -> {
          Suggestion first = one.suggestion();
          int all = first.people() + other.suggestion().people();
          return new Scored(
              new Suggestion(first.field(), first.id(), first.name(), first.text(), all),
              Math.max(one.score(), other.score()),
              one.whole() || other.whole());
        });
  }

  private static String id(Concept concept) {
    if (concept.subject() instanceof Topic topic) {
      return topic.id().value();
    }
    return concept.subject() instanceof Department department
        ? department.id().value()
        : concept.subject().toString();
  }

  private int visible(IndexPart part, int concept) {
    int people = 0;
    for (int i = part.conceptPeople.start(concept); i < part.conceptPeople.end(concept); i++) {
      int person = part.conceptPeople.value(i);
      boolean outdated = part == state.settled() && state.outdated().get(person);
      if (!outdated && visible.test(part.ids[person])) {
        people++;
      }
    }
    return people;
  }

  /** Answers those of the people found whose names were met, and how well. */
  private List<Scored> people() {
    PeoplePage page = new Search(state, language, 0, query, Sight.seeing(visible)).run();
    List<Scored> people = new ArrayList<>();
    for (Match match : page.matches()) {
      List<Reason> names =
          match.reasons().stream().filter(reason -> reason.field() == Field.NAME).toList();
      if (!names.isEmpty()) {
        String name = match.profile().displayName();
        int score =
            names.stream()
                    .flatMap(reason -> reason.hits().stream())
                    .mapToInt(hit -> Codes.points(hit.how()))
                    .sum()
                + TextQuery.weight(Field.NAME, false);
        people.add(
            new Scored(
                new Suggestion(
                    Field.NAME,
                    match.profile().id().value(),
                    Label.of(name),
                    names.get(0).text(),
                    1),
                score,
                false));
      }
    }
    return people;
  }
}
