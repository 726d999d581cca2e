package org.visavis.presence;

import java.util.Locale;

/** How much of the limit is taken, as coarsely as the public may know it. */
public enum Load {
  /** Less than a third. */
  FREE,
  /** Less than two thirds. */
  SOME,
  /** Two thirds or more, and room left. */
  BUSY,
  /** No room left. */
  FULL;

  /** Answers the load of a workload. */
  public static Load of(Workload workload) {
    int taken = workload.taken();
    int limit = workload.limit();
    if (taken >= limit) {
      return FULL;
    }
    if (3L * taken >= 2L * limit) {
      return BUSY;
    }
    return 3L * taken >= limit ? SOME : FREE;
  }

  /** Answers the name used in the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
