package org.visavis.presence;

/**
 * The bounds within which an employee chooses the limit. Every employee sees them. Immutable.
 *
 * @param smallest the smallest limit, in effort points, at least 1
 * @param largest the largest limit, in effort points, at most 1,000
 */
public record Guardrails(int smallest, int largest) {

  /**
   * @throws IllegalArgumentException when the bounds are out of order or range
   */
  public Guardrails {
    if (smallest < 1 || largest > 1_000 || smallest > largest) {
      throw new IllegalArgumentException(
          "Guardrails run from at least 1 to at most 1000, not from "
              + smallest
              + " to "
              + largest);
    }
  }

  /** Answers the bounds that hold where nobody chose others: 1 to 20. */
  public static Guardrails standard() {
    return new Guardrails(1, 20);
  }

  /**
   * Answers that limit.
   *
   * @throws IllegalArgumentException when it is outside the bounds; the message names them
   */
  public int require(int limit) {
    if (limit < smallest || limit > largest) {
      throw new IllegalArgumentException(
          "The limit is " + smallest + " to " + largest + " points, not " + limit);
    }
    return limit;
  }
}
