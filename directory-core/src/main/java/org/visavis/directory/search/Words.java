package org.visavis.directory.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes texts apart into words, and gives each word the forms under which it is met: without case
 * and accents, and for German both ways to write an umlaut. Two spellings are alike when they share
 * a form: Müller (muller, mueller), Mueller (mueller, muller), Muller (muller). Thread-safe.
 */
final class Words {

  /** Unicode's rules for where words end (UAX #29), as Lucene has them. */
  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
          return new TokenStreamComponents(new StandardTokenizer());
        }
      };

  /**
   * One word of a text.
   *
   * @param start where it begins in the text
   * @param end where it ends, exclusive
   * @param lower the word in lower case, otherwise as it was written
   * @param forms one to four forms, the plain one first
   */
  record Word(int start, int end, String lower, List<String> forms) {}

  /** Answers the words of a text in their order. */
  List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        int start = offset.startOffset();
        int end = offset.endOffset();
        add(text.substring(start, end), start, end, words);
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a string cannot fail", e);
    }
    return words;
  }

  private static void add(String token, int start, int end, List<Word> words) {
    String composed = Normalizer.normalize(token, Normalizer.Form.NFC);
    List<String> forms = forms(composed);
    if (!forms.isEmpty()) {
      words.add(new Word(start, end, composed.toLowerCase(Locale.ROOT), forms));
    }
  }

  /** Answers the words of a text, and those that a hyphen joins also as one: E-Mail as email. */
  List<Word> withJoined(String text) {
    List<Word> words = of(text);
    List<Word> joined = new ArrayList<>(words);
    for (int i = 1; i < words.size(); i++) {
      Word left = words.get(i - 1);
      Word right = words.get(i);
      if (right.start() == left.end() + 1 && text.charAt(left.end()) == '-') {
        String whole =
            text.substring(left.start(), left.end()) + text.substring(right.start(), right.end());
        add(whole, left.start(), right.end(), joined);
      }
    }
    return joined;
  }

  private static List<String> forms(String composed) {
    Set<String> forms = new LinkedHashSet<>();
    String plain = fold(composed);
    forms.add(plain);
    forms.add(fold(spelledOut(composed)));
    forms.add(contracted(plain));
    forms.add(fold(composed.replace('ß', 's')));
    forms.remove("");
    return List.copyOf(forms);
  }

  /** Lower case, without accents; ß becomes ss; apostrophes and dots inside a word go. */
  private static String fold(String token) {
    char[] in = token.toCharArray();
    char[] out = new char[4 * in.length];
    int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
    StringBuilder folded = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      if (out[i] != '\'' && out[i] != '.') {
        folded.append(out[i]);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** Umlauts as two letters: Müller as Mueller. */
  private static String spelledOut(String token) {
    StringBuilder spelled = new StringBuilder(token.length() + 2);
    for (int i = 0; i < token.length(); i++) {
      switch (token.charAt(i)) {
        case 'ä', 'Ä' -> spelled.append("ae");
        case 'ö', 'Ö', 'ø', 'Ø' -> spelled.append("oe");
        case 'ü', 'Ü' -> spelled.append("ue");
        default -> spelled.append(token.charAt(i));
      }
    }
    return spelled.toString();
  }

  /** Two letters that may stand for an umlaut as one: mueller as muller, but bauer as it is. */
  private static String contracted(String plain) {
    StringBuilder contracted = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean second = c == 'e' && i > 0 && "aou".indexOf(plain.charAt(i - 1)) >= 0;
      boolean diphthong = second && i > 1 && "aeiouq".indexOf(plain.charAt(i - 2)) >= 0;
      if (!second || diphthong) {
        contracted.append(c);
      }
    }
    return contracted.toString();
  }
}
