package org.visavis.presence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Label;

/**
 * The status that stands under a photo. Immutable.
 *
 * @param status the status
 * @param until when it is known to end: the time of return for an absence
 * @param note the person's own word for customers; may be empty
 */
public record PublicStatus(Status status, Optional<Instant> until, Label note) {

  /** Checks what comes in. */
  public PublicStatus {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(note, "note");
  }
}
