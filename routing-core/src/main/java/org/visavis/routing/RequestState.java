package org.visavis.routing;

import java.util.Locale;

/** Where a request stands. */
public enum RequestState {
  /** It waits for the chosen person to have room. */
  OPEN,
  /** The chosen person cannot; the customer is asked what to do. */
  OFFERED,
  /** A person cares for it, and it is that person's turn. */
  ACCEPTED,
  /** A person cares for it, and it is the customer's turn. */
  WAITING_FOR_CUSTOMER,
  /** A person cares for it, and goes on with it at a time that both know. */
  SNOOZED,
  /** It is done. */
  RESOLVED,
  /** The customer has taken it back. */
  WITHDRAWN,
  /** Nobody took it in time. */
  EXPIRED,
  /** It has become one with another request of the same customer, which goes on for both. */
  MERGED;

  /** Answers whether somebody is at it now, one side or the other. */
  public boolean holdsEffort() {
    return this == ACCEPTED || this == WAITING_FOR_CUSTOMER;
  }

  /** Answers whether a person cares for it. */
  public boolean isInCare() {
    return holdsEffort() || this == SNOOZED;
  }

  /** Answers whether nothing happens any more by itself. */
  public boolean isEnded() {
    return this == RESOLVED || this == WITHDRAWN || this == EXPIRED || this == MERGED;
  }

  /** Answers the name used in addresses and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
