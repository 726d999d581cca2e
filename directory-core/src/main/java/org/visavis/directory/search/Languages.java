package org.visavis.directory.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.visavis.directory.Label;

/**
 * What languages are called: in German, in English and by those who speak them. Immutable,
 * thread-safe.
 */
final class Languages {

  private final Properties names;

  private Languages(Properties names) {
    this.names = names;
  }

  static Languages load() {
    Properties names = new Properties();
    try (InputStream stream =
            Objects.requireNonNull(
                Languages.class.getResourceAsStream("languages.properties"), "languages");
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      names.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The names of languages cannot be read", e);
    }
    return new Languages(names);
  }

  /** Answers how a language is called on pages. */
  Label label(String language) {
    List<String> all = all(language);
    return Label.of(all.get(1)).with(Locale.GERMAN, all.get(0)).with(Locale.ENGLISH, all.get(1));
  }

  /** Answers all that a language is called: in German, in English, then other names. */
  List<String> all(String language) {
    String known = names.getProperty(language);
    if (known != null) {
      return List.of(known.split(";"));
    }
    Locale locale = Locale.forLanguageTag(language);
    return List.of(
        locale.getDisplayLanguage(Locale.GERMAN), locale.getDisplayLanguage(Locale.ENGLISH));
  }
}
