package org.visavis.web.pages;

import java.util.List;

/**
 * Something to say, still without a language: the key of a text and what fills its gaps.
 *
 * <p>Gaps may be filled with strings, numbers, {@link java.time.Instant}s (written as a time of day
 * when it is today, else with the day) and {@link StatusKind}, {@link LoadWord} or {@link
 * ChannelKind} (written as their words). Immutable and thread-safe when the arguments are.
 *
 * @param key the key in {@code texts.properties}
 * @param arguments what {@code {0}}, {@code {1}} … stand for
 */
public record Phrase(String key, List<Object> arguments) {

  /** Copies the arguments. */
  public Phrase {
    arguments = List.copyOf(arguments);
  }

  /** The text of a key, with its gaps filled in order. */
  public static Phrase of(String key, Object... arguments) {
    return new Phrase(key, List.of(arguments));
  }
}
