package org.visavis.directory.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.visavis.directory.Match.Field;
import org.visavis.directory.Match.Matched;

/** What a customer typed, taken apart into words. Not thread-safe: made for one search. */
final class TextQuery {

  /** What is typed beyond this many words is not looked at. */
  private static final int MAX_WORDS = 12;

  private static final int MAX_MATCHED = 5;

  /** Beginnings shorter than this count for the last word only: the one that is being typed. */
  private static final int SHORTEST_BEGINNING = 3;

  private record Asked(boolean needed, List<QueryWord> forms) {}

  private final List<Asked> words = new ArrayList<>();
  private final int needed;

  TextQuery(String text, Words analysis) {
    List<Words.Word> typed = analysis.of(text);
    typed = typed.subList(0, Math.min(typed.size(), MAX_WORDS));
    boolean allFillers =
        typed.stream().allMatch(word -> Words.isFiller(text.substring(word.start(), word.end())));
    for (int i = 0; i < typed.size(); i++) {
      Words.Word word = typed.get(i);
      boolean last = i == typed.size() - 1;
      boolean filler =
          !allFillers && !last && Words.isFiller(text.substring(word.start(), word.end()));
      List<QueryWord> forms = new ArrayList<>();
      for (String form : word.forms()) {
        forms.add(new QueryWord(form, filler, last || form.length() >= SHORTEST_BEGINNING));
      }
      words.add(new Asked(!filler, forms));
    }
    needed = (int) words.stream().filter(Asked::needed).count();
  }

  /** Answers how many words a person should meet. */
  int needed() {
    return needed;
  }

  /**
   * Notes in the scratch room whom the words meet.
   *
   * @return for each word, which terms meet it and how well
   */
  List<Map<Integer, Integer>> run(IndexPart part, Scratch scratch) {
    List<Map<Integer, Integer>> terms = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      int number = i;
      Asked word = words.get(i);
      Map<Integer, Integer> met = new HashMap<>();
      for (QueryWord form : word.forms()) {
        part.terms.lookUp(
            form,
            scratch.seenTerms(),
            scratch.nextStamp(),
            (term, quality) -> met.merge(term, quality, Math::max));
      }
      met.forEach((term, quality) -> meet(part, scratch, term, number, word.needed(), quality));
      terms.add(met);
    }
    return terms;
  }

  private static void meet(
      IndexPart part, Scratch scratch, int term, int word, boolean needed, int quality) {
    for (int i = part.termPhrases.start(term); i < part.termPhrases.end(term); i++) {
      int phrase = part.termPhrases.value(i);
      int inField = quality + weight(part.phrases[phrase].field());
      for (int j = part.phrasePeople.start(phrase); j < part.phrasePeople.end(phrase); j++) {
        scratch.meet(part.phrasePeople.value(j), word, needed, inField);
      }
    }
  }

  /** Breaks ties between words that are met equally well; less than between two qualities. */
  private static int weight(Field field) {
    return switch (field) {
      case NAME -> 28;
      case TOPIC -> 20;
      case DEPARTMENT -> 12;
      case TITLE -> 4;
    };
  }

  /** Answers what of a person was met, the strongest first. */
  static List<Matched> explain(IndexPart part, int person, List<Map<Integer, Integer>> terms) {
    record Explained(Matched matched, int quality) {}
    int[] fewestTypos = fewestTypos(part, person, terms);
    List<Explained> explained = new ArrayList<>();
    for (int i = part.peoplePhrases.start(person); i < part.peoplePhrases.end(person); i++) {
      int phrase = part.peoplePhrases.value(i);
      String text = part.phrases[phrase].text();
      Field field = part.phrases[phrase].field();
      int start = text.length();
      int end = 0;
      int best = 0;
      for (IndexPart.Place place : part.places[phrase]) {
        for (int word = 0; word < fewestTypos.length; word++) {
          Integer quality = terms.get(word).get(place.term());
          if (quality != null && QueryWord.typosOf(quality) == fewestTypos[word]) {
            start = Math.min(start, place.start());
            end = Math.max(end, place.end());
            best = Math.max(best, quality + weight(field));
          }
        }
      }
      if (best > 0) {
        explained.add(new Explained(new Matched(field, text.substring(start, end)), best));
      }
    }
    return explained.stream()
        .sorted(Comparator.comparingInt(Explained::quality).reversed())
        .map(Explained::matched)
        .distinct()
        .limit(MAX_MATCHED)
        .toList();
  }

  /** What a word meets with more typos than elsewhere in the same person explains nothing. */
  private static int[] fewestTypos(IndexPart part, int person, List<Map<Integer, Integer>> terms) {
    int[] fewest = new int[terms.size()];
    Arrays.fill(fewest, Integer.MAX_VALUE);
    for (int i = part.peoplePhrases.start(person); i < part.peoplePhrases.end(person); i++) {
      for (IndexPart.Place place : part.places[part.peoplePhrases.value(i)]) {
        for (int word = 0; word < fewest.length; word++) {
          Integer quality = terms.get(word).get(place.term());
          if (quality != null) {
            fewest[word] = Math.min(fewest[word], QueryWord.typosOf(quality));
          }
        }
      }
    }
    return fewest;
  }
}
