package org.visavis.presence;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something that was left out of a calendar. It says where, and never what stands there. Immutable.
 *
 * @param reason why
 * @param line the line of the file at which the part begins, from 1 on
 */
public record CalendarProblem(Reason reason, int line) {

  /** Checks that there is a reason. */
  public CalendarProblem {
    Objects.requireNonNull(reason, "reason");
  }

  /** Why something was left out. */
  public enum Reason {
    /** A line has no name and value, or is longer than a line of dates can be. */
    BROKEN_LINE,
    /** A date, time or length is not one. The event is left out. */
    BROKEN_DATE,
    /** An event ends before it starts. It is left out. */
    ENDS_BEFORE_START,
    /** The rule of repetition is none, or one that nobody uses. The first time alone counts. */
    BROKEN_RULE,
    /** The event repeats more often than hourly. The first time alone counts. */
    REPEATS_TOO_OFTEN,
    /** The zone is not known and not described in the file. The employee's own is taken. */
    UNKNOWN_ZONE,
    /** There are more times than are kept. The nearest are kept. */
    TOO_MANY_TIMES;

    /** Answers the name used in files and the API: lower case, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Answers the reason of a {@link #code}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Reason from(String code) {
      return Stream.of(values())
          .filter(reason -> reason.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No reason for leaving out: " + code));
    }
  }
}
