package org.visavis.presence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Label;

/**
 * A status that an employee set by hand. It always has an end, so that nobody stays on holiday for
 * ever. Immutable.
 *
 * @param status what is set; never unknown
 * @param until the instant at which it ends, exclusive
 * @param note a word for customers, such as who stands in; may be empty
 * @param untilBack whether it ends earlier, as soon as the employee is seen to be back: <i>until I
 *     am back</i>. Others then see no end, because {@code until} is no promise of a return
 * @param setAt when it was set; for the employee alone, and gone with the status
 */
public record ManualStatus(
    Status status, Instant until, Label note, boolean untilBack, Optional<Instant> setAt) {

  /**
   * @throws IllegalArgumentException when the status is unknown
   */
  public ManualStatus {
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(setAt, "setAt");
    if (status == Status.UNKNOWN) {
      throw new IllegalArgumentException(
          "Unknown is what remains without a status; it cannot be set");
    }
  }

  /**
   * Answers a status that lasts until its end.
   *
   * @throws IllegalArgumentException when the status is unknown
   */
  public ManualStatus(Status status, Instant until, Label note) {
    this(status, until, note, false, Optional.empty());
  }

  /** Answers a status without a note. */
  public static ManualStatus until(Status status, Instant until) {
    return new ManualStatus(status, until, Label.empty());
  }

  /** Answers a status without a note that ends when the employee is back, at the latest then. */
  public static ManualStatus untilBack(Status status, Instant latest) {
    return new ManualStatus(status, latest, Label.empty(), true, Optional.empty());
  }

  /** Answers this status as set at that instant. */
  public ManualStatus withSetAt(Instant instant) {
    return new ManualStatus(status, until, note, untilBack, Optional.of(instant));
  }
}
