package org.visavis.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What customer and employee wrote, and what happened, in order of time.
 *
 * @param messages what was written, oldest first
 * @param events what happened, oldest first
 */
public record Conversation(List<Message> messages, List<Event> events) {

  /** Copies the lists. */
  public Conversation {
    messages = List.copyOf(messages);
    events = List.copyOf(events);
  }

  /**
   * One message.
   *
   * @param mine whether the reader of the page wrote it
   * @param author the name of who wrote it
   * @param portrait the face of who wrote it
   * @param at when it was written
   * @param text plain text, with line breaks
   */
  public record Message(boolean mine, String author, Portrait portrait, Instant at, String text) {}

  /**
   * One step of the timeline.
   *
   * @param kind what happened
   * @param at when
   * @param person the employee concerned by name, or an empty string
   * @param note words somebody added, for example the reason for declining; may be empty
   * @param moment the time of which it speaks, where it speaks of one
   */
  public record Event(
      EventKind kind, Instant at, String person, String note, Optional<Instant> moment) {}

  /** What can happen to a request. */
  public enum EventKind {
    REQUESTED,
    QUEUED,
    ACCEPTED,
    OVERRIDDEN,
    CUSTOMER_WROTE,
    EMPLOYEE_WROTE,
    SNOOZED,
    WOKEN,
    RESOLVED,
    REOPENED,
    FEEDBACK,
    DECLINED,
    LATER_PROPOSED,
    TIMES_PROPOSED,
    AGREED,
    OFFERED,
    CHOSEN,
    ASKED,
    SAID_NO,
    UNASKED,
    HANDED_OVER,
    MERGED,
    BOOKED,
    WITHDRAWN,
    EXPIRED;

    /** The word in form fields and keys: small letters, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
