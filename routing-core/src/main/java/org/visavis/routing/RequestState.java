package org.visavis.routing;

import java.util.Locale;

/** Where a request stands. */
public enum RequestState {
  /** It waits for the chosen person to have room. */
  OPEN(false),
  /** The chosen person cannot; the customer is asked what to do. */
  OFFERED(false),
  /** A person cares for it, and it is that person's turn. */
  ACCEPTED(true),
  /** A person cares for it, and it is the customer's turn. */
  WAITING_FOR_CUSTOMER(true),
  /** It is done. */
  RESOLVED(false),
  /** The customer has taken it back. */
  WITHDRAWN(false),
  /** Nobody took it in time. */
  EXPIRED(false);

  private final boolean holdsEffort;

  RequestState(boolean holdsEffort) {
    this.holdsEffort = holdsEffort;
  }

  /** Answers whether a request in this state holds effort points of its employee. */
  public boolean holdsEffort() {
    return holdsEffort;
  }

  /** Answers whether nothing happens any more by itself. */
  public boolean isEnded() {
    return this == RESOLVED || this == WITHDRAWN || this == EXPIRED;
  }

  /** Answers the name used in addresses and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
