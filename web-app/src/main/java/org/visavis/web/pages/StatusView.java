package org.visavis.web.pages;

import java.time.Instant;
import java.util.Optional;

/**
 * A status as customers see it.
 *
 * @param kind what the person is doing
 * @param until when that ends, if it is known
 * @param note a word from the person, or an empty string
 */
public record StatusView(StatusKind kind, Optional<Instant> until, String note) {

  /** A status without an end and without a note. */
  public static StatusView of(StatusKind kind) {
    return new StatusView(kind, Optional.empty(), "");
  }

  /** A status that ends at an instant. */
  public static StatusView of(StatusKind kind, Instant until) {
    return new StatusView(kind, Optional.of(until), "");
  }

  /** The same status with a note. */
  public StatusView withNote(String text) {
    return new StatusView(kind, until, text);
  }
}
