package org.visavis.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A short text in one or more languages, such as a title or the name of a department. A text whose
 * language nobody stated stands under {@link Locale#ROOT}. Immutable; equal when all texts are
 * equal.
 */
public final class Label {

  /** The longest text of a name or a title, in UTF-16 characters. */
  public static final int MAX_LENGTH = 300;

  /** The longest text of several sentences, in UTF-16 characters. */
  public static final int MAX_PROSE_LENGTH = 2_000;

  private static final Label EMPTY = new Label(Map.of());

  private final Map<Locale, String> texts;

  private Label(Map<Locale, String> texts) {
    this.texts = texts;
  }

  /** Answers the label without any text. */
  public static Label empty() {
    return EMPTY;
  }

  /**
   * Answers a label in one unstated language; a blank text gives the empty label.
   *
   * @throws IllegalArgumentException when the text is longer than {@link #MAX_LENGTH}
   */
  public static Label of(String text) {
    return EMPTY.with(Locale.ROOT, text);
  }

  /**
   * Answers a label with these texts; blank ones are left out.
   *
   * @throws IllegalArgumentException when a text is longer than {@link #MAX_LENGTH}
   */
  public static Label of(Map<Locale, String> texts) {
    Label label = EMPTY;
    for (Map.Entry<Locale, String> entry : texts.entrySet()) {
      label = label.with(entry.getKey(), entry.getValue());
    }
    return label;
  }

  /**
   * Answers a label with these texts, which may be several sentences long; blank ones are left out.
   *
   * @throws IllegalArgumentException when a text is longer than {@link #MAX_PROSE_LENGTH}
   */
  public static Label prose(Map<Locale, String> texts) {
    Label label = EMPTY;
    for (Map.Entry<Locale, String> entry : texts.entrySet()) {
      label = label.with(entry.getKey(), entry.getValue(), MAX_PROSE_LENGTH);
    }
    return label;
  }

  /**
   * Answers a label of several sentences in one unstated language; a blank text gives the empty
   * label.
   *
   * @throws IllegalArgumentException when the text is longer than {@link #MAX_PROSE_LENGTH}
   */
  public static Label prose(String text) {
    return EMPTY.with(Locale.ROOT, text, MAX_PROSE_LENGTH);
  }

  /**
   * Answers this label with another text in that language (only the language of the locale counts);
   * a blank text removes it.
   *
   * @throws IllegalArgumentException when the text is longer than {@link #MAX_LENGTH}
   */
  public Label with(Locale language, String text) {
    return with(language, text, MAX_LENGTH);
  }

  private Label with(Locale language, String text, int longest) {
    Objects.requireNonNull(text, "text");
    String trimmed = text.strip();
    requireAtMost(trimmed, longest);
    Map<Locale, String> copy = new LinkedHashMap<>(texts);
    Locale key = Locale.forLanguageTag(language.getLanguage());
    if (trimmed.isEmpty()) {
      copy.remove(key);
    } else {
      copy.put(key, trimmed);
    }
    return copy.isEmpty() ? EMPTY : new Label(copy);
  }

  void requireAtMost(int longest) {
    texts.values().forEach(text -> requireAtMost(text, longest));
  }

  private static void requireAtMost(String text, int longest) {
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "A text has at most " + longest + " characters, this one has " + text.length());
    }
  }

  /**
   * Answers the text in that language, else the one of no stated language, else the first one, else
   * the empty string.
   */
  public String text(Locale language) {
    String exact = texts.get(Locale.forLanguageTag(language.getLanguage()));
    if (exact != null) {
      return exact;
    }
    String neutral = texts.get(Locale.ROOT);
    return neutral != null ? neutral : texts.values().stream().findFirst().orElse("");
  }

  /** Answers all texts, in the order in which they were given. */
  public Collection<String> texts() {
    return Collections.unmodifiableCollection(texts.values());
  }

  /** Answers the texts by language; an unstated language is {@link Locale#ROOT}. */
  public Map<Locale, String> byLanguage() {
    return Collections.unmodifiableMap(texts);
  }

  /** Answers whether there is no text at all. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Label label && texts.equals(label.texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  @Override
  public String toString() {
    return text(Locale.ROOT);
  }
}
