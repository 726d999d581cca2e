package org.visavis.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TextsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T13:22:00Z");

  private static Properties file(Language language) {
    Path path =
        Path.of("src/main/resources/org/visavis/web/texts_" + language.tag() + ".properties");
    try (Reader reader = Files.newBufferedReader(path)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Texts texts(Language language) {
    return Texts.of(language, SampleOrganisation.BERLIN);
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSameGaps() {
    Properties german = file(Language.DE);
    Properties english = file(Language.EN);

    assertThat(new TreeSet<>(german.stringPropertyNames()))
        .hasSizeGreaterThan(300)
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : german.stringPropertyNames()) {
      if (!key.startsWith("format.day")) {
        assertThat(gaps(german.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
      }
    }
  }

  private static TreeSet<String> gaps(String pattern) {
    TreeSet<String> gaps = new TreeSet<>();
    Pattern.compile("\\{\\d").matcher(pattern).results().map(MatchResult::group).forEach(gaps::add);
    return gaps;
  }

  @ParameterizedTest
  @EnumSource
  void textsAreCalmAndWellSet(Language language) {
    for (String key : file(language).stringPropertyNames()) {
      String text = file(language).getProperty(key);
      assertThat(text).as(key).isNotBlank().doesNotContain("!", "\"", "'", "...");
      if (text.contains("{")) {
        assertThat(new MessageFormat(text).format(new Object[4])).as(key).isNotBlank();
      }
    }
  }

  @Test
  void everyTextNamedInATemplateExists() throws IOException {
    Pattern lookup = Pattern.compile("(?:page\\.(?:t|count)|Phrase\\.of)\\(\"([a-z0-9.-]+)\"[,)]");
    Texts english = texts(Language.EN);
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      List<String> keys =
          files
              .filter(path -> path.toString().endsWith(".jte") || path.toString().endsWith(".java"))
              .flatMap(path -> lookup.matcher(read(path)).results())
              .map(match -> match.group(1))
              .distinct()
              .toList();
      assertThat(keys).hasSizeGreaterThan(100);
      assertThat(keys).allMatch(key -> english.has(key) || english.has(key + ".other"));
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anEndIsAsBriefAsItIsClear() {
    Texts german = texts(Language.DE);
    Texts english = texts(Language.EN);

    assertThat(english.until(Instant.parse("2026-11-24T17:00:00Z"), NOW)).isEqualTo("until 18:00");
    assertThat(english.until(Instant.parse("2026-11-24T23:00:00Z"), NOW))
        .isEqualTo("for the rest of today");
    assertThat(english.until(Instant.parse("2026-11-25T08:00:00Z"), NOW))
        .isEqualTo("until tomorrow, 09:00");
    assertThat(english.until(Instant.parse("2026-11-27T08:00:00Z"), NOW))
        .isEqualTo("until Friday, 09:00");
    assertThat(english.until(Instant.parse("2026-12-02T23:00:00Z"), NOW))
        .isEqualTo("until 2 December");
    assertThat(german.until(Instant.parse("2026-12-02T23:00:00Z"), NOW))
        .isEqualTo("bis 2. Dezember");
    assertThat(german.until(Instant.parse("2027-01-02T23:00:00Z"), NOW))
        .isEqualTo("bis 2. Januar 2027");
  }

  @Test
  void aNumberChoosesItsWords() {
    Texts german = texts(Language.DE);

    assertThat(german.count("people.found", 0)).isEqualTo("Niemand gefunden");
    assertThat(german.count("people.found", 1)).isEqualTo("1 Mensch für Sie");
    assertThat(german.count("people.found", 1234)).isEqualTo("1.234 Menschen für Sie");
  }

  @Test
  void aPhraseWritesMomentsAndStatusesInItsLanguage() {
    Phrase phrase =
        Phrase.of("explain.set-by-hand", StatusKind.BUSY, Instant.parse("2026-11-24T14:00:00Z"));

    assertThat(texts(Language.EN).of(phrase, NOW))
        .isEqualTo("Your status “Busy” is set by hand until 15:00.");
  }
}
