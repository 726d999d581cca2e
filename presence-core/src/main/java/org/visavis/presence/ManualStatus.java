package org.visavis.presence;

import java.time.Instant;
import java.util.Objects;
import org.visavis.directory.Label;

/**
 * A status that an employee set by hand. It always has an end, so that nobody stays on holiday for
 * ever. Immutable.
 *
 * @param status what is set; never unknown
 * @param until the instant at which it ends, exclusive
 * @param note a word for customers, such as who stands in; may be empty
 */
public record ManualStatus(Status status, Instant until, Label note) {

  /**
   * @throws IllegalArgumentException when the status is unknown
   */
  public ManualStatus {
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(note, "note");
    if (status == Status.UNKNOWN) {
      throw new IllegalArgumentException(
          "Unknown is what remains without a status; it cannot be set");
    }
  }

  /** Answers a status without a note. */
  public static ManualStatus until(Status status, Instant until) {
    return new ManualStatus(status, until, Label.empty());
  }
}
