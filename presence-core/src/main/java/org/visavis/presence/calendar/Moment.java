package org.visavis.presence.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.visavis.presence.CalendarProblem;

/**
 * A date or a date with time as a calendar writes it (RFC 5545, sections 3.3.4 and 3.3.5), in the
 * zone that it is written for.
 *
 * @param local what the clock shows; the start of the day where it is a date
 * @param isDate whether it is a whole day
 * @param rules the zone; that of the employee for dates and floating times
 */
record Moment(LocalDateTime local, boolean isDate, ZoneRules rules) {

  private static final Pattern FORM =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)?(Z)?)?");

  /** Reads the value of a line with its own zone. */
  static Moment parse(ContentLine line, String value, CalendarZones zones)
      throws BrokenPartException {
    String text = value.strip();
    String zone = line.parameter("TZID");
    ZoneRules rules = zone.isEmpty() ? zones.home() : zones.rules(zone, line.number());
    return parse(text, rules, zones.home());
  }

  static Moment parse(String text, ZoneRules rules, ZoneRules home) throws BrokenPartException {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE);
    }
    try {
      LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
      if (matcher.group(4) == null) {
        return new Moment(date.atStartOfDay(), true, home);
      }
      // A leap second is written 60.
      int second = matcher.group(6) == null ? 0 : Math.min(number(matcher, 6), 59);
      LocalTime time = LocalTime.of(number(matcher, 4), number(matcher, 5), second);
      return new Moment(
          date.atTime(time), false, matcher.group(7) == null ? rules : ZoneOffset.UTC.getRules());
    } catch (DateTimeException e) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE);
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  Instant instant() {
    return instantOf(local, isDate, rules);
  }

  /** Answers this moment with another time on the clock of the same zone. */
  Moment at(LocalDateTime other) {
    return new Moment(other, isDate, rules);
  }

  /**
   * A time that a clock skips is read with the offset before, one that it shows twice is the first
   * (RFC 5545, section 3.3.5). A day begins with the first moment that its clock shows.
   */
  private static Instant instantOf(LocalDateTime local, boolean isDate, ZoneRules rules) {
    var transition = rules.getTransition(local);
    if (isDate && transition != null && transition.isGap()) {
      return transition.getInstant();
    }
    return local.toInstant(rules.getOffset(local));
  }
}
