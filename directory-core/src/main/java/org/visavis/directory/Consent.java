package org.visavis.directory;

import java.time.Instant;
import java.util.Objects;

/**
 * Who may see one attribute of a person, since when and on what basis. Immutable.
 *
 * @param disclosure who may see the attribute; {@link Disclosure#NOBODY} once it is withdrawn
 * @param given when this was said, or for what was shown before, when that was recorded
 * @param basis on whose word it rests
 */
public record Consent(Disclosure disclosure, Instant given, Basis basis) {

  /** Refuses what is missing. */
  public Consent {
    Objects.requireNonNull(disclosure, "disclosure");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(basis, "basis");
  }
}
