package org.visavis.web.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language the pages are written in. Immutable and thread-safe. */
public enum Language {
  /** German, the polite form. */
  DE(Locale.GERMANY, "Deutsch"),
  /** English. */
  EN(Locale.UK, "English");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** The two letters in addresses and {@code lang} attributes, for example {@code de}. */
  public String tag() {
    return locale.getLanguage();
  }

  /** The rules for writing dates, times and numbers. */
  public Locale locale() {
    return locale;
  }

  /** What the language calls itself. */
  public String ownName() {
    return ownName;
  }

  /** The other language, for the switch on each page. */
  public Language other() {
    return this == DE ? EN : DE;
  }

  /** The language of an address' first segment, for example {@code de}; empty for anything else. */
  public static Optional<Language> find(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /**
   * The language that suits an {@code Accept-Language} header best (RFC 9110, section 12.5.4);
   * English where it names none of ours or cannot be read.
   */
  public static Language fromAcceptLanguage(String header) {
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> find(range.getRange().split("-", 2)[0]))
          .flatMap(Optional::stream)
          .findFirst()
          .orElse(EN);
    } catch (IllegalArgumentException unreadable) {
      return EN;
    }
  }
}
