package org.visavis.presence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Optional;

/**
 * After how many weeks working hours repeat. Immutable.
 *
 * <p>Either every week is alike, or odd and even calendar weeks (ISO 8601) differ, or a rotation of
 * two to {@link #MAX_WEEKS} weeks runs from an anchor. Odd and even are not a rotation of two:
 * after a year of 53 weeks two odd weeks follow each other.
 *
 * @param weeks how many weeks differ from each other, 1 to {@link #MAX_WEEKS}
 * @param anchor the Monday of a week that is the first of the rotation; empty when every week is
 *     alike and for odd and even weeks
 */
public record WeekCycle(int weeks, Optional<LocalDate> anchor) {

  /** The longest rotation, in weeks. */
  public static final int MAX_WEEKS = 12;

  private static final WeekCycle EVERY_WEEK = new WeekCycle(1, Optional.empty());
  private static final WeekCycle ODD_AND_EVEN = new WeekCycle(2, Optional.empty());

  /**
   * Moves the anchor to the Monday of its week.
   *
   * @throws IllegalArgumentException when there are too many weeks, when a rotation has no anchor
   *     or one that lies outside of the years 1 to 9998
   */
  public WeekCycle {
    Objects.requireNonNull(anchor, "anchor");
    int fewest = anchor.isPresent() ? 2 : 1;
    int most = anchor.isPresent() ? MAX_WEEKS : 2;
    if (weeks < fewest || weeks > most) {
      throw new IllegalArgumentException(
          "Working hours repeat after 1 to " + MAX_WEEKS + " weeks, and from a date; not " + weeks);
    }
    if (anchor.filter(date -> date.getYear() < 1 || date.getYear() > 9998).isPresent()) {
      throw new IllegalArgumentException("A rotation begins in the years 1 to 9998");
    }
    anchor = anchor.map(date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** Answers that every week is alike. */
  public static WeekCycle everyWeek() {
    return EVERY_WEEK;
  }

  /** Answers that odd calendar weeks (number 1 here) and even ones (number 2) differ. */
  public static WeekCycle oddAndEven() {
    return ODD_AND_EVEN;
  }

  /**
   * Answers a rotation.
   *
   * @param weeks 2 to {@link #MAX_WEEKS}
   * @param anyDayOfTheFirst a day in a week that is the first of the rotation
   * @throws IllegalArgumentException when the number is another
   */
  public static WeekCycle rotation(int weeks, LocalDate anyDayOfTheFirst) {
    return new WeekCycle(weeks, Optional.of(anyDayOfTheFirst));
  }

  /** Answers which of the weeks that day lies in, from 1 on. */
  public int weekOf(LocalDate date) {
    if (weeks == 1) {
      return 1;
    }
    if (anchor.isEmpty()) {
      return 2 - date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2;
    }
    long since = Math.floorDiv(ChronoUnit.DAYS.between(anchor.get(), date), 7L);
    return (int) Math.floorMod(since, (long) weeks) + 1;
  }
}
