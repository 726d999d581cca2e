package org.visavis.presence;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A calendar that an employee has brought in: where it comes from, what its events mean, and how
 * the last reading went. Immutable.
 *
 * @param calendar its id among the employee's own
 * @param name what the employee calls it, 1 to 100 characters
 * @param address where it is fetched from, at most 2,000 characters; none for an uploaded one. It
 *     may hold a secret, so it is shown to the employee alone
 * @param rules what its events mean, the first that matches; at most {@link CalendarRule#MAX_RULES}
 * @param etag the version that was read last, as the server calls it, up to 300 characters
 * @param lastFetch when it was last asked for
 * @param lastError why the last reading failed, as a code that pages have words for, 1 to 100
 *     characters; empty when it went well
 * @param leftOut what was left out when it was last read, in the order of lines; at most {@link
 *     #MAX_LEFT_OUT}
 */
public record CalendarSubscription(
    CalendarId calendar,
    String name,
    Optional<URI> address,
    List<CalendarRule> rules,
    Optional<String> etag,
    Optional<Instant> lastFetch,
    Optional<String> lastError,
    List<CalendarProblem> leftOut) {

  /** The largest number of calendars of one employee. */
  public static final int MAX_CALENDARS = 10;

  /** The largest number of parts that are told to be left out. */
  public static final int MAX_LEFT_OUT = 50;

  /**
   * Copies what comes in.
   *
   * @throws IllegalArgumentException when a bound is exceeded
   */
  public CalendarSubscription {
    Objects.requireNonNull(calendar, "calendar");
    name = name.strip();
    Objects.requireNonNull(address, "address");
    rules = List.copyOf(rules);
    Objects.requireNonNull(etag, "etag");
    Objects.requireNonNull(lastFetch, "lastFetch");
    Objects.requireNonNull(lastError, "lastError");
    leftOut = List.copyOf(leftOut);
    if (name.isEmpty() || name.length() > 100) {
      throw new IllegalArgumentException("A calendar's name has 1 to 100 characters");
    }
    if (address.filter(uri -> uri.toString().length() > 2_000).isPresent()) {
      throw new IllegalArgumentException("A calendar's address has at most 2000 characters");
    }
    if (rules.size() > CalendarRule.MAX_RULES) {
      throw new IllegalArgumentException(
          "A calendar has at most " + CalendarRule.MAX_RULES + " rules");
    }
    if (etag.filter(text -> text.length() > 300).isPresent()) {
      throw new IllegalArgumentException("A version has at most 300 characters");
    }
    if (lastError.filter(text -> text.isBlank() || text.length() > 100).isPresent()) {
      throw new IllegalArgumentException("The code of an error has 1 to 100 characters");
    }
    if (leftOut.size() > MAX_LEFT_OUT) {
      throw new IllegalArgumentException(
          "At most " + MAX_LEFT_OUT + " parts are told to be left out");
    }
  }

  /** Answers a calendar that has not been read yet. */
  public static CalendarSubscription of(
      CalendarId calendar, String name, Optional<URI> address, List<CalendarRule> rules) {
    return new CalendarSubscription(
        calendar,
        name,
        address,
        rules,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Answers this subscription after a reading that went well. */
  public CalendarSubscription read(
      Instant at, Optional<String> etag, List<CalendarProblem> leftOut) {
    return new CalendarSubscription(
        calendar, name, address, rules, etag, Optional.of(at), Optional.empty(), leftOut);
  }

  /** Answers this subscription after a reading that failed: what was read earlier still counts. */
  public CalendarSubscription failed(Instant at, String error) {
    return new CalendarSubscription(
        calendar, name, address, rules, etag, Optional.of(at), Optional.of(error), leftOut);
  }

  /** Answers this subscription under another name. */
  public CalendarSubscription named(String name) {
    return new CalendarSubscription(
        calendar, name, address, rules, etag, lastFetch, lastError, leftOut);
  }

  /** Says which calendar, and keeps the address out of logs. */
  @Override
  public String toString() {
    return "CalendarSubscription[" + calendar + "]";
  }
}
