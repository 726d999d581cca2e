package org.visavis.directory.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Match;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Profile;

/**
 * One search over the two parts of an index. Whoever is not visible is dropped before anything is
 * decided or counted. Used once.
 */
final class Search {

  /** People are numbered through both parts in a ranking, so there can be this many. */
  private static final int SLOT_BITS = 24;

  private static final int DRAWN_BITS = 23;

  private final TypoTolerantIndex.State state;
  private final Words words;
  private final long day;
  private final PeopleQuery query;
  private final Predicate<EmployeeId> visible;
  private final @Nullable Channel channel;
  private final Filter department;
  private final Filter topic;
  private final Filter language;
  private long[] found = new long[256];
  private int size;

  Search(
      TypoTolerantIndex.State state,
      Words words,
      long day,
      PeopleQuery query,
      Predicate<EmployeeId> visible) {
    this.state = state;
    this.words = words;
    this.day = day;
    this.query = query;
    this.visible = visible;
    this.channel = query.channel().orElse(null);
    IndexPart.Facets facets = state.facets();
    this.department = Filter.of(facets.departments(), query.department().orElse(null));
    this.topic = Filter.of(facets.topics(), query.topic().orElse(null));
    this.language =
        Filter.of(facets.languages(), query.language().map(Locale::getLanguage).orElse(null));
  }

  PeoplePage run() {
    if (query.text().isEmpty()) {
      everybody(state.settled());
      everybody(state.recent());
      return page(List.of(), List.of());
    }
    TextQuery text = new TextQuery(query.text(), words);
    Scratch settled = state.settled().borrow();
    Scratch recent = state.recent().borrow();
    List<Map<Integer, Integer>> settledTerms = text.run(state.settled(), settled);
    List<Map<Integer, Integer>> recentTerms = text.run(state.recent(), recent);
    choose(text, settled, recent);
    state.settled().giveBack(settled);
    state.recent().giveBack(recent);
    return page(settledTerms, recentTerms);
  }

  private void everybody(IndexPart part) {
    for (int person = 0; person < part.size(); person++) {
      if (mayBeShown(part, person)) {
        add(part, person, 0);
      }
    }
  }

  /** If somebody who may be shown meets all words, only such people; else all who meet some. */
  private void choose(TextQuery text, Scratch settled, Scratch recent) {
    int fewest =
        Math.min(
            fewestTypos(state.settled(), settled, text.needed()),
            fewestTypos(state.recent(), recent, text.needed()));
    if (fewest < Integer.MAX_VALUE) {
      addThose(state.settled(), settled, text.needed(), fewest + 1);
      addThose(state.recent(), recent, text.needed(), fewest + 1);
    } else {
      addThose(state.settled(), settled, 1, Integer.MAX_VALUE);
      addThose(state.recent(), recent, 1, Integer.MAX_VALUE);
    }
  }

  /** Answers the fewest typos of one who may be shown and meets so many words. */
  private int fewestTypos(IndexPart part, Scratch scratch, int needed) {
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < scratch.touched() && fewest > 0; i++) {
      int person = scratch.person(i);
      if (scratch.needed(person) == needed
          && scratch.typosOf(person) < fewest
          && mayBeShown(part, person)) {
        fewest = scratch.typosOf(person);
      }
    }
    return fewest;
  }

  private void addThose(IndexPart part, Scratch scratch, int needed, int typosAtMost) {
    for (int i = 0; i < scratch.touched(); i++) {
      int person = scratch.person(i);
      if (scratch.needed(person) >= needed
          && scratch.typosOf(person) <= typosAtMost
          && mayBeShown(part, person)) {
        add(part, person, scratch.needed(person) << 12 | Math.min(scratch.sumOf(person), 4_095));
      }
    }
  }

  private boolean mayBeShown(IndexPart part, int person) {
    if (part == state.settled() && state.outdated().get(person)) {
      return false;
    }
    Profile profile = part.entries[person].profile();
    if (channel != null && !profile.offers(channel)) {
      return false;
    }
    return visible.test(profile.id());
  }

  /** A found person is one number: rank, then the order drawn for today, then where to find it. */
  private void add(IndexPart part, int person, int rank) {
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
    }
    int slot = part == state.settled() ? person : state.settled().size() + person;
    long drawn = drawn(part.entries[person].profile().id());
    found[size++] = ((long) rank << DRAWN_BITS | drawn) << SLOT_BITS | slot;
  }

  /** Draws a number for a person and a day: the finalizer of SplitMix64 over both. */
  private long drawn(EmployeeId id) {
    long z = id.hashCode() + day * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) >>> (64 - DRAWN_BITS);
  }

  private PeoplePage page(
      List<Map<Integer, Integer>> settledTerms, List<Map<Integer, Integer>> recentTerms) {
    int[] departments = new int[state.facets().departments().size()];
    int[] topics = new int[state.facets().topics().size()];
    int[] languages = new int[state.facets().languages().size()];
    int wanted = (int) Math.min(size, (long) query.offset() + query.limit());
    LongHeap best = new LongHeap(Math.max(1, wanted));
    int total = 0;
    for (int i = 0; i < size; i++) {
      IndexPart part = part(found[i]);
      int person = person(found[i]);
      boolean inDepartment = department.takes(part.departments, person);
      boolean onTopic = topic.takes(part.topics, person);
      boolean speaks = language.takes(part.languages, person);
      if (inDepartment && onTopic && speaks) {
        total++;
        best.insertWithOverflow(found[i]);
      }
      if (onTopic && speaks) {
        count(part.departments, person, departments);
      }
      if (inDepartment && speaks) {
        count(part.topics, person, topics);
      }
      if (inDepartment && onTopic) {
        count(part.languages, person, languages);
      }
    }
    List<Match> matches = new ArrayList<>();
    for (long one : descending(best, query.offset())) {
      IndexPart part = part(one);
      List<Map<Integer, Integer>> terms = part == state.settled() ? settledTerms : recentTerms;
      Profile profile = part.entries[person(one)].profile();
      matches.add(new Match(profile, TextQuery.explain(part, person(one), terms)));
    }
    return new PeoplePage(
        matches,
        total,
        counts(departments, state.facets().departments()),
        counts(topics, state.facets().topics()),
        counts(languages, state.facets().languages()));
  }

  private IndexPart part(long one) {
    return slot(one) < state.settled().size() ? state.settled() : state.recent();
  }

  private int person(long one) {
    int settled = state.settled().size();
    return slot(one) < settled ? slot(one) : slot(one) - settled;
  }

  private static int slot(long one) {
    return (int) (one & ((1 << SLOT_BITS) - 1));
  }

  private static long[] descending(LongHeap best, int offset) {
    long[] page = new long[Math.max(0, best.size() - offset)];
    for (int i = 0; i < page.length; i++) {
      page[page.length - 1 - i] = best.pop();
    }
    return page;
  }

  private static void count(Postings postings, int person, int[] counts) {
    for (int i = postings.start(person); i < postings.end(person); i++) {
      counts[postings.value(i)]++;
    }
  }

  private static <T> Map<T, Integer> counts(int[] counts, Ordinals<T> values) {
    Map<T, Integer> result = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        result.put(values.value(i), counts[i]);
      }
    }
    return result;
  }

  /** A condition on one facet: none, one of its values, or a value that nobody has. */
  private record Filter(boolean any, int number) {

    static <T> Filter of(Ordinals<T> values, @Nullable T wanted) {
      return wanted == null
          ? new Filter(true, Ordinals.NONE)
          : new Filter(false, values.find(wanted));
    }

    boolean takes(Postings postings, int person) {
      return any || postings.contains(person, number);
    }
  }
}
