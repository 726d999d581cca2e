package org.visavis.presence.calendar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.visavis.presence.CalendarProblem;

/**
 * A rule of repetition (RFC 5545, section 3.3.10), worked out on the clock of its zone and within
 * bounds. Immutable.
 */
final class Repetition {

  private static final Pattern UNTIL = Pattern.compile("(?:^|;)UNTIL=([^;]*)");
  private static final int LONGEST = 1_000;
  private static final int LONGEST_INTERVAL = 1_000;

  /** A rule of more moments a day than this is none that people keep. */
  private static final int MOST_A_DAY = 48;

  private final RecurrenceRule rule;
  private final LocalDateTime until;

  private Repetition(RecurrenceRule rule, LocalDateTime until) {
    this.rule = rule;
    this.until = until;
  }

  /**
   * Reads a rule.
   *
   * @param zone of the start, to which an end in UTC is converted
   */
  static Repetition parse(String text, ZoneRules zone) throws BrokenPartException {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    if (plain.length() > LONGEST) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_RULE);
    }
    LocalDateTime until = LocalDateTime.MAX;
    Matcher matcher = UNTIL.matcher(plain);
    if (matcher.find()) {
      until = until(matcher.group(1), zone);
      plain = matcher.replaceAll("");
      plain = plain.startsWith(";") ? plain.substring(1) : plain;
    }
    try {
      RecurrenceRule rule = new RecurrenceRule(plain, RecurrenceRule.RfcMode.RFC2445_LAX);
      check(rule);
      return new Repetition(rule, until);
    } catch (InvalidRecurrenceRuleException | RuntimeException e) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_RULE);
    }
  }

  private static LocalDateTime until(String text, ZoneRules zone) throws BrokenPartException {
    Moment moment;
    try {
      moment = Moment.parse(text, zone, zone);
    } catch (BrokenPartException e) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_RULE);
    }
    if (moment.isDate()) {
      return moment.local().plusDays(1).minusSeconds(1);
    }
    return LocalDateTime.ofEpochSecond(
        moment.instant().getEpochSecond(), 0, zone.getOffset(moment.instant()));
  }

  private static void check(RecurrenceRule rule) throws BrokenPartException {
    Freq freq = rule.getFreq();
    if (freq == Freq.SECONDLY || freq == Freq.MINUTELY || aDay(rule) > MOST_A_DAY) {
      throw new BrokenPartException(CalendarProblem.Reason.REPEATS_TOO_OFTEN);
    }
    if (rule.getInterval() > LONGEST_INTERVAL) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_RULE);
    }
  }

  private static int aDay(RecurrenceRule rule) {
    int moments = 1;
    for (Part part : List.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND)) {
      moments *= rule.hasPart(part) ? Math.max(rule.getByPart(part).size(), 1) : 1;
    }
    return moments;
  }

  /**
   * Answers how many steps it takes to find the moments up to that time, more or less.
   *
   * @param from moments before are of no interest
   */
  long steps(LocalDateTime start, LocalDateTime from, LocalDateTime to) {
    LocalDateTime end = until.isBefore(to) ? until : to;
    LocalDateTime begin = leap(start, from);
    ChronoUnit unit =
        switch (rule.getFreq()) {
          case YEARLY -> ChronoUnit.YEARS;
          case MONTHLY -> ChronoUnit.MONTHS;
          case WEEKLY -> ChronoUnit.WEEKS;
          case DAILY -> ChronoUnit.DAYS;
          default -> ChronoUnit.HOURS;
        };
    long periods = Math.max(unit.between(begin, end), 0) / rule.getInterval() + 1;
    return periods * momentsOfAPeriod();
  }

  private long momentsOfAPeriod() {
    long days = Math.max(size(Part.BYDAY), 1);
    long months = rule.hasPart(Part.BYMONTH) ? size(Part.BYMONTH) : 12;
    long perMonth =
        rule.hasPart(Part.BYMONTHDAY)
            ? size(Part.BYMONTHDAY)
            : rule.hasPart(Part.BYDAY) ? days * 5 : 1;
    long onDays =
        switch (rule.getFreq()) {
          case YEARLY ->
              rule.hasPart(Part.BYYEARDAY)
                  ? size(Part.BYYEARDAY)
                  : rule.hasPart(Part.BYWEEKNO)
                      ? size(Part.BYWEEKNO) * days
                      : perMonth == 1 && !rule.hasPart(Part.BYMONTH) ? 1 : months * perMonth;
          case MONTHLY -> perMonth;
          case WEEKLY -> days;
          default -> 1;
        };
    return onDays * aDay(rule);
  }

  private int size(Part part) {
    if (!rule.hasPart(part)) {
      return 0;
    }
    return part == Part.BYDAY ? rule.getByDayPart().size() : rule.getByPart(part).size();
  }

  /**
   * Answers a later start of the same moments. Whole periods are left out where all are alike and
   * nobody counts them, so that an event of last century costs no more than one of today.
   */
  private LocalDateTime leap(LocalDateTime start, LocalDateTime from) {
    long period =
        switch (rule.getFreq()) {
          case WEEKLY -> 7 * 86_400L;
          case DAILY -> 86_400L;
          case HOURLY -> 3_600L;
          default -> 0;
        };
    if (period == 0 || rule.getCount() != null || !start.isBefore(from)) {
      return start;
    }
    long step = period * rule.getInterval();
    long leaps = ChronoUnit.SECONDS.between(start, from) / step - 1;
    return leaps > 0 ? start.plusSeconds(leaps * step) : start;
  }

  /**
   * Answers the moments from that time on and before the other, in order, the start always among
   * them where it lies between.
   *
   * @param most how many are answered
   * @throws BrokenPartException when the rule has no moments
   */
  List<LocalDateTime> between(
      LocalDateTime start, boolean isDate, LocalDateTime from, LocalDateTime to, int most)
      throws BrokenPartException {
    if (isDate && (rule.getFreq() == Freq.HOURLY || aDay(rule) > 1)) {
      // Whole days do not repeat within a day (RFC 5545, section 3.3.10).
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_RULE);
    }
    List<LocalDateTime> found = new ArrayList<>();
    if (!start.isBefore(from) && start.isBefore(to)) {
      found.add(start);
    }
    try {
      addFollowing(start, from, to, most, found);
    } catch (RuntimeException e) {
      // Such as the thirtieth of February, after which the library has looked long enough.
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_RULE);
    }
    return found;
  }

  private void addFollowing(
      LocalDateTime start,
      LocalDateTime from,
      LocalDateTime to,
      int most,
      List<LocalDateTime> found) {
    LocalDateTime begin = leap(start, from);
    RecurrenceRuleIterator moments = rule.iterator(dateTime(begin));
    if (begin.isBefore(from)) {
      moments.fastForward(dateTime(from));
    }
    while (moments.hasNext() && found.size() < most) {
      LocalDateTime next = local(moments.nextDateTime());
      if (!next.isBefore(to) || next.isAfter(until)) {
        break;
      }
      if (!next.isBefore(from) && next.isAfter(start)) {
        found.add(next);
      }
    }
  }

  /** A day is its midnight here: it repeats as that does. */
  private static DateTime dateTime(LocalDateTime local) {
    return new DateTime(
        local.getYear(),
        local.getMonthValue() - 1,
        local.getDayOfMonth(),
        local.getHour(),
        local.getMinute(),
        local.getSecond());
  }

  /** A floating time counts its milliseconds as if it stood in UTC. */
  private static LocalDateTime local(DateTime moment) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(moment.getTimestamp(), 1_000L), 0, ZoneOffset.UTC);
  }
}
