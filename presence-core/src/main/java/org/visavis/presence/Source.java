package org.visavis.presence;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One source of an employee's status, as the employee sees it: what it says, since and until when,
 * and whether it decides. For the employee alone. Immutable.
 *
 * @param kind what it is
 * @param name which of its kind: a calendar's or absence's id, a client's name, a holiday's name;
 *     empty where there is only one
 * @param says the status that it speaks for at this moment, if it says something
 * @param since when it was set, read or heard of, or began: its age
 * @param until until when it says so, or counts
 * @param standing whether it decides, and if not, why not
 */
public record Source(
    Kind kind,
    String name,
    Optional<Status> says,
    Optional<Instant> since,
    Optional<Instant> until,
    Standing standing) {

  /** Checks what comes in. */
  public Source {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(standing, "standing");
  }

  /** The kinds of sources; the first that says something decides. */
  public enum Kind {
    /** Set by hand. */
    BY_HAND,
    /** A dated absence. */
    ABSENCE,
    /** A calendar. */
    CALENDAR,
    /** A public holiday. */
    PUBLIC_HOLIDAY,
    /** The working hours. */
    WORKING_HOURS,
    /** A connector, such as a telephone system. */
    CONNECTOR,
    /** A device with a signed-in workspace. */
    HEARTBEAT;

    /** Answers the name used in the API: lower case, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How a source stands in the decision. */
  public enum Standing {
    /** It is the first that says something, so what it says holds. */
    DECIDES,
    /** It says something, and another comes before it. */
    OUTRANKED,
    /** It says nothing about this moment. */
    SILENT,
    /** It is too old to be believed. */
    STALE;

    /** Answers the name used in the API: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
