package org.visavis.directory.population;

import java.util.Random;

/** What becomes of a name while it is typed. */
public final class Typing {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private Typing() {}

  /**
   * Answers a word with one letter left out, doubled, added, replaced, or swapped with the next.
   */
  public static String typo(String word, Random random) {
    int at = random.nextInt(word.length() - 1);
    String before = word.substring(0, at);
    String after = word.substring(at + 1);
    char here = word.charAt(at);
    char other = LETTERS.charAt(random.nextInt(LETTERS.length()));
    return switch (random.nextInt(5)) {
      case 0 -> before + after;
      case 1 -> before + here + Character.toLowerCase(here) + after;
      case 2 -> before + here + other + after;
      case 3 -> before + other + after;
      default -> before + after.charAt(0) + Character.toLowerCase(here) + after.substring(1);
    };
  }

  /** Answers a word with its umlauts as two letters and ß as ss. */
  public static String spelledOut(String word) {
    return word.replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replace("Ö", "Oe")
        .replace("Ü", "Ue")
        .replace("Ä", "Ae");
  }

  /** Answers a word without dots on its umlauts and with ß as ss. */
  public static String plain(String word) {
    return word.replace('ä', 'a')
        .replace('ö', 'o')
        .replace('ü', 'u')
        .replace("ß", "ss")
        .replace('Ö', 'O')
        .replace('Ü', 'U')
        .replace('Ä', 'A');
  }
}
