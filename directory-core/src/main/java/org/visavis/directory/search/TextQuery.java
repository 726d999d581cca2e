package org.visavis.directory.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.visavis.directory.Match.Field;

/** What a customer typed, taken apart into words. Not thread-safe: made for one search. */
final class TextQuery {

  /** Beginnings shorter than this count for the last word only: the one that is being typed. */
  private static final int SHORTEST_BEGINNING = 3;

  /** What a word without meaning is worth: enough to tell moving in from moving out. */
  private static final int FILLER_POINTS = 15;

  /** What it is worth that all words of a wording are met. */
  private static final int WHOLE_POINTS = 16;

  /**
   * One typed word.
   *
   * @param needed whether it carries a meaning
   * @param derived what stands for it besides its letters
   */
  private record Asked(
      String typed, boolean needed, List<QueryWord> forms, Map<String, Integer> derived) {}

  private final List<Asked> words = new ArrayList<>();
  private final int needed;

  TextQuery(String text, Language language) {
    List<Words.Word> typed = language.words().of(text);
    typed = typed.subList(0, Math.min(typed.size(), Codes.MAX_WORDS));
    boolean allFillers =
        typed.stream()
            .allMatch(
                word -> language.fillers().contains(text.substring(word.start(), word.end())));
    Derived derived = language.derived();
    for (int i = 0; i < typed.size(); i++) {
      Words.Word word = typed.get(i);
      String written = text.substring(word.start(), word.end());
      boolean last = i == typed.size() - 1;
      boolean filler = !allFillers && language.fillers().contains(written);
      List<QueryWord> forms = new ArrayList<>();
      for (String form : word.forms()) {
        forms.add(new QueryWord(form, filler, last || form.length() >= SHORTEST_BEGINNING));
      }
      words.add(new Asked(written, !filler, forms, filler ? Map.of() : derived.ofTyped(word)));
    }
    needed = (int) words.stream().filter(Asked::needed).count();
  }

  /** Answers how many words carry a meaning: how many a person should meet. */
  int needed() {
    return needed;
  }

  int size() {
    return words.size();
  }

  boolean isNeeded(int word) {
    return words.get(word).needed();
  }

  /** Answers a word as it was typed. */
  String typed(int word) {
    return words.get(word).typed();
  }

  /** Notes in the scratch room what the words meet. */
  void run(IndexPart part, Scratch scratch) {
    for (int i = 0; i < words.size(); i++) {
      int number = i;
      Asked word = words.get(i);
      for (QueryWord form : word.forms()) {
        part.terms.lookUp(
            form,
            scratch.seenTerms(),
            scratch.nextStamp(),
            (term, code) -> scratch.meet(term, number, code));
      }
      word.derived()
          .forEach(
              (text, code) -> {
                int term = part.terms.find(text);
                if (term != TermDictionary.NONE) {
                  scratch.meet(term, number, code);
                }
              });
    }
    scratch.settle(this);
  }

  /** Answers how well a term meets a word, one of {@link Codes}. */
  int code(int word, String term) {
    Asked asked = words.get(word);
    if (Derived.isDerived(term)) {
      return asked.derived().getOrDefault(term, Codes.NONE);
    }
    int best = Codes.NONE;
    for (QueryWord form : asked.forms()) {
      best = Math.max(best, form.quality(term));
    }
    return best;
  }

  /** Answers how many needed words are met. */
  int met(long codes) {
    int met = 0;
    for (int word = 0; word < words.size(); word++) {
      if (words.get(word).needed() && Codes.at(codes, word) != Codes.NONE) {
        met++;
      }
    }
    return met;
  }

  /** Answers how many typos were forgiven. */
  int typos(long codes) {
    int typos = 0;
    for (int word = 0; word < words.size(); word++) {
      typos += Codes.typos(Codes.at(codes, word));
    }
    return typos;
  }

  /** Answers what it is worth that words are met so. */
  int points(long codes) {
    int points = 0;
    for (int word = 0; word < words.size(); word++) {
      int code = Codes.at(codes, word);
      if (code != Codes.NONE) {
        points += words.get(word).needed() ? Codes.points(code) : FILLER_POINTS;
      }
    }
    return points;
  }

  /**
   * Answers what it is worth that words meet a wording so.
   *
   * @param length how many words the wording has
   */
  int score(long codes, int length) {
    int met = 0;
    for (int word = 0; word < words.size(); word++) {
      met += Codes.at(codes, word) == Codes.NONE ? 0 : 1;
    }
    return points(codes) + WHOLE_POINTS * Math.min(met, length) / length;
  }

  /** Breaks ties between words that are met equally well; less than between two codes. */
  static int weight(Field field, boolean synonym) {
    return switch (field) {
      case NAME -> 19;
      case TOPIC -> synonym ? 12 : 15;
      case DEPARTMENT -> synonym ? 8 : 11;
      case LANGUAGE -> 11;
      case TITLE -> 4;
    };
  }
}
