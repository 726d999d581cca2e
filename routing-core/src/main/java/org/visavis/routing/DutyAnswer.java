package org.visavis.routing;

/** What came of taking a request to a department on. */
public enum DutyAnswer {
  /** It is a request of the employee's now. */
  TAKEN,
  /** The employee's limit has no room for it; the employee is still asked. */
  AT_LIMIT,
  /** The employee is not asked for it, or not any more. */
  NOT_ASKED
}
