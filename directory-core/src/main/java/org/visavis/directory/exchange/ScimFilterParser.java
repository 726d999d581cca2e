package org.visavis.directory.exchange;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;

/** Reads filters, and the paths of operations, which may hold one. Used once. */
final class ScimFilterParser {

  private static final int MAX_DEPTH = 20;

  private final String text;
  private int at;
  private int depth;

  ScimFilterParser(String text) {
    this.text = text;
  }

  ScimFilter whole() {
    try {
      ScimFilter filter = alternatives();
      requireEnd();
      return filter;
    } catch (IllegalArgumentException e) {
      throw new ScimException(
          ScimException.Type.INVALID_FILTER, e.getMessage() + ", at character " + (at + 1));
    }
  }

  /** Reads {@code emails[type eq "work"].value}. */
  Target target() {
    try {
      ScimPath path = ScimPath.of(name());
      Optional<ScimFilter> filter = Optional.empty();
      Optional<String> part = Optional.empty();
      if (takes('[')) {
        filter = Optional.of(alternatives());
        require(']');
        if (takes('.')) {
          part = Optional.of(name());
        }
      }
      requireEnd();
      return new Target(path, filter, part);
    } catch (IllegalArgumentException e) {
      throw new ScimException(
          ScimException.Type.INVALID_PATH, e.getMessage() + ", at character " + (at + 1));
    }
  }

  private ScimFilter alternatives() {
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("A filter has at most " + MAX_DEPTH + " levels");
    }
    ScimFilter filter = conditions();
    while (takesWord("or")) {
      filter = filter.or(conditions());
    }
    depth--;
    return filter;
  }

  private ScimFilter conditions() {
    ScimFilter filter = condition();
    while (takesWord("and")) {
      filter = filter.and(condition());
    }
    return filter;
  }

  private ScimFilter condition() {
    int from = at;
    boolean negated = takesWord("not");
    if (takes('(')) {
      ScimFilter inner = alternatives();
      require(')');
      return negated ? inner.negated() : inner;
    }
    at = from;
    ScimPath path = ScimPath.of(name());
    if (takes('[')) {
      ScimFilter inner = alternatives();
      require(']');
      return ScimFilter.ofValues(path, inner);
    }
    String operator = name().toLowerCase(Locale.ROOT);
    return operator.equals("pr")
        ? ScimFilter.present(path)
        : ScimFilter.comparing(path, operator, value());
  }

  private String name() {
    space();
    int from = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    if (from == at) {
      throw new IllegalArgumentException("A name is missing");
    }
    return text.substring(from, at);
  }

  private static boolean isOfName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || ".:-_$".indexOf(c) >= 0;
  }

  /** A value is written as in JSON. */
  private JsonValue value() {
    space();
    int from = at;
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(at + 1, text.length());
    } else {
      while (at < text.length() && " )]".indexOf(text.charAt(at)) < 0) {
        at++;
      }
    }
    String json = text.substring(from, at);
    // Some clients write False.
    String lower = json.toLowerCase(Locale.ROOT);
    boolean word = lower.equals("true") || lower.equals("false") || lower.equals("null");
    try (JsonReader reader =
        Json.createReader(new StringReader("[" + (word ? lower : json) + "]"))) {
      JsonValue value = reader.readArray().get(0);
      if (value.getValueType() != JsonValue.ValueType.OBJECT
          && value.getValueType() != JsonValue.ValueType.ARRAY) {
        return value;
      }
    } catch (JsonException | IndexOutOfBoundsException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "A value is a text in quotation marks, a number, true or false");
  }

  private boolean takes(char c) {
    int from = at;
    space();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    at = from;
    return false;
  }

  private boolean takesWord(String word) {
    int from = at;
    space();
    int end = at + word.length();
    boolean there = text.regionMatches(true, at, word, 0, word.length());
    if (there && (end == text.length() || !isOfName(text.charAt(end)))) {
      at = end;
      return true;
    }
    at = from;
    return false;
  }

  private void require(char c) {
    if (!takes(c)) {
      throw new IllegalArgumentException("A " + c + " is missing");
    }
  }

  private void requireEnd() {
    space();
    if (at < text.length()) {
      throw new IllegalArgumentException("This should be the end");
    }
  }

  private void space() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /**
   * What an operation is about.
   *
   * @param path the attribute
   * @param filter which of its values; all where it is empty
   * @param part the part of those values; they themselves where it is empty
   */
  record Target(ScimPath path, Optional<ScimFilter> filter, Optional<String> part) {}
}
