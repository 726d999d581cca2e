package org.visavis.routing;

/** Why a person cannot be had. */
public enum Refusal {
  /**
   * There is no such person, as far as this customer may know: one who is hidden gives the same
   * answer.
   */
  UNKNOWN_EMPLOYEE,
  /** The person does not offer the channel, or not now. */
  CHANNEL_CLOSED,
  /** The person has no room left. */
  AT_LIMIT
}
