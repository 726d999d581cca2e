package org.visavis.directory.search;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Match.Field;
import org.visavis.directory.Profile;
import org.visavis.directory.Standings;
import org.visavis.directory.TopicId;
import org.visavis.directory.search.Concept.Wording;
import org.visavis.directory.spi.PeopleIndex.Entry;

/**
 * Some people, ready to be searched. A term leads to the wordings that it stands in, a wording to
 * its concept (a name, topic, department…), and a concept to its people; so a topic of a thousand
 * people is filed once and not a thousand times. Immutable, but for the scratch room that it lends.
 */
final class IndexPart {

  /** So many standings are remembered: those of the last few moments and of different askers. */
  private static final int SIGHTS = 4;

  /** The numbers by which facets count, shared by all parts of an index. */
  record Facets(
      Ordinals<DepartmentId> departments, Ordinals<TopicId> topics, Ordinals<String> languages) {

    static Facets empty() {
      return new Facets(new Ordinals<>(), new Ordinals<>(), new Ordinals<>());
    }
  }

  final Entry[] entries;
  final EmployeeId[] ids;
  final Map<EmployeeId, Integer> slots;
  final Concept[] concepts;
  final Wording[] wordings;
  final int[] wordingConcepts;

  /** How many words each wording has. */
  final byte[] wordingWords;

  final Postings conceptWordings;

  final TermDictionary terms;
  final Postings termWordings;
  final Postings conceptPeople;
  final Postings peopleConcepts;
  final Postings departments;
  final Postings topics;
  final Postings languages;
  final byte[] channels;

  /** For each person the hash of the id, by which the order among equals is drawn. */
  final int[] hashes;

  /** For each wording where its terms stand in it: term, start and end, one after the other. */
  final Postings places;

  private final Language language;
  private final BlockingQueue<Scratch> scratches;
  private volatile List<Sight> sights = List.of();

  private IndexPart(Builder builder) {
    int people = builder.entries.size();
    language = builder.language;
    entries = builder.entries.toArray(Entry[]::new);
    ids = Arrays.stream(entries).map(entry -> entry.profile().id()).toArray(EmployeeId[]::new);
    hashes = Arrays.stream(ids).mapToInt(EmployeeId::hashCode).toArray();
    slots = builder.slots;
    concepts = builder.concepts.keySet().toArray(Concept[]::new);
    conceptPeople = builder.conceptPeople.build(concepts.length);
    peopleConcepts = builder.peopleConcepts.build(people);
    departments = builder.departments.build(people);
    topics = builder.topics.build(people);
    languages = builder.languages.build(people);
    channels = new byte[people];
    for (int person = 0; person < people; person++) {
      channels[person] = (byte) ChannelBits.of(entries[person].profile().channels().keySet());
    }
    wordings = builder.wordings.toArray(Wording[]::new);
    wordingConcepts = new int[wordings.length];
    wordingWords = builder.wordingWords.toByteArray();
    conceptWordings = builder.conceptWordings.build(concepts.length);
    for (int concept = 0; concept < concepts.length; concept++) {
      for (int i = conceptWordings.start(concept); i < conceptWordings.end(concept); i++) {
        wordingConcepts[conceptWordings.value(i)] = concept;
      }
    }

    String[] sorted = builder.terms.keySet().toArray(String[]::new);
    Arrays.sort(sorted);
    int[] rank = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      rank[builder.terms.getOrDefault(sorted[i], 0)] = i;
    }
    terms = new TermDictionary(sorted);
    places = builder.places.build(wordings.length, 3, rank);
    termWordings = builder.termWordings.build(rank);
    scratches = new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
  }

  static IndexPart of(Collection<Entry> entries, Facets facets, Language language) {
    Builder builder = new Builder(facets, language);
    // Those who are found together then lie together.
    entries.stream()
        .sorted(Comparator.comparing(entry -> entry.profile().familyName()))
        .forEach(builder::add);
    return new IndexPart(builder);
  }

  int size() {
    return entries.length;
  }

  /** Answers what a concept is called. */
  Label name(int concept) {
    return concepts[concept].name(language.names());
  }

  /** Answers the sight of those standings, with what it remembers of these people. */
  Sight sight(Standings standings) {
    List<Sight> last = sights;
    for (Sight sight : last) {
      if (sight.isOf(standings)) {
        return sight;
      }
    }
    Sight sight = Sight.remembering(standings, this);
    sights = Stream.concat(Stream.of(sight), last.stream()).limit(SIGHTS).toList();
    return sight;
  }

  /** Lends room for one search; to be given back clean. */
  Scratch borrow() {
    Scratch free = scratches.poll();
    return free != null ? free : new Scratch(this);
  }

  void giveBack(Scratch scratch) {
    scratch.clear();
    // One for each processor is kept; the garbage collector takes what is beyond that.
    scratches.offer(scratch);
  }

  private static final class Builder {

    private final Facets facets;
    private final Language language;
    private final Derived derived;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<EmployeeId, Integer> slots = new HashMap<>();
    private final Map<Concept, Integer> concepts = new LinkedHashMap<>();
    private final List<Wording> wordings = new ArrayList<>();
    private final ByteArrayOutputStream wordingWords = new ByteArrayOutputStream();
    private final Postings.Builder conceptWordings = new Postings.Builder();
    private final Map<String, Integer> terms = new HashMap<>();
    private final Postings.Builder places = new Postings.Builder();
    private final Postings.Builder termWordings = new Postings.Builder();
    private final Postings.Builder conceptPeople = new Postings.Builder();
    private final Postings.Builder peopleConcepts = new Postings.Builder();
    private final Postings.Builder departments = new Postings.Builder();
    private final Postings.Builder topics = new Postings.Builder();
    private final Postings.Builder languages = new Postings.Builder();

    Builder(Facets facets, Language language) {
      this.facets = facets;
      this.language = language;
      this.derived = language.derived();
    }

    void add(Entry entry) {
      int person = entries.size();
      Profile profile = entry.profile();
      entries.add(entry);
      slots.put(profile.id(), person);
      for (Concept concept : Concept.of(entry)) {
        int number = number(concept);
        conceptPeople.add(number, person);
        peopleConcepts.add(person, number);
      }
      Set<DepartmentId> within = new LinkedHashSet<>(profile.departments());
      entry.departments().stream().map(Department::id).forEach(within::add);
      for (DepartmentId department : within) {
        departments.add(person, facets.departments().add(department));
      }
      for (TopicId topic : Set.copyOf(profile.topics())) {
        topics.add(person, facets.topics().add(topic));
      }
      Set<String> spoken = new LinkedHashSet<>();
      for (Locale locale : profile.languages()) {
        spoken.add(locale.getLanguage());
      }
      for (String tag : spoken) {
        languages.add(person, facets.languages().add(tag));
      }
    }

    private int number(Concept concept) {
      Integer known = concepts.get(concept);
      if (known != null) {
        return known;
      }
      int number = concepts.size();
      concepts.put(concept, number);
      for (Wording wording : concept.wordings(language.names())) {
        int wordingNumber = wordings.size();
        wordings.add(wording);
        conceptWordings.add(number, wordingNumber);
        List<Words.Word> words = language.words().withJoined(wording.text());
        wordingWords.write(Math.max(1, Math.min(words.size(), Byte.MAX_VALUE)));
        for (Words.Word word : words) {
          word.forms().forEach(form -> place(wordingNumber, form, word));
          List<String> marks =
              concept.field() == Field.NAME
                  ? derived.ofName(word)
                  : derived.ofVocabulary(word, wording.language());
          marks.forEach(mark -> place(wordingNumber, mark, word));
        }
      }
      return number;
    }

    private void place(int wording, String text, Words.Word word) {
      Integer known = terms.putIfAbsent(text, terms.size());
      int term = known != null ? known : terms.size() - 1;
      places.add(wording, term);
      places.add(wording, word.start());
      places.add(wording, word.end());
      termWordings.add(term, wording);
    }
  }
}
