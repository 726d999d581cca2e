package org.visavis.directory.search;

import org.apache.commons.codec.language.ColognePhonetic;

/**
 * How a name sounds to German ears: its consonants by Kölner Phonetik (H. J. Postel, 1969) as
 * Commons Codec has it, and its first vowel, which that leaves out. So Meier, Mayer, Maier and Meyr
 * are alike, and Mohr is not. Thread-safe.
 */
final class Sounds {

  private static final int SHORTEST = 4;

  private final ColognePhonetic consonants = new ColognePhonetic();

  /** Answers the sound of a folded word; empty for one that is too short to resemble another. */
  String of(String word) {
    if (word.length() < SHORTEST) {
      return "";
    }
    String code = consonants.colognePhonetic(word);
    return code.length() < 2 ? "" : code + vowel(word);
  }

  private static char vowel(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ("aeiouy".indexOf(c) >= 0) {
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        boolean glide = next == 'i' || next == 'y';
        return switch (c) {
          case 'a', 'e' -> glide ? 'y' : next == 'u' && c == 'e' ? 'w' : c;
          case 'o' -> glide ? 'w' : 'o';
          case 'y' -> 'i';
          default -> c;
        };
      }
    }
    return '-';
  }
}
