package org.visavis.routing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.visavis.directory.EmployeeId;

/**
 * One step in the life of a request. Both sides read the same events, each in own words. Immutable;
 * never changed once stored.
 *
 * @param kind what happened
 * @param at when, by the store's clock
 * @param employee whom it concerns: who accepted, replied, declined, was chosen
 * @param text the words of whoever spoke; empty where nobody did
 * @param proposed colleagues whom the employee proposed when declining
 */
public record TimelineEvent(
    Kind kind, Instant at, EmployeeId employee, String text, List<EmployeeId> proposed) {

  /** Copies what comes in. */
  public TimelineEvent {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(text, "text");
    proposed = List.copyOf(proposed);
  }

  /** What happened. */
  public enum Kind {
    /** The customer handed the request in, for that employee. */
    RECEIVED,
    /** It waits for the employee to have room. */
    QUEUED,
    /** The employee has no room; the customer is asked. */
    OFFERED,
    /** The customer chose to wait, or chose that colleague. */
    CHOSEN,
    /** The employee cares for it. */
    ACCEPTED,
    /** The employee wrote. */
    REPLIED,
    /** The customer wrote. */
    CUSTOMER_WROTE,
    /** The employee cannot care for it, and says why. */
    DECLINED,
    /** The employee has done it. */
    RESOLVED,
    /** The customer takes it up again. */
    REOPENED,
    /** The customer took it back. */
    WITHDRAWN,
    /** Waiting came to its end. */
    EXPIRED;

    /** Answers the name used in the API: lower case, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
