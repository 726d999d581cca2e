package org.visavis.directory.search;

import java.util.List;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;

/**
 * One search over the two parts of an index. Whoever is not visible is dropped before anything is
 * decided or counted. Used once.
 */
final class Search {

  /** From so many words on, a text is a sentence, whose words need not all be met. */
  private static final int SENTENCE = 3;

  private final TypoTolerantIndex.State state;
  private final Language language;
  private final long day;
  private final PeopleQuery query;
  private final Sight sight;
  private final Found found = new Found();

  Search(
      TypoTolerantIndex.State state, Language language, long day, PeopleQuery query, Sight sight) {
    this.state = state;
    this.language = language;
    this.day = day;
    this.query = query;
    this.sight = sight;
  }

  PeoplePage run() {
    if (query.text().isEmpty()) {
      everybody(state.settled());
      everybody(state.recent());
      found.keepSeen(this::look);
      return counting().page(found, (part, person) -> List.of());
    }
    TextQuery text = new TextQuery(query.text(), language);
    Scratch settled = state.settled().borrow();
    Scratch recent = state.recent().borrow();
    text.run(state.settled(), settled);
    text.run(state.recent(), recent);
    choose(text, settled, recent);
    PeoplePage page =
        counting()
            .page(
                found,
                (part, person) ->
                    Reasons.of(text, part, part == state.settled() ? settled : recent, person));
    state.settled().giveBack(settled);
    state.recent().giveBack(recent);
    return page;
  }

  /** Counts with all numbers that the sight has given for those who are found. */
  private Counting counting() {
    return new Counting(state, query, day, sight);
  }

  private void everybody(IndexPart part) {
    for (int person = 0; person < part.size(); person++) {
      add(part, person, 0, 0, 0);
    }
  }

  /**
   * If somebody who may be shown meets all words, only such people; but in a sentence only if that
   * makes the best of all, for its words may lie scattered over a person. Else all who meet some,
   * as long as they come near the best.
   */
  private void choose(TextQuery text, Scratch settled, Scratch recent) {
    if (text.needed() < SENTENCE) {
      gather(text, state.settled(), settled, true);
      gather(text, state.recent(), recent, true);
      found.keepFewestTypos(this::look);
    }
    if (found.size() == 0) {
      gather(text, state.settled(), settled, false);
      gather(text, state.recent(), recent, false);
      found.keepSeen(this::look);
      found.keepNearest();
    }
  }

  private void gather(TextQuery text, IndexPart part, Scratch scratch, boolean allWords) {
    boolean oneWord = text.size() == 1;
    if (oneWord) {
      // What meets a person first then meets best, so that nothing else needs to be looked at.
      scratch.sortConcepts();
    }
    int rarest = allWords ? rarest(text, part, scratch) : -1;
    for (int i = 0; i < scratch.conceptCount(); i++) {
      int concept = scratch.concept(i);
      long codes = scratch.conceptCodes(concept);
      if (allWords ? Codes.at(codes, rarest) == Codes.NONE : text.met(codes) == 0) {
        continue;
      }
      for (int j = part.conceptPeople.start(concept); j < part.conceptPeople.end(concept); j++) {
        int person = part.conceptPeople.value(j);
        if (scratch.isNew(person)) {
          if (oneWord) {
            int rank = text.points(codes) + 2 * scratch.score(concept);
            add(part, person, rank, text.typos(codes), 0);
          } else {
            consider(text, part, scratch, person, allWords);
          }
        }
      }
    }
    scratch.forgetPeople();
  }

  /** Answers the needed word that the fewest people meet. */
  private static int rarest(TextQuery text, IndexPart part, Scratch scratch) {
    int rarest = 0;
    long fewest = Long.MAX_VALUE;
    for (int word = 0; word < text.size(); word++) {
      if (text.isNeeded(word)) {
        long people = 0;
        for (int i = 0; i < scratch.conceptCount(); i++) {
          int concept = scratch.concept(i);
          if (Codes.at(scratch.conceptCodes(concept), word) != Codes.NONE) {
            people += part.conceptPeople.end(concept) - part.conceptPeople.start(concept);
          }
        }
        if (people < fewest) {
          fewest = people;
          rarest = word;
        }
      }
    }
    return rarest;
  }

  private void consider(
      TextQuery text, IndexPart part, Scratch scratch, int person, boolean allWords) {
    long codes = scratch.personCodes(person);
    int missing = text.needed() - text.met(codes);
    if (missing == 0 || !allWords) {
      int rank = text.points(codes) + 2 * scratch.bestScore();
      add(part, person, rank, text.typos(codes), missing);
    }
  }

  private void add(IndexPart part, int person, int rank, int typos, int missing) {
    boolean settled = part == state.settled();
    if (settled && state.outdated().get(person)) {
      return;
    }
    found.add(settled ? person : state.settled().size() + person, rank, typos, missing);
  }

  private int look(int slot) {
    return sight.of(state.part(slot), state.person(slot));
  }
}
