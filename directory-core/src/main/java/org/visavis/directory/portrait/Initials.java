package org.visavis.directory.portrait;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands for a face where there is none: one or two letters of the name, and which of a few
 * calm colours is behind them. Both are the same for one person everywhere and at any time.
 * Immutable.
 *
 * <p>A letter is what a reader takes for one (an extended grapheme cluster, UAX 29): with its
 * marks, in any script.
 *
 * @param letters one or two letters; one character of another kind where the name has no letter
 * @param tone the number of the colour, from 0 to {@link #TONES} - 1
 */
public record Initials(String letters, int tone) {

  /** How many colours there are. */
  public static final int TONES = 6;

  /** Degrees and forms of address, which are abbreviated: {@code Dr.}, {@code Dipl.-Ing.}. */
  private static final Pattern ABBREVIATED = Pattern.compile("(?<!\\S)(\\p{L}+\\.-?)+(?!\\S)");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  /** More marks than this are a joke, and would cover what is above and below. */
  private static final int MOST_MARKS = 3;

  /** Keeps two letters of a script apart whose letters join within a word. */
  private static final String NON_JOINER = "\u200c";

  /**
   * Answers the initials of a person.
   *
   * @param id of the person (or of whoever has a face in a conversation); settles the colour
   * @param name the name as it is shown; the first and the last of its words give the letters
   */
  public static Initials of(String id, String name) {
    return new Initials(letters(name), Math.floorMod(id.hashCode(), TONES));
  }

  private static String letters(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    List<String> letters = firstLetters(ABBREVIATED.matcher(composed).replaceAll(" "));
    if (letters.isEmpty()) {
      letters = firstLetters(composed);
    }
    if (letters.isEmpty()) {
      return anything(composed);
    }
    String first = letters.get(0);
    if (letters.size() == 1) {
      return first;
    }
    String last = letters.get(letters.size() - 1);
    return first + (isJoining(first) && isJoining(last) ? NON_JOINER : "") + last;
  }

  private static List<String> firstLetters(String name) {
    return SPACE.splitAsStream(name).flatMap(word -> firstLetter(word).stream()).toList();
  }

  private static Optional<String> firstLetter(String word) {
    return clusters(word)
        .filter(cluster -> Character.isLetter(cluster.codePointAt(0)))
        .findFirst()
        .map(Initials::capital);
  }

  private static Stream<String> clusters(String text) {
    Matcher matcher = CLUSTER.matcher(text);
    return matcher.results().map(found -> found.group());
  }

  /** Title case: one letter stays one, and scripts whose capitals are not for names stay small. */
  private static String capital(String cluster) {
    int[] points = cluster.codePoints().limit(1L + MOST_MARKS).toArray();
    points[0] = Character.toTitleCase(points[0]);
    return new String(points, 0, points.length);
  }

  private static boolean isJoining(String letter) {
    return switch (Character.UnicodeScript.of(letter.codePointAt(0))) {
      case ARABIC, SYRIAC, NKO, MANDAIC, MONGOLIAN, ADLAM -> true;
      default -> false;
    };
  }

  /** A name may be a picture or a number. */
  private static String anything(String name) {
    return clusters(name).filter(cluster -> isSeen(cluster.codePointAt(0))).findFirst().orElse("?");
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> true;
    };
  }
}
