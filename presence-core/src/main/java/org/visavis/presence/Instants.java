package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Arithmetic of instants that has an answer at the ends of time, too. */
final class Instants {

  private Instants() {}

  static Instant plus(Instant instant, Duration duration) {
    return Instant.MAX.minus(duration).isBefore(instant) ? Instant.MAX : instant.plus(duration);
  }

  static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.get().isBefore(other.get()) ? one : other;
  }
}
