package org.visavis.routing;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.EmployeeId;

/**
 * One step in the life of a request. Both sides read the same events, each in own words; what
 * colleagues agree on among themselves only they read. Immutable; never changed once stored.
 *
 * @param kind what happened
 * @param at when, by the store's clock
 * @param employee whom it concerns: who accepted, replied, declined, was chosen or asked
 * @param text the words of whoever spoke; empty where nobody did
 * @param proposed colleagues whom the employee proposed when declining
 * @param moment the time of which it speaks: until when, from when, of when
 */
public record TimelineEvent(
    Kind kind,
    Instant at,
    EmployeeId employee,
    String text,
    List<EmployeeId> proposed,
    Optional<Instant> moment) {

  /** Copies what comes in. */
  public TimelineEvent {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(employee, "employee");
    Objects.requireNonNull(text, "text");
    proposed = List.copyOf(proposed);
    Objects.requireNonNull(moment, "moment");
  }

  /** Answers an event that speaks of no other time and proposes nobody. */
  public static TimelineEvent of(Kind kind, Instant at, EmployeeId employee, String text) {
    return new TimelineEvent(kind, at, employee, text, List.of(), Optional.empty());
  }

  /** Answers this event without its words. */
  TimelineEvent silent() {
    return new TimelineEvent(kind, at, employee, "", proposed, moment);
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
    /** The employee took it beyond the own limit. */
    OVERRIDDEN,
    /** The employee wrote. */
    REPLIED,
    /** The customer wrote. */
    CUSTOMER_WROTE,
    /** The employee goes on with it at that moment. */
    SNOOZED,
    /** The moment has come, or the employee took it up before. */
    WOKEN,
    /** The employee cannot care for it, and says why. */
    DECLINED,
    /** The employee could care for it from that moment on. */
    LATER_PROPOSED,
    /** The employee proposes a time that the customer books. */
    TIMES_PROPOSED,
    /** That colleague was asked about it. */
    ASKED,
    /** That colleague said no. */
    SAID_NO,
    /** That colleague need not answer any more. */
    UNASKED,
    /** That colleague agreed to care for it, if the customer likes. */
    AGREED,
    /** That colleague cares for it now, having agreed to. */
    HANDED_OVER,
    /**
     * It has become one with the request that was received at that moment; the words are the
     * customer's there.
     */
    MERGED,
    /** The customer had written these words at that moment, in the request that was merged. */
    MERGED_WORDS,
    /** The employee had written these words at that moment, in the request that was merged. */
    MERGED_REPLY,
    /** The employee has done it. */
    RESOLVED,
    /** The customer takes it up again. */
    REOPENED,
    /** The customer has a word for the employee who did it, and for nobody else. */
    FEEDBACK,
    /** A time is agreed, or another one; the words are that {@link Slot#text slot}. */
    BOOKED,
    /** The customer took it back. */
    WITHDRAWN,
    /** Waiting came to its end. */
    EXPIRED;

    private static final Set<Kind> AMONG_COLLEAGUES =
        EnumSet.of(OVERRIDDEN, ASKED, SAID_NO, UNASKED);

    /** Answers whether the customer reads it, too. */
    public boolean isForCustomer() {
      return !AMONG_COLLEAGUES.contains(this);
    }

    /** Answers the name used in the API: lower case, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
