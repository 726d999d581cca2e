package org.visavis.directory.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Match;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Profile;
import org.visavis.directory.Standing;

/**
 * Narrows by the filters, counts the facets and cuts the page. A facet ignores its own filter, so
 * somebody who passes all filters but one counts in that one's facet alone. Used once.
 */
final class Counting {

  /** People are numbered through both parts in a ranking, so there can be this many. */
  private static final int SLOT_BITS = 24;

  private static final int DRAWN_BITS = 23;

  /** Says why a person was found. */
  interface Explanation {
    List<Match.Reason> of(IndexPart part, int person);
  }

  private final TypoTolerantIndex.State state;
  private final PeopleQuery query;
  private final long seed;
  private final Filter department;
  private final Filter topic;
  private final Filter language;
  private final int channel;
  private final Sight sight;

  /** For each number of the sight the channels, and whether the mark is among its marks. */
  private final int[] offered;

  private final boolean[] marked;
  private final int[] departments;
  private final int[] topics;
  private final int[] languages;
  private final int[] channels = ChannelBits.counts();
  private final int[] sights;
  private int total;

  Counting(TypoTolerantIndex.State state, PeopleQuery query, long day, Sight sight) {
    this.state = state;
    this.query = query;
    this.sight = sight;
    this.seed = query.rotation().orElse(day);
    IndexPart.Facets facets = state.facets();
    department = Filter.of(facets.departments(), query.department().orElse(null));
    topic = Filter.of(facets.topics(), query.topic().orElse(null));
    language =
        Filter.of(facets.languages(), query.language().map(Locale::getLanguage).orElse(null));
    channel = query.channel().map(ChannelBits::of).orElse(0);
    departments = new int[facets.departments().size()];
    topics = new int[facets.topics().size()];
    languages = new int[facets.languages().size()];
    sights = new int[sight.end()];
    offered = new int[sights.length];
    marked = new boolean[sights.length];
    for (int seen = 0; seen < sights.length; seen++) {
      Standing standing = sight.standing(seen);
      offered[seen] = standing == null ? 0 : ChannelBits.of(standing.channels());
      marked[seen] =
          query
              .mark()
              .map(mark -> standing != null && standing.marks().contains(mark))
              .orElse(true);
    }
  }

  PeoplePage page(Found found, Explanation explanation) {
    int wanted = (int) Math.min(found.size(), (long) query.offset() + query.limit());
    LongHeap best = new LongHeap(Math.max(1, wanted));
    for (int i = 0; i < found.size(); i++) {
      if (count(found.slot(i), found.sight(i))) {
        best.insertWithOverflow(key(found.slot(i), found.rank(i)));
      }
    }
    List<Match> matches = new ArrayList<>();
    for (long one : descending(best, query.offset())) {
      int slot = (int) (one & ((1 << SLOT_BITS) - 1));
      IndexPart part = state.part(slot);
      int person = state.person(slot);
      Profile profile = part.entries[person].profile();
      matches.add(new Match(profile, explanation.of(part, person)));
    }
    return new PeoplePage(
        matches,
        total,
        counts(departments, state.facets().departments()),
        counts(topics, state.facets().topics()),
        counts(languages, state.facets().languages()),
        ChannelBits.byChannel(channels),
        markCounts());
  }

  /** A found person is one number: rank, then the order drawn, then where to find it. */
  private long key(int slot, int rank) {
    long z = state.part(slot).hashes[state.person(slot)] + seed * 0x9E3779B97F4A7C15L;
    // The finalizer of SplitMix64 draws a number for a person and a seed.
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    long drawn = (z ^ (z >>> 31)) >>> (64 - DRAWN_BITS);
    return ((long) rank << DRAWN_BITS | drawn) << SLOT_BITS | slot;
  }

  /** Counts a person; answers whether all filters take him or her. */
  private boolean count(int slot, int seen) {
    IndexPart part = state.part(slot);
    int person = state.person(slot);
    int ways = seen == Sight.SEEN ? part.channels[person] : offered[seen];
    boolean inDepartment = department.takes(part.departments, person);
    boolean onTopic = topic.takes(part.topics, person);
    boolean speaks = language.takes(part.languages, person);
    boolean offers = (ways & channel) == channel;
    boolean isMarked = marked[seen];
    int refused =
        (inDepartment ? 0 : 1)
            + (onTopic ? 0 : 1)
            + (speaks ? 0 : 1)
            + (offers ? 0 : 1)
            + (isMarked ? 0 : 1);
    if (refused > 1) {
      return false;
    }
    boolean taken = refused == 0;
    if (taken || !inDepartment) {
      count(part.departments, person, departments);
    }
    if (taken || !onTopic) {
      count(part.topics, person, topics);
    }
    if (taken || !speaks) {
      count(part.languages, person, languages);
    }
    if (taken || !offers) {
      channels[ways]++;
    }
    if (taken || !isMarked) {
      sights[seen]++;
    }
    total += taken ? 1 : 0;
    return taken;
  }

  private static void count(Postings postings, int person, int[] counts) {
    for (int i = postings.start(person); i < postings.end(person); i++) {
      counts[postings.value(i)]++;
    }
  }

  private static long[] descending(LongHeap best, int offset) {
    long[] page = new long[Math.max(0, best.size() - offset)];
    for (int i = 0; i < page.length; i++) {
      page[page.length - 1 - i] = best.pop();
    }
    return page;
  }

  private static <T> Map<T, Integer> counts(int[] counts, Ordinals<T> values) {
    List<Map.Entry<T, Integer>> result = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        result.add(Map.entry(values.value(i), counts[i]));
      }
    }
    return mapOf(result);
  }

  /** Unmodifiable at once, so that the page has nothing to copy. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> Map<T, Integer> mapOf(List<Map.Entry<T, Integer>> entries) {
    return Map.ofEntries(entries.toArray(new Map.Entry[0]));
  }

  private Map<String, Integer> markCounts() {
    Map<String, Integer> result = new HashMap<>();
    for (int seen = 0; seen < sights.length; seen++) {
      Standing standing = sight.standing(seen);
      if (standing != null && sights[seen] > 0) {
        int people = sights[seen];
        standing.marks().forEach(one -> result.merge(one, people, Integer::sum));
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
