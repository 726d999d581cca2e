package org.visavis.presence.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.visavis.presence.CalendarProblem;

/**
 * How long something takes: whole days as the calendar counts them, and a time beyond (RFC 5545,
 * section 3.3.6). So a day is a day on the night on which the clock is changed, too.
 */
record Length(long days, Duration time) {

  static final Length DAY = new Length(1, Duration.ZERO);
  static final Length NONE = new Length(0, Duration.ZERO);

  private static final Pattern FORM =
      Pattern.compile(
          "([+-])?P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?"
              + "(?:T(?:(\\d{1,7})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?");

  static Length parse(String text) throws BrokenPartException {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE);
    }
    if ("-".equals(matcher.group(1))) {
      throw new BrokenPartException(CalendarProblem.Reason.ENDS_BEFORE_START);
    }
    return new Length(
        number(matcher, 2) * 7 + number(matcher, 3),
        Duration.ofHours(number(matcher, 4))
            .plusMinutes(number(matcher, 5))
            .plusSeconds(number(matcher, 6)));
  }

  private static long number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }

  Instant endOf(Moment start) throws BrokenPartException {
    try {
      return start.at(start.local().plusDays(days)).instant().plus(time);
    } catch (DateTimeException | ArithmeticException e) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE);
    }
  }
}
