package org.visavis.directory.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.util.FixedBitSet;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Standing;
import org.visavis.directory.Standings;
import org.visavis.directory.Suggestion;
import org.visavis.directory.spi.PeopleIndex;

/**
 * Finds people by free text as customers type it, and by filters.
 *
 * <p>A word is met by the same word, whatever its case, accents and way to write umlauts and ß; by
 * another form of it (German and English); by a longer word that begins with it; by a compound that
 * it is a part of, or that is a part of it; from four letters on by a word with one typo, from six
 * with two; and, in a name, by what sounds the same. Words without meaning only tip the scales.
 *
 * <p>If somebody meets all words, only such people are found, and of these nobody with two typos
 * more than the best; in a sentence of three words or more only if that is the best of all. Else
 * those who meet some are found, as long as they fit at least half as well as the best: what meets
 * several words at once, such as a topic, counts more than what meets them one by one. The text
 * decides first among everybody visible, then the filters narrow; so every count of a facet is what
 * following it shows.
 *
 * <p>People who match equally well, as all do without a text, come in an order that the query's
 * rotation draws: stable from page to page and on every node, but favouring nobody for ever.
 *
 * <p>Thread-safe. Searches never wait. A change is searchable when {@link #update} returns: recent
 * changes are kept in a small part of their own, which is merged into the large one when it grows.
 */
public final class TypoTolerantIndex implements PeopleIndex {

  /** So many recent people are kept apart, plus this fraction of all, before they are merged. */
  private static final int RECENT = 500;

  private static final int RECENT_FRACTION = 50;

  private final Clock clock;
  private final Language language = Language.load();
  private final Object writing = new Object();
  private volatile State state;

  /**
   * All that a search looks at.
   *
   * @param settled most of the people
   * @param outdated those of them who were changed or removed since
   * @param recent those who were changed or added since
   */
  record State(IndexPart.Facets facets, IndexPart settled, FixedBitSet outdated, IndexPart recent) {

    /** People are numbered through both parts; answers the part of a number. */
    IndexPart part(int slot) {
      return slot < settled.size() ? settled : recent;
    }

    /** Answers which person of its part a number is. */
    int person(int slot) {
      return slot < settled.size() ? slot : slot - settled.size();
    }
  }

  /**
   * Makes an empty index.
   *
   * @param clock says which day it is, in its own zone: the rotation of a query that states none
   */
  public TypoTolerantIndex(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.state = settled(List.of());
  }

  @Override
  public void replaceAll(Collection<Entry> entries) {
    synchronized (writing) {
      state = settled(byId(entries, List.of(), List.of()).values());
    }
  }

  @Override
  public void update(Collection<Entry> saved, Collection<EmployeeId> removed) {
    synchronized (writing) {
      State before = state;
      Map<EmployeeId, Entry> recent = byId(List.of(before.recent().entries), saved, removed);
      FixedBitSet outdated = before.outdated().clone();
      saved.forEach(entry -> markOutdated(before.settled(), entry.profile().id(), outdated));
      removed.forEach(id -> markOutdated(before.settled(), id, outdated));
      int settledSize = before.settled().size();
      if (recent.size() > RECENT + settledSize / RECENT_FRACTION) {
        List<Entry> all = new ArrayList<>(settledSize + recent.size());
        for (int person = 0; person < settledSize; person++) {
          if (!outdated.get(person)) {
            all.add(before.settled().entries[person]);
          }
        }
        all.addAll(recent.values());
        state = settled(all);
      } else {
        IndexPart part = IndexPart.of(recent.values(), before.facets(), language);
        state = new State(before.facets(), before.settled(), outdated, part);
      }
    }
  }

  @Override
  public PeoplePage search(PeopleQuery query, Predicate<EmployeeId> visible) {
    return new Search(state, language, today(), query, Sight.seeing(visible)).run();
  }

  @Override
  public PeoplePage searchAmong(
      PeopleQuery query, Function<EmployeeId, Optional<Standing>> standings) {
    State now = state;
    Sight sight =
        standings instanceof Standings lasting
            ? now.settled().sight(lasting)
            : Sight.asking(standings);
    return new Search(now, language, today(), query, sight).run();
  }

  @Override
  public List<Suggestion> suggest(String text, int limit, Predicate<EmployeeId> visible) {
    PeopleQuery query = PeopleQuery.everybody().text(text).page(0, limit);
    return new Suggesting(state, language, query, visible).run();
  }

  private long today() {
    return LocalDate.now(clock).toEpochDay();
  }

  private State settled(Collection<Entry> entries) {
    IndexPart.Facets facets = IndexPart.Facets.empty();
    IndexPart part = IndexPart.of(entries, facets, language);
    return new State(
        facets, part, new FixedBitSet(part.size()), IndexPart.of(List.of(), facets, language));
  }

  private static Map<EmployeeId, Entry> byId(
      Collection<Entry> entries, Collection<Entry> saved, Collection<EmployeeId> removed) {
    Map<EmployeeId, Entry> byId = new LinkedHashMap<>();
    entries.forEach(entry -> byId.put(entry.profile().id(), entry));
    saved.forEach(entry -> byId.put(entry.profile().id(), entry));
    removed.forEach(byId::remove);
    return byId;
  }

  private static void markOutdated(IndexPart settled, EmployeeId id, FixedBitSet outdated) {
    Integer slot = settled.slots.get(id);
    if (slot != null) {
      outdated.set(slot);
    }
  }
}
