package org.visavis.directory.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/**
 * Words that carry a sentence rather than its meaning (the, und, please): Lucene's for German and
 * English, and those with which people speak of a problem. Immutable, thread-safe.
 */
final class Fillers {

  private final CharArraySet words;

  private Fillers(CharArraySet words) {
    this.words = words;
  }

  static Fillers load() {
    CharArraySet words = new CharArraySet(600, true);
    addMeaningless(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET, words);
    addMeaningless(GermanAnalyzer.getDefaultStopSet(), words);
    try (InputStream stream =
            Objects.requireNonNull(
                Fillers.class.getResourceAsStream("fillers.txt"), "fillers.txt");
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.addAll(WordlistLoader.getWordSet(reader, "#"));
    } catch (IOException e) {
      throw new UncheckedIOException("The list of fillers cannot be read", e);
    }
    return new Fillers(CharArraySet.unmodifiableSet(words));
  }

  /** No power is another thing than power. */
  private static void addMeaningless(CharArraySet some, CharArraySet words) {
    for (Object characters : some) {
      String word = new String((char[]) characters);
      if (!word.equals("no") && !word.startsWith("kein")) {
        words.add(word);
      }
    }
  }

  /** Answers whether a word, as it was typed, is one of them. */
  boolean contains(String word) {
    return words.contains(word.indexOf('’') < 0 ? word : word.replace('’', '\''));
  }
}
