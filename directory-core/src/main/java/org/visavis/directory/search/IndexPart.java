package org.visavis.directory.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Match.Field;
import org.visavis.directory.Profile;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;
import org.visavis.directory.spi.PeopleIndex.Entry;

/**
 * Some people, ready to be searched. A term leads to the phrases that it stands in (a name, a
 * title, the name of a department or topic), and a phrase to its people, so that a topic of a
 * thousand people is filed once and not a thousand times. Immutable, but for the scratch room that
 * it lends.
 */
final class IndexPart {

  /** The numbers by which facets count, shared by all parts of an index. */
  record Facets(
      Ordinals<DepartmentId> departments, Ordinals<TopicId> topics, Ordinals<String> languages) {

    static Facets empty() {
      return new Facets(new Ordinals<>(), new Ordinals<>(), new Ordinals<>());
    }
  }

  /** A text of a person, as it is shown; the same text of many people is one phrase. */
  record Phrase(Field field, String text) {}

  /** Where a term stands in a phrase. */
  record Place(int term, int start, int end) {}

  final Entry[] entries;
  final Map<EmployeeId, Integer> slots;
  final Phrase[] phrases;
  final Place[][] places;
  final TermDictionary terms;
  final Postings termPhrases;
  final Postings phrasePeople;
  final Postings peoplePhrases;
  final Postings departments;
  final Postings topics;
  final Postings languages;
  private final BlockingQueue<Scratch> scratches;

  private IndexPart(Builder builder) {
    int people = builder.entries.size();
    entries = builder.entries.toArray(Entry[]::new);
    slots = builder.slots;
    phrases = builder.phrases.keySet().toArray(Phrase[]::new);
    phrasePeople = builder.phrasePeople.build(phrases.length);
    peoplePhrases = builder.peoplePhrases.build(people);
    departments = builder.departments.build(people);
    topics = builder.topics.build(people);
    languages = builder.languages.build(people);

    String[] sorted = builder.terms.keySet().toArray(String[]::new);
    Arrays.sort(sorted);
    int[] rank = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      rank[builder.terms.getOrDefault(sorted[i], 0)] = i;
    }
    terms = new TermDictionary(sorted);
    places = new Place[phrases.length][];
    Postings.Builder termPhrasesBuilder = new Postings.Builder();
    for (int phrase = 0; phrase < phrases.length; phrase++) {
      List<Place> unranked = builder.places.get(phrase);
      places[phrase] = new Place[unranked.size()];
      for (int i = 0; i < unranked.size(); i++) {
        Place place = unranked.get(i);
        places[phrase][i] = new Place(rank[place.term()], place.start(), place.end());
        termPhrasesBuilder.add(rank[place.term()], phrase);
      }
    }
    termPhrases = termPhrasesBuilder.build(sorted.length);
    scratches = new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
  }

  static IndexPart of(Collection<Entry> entries, Facets facets, Words words) {
    Builder builder = new Builder(facets, words);
    entries.forEach(builder::add);
    return new IndexPart(builder);
  }

  int size() {
    return entries.length;
  }

  /** Lends room for one search; to be given back clean. */
  Scratch borrow() {
    Scratch free = scratches.poll();
    return free != null ? free : new Scratch(entries.length, terms.size());
  }

  void giveBack(Scratch scratch) {
    scratch.clear();
    // One for each processor is kept; the garbage collector takes what is beyond that.
    scratches.offer(scratch);
  }

  private static final class Builder {

    private final Facets facets;
    private final Words words;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<EmployeeId, Integer> slots = new HashMap<>();
    private final Map<Phrase, Integer> phrases = new LinkedHashMap<>();
    private final Map<String, Integer> terms = new HashMap<>();
    private final List<List<Place>> places = new ArrayList<>();
    private final Postings.Builder phrasePeople = new Postings.Builder();
    private final Postings.Builder peoplePhrases = new Postings.Builder();
    private final Postings.Builder departments = new Postings.Builder();
    private final Postings.Builder topics = new Postings.Builder();
    private final Postings.Builder languages = new Postings.Builder();

    Builder(Facets facets, Words words) {
      this.facets = facets;
      this.words = words;
    }

    void add(Entry entry) {
      int person = entries.size();
      Profile profile = entry.profile();
      entries.add(entry);
      slots.put(profile.id(), person);
      for (Phrase phrase : phrasesOf(entry)) {
        int number = number(phrase);
        phrasePeople.add(number, person);
        peoplePhrases.add(person, number);
      }
      for (DepartmentId department : Set.copyOf(profile.departments())) {
        departments.add(person, facets.departments().add(department));
      }
      for (TopicId topic : Set.copyOf(profile.topics())) {
        topics.add(person, facets.topics().add(topic));
      }
      Set<String> spoken = new LinkedHashSet<>();
      for (Locale language : profile.languages()) {
        spoken.add(language.getLanguage());
      }
      for (String language : spoken) {
        languages.add(person, facets.languages().add(language));
      }
    }

    private static Set<Phrase> phrasesOf(Entry entry) {
      Profile profile = entry.profile();
      Set<Phrase> phrases = new LinkedHashSet<>();
      phrases.add(new Phrase(Field.NAME, profile.displayName()));
      for (String part : List.of(profile.givenName(), profile.familyName())) {
        if (!part.isEmpty() && !profile.displayName().contains(part)) {
          phrases.add(new Phrase(Field.NAME, part));
        }
      }
      for (String title : profile.title().texts()) {
        phrases.add(new Phrase(Field.TITLE, title));
      }
      for (Department department : entry.departments()) {
        department.name().texts().forEach(t -> phrases.add(new Phrase(Field.DEPARTMENT, t)));
      }
      for (Topic topic : entry.topics()) {
        topic.name().texts().forEach(text -> phrases.add(new Phrase(Field.TOPIC, text)));
      }
      return phrases;
    }

    private int number(Phrase phrase) {
      Integer known = phrases.get(phrase);
      if (known != null) {
        return known;
      }
      int number = phrases.size();
      phrases.put(phrase, number);
      List<Place> standing = new ArrayList<>();
      for (Words.Word word : words.withJoined(phrase.text())) {
        for (String form : word.forms()) {
          int term = terms.computeIfAbsent(form, unknown -> terms.size());
          standing.add(new Place(term, word.start(), word.end()));
        }
      }
      places.add(standing);
      return number;
    }
  }
}
