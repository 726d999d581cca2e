package org.visavis.directory.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.visavis.directory.Match.Hit;
import org.visavis.directory.Match.Reason;

/** Says why a person was found. */
final class Reasons {

  private static final int MOST = 5;

  private record Scored(Reason reason, int score) {}

  private Reasons() {}

  /**
   * Answers what of a person the words met, the strongest first. What a word meets with more typos
   * than elsewhere in the same person explains nothing.
   */
  static List<Reason> of(TextQuery text, IndexPart part, Scratch scratch, int person) {
    long best = scratch.personCodes(person);
    List<Scored> reasons = new ArrayList<>();
    for (int i = part.peopleConcepts.start(person); i < part.peopleConcepts.end(person); i++) {
      int concept = part.peopleConcepts.value(i);
      long codes = explaining(text, scratch.conceptCodes(concept), best);
      if (text.met(codes) > 0) {
        reasons.add(new Scored(of(text, part, scratch, concept, codes), scratch.score(concept)));
      }
    }
    reasons.sort(Comparator.comparingInt(Scored::score).reversed());
    return reasons.stream().map(Scored::reason).distinct().limit(MOST).toList();
  }

  /** Leaves out the words that are met better elsewhere. */
  private static long explaining(TextQuery text, long codes, long best) {
    long explaining = 0;
    for (int word = 0; word < text.size(); word++) {
      int code = Codes.at(codes, word);
      if (code != Codes.NONE && Codes.typos(code) <= Codes.typos(Codes.at(best, word))) {
        explaining |= Codes.only(word, code);
      }
    }
    return explaining;
  }

  /** Answers what the words met of a concept, by the wording that they meet best. */
  static Reason of(TextQuery text, IndexPart part, Scratch scratch, int concept, long codes) {
    int wording = bestWording(text, part, scratch, concept);
    long met = explaining(text, scratch.wordingCodes(wording), codes);
    String whole = part.wordings[wording].text();
    int start = whole.length();
    int end = 0;
    for (int i = part.places.start(wording); i < part.places.end(wording); i += 3) {
      String term = part.terms.term(part.places.value(i));
      for (int word = 0; word < text.size(); word++) {
        int code = Codes.at(met, word);
        if (code != Codes.NONE && text.isNeeded(word) && text.code(word, term) == code) {
          start = Math.min(start, part.places.value(i + 1));
          end = Math.max(end, part.places.value(i + 2));
        }
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (int word = 0; word < text.size(); word++) {
      int code = Codes.at(met, word);
      if (code != Codes.NONE && text.isNeeded(word)) {
        hits.add(new Hit(text.typed(word), Codes.how(code)));
      }
    }
    return new Reason(
        part.concepts[concept].field(),
        part.name(concept),
        start < end ? whole.substring(start, end) : whole,
        part.wordings[wording].synonym(),
        hits);
  }

  private static int bestWording(TextQuery text, IndexPart part, Scratch scratch, int concept) {
    int best = part.conceptWordings.value(part.conceptWordings.start(concept));
    int bestScore = -1;
    for (int i = part.conceptWordings.start(concept); i < part.conceptWordings.end(concept); i++) {
      int wording = part.conceptWordings.value(i);
      long codes = scratch.wordingCodes(wording);
      int score =
          codes == 0
              ? -1
              : text.score(codes, part.wordingWords[wording])
                  + (part.wordings[wording].synonym() ? 0 : 3);
      if (score > bestScore) {
        best = wording;
        bestScore = score;
      }
    }
    return best;
  }
}
