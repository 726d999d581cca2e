package org.visavis.routing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What belongs to where a request stands beside its state. Immutable.
 *
 * @param held the points that it holds of its employee's limit now, at least 0
 * @param wakesAt until when it is snoozed; empty in every other state
 * @param asked the colleague who was asked about it and has not answered yet
 * @param mergedInto the request with which it has become one
 */
public record Situation(
    int held, Optional<Instant> wakesAt, Optional<Asked> asked, Optional<RequestId> mergedInto) {

  /**
   * @throws IllegalArgumentException when less than nothing is held
   */
  public Situation {
    if (held < 0) {
      throw new IllegalArgumentException("held is at least 0, not " + held);
    }
    Objects.requireNonNull(wakesAt, "wakesAt");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(mergedInto, "mergedInto");
  }

  /** Answers the situation of a request that holds points, and no more. */
  public static Situation holding(int points) {
    return new Situation(points, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Answers this situation with other points. */
  public Situation withHeld(int points) {
    return new Situation(points, wakesAt, asked, mergedInto);
  }

  /** Answers this situation, snoozed until an instant. */
  public Situation withWakesAt(Instant instant) {
    return new Situation(held, Optional.of(instant), asked, mergedInto);
  }

  /** Answers this situation with a colleague who has been asked, or with none. */
  public Situation withAsked(Optional<Asked> other) {
    return new Situation(held, wakesAt, other, mergedInto);
  }

  /** Answers this situation, become one with another request. */
  public Situation withMergedInto(RequestId other) {
    return new Situation(held, wakesAt, asked, Optional.of(other));
  }
}
