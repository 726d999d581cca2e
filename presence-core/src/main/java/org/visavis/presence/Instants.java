package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Arithmetic of instants that has an answer at the ends of time, too. */
final class Instants {

  /** From here to {@link #YEAR_9999} the calendar is worked with; nothing is planned beyond. */
  static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");

  static final Instant YEAR_9999 = Instant.parse("9999-01-01T00:00:00Z");

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

  /** Answers the earlier of what is known and an instant that lies ahead. */
  static Optional<Instant> earlier(Optional<Instant> one, Instant other, Instant now) {
    boolean earlier = one.isEmpty() || other.isBefore(one.get());
    return earlier && other.isAfter(now) ? Optional.of(other) : one;
  }
}
