package org.visavis.directory.search;

import java.util.Locale;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.German2Stemmer;

/**
 * Reduces words of German and English to what their forms have in common, by the Snowball
 * algorithms that Lucene brings. Not thread-safe.
 */
final class Stems {

  /** Shorter words have no forms worth the confusion. */
  private static final int SHORTEST = 3;

  private final SnowballStemmer german = new German2Stemmer();
  private final SnowballStemmer english = new EnglishStemmer();

  /** Answers the German stem of a word in lower case; ä and ae are alike. */
  String german(String word) {
    return stem(german, word);
  }

  /** Answers the English stem of a word in lower case. */
  String english(String word) {
    return stem(english, word);
  }

  /** Answers whether words of that language, where it is stated, have such stems. */
  static boolean speaks(Locale stated, Locale language) {
    return stated.getLanguage().isEmpty() || stated.getLanguage().equals(language.getLanguage());
  }

  private static String stem(SnowballStemmer stemmer, String word) {
    if (word.length() < SHORTEST) {
      return word;
    }
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
