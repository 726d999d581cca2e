package org.visavis.presence;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A time that a calendar says something about. Never a title, a place or who takes part: those are
 * not taken out of the calendar. Immutable.
 *
 * @param start its first instant
 * @param end its end, exclusive
 * @param kind what the calendar says
 * @param status the status that a rule of the employee has made of it, where one did; {@link
 *     Status#AVAILABLE} says that the employee can be reached meanwhile
 */
public record CalendarEntry(Instant start, Instant end, Kind kind, Optional<Status> status) {

  /**
   * @throws IllegalArgumentException when it does not end after its start, or the status is unknown
   */
  public CalendarEntry {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(status, "status");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("An entry ends after its start");
    }
    if (status.filter(Status.UNKNOWN::equals).isPresent()) {
      throw new IllegalArgumentException("No rule makes a calendar say that nothing is known");
    }
  }

  /** Answers an entry that no rule has made a status of. */
  public static CalendarEntry of(Instant start, Instant end, Kind kind) {
    return new CalendarEntry(start, end, kind, Optional.empty());
  }

  /** Answers what the employee is doing meanwhile: the rule's word, else that of the kind. */
  public Status meaning() {
    return status.orElse(kind.usual);
  }

  /** Answers whether it is going on at that instant. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** What a calendar says about a time. Free times are not kept. */
  public enum Kind {
    /** The employee is occupied. */
    BUSY(Status.BUSY),
    /** The employee may be occupied; counts as busy, because a promise could not be kept. */
    TENTATIVE(Status.BUSY),
    /** The employee is not there. */
    OUT_OF_OFFICE(Status.AWAY);

    private final Status usual;

    Kind(Status usual) {
      this.usual = usual;
    }

    /** Answers the name used in files and the API: lower case, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Answers the one with that code, in any case.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that exist
     */
    public static Kind from(String code) {
      for (Kind value : values()) {
        if (value.code().equalsIgnoreCase(code.strip())) {
          return value;
        }
      }
      throw new IllegalArgumentException(
          "A calendar's entry is one of busy, tentative, out-of-office");
    }
  }
}
